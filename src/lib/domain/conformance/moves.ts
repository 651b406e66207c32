import type { AlignedMove } from './align';
import type { SopGraph } from './sop-graph';

/** Kinds of moves of an alignment, as they are stored. */
export const moveKinds = { synchronous: 0, log: 1, model: 2 } as const;

/** Departures from the flow of an SOP that a move can be. */
export type FlowDeviation = 'skipped' | 'outside_sop' | 'out_of_order' | 'repeated' | 'not_allowed';

/** One move of a sequence aligned with its SOP, with what follows from its place in the alignment. */
export interface Move {
	kind: (typeof moveKinds)[keyof typeof moveKinds];
	/** Place of the event in the sequence, from 1; null for a model move. */
	position: number | null;
	/** Number of the step in the order of the document; null outside the SOP, and where it stays open which step it is. */
	step: number | null;
	/** The n-th move of that step, of any kind; null without a step. */
	occurrence: number | null;
	/** Whether it is the last event of its step in the sequence. */
	lastPass: boolean;
	/** Position of the step's immediate predecessor on the path; null where it was not seen. */
	predecessor: number | null;
	deviation: FlowDeviation | null;
	/**
	 * Whether the deviation rests on an inferred edge, start or end that nobody has confirmed: it lies on such a way, or would
	 * not be found if the SOP did not have it.
	 */
	provisional: boolean;
}

const NOTHING_OPEN: ReadonlySet<number> = new Set();

/**
 * Says of each move of an alignment what follows from it. A predecessor is named only where both moves are synchronous and
 * nothing stands between them, so that nobody is charged with another's time.
 * @param free steps whose absence costs nothing
 * @param open places of the moves of which it stays open which step they mean: these are of no step, and nobody's fault
 * @param others other readings that are as good; a deviation that one of them does not find is provisional
 * @param certain how the same sequence is read without the ways that are inferred; undefined where the SOP leads to no end
 * without them. Asked for only where the path takes such a way and a deviation would otherwise stand
 */
export function describeMoves(
	moves: readonly AlignedMove[],
	graph: Pick<SopGraph, 'inferred' | 'inferredFrom'>,
	{
		free,
		complete,
		certain,
		open = NOTHING_OPEN,
		others = []
	}: {
		free: ReadonlySet<number>;
		open?: ReadonlySet<number>;
		others?: readonly (readonly AlignedMove[])[];
		complete: boolean;
		certain: () => readonly AlignedMove[] | undefined;
	}
): Move[] {
	const { deviations, pairs } = findDeviations(moves, free);
	const doubtful = restsOnInference(moves, graph, complete);
	const stands = (at: number) => {
		const pair = pairs.get(at);
		return !doubtful[at] && (pair === undefined || !doubtful[pair]);
	};
	const accused = deviations.some(
		(deviation, at) => deviation !== null && deviation !== 'outside_sop' && stands(at)
	);
	const inferring = accused && takesInference(moves, graph) ? certain() : undefined;
	const readings = (inferring ? [...others, inferring] : others).map(
		(other) => new Set(identitiesOf(other, findDeviations(other, free).deviations))
	);
	const identities = readings.length > 0 ? identitiesOf(moves, deviations) : [];
	const seen: number[] = [];
	const last: number[] = [];
	moves.forEach(({ kind, step }, at) => {
		if (kind !== moveKinds.model && !open.has(at)) last[step] = at;
	});
	return moves.map(({ kind, index, step }, at) => {
		const outside = step === 0 || open.has(at);
		if (!outside) seen[step] = (seen[step] ?? 0) + 1;
		const before = moves[at - 1];
		const follows =
			kind === moveKinds.synchronous &&
			before !== undefined &&
			before.kind === kind &&
			!open.has(at - 1);
		const deviation = deviations[at] ?? null;
		return {
			kind,
			position: kind === moveKinds.model ? null : index + 1,
			step: outside ? null : step,
			occurrence: outside ? null : (seen[step] ?? null),
			lastPass: !outside && last[step] === at,
			predecessor: follows ? before.index + 1 : null,
			deviation,
			provisional:
				deviation !== null &&
				deviation !== 'outside_sop' &&
				(!stands(at) ||
					open.has(at) ||
					readings.some((reading) => !reading.has(identities[at] ?? '')))
		};
	});
}

/**
 * The deviation of each move, by the rules in their order: of the log moves, an event of no step is outside the SOP; one
 * of a step that a model move elsewhere misses is out of order (with the nearest such, of two the earlier, as one
 * deviation, which the log move bears); one of a step that is also read synchronously repeats it; any other is not
 * allowed there. A model move that none of them takes, of a step that is not free, was skipped.
 * @returns the deviations by the place of the move, and of each log move out of order the place of its model move
 */
function findDeviations(
	moves: readonly AlignedMove[],
	free: ReadonlySet<number>
): { deviations: (FlowDeviation | null)[]; pairs: Map<number, number> } {
	const deviations: (FlowDeviation | null)[] = moves.map(() => null);
	const pairs = new Map<number, number>();
	const missing = new Map<number, number[]>();
	const synchronous = new Set<number>();
	moves.forEach(({ kind, step }, at) => {
		if (kind === moveKinds.synchronous) synchronous.add(step);
		if (kind !== moveKinds.model) return;
		const places = missing.get(step);
		if (places) places.push(at);
		else missing.set(step, [at]);
	});
	moves.forEach(({ kind, step }, at) => {
		if (kind !== moveKinds.log) return;
		if (step === 0) {
			deviations[at] = 'outside_sop';
			return;
		}
		const places = missing.get(step) ?? [];
		const place = takeNearest(places, at);
		if (place !== undefined) {
			pairs.set(at, place);
			deviations[at] = 'out_of_order';
		} else deviations[at] = synchronous.has(step) ? 'repeated' : 'not_allowed';
	});
	for (const [step, places] of missing)
		if (!free.has(step)) for (const place of places) deviations[place] = 'skipped';
	return { deviations, pairs };
}

/** Takes the place nearest to another out of a sorted list, of two the earlier; undefined where none is left. */
function takeNearest(places: number[], to: number): number | undefined {
	if (places.length === 0) return undefined;
	let low = 0;
	let high = places.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((places[middle] as number) < to) low = middle + 1;
		else high = middle;
	}
	const before = places[low - 1];
	const after = places[low];
	const earlier =
		before !== undefined && (after === undefined || to - before <= after - to) ? low - 1 : low;
	return places.splice(earlier, 1)[0];
}

/** Of each move that is a deviation its identity within the case, what it is, of which step and occurrence; '' of all others. */
function identitiesOf(
	moves: readonly AlignedMove[],
	deviations: readonly (FlowDeviation | null)[]
): string[] {
	const seen = new Map<number, number>();
	return moves.map(({ step }, at) => {
		const occurrence = (seen.get(step) ?? 0) + 1;
		seen.set(step, occurrence);
		const deviation = deviations[at] ?? null;
		return deviation === null ? '' : `${deviation} ${step} ${occurrence}`;
	});
}

/** Whether the path takes an inferred way from one step to another. */
function takesInference(
	moves: readonly AlignedMove[],
	{ inferred }: Pick<SopGraph, 'inferred'>
): boolean {
	let state = 0;
	return moves.some(({ kind, step }) => {
		if (kind === moveKinds.log) return false;
		const from = state;
		state = step;
		return from !== 0 && inferred(from, step);
	});
}

/**
 * Which moves between two synchronous ones rest on something inferred: on a way that the path takes between them, or, for
 * a log move, on a way that leads on from the step after which it stands.
 */
function restsOnInference(
	moves: readonly AlignedMove[],
	{ inferred, inferredFrom }: Pick<SopGraph, 'inferred' | 'inferredFrom'>,
	complete: boolean
): boolean[] {
	const rests: boolean[] = moves.map(() => false);
	let state = 0;
	let since = 0;
	let doubt = false;
	let missed = false;
	const close = (until: number) => {
		if (doubt) for (let at = since; at < until; at++) rests[at] = true;
	};
	moves.forEach(({ kind, step }, at) => {
		if (kind === moveKinds.log) {
			if (inferredFrom(state)) rests[at] = true;
			return;
		}
		if (inferred(state, step)) doubt = true;
		state = step;
		missed = kind === moveKinds.model;
		if (missed) return;
		close(at);
		since = at + 1;
		doubt = false;
	});
	if (complete && missed && inferred(state, 0)) doubt = true;
	close(moves.length);
	return rests;
}
