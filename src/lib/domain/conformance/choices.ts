import type { Aligner, AlignedMove } from './align';
import { moveKinds } from './moves';

/** How a sequence is read in which a text stands for several steps. */
export interface SettledReading {
	moves: AlignedMove[];
	/** Places of the moves of which it stays open which step they mean. */
	open: ReadonlySet<number>;
	/** Readings that cost no more, in which an event means another step. */
	others: AlignedMove[][];
}

/**
 * Settles which step each text of several steps means. On the path the alignment has chosen; it stays open where reading the
 * sequence with another step in its place costs no more. Off the path it is the step that the path misses, else one that is done
 * elsewhere; where none is, or several are, it stays open too. What stays open accuses nobody.
 * @param moves the alignment of the sequence, and its cost
 * @param complete as the sequence was aligned
 */
export function settleChoices(
	aligner: Pick<Aligner, 'align'>,
	choices: ReadonlyMap<number, readonly number[]>,
	given: { sequence: readonly number[]; complete: boolean; moves: AlignedMove[]; cost: number }
): SettledReading {
	const { sequence, complete, cost } = given;
	const open = new Set<number>();
	const others: AlignedMove[][] = [];
	given.moves.forEach(({ kind, index, step }, at) => {
		if (kind !== moveKinds.synchronous) return;
		for (const other of choices.get(sequence[index] ?? 0) ?? []) {
			if (other === step) continue;
			const read = aligner.align(sequence.with(index, other), complete);
			if (read?.cost !== cost) continue;
			if (!read.moves.some((move) => move.index === index && move.kind === kind)) continue;
			open.add(at);
			others.push(settleOffPath(read.moves, choices).moves);
		}
	});
	const { moves, doubtful } = settleOffPath(given.moves, choices);
	for (const at of doubtful) open.add(at);
	return { moves, open, others };
}

/** What stands off the path: a step that the path misses is meant once for each time that it misses it. */
function settleOffPath(
	moves: readonly AlignedMove[],
	choices: ReadonlyMap<number, readonly number[]>
): { moves: AlignedMove[]; doubtful: number[] } {
	const missing = new Map<number, number>();
	const done = new Set<number>();
	const count = (step: number, by: number) => missing.set(step, (missing.get(step) ?? 0) + by);
	for (const { kind, step } of moves) {
		if (kind === moveKinds.synchronous) done.add(step);
		else count(step, kind === moveKinds.model ? 1 : -1);
	}
	const doubtful: number[] = [];
	const settled = moves.map((move, at) => {
		const steps = move.kind === moveKinds.log ? choices.get(move.step) : undefined;
		if (!steps) return move;
		const missed = steps.filter((step) => (missing.get(step) ?? 0) > 0);
		const fitting = missed.length > 0 ? missed : steps.filter((step) => done.has(step));
		const [step] = fitting;
		if (fitting.length !== 1) doubtful.push(at);
		if (step === undefined) return move;
		if (missed.length > 0) count(step, -1);
		return { ...move, step };
	});
	return { moves: settled, doubtful };
}
