import type { Edge, Sop, Step } from './types';

type Graph = Pick<Sop, 'steps'>;

/** One edge of the flow with where it starts. `back` marks a loop: it leads to its own or an earlier row. */
export interface FlowEdge extends Edge {
	from: string;
	back: boolean;
	/** Rows between the two ends, 0 for neighbours; drawings route long edges outside. */
	span: number;
}

/** Steps by id. */
export function stepsById(sop: Graph): Map<string, Step> {
	return new Map(sop.steps.map((step) => [step.id, step]));
}

/** All edges in the SOP's own order: by row, then as the row lists them. This order breaks ties everywhere. */
export function flowEdges(sop: Graph): FlowEdge[] {
	const row = new Map(sop.steps.map((step, index) => [step.id, index]));
	return sop.steps.flatMap((step, index) =>
		step.next.map((edge) => {
			const to = row.get(edge.to) ?? index;
			return {
				...edge,
				from: step.id,
				back: to <= index,
				span: Math.max(0, Math.abs(to - index) - 1)
			};
		})
	);
}

/**
 * Ids of the steps that may follow a step: its edges, then the other steps of its any-order group.
 */
export function successors(sop: Graph, id: string): string[] {
	const step = sop.steps.find((candidate) => candidate.id === id);
	if (!step) return [];
	const mates = sop.steps.filter((other) => step.group !== null && other.group === step.group);
	const ids = [...step.next.map((edge) => edge.to), ...mates.map((mate) => mate.id)];
	return [...new Set(ids)].filter(
		(next) => next !== id || step.next.some((edge) => edge.to === id)
	);
}

/** Ids of the steps that may come right before a step, in the SOP's order. */
export function predecessors(sop: Graph, id: string): string[] {
	return sop.steps.filter((step) => successors(sop, step.id).includes(id)).map((step) => step.id);
}

/** Start steps, of one flow or of all. */
export function startSteps(sop: Graph, flow?: string): Step[] {
	return sop.steps.filter((step) => step.start && (flow === undefined || step.flow === flow));
}

/** End steps, of one flow or of all. */
export function endSteps(sop: Graph, flow?: string): Step[] {
	return sop.steps.filter((step) => step.end && (flow === undefined || step.flow === flow));
}

/** A branch has more than one way on, each with its condition. */
export function isBranch(step: Step): boolean {
	return step.next.length > 1;
}

/** Ids reached from any start. */
export function reachableSteps(sop: Graph): Set<string> {
	return closure(
		startSteps(sop).map((step) => step.id),
		(id) => successors(sop, id)
	);
}

/** Ids from which some end can be reached, the ends included. */
export function stepsLeadingToEnd(sop: Graph): Set<string> {
	return closure(
		endSteps(sop).map((step) => step.id),
		(id) => predecessors(sop, id)
	);
}

/** Ids that lie on a loop: from them the flow can come back to them. */
export function stepsOnLoop(sop: Graph): Set<string> {
	const steps = stepsById(sop);
	const onward = (id: string) => steps.get(id)?.next.map((edge) => edge.to) ?? [];
	return new Set([...steps.keys()].filter((id) => closure(onward(id), onward).has(id)));
}

/**
 * Ids of the steps whose completion completes a case: the ends, and a step from which only optional steps still lead to
 * an end (a letter that has been sent is answered, whether or not somebody telephones to ask if it arrived).
 */
export function completingSteps(sop: Graph): Set<string> {
	const steps = stepsById(sop);
	return closure(
		endSteps(sop).map((step) => step.id),
		(id) => (steps.get(id)?.optional ? predecessors(sop, id) : [])
	);
}

/**
 * The complete path of a flow with the fewest steps that are not optional, as step ids; ties go to the SOP's order of
 * edges. Null where no path leads from a start to an end.
 */
export function shortestCompletePath(sop: Graph, flow: string): string[] | null {
	const steps = stepsById(sop);
	const cost = (id: string) => (steps.get(id)?.optional ? 0 : 1);
	const best = new Map<string, { cost: number; path: string[] }>();
	const queue = startSteps(sop, flow).map((step) => ({ cost: cost(step.id), path: [step.id] }));
	while (queue.length > 0) {
		queue.sort((a, b) => a.cost - b.cost);
		const reached = queue.shift();
		const id = reached?.path.at(-1);
		if (reached === undefined || id === undefined || best.has(id)) continue;
		best.set(id, reached);
		if (steps.get(id)?.end) return reached.path;
		for (const edge of steps.get(id)?.next ?? []) {
			queue.push({ cost: reached.cost + cost(edge.to), path: [...reached.path, edge.to] });
		}
	}
	return null;
}

function closure(from: string[], next: (id: string) => string[]): Set<string> {
	const seen = new Set(from);
	for (const id of seen) for (const other of next(id)) seen.add(other);
	return seen;
}
