/**
 * An SOP as an automaton over step numbers 1…size; state 0 is "nothing done yet", state s is "s was the last
 * step". `successors[0]` are the starts. The order of edges is the SOP's and decides ties.
 */
export interface StepModel {
	size: number;
	/** By state, the states that may follow. */
	successors: readonly (readonly number[])[];
	/** States in which a case may be complete. */
	ends: ReadonlySet<number>;
	/** Steps whose absence costs nothing: optional ones, and ones that the imports cannot show. */
	free: ReadonlySet<number>;
	/** What an entry of a sequence that stands for a text of several steps may mean, in the order of the document. */
	choices?: ReadonlyMap<number, readonly number[]>;
	/** The step that was last in state size + 1, size + 2, …: where it matters what was done before it. */
	copies?: readonly number[];
}

/** The step that was last in a state; 0 where nothing is done yet. */
export function stepOf(
	{ size, copies }: Pick<StepModel, 'size' | 'copies'>,
	state: number
): number {
	return state <= size ? state : (copies?.[state - size - 1] ?? 0);
}

/** A model whose steps are its states: events mean each state of their step, and with the step the states are free. */
export function statesOf(model: StepModel): StepModel {
	const { size, copies, free, choices } = model;
	if (copies === undefined) return model;
	const states = new Map<number, number[]>();
	for (let state = 1; state <= size + copies.length; state++) {
		const step = stepOf(model, state);
		states.set(step, [...(states.get(step) ?? []), state]);
	}
	const all = (step: number) => states.get(step) ?? [step];
	return {
		...model,
		size: size + copies.length,
		free: new Set([...free].flatMap(all)),
		choices: new Map([
			...[...states].filter(([, of]) => of.length > 1),
			...[...(choices ?? [])].map(([entry, steps]) => [entry, steps.flatMap(all)] as const)
		])
	};
}

/** More than any alignment costs. */
export const unreachable = 2 ** 30;

/** Least costs of model moves alone, between the states of an SOP, and how many of those moves are free. */
export interface Reach {
	/** From a state to one that leads to a step: [step × states + state]. */
	costToStep: Int32Array;
	freeToStep: Int32Array;
	/** From a state to an end. */
	costToEnd: Int32Array;
	freeToEnd: Int32Array;
}

/** Works out what reading any sequence along an SOP needs, by Floyd and Warshall. */
export function reachOf(model: StepModel): Reach {
	const states = model.size + 1;
	const cost = new Int32Array(states * states).fill(unreachable);
	const free = new Int32Array(states * states);
	const offer = (at: number, newCost: number, newFree: number) => {
		const known = cost[at] ?? 0;
		if (newCost < known || (newCost === known && newFree < (free[at] ?? 0))) {
			cost[at] = newCost;
			free[at] = newFree;
		}
	};
	for (let state = 0; state < states; state++) offer(state * states + state, 0, 0);
	model.successors.forEach((targets, state) => {
		for (const target of targets) {
			const isFree = model.free.has(target);
			offer(state * states + target, isFree ? 0 : 1, isFree ? 1 : 0);
		}
	});
	for (let via = 0; via < states; via++)
		for (let from = 0; from < states; from++) {
			const first = from * states + via;
			if (cost[first] === unreachable) continue;
			for (let to = 0; to < states; to++) {
				const second = via * states + to;
				if (cost[second] === unreachable) continue;
				const newCost = (cost[first] ?? 0) + (cost[second] ?? 0);
				offer(from * states + to, newCost, (free[first] ?? 0) + (free[second] ?? 0));
			}
		}
	const nearest = (from: number, targets: Iterable<number>): [number, number] => {
		let best: [number, number] = [unreachable, 0];
		for (const target of targets) {
			const at = from * states + target;
			const [newCost, newFree] = [cost[at] ?? unreachable, free[at] ?? 0];
			if (newCost < best[0] || (newCost === best[0] && newFree < best[1]))
				best = [newCost, newFree];
		}
		return best;
	};
	const reach: Reach = {
		costToStep: new Int32Array(states * states).fill(unreachable),
		freeToStep: new Int32Array(states * states),
		costToEnd: new Int32Array(states).fill(unreachable),
		freeToEnd: new Int32Array(states)
	};
	const before = Array.from({ length: states }, (_, step) =>
		model.successors.flatMap((targets, state) => (targets.includes(step) ? [state] : []))
	);
	for (let state = 0; state < states; state++) {
		for (let step = 1; step < states; step++)
			[reach.costToStep[step * states + state], reach.freeToStep[step * states + state]] = nearest(
				state,
				before[step] ?? []
			);
		[reach.costToEnd[state], reach.freeToEnd[state]] = nearest(state, model.ends);
	}
	return reach;
}
