import { stepOf } from '$lib/domain/conformance/model';
import type { SopGraph } from '$lib/domain/conformance/sop-graph';

/** A move as vectors write it: `=` synchronous, `+` log, `-` model, then the number of the step (0: none). */
export interface FoundMove {
	kind: '=' | '+' | '-';
	step: number;
}

/**
 * The best of all alignments by trying every one of them, cheapest first: of those of least cost the one with most
 * synchronous and fewest free moves, of these the first by synchronous < log < model and the order of edges. Slow, and
 * written from the definition, not from the aligner.
 */
export function tryAll(
	graph: SopGraph,
	sequence: readonly number[],
	completed: boolean
): { moves: FoundMove[]; cost: number } {
	for (let limit = 0; ; limit++) {
		let best: { moves: FoundMove[]; synchronous: number; free: number } | undefined;
		const path: FoundMove[] = [];
		const seek = (index: number, state: number, cost: number, idle: number): void => {
			// A path that goes round in free moves alone gains nothing.
			if (cost > limit || idle > graph.successors.length) return;
			if (index === sequence.length && (!completed || graph.ends.has(state))) {
				const synchronous = path.filter(({ kind }) => kind === '=').length;
				const free = path.filter(
					(move) => move.kind === '-' && graph.optional.has(move.step)
				).length;
				if (
					cost === limit &&
					(!best ||
						synchronous > best.synchronous ||
						(synchronous === best.synchronous && free < best.free))
				)
					best = { moves: [...path], synchronous, free };
				if (!completed) return;
			}
			const event = sequence[index];
			const go = (move: FoundMove, [to, at, costs, waits]: [number, number, number, number]) => {
				path.push(move);
				seek(to, at, costs, waits);
				path.pop();
			};
			const onward = (graph.successors[state] ?? []).map((to) => ({ to, step: stepOf(graph, to) }));
			const match = onward.find(({ step }) => step === event);
			if (event !== undefined && match)
				go({ kind: '=', step: event }, [index + 1, match.to, cost, 0]);
			if (event !== undefined) go({ kind: '+', step: event }, [index + 1, state, cost + 1, 0]);
			for (const { to, step: next } of onward) {
				const free = graph.optional.has(next);
				go({ kind: '-', step: next }, [index, to, cost + (free ? 0 : 1), free ? idle + 1 : 0]);
			}
		};
		seek(0, 0, 0, 0);
		if (best) return { moves: best.moves, cost: limit };
	}
}
