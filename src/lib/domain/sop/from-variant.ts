/** An SOP file, as far as a log can say it: blank is what only the office knows. */
export interface SopDraft {
	id: string;
	title: string;
	source: string;
	header: Record<string, never>;
	closed: true;
	steps: {
		no: string;
		activity: string;
		start?: true;
		end?: true;
		next?: { to: string; condition?: string }[];
	}[];
}

/**
 * The SOP that a variant of a log follows without a flaw, for an office that has none in writing: each activity is a
 * step, in the order of its first occurrence; one that occurs again leads back. It is closed: all its cases count as
 * completed. Actors, times, requirements and outputs stay blank.
 * @param given.activities the variant's, in order, at least one
 * @param given.source what it was made from, for the office to read
 */
export function sopOfVariant(given: {
	id: string;
	title: string;
	source: string;
	activities: readonly string[];
}): SopDraft {
	const { id, title, source, activities } = given;
	const names = [...new Set(activities)];
	const numbers = new Map(names.map((activity, index) => [activity, String(index + 1)]));
	const targets = new Map(names.map((activity) => [activity, new Set<string>()]));
	activities.forEach((activity, index) => {
		const next = activities[index + 1];
		if (next !== undefined) targets.get(activity)?.add(next);
	});
	const last = activities.at(-1);
	return {
		...{ id, title, source, header: {}, closed: true },
		steps: names.map((activity, index) => {
			const next = [...(targets.get(activity) ?? [])];
			const several = next.length + (activity === last ? 1 : 0) > 1;
			const plain = !several && (next.length === 0 || next[0] === names[index + 1]);
			return {
				no: numbers.get(activity) ?? '',
				activity,
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
