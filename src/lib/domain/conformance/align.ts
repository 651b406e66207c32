import { reachOf, statesOf, stepOf, unreachable } from './model';
import type { Reach, StepModel } from './model';
import { moveKinds } from './moves';

/** One move of an alignment. */
export interface AlignedMove {
	kind: (typeof moveKinds)[keyof typeof moveKinds];
	/** Index of the event in the sequence, from 0; −1 for a model move. */
	index: number;
	/** Step number; 0 for a log move of an event outside the SOP; of a text of several steps its entry, where it is a log move. */
	step: number;
}

export interface Alignment {
	moves: AlignedMove[];
	/** Log moves, and model moves of steps that are not free. */
	cost: number;
}

/**
 * Reads sequences along an SOP at least cost: synchronous moves 0, log moves 1, model moves 1 (0 for free steps); to
 * an end when complete, else as a prefix of a complete path. Exact: a dynamic programme over (events read, state), after
 * van der Aalst, Adriansyah and van Dongen, Replaying history on process models for conformance checking (2012). Ties:
 * most synchronous moves, then fewest free moves, then the first list by synchronous < log < model and the SOP's
 * order of edges. A text that the SOP gives to several steps moves with any of them, whichever costs least. Time and memory
 * grow with events × states, which are the steps where no group may be done in any order.
 */
export class Aligner {
	readonly #model: StepModel;
	/** The step of each state that is a copy of one; undefined where each state is its step. */
	readonly #steps: Int32Array | undefined;
	readonly #states: number;
	readonly #reach: Reach;
	/** Whether the SOP leads from a state directly to a step: [step × states + state]. */
	readonly #leads: Uint8Array;
	/** Of reading the rest, [events read × states + state]: cost, and what decides among equal costs. */
	#costs = new Int32Array(0);
	#ranks = new Float64Array(0);

	constructor(given: StepModel) {
		const model = statesOf(given);
		this.#model = model;
		this.#states = model.size + 1;
		if (given.copies)
			this.#steps = Int32Array.from({ length: this.#states }, (_, state) => stepOf(given, state));
		this.#reach = reachOf(model);
		this.#leads = new Uint8Array(this.#states * this.#states);
		model.successors.forEach((targets, state) => {
			for (const target of targets) this.#leads[target * this.#states + state] = 1;
		});
	}

	/** Cost of the shortest complete path; undefined where no end can be reached. */
	get shortestPath(): number | undefined {
		const cost = this.#reach.costToEnd[0] ?? unreachable;
		return cost === unreachable ? undefined : cost;
	}

	/**
	 * @param sequence the step of each event in order, 0 for one outside the SOP
	 * @param complete whether the case ended, so that the rest of the path is missing
	 * @returns undefined when the SOP has no complete path at all
	 */
	align(sequence: readonly number[], complete: boolean): Alignment | undefined {
		// Of each free move less than a synchronous one weighs, however many there are.
		const synchronous = this.#model.free.size * (sequence.length + 1) + 1;
		this.#value(sequence, complete, synchronous);
		if ((this.#costs[0] ?? unreachable) >= unreachable) return undefined;
		return { cost: this.#costs[0] ?? 0, moves: this.#walk(sequence, complete, synchronous) };
	}

	#value(sequence: readonly number[], complete: boolean, synchronous: number): void {
		const states = this.#states;
		const size = (sequence.length + 1) * states;
		if (this.#costs.length < size) {
			this.#costs = new Int32Array(size * 2);
			this.#ranks = new Float64Array(size * 2);
		}
		const costs = this.#costs;
		const ranks = this.#ranks;
		const { costToStep, freeToStep, costToEnd, freeToEnd } = this.#reach;
		// Read once: it is asked for at each place and state.
		const never = unreachable;
		const last = sequence.length * states;
		for (let state = 0; state < states; state++) {
			costs[last + state] = complete ? (costToEnd[state] as number) : 0;
			ranks[last + state] = complete ? (freeToEnd[state] as number) : 0;
		}
		for (let index = sequence.length - 1; index >= 0; index--) {
			const here = index * states;
			const next = here + states;
			const entry = sequence[index] ?? 0;
			const choices = this.#model.choices?.get(entry);
			const step = choices ? (choices[0] ?? 0) : entry;
			const afterCost = step === 0 ? never : (costs[next + step] as number);
			const afterRank = (ranks[next + step] as number) - synchronous;
			for (let state = 0; state < states; state++) {
				const logged = costs[next + state] as number;
				let cost = logged < never ? logged + 1 : never;
				let rank = ranks[next + state] as number;
				const way = step * states + state;
				const ahead = costToStep[way] as number;
				if (afterCost < never && ahead < never) {
					const matchCost = ahead + afterCost;
					const matchRank = (freeToStep[way] as number) + afterRank;
					if (matchCost < cost || (matchCost === cost && matchRank <= rank)) {
						cost = matchCost;
						rank = matchRank;
					}
				}
				costs[here + state] = cost;
				ranks[here + state] = rank;
			}
			for (const other of choices?.slice(1) ?? []) this.#offer(other, here, synchronous);
		}
	}

	/** Takes another step that an event may mean, wherever reading on with it costs less. */
	#offer(step: number, here: number, synchronous: number): void {
		const states = this.#states;
		const [costs, ranks] = [this.#costs, this.#ranks];
		const { costToStep, freeToStep } = this.#reach;
		const after = here + states + step;
		for (let state = 0; state < states; state++) {
			const way = step * states + state;
			const cost = Math.min(unreachable, (costToStep[way] as number) + (costs[after] as number));
			const rank = (freeToStep[way] as number) + (ranks[after] as number) - synchronous;
			const known = costs[here + state] as number;
			if (cost < known || (cost === known && rank < (ranks[here + state] as number))) {
				costs[here + state] = cost;
				ranks[here + state] = rank;
			}
		}
	}

	/** Follows the least cost from the start, at each place by the first move that keeps it. */
	#walk(sequence: readonly number[], complete: boolean, synchronous: number): AlignedMove[] {
		const states = this.#states;
		const { free, ends, successors } = this.#model;
		const steps = this.#steps;
		const costs = this.#costs;
		const ranks = this.#ranks;
		const moves: AlignedMove[] = [];
		let index = 0;
		let state = 0;
		for (;;) {
			const cost = costs[index * states + state] as number;
			const rank = ranks[index * states + state] as number;
			if (index === sequence.length) {
				if (!complete || (cost === 0 && rank === 0 && ends.has(state))) return moves;
			} else {
				const entry = sequence[index] as number;
				const next = (index + 1) * states;
				const choices = this.#model.choices?.get(entry);
				// Of a text of several steps the first that keeps the cost; where none does, any, which does not either.
				const step =
					choices?.find(
						(one) =>
							this.#leads[one * states + state] === 1 &&
							costs[next + one] === cost &&
							(ranks[next + one] as number) - synchronous === rank
					) ??
					choices?.[0] ??
					entry;
				if (
					step !== 0 &&
					this.#leads[step * states + state] === 1 &&
					costs[next + step] === cost &&
					(ranks[next + step] as number) - synchronous === rank
				) {
					moves.push({ kind: moveKinds.synchronous, index, step: steps?.[step] ?? step });
					state = step;
					index++;
					continue;
				}
				if (1 + (costs[next + state] as number) === cost && ranks[next + state] === rank) {
					moves.push({ kind: moveKinds.log, index, step: entry });
					index++;
					continue;
				}
			}
			const target = (successors[state] ?? []).find((to) => {
				const at = index * states + to;
				const isFree = free.has(to);
				return (
					(costs[at] as number) + (isFree ? 0 : 1) === cost &&
					(ranks[at] as number) + (isFree ? 1 : 0) === rank
				);
			});
			if (target === undefined) throw new Error('an alignment without a next move');
			moves.push({ kind: moveKinds.model, index: -1, step: steps?.[target] ?? target });
			state = target;
		}
	}
}
