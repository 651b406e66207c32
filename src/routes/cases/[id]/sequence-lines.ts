import type { UnseenStep } from '$lib/server/reading/cases/case-detail';
import type { CaseEvent } from '$lib/server/reading/cases/case-sequence';
import type { Deviation } from '$lib/server/reading/deviations/deviation-list';

/** One move of reading a case along its SOP: an event, or a step that the SOP asks for there and the log does not show. */
export type Line = {
	key: string;
	/** What was found at this place. */
	deviations: Deviation[];
} & ({ kind: 'event'; event: CaseEvent } | { kind: 'unseen'; step: UnseenStep });

/** The moves of a case in its order, each with the deviations that were found there. */
export function sequenceLines(given: {
	events: readonly CaseEvent[];
	unseen: readonly UnseenStep[];
	deviations: readonly Deviation[];
}): Line[] {
	const { events, unseen, deviations } = given;
	const skipped = deviations.filter(({ kind }) => kind === 'skipped');
	const taken = new Set<string>();
	const skippedAt = (step: UnseenStep): Deviation[] => {
		// A step that was skipped twice has two of them, in their order.
		const found = skipped.find(({ id, step: of }) => of?.id === step.id && !taken.has(id));
		if (!found || step.optional || !step.shown) return [];
		taken.add(found.id);
		return [found];
	};
	const after = (position: number): Line[] =>
		unseen
			.filter((step) => step.after === position)
			.map((step, index) => ({
				kind: 'unseen',
				key: `${position} ${index}`,
				step,
				deviations: skippedAt(step)
			}));
	return [
		...after(0),
		...events.flatMap((event): Line[] => [
			{
				kind: 'event',
				key: String(event.event),
				event,
				deviations: deviations.filter(
					({ event: at, kind }) => at === event.event && kind !== 'skipped'
				)
			},
			...after(event.position ?? -1)
		])
	];
}
