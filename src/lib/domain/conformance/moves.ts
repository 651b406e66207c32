/** Kinds of moves of an alignment, as they are stored. */
export const moveKinds = { synchronous: 0, log: 1, model: 2 } as const;

/** One move of a sequence read along an SOP. */
export interface Move {
	kind: (typeof moveKinds)[keyof typeof moveKinds];
	/** Place of the event in the sequence, from 1; null for a model move. */
	position: number | null;
	/** Number of the step in the order of the document; null for an event outside the SOP. */
	step: number | null;
	/** The n-th move of that step; null for an event outside the SOP. */
	occurrence: number | null;
	/** Whether it is the last occurrence of its step in the sequence. */
	lastPass: boolean;
	/** Position of the step's immediate predecessor on the path; null where it was not seen. */
	predecessor: number | null;
}

/**
 * Reads a sequence of steps along an SOP, step by step: each known step is a synchronous move, an event
 * outside the SOP a log move. A predecessor is named only between two consecutive events whose steps follow
 * each other in the SOP and each occur once; anything else stays unseen, so that nobody is charged with
 * another's time.
 * @param steps the step of each event in order; null for an event outside the SOP
 * @param leadsTo whether the SOP leads from one step directly to another
 */
export function readMoves(
	steps: readonly (number | null)[],
	leadsTo: (from: number, to: number) => boolean
): Move[] {
	const passes = new Map<number, number>();
	for (const step of steps) if (step !== null) passes.set(step, (passes.get(step) ?? 0) + 1);
	const seen = new Map<number, number>();
	return steps.map((step, index) => {
		const position = index + 1;
		if (step === null) {
			return {
				kind: moveKinds.log,
				position,
				step,
				occurrence: null,
				lastPass: false,
				predecessor: null
			};
		}
		const occurrence = (seen.get(step) ?? 0) + 1;
		seen.set(step, occurrence);
		const before = steps[index - 1] ?? null;
		const follows =
			before !== null &&
			passes.get(before) === 1 &&
			passes.get(step) === 1 &&
			leadsTo(before, step);
		return {
			kind: moveKinds.synchronous,
			position,
			step,
			occurrence,
			lastPass: occurrence === passes.get(step),
			predecessor: follows ? index : null
		};
	});
}
