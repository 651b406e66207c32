/** An SOP file, as far as a log can say it: blank is what only the office knows. */
export interface SopDraft {
	id: string;
	title: string;
	source: string;
	office?: string;
	effectiveFrom?: string;
	header: Record<string, never>;
	closed: true;
	actors?: string[];
	steps: {
		no: string;
		activity: string;
		actors?: string[];
		time?: string;
		start?: true;
		end?: true;
		next?: { to: string; condition?: string }[];
	}[];
}

/**
 * The SOP that a variant of a log follows without a flaw, for an office that has none in writing: each activity is a
 * step, in the order of its first occurrence; one that occurs again leads back. It is closed: all its cases count as
 * completed. Requirements and outputs stay blank, and so do actors and times unless the office says them.
 * @param given.activities the variant's, in order, at least one
 * @param given.effectiveFrom ISO date from which cases are judged by it; left out for all
 * @param given.source what it was made from, for the office to read
 * @param given.said of an activity: who is accountable, and the time it may take, as the office writes it
 */
export function sopOfVariant(given: {
	id: string;
	title: string;
	source: string;
	activities: readonly string[];
	office?: string | null;
	effectiveFrom?: string | null;
	said?: ReadonlyMap<string, { actors: readonly string[]; time: string | null }>;
}): SopDraft {
	const { id, title, source, activities, office, effectiveFrom, said } = given;
	const names = [...new Set(activities)];
	const numbers = new Map(names.map((activity, index) => [activity, String(index + 1)]));
	const targets = new Map(names.map((activity) => [activity, new Set<string>()]));
	activities.forEach((activity, index) => {
		const next = activities[index + 1];
		if (next !== undefined) targets.get(activity)?.add(next);
	});
	const last = activities.at(-1);
	const actors = [...new Set(names.flatMap((activity) => said?.get(activity)?.actors ?? []))];
	return {
		...{ id, title, source },
		...(office ? { office } : {}),
		...(effectiveFrom ? { effectiveFrom } : {}),
		...{ header: {}, closed: true },
		...(actors.length > 0 ? { actors } : {}),
		steps: names.map((activity, index) => {
			const next = [...(targets.get(activity) ?? [])];
			const several = next.length + (activity === last ? 1 : 0) > 1;
			const plain = !several && (next.length === 0 || next[0] === names[index + 1]);
			return {
				no: numbers.get(activity) ?? '',
				activity,
				...saidOf(said?.get(activity)),
				...(index === 0 ? { start: true as const } : {}),
				...(activity === last ? { end: true as const } : {}),
				...(plain
					? {}
					: {
							next: next.map((to) => ({
								to: numbers.get(to) ?? '',
								...(several ? { condition: to } : {})
							}))
						})
			};
		})
	};
}

function saidOf(said: { actors: readonly string[]; time: string | null } | undefined) {
	return {
		...(said && said.actors.length > 0 ? { actors: [...said.actors] } : {}),
		...(said?.time ? { time: said.time } : {})
	};
}
