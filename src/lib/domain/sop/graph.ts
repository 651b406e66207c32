import { groupsOf } from './groups';
import type { Sop, Step } from './types';

type Graph = Pick<Sop, 'steps'>;

/** Steps by id. */
export function stepsById(sop: Graph): Map<string, Step> {
	return new Map(sop.steps.map((step) => [step.id, step]));
}

/** A way from one step directly to another, as cases may take it. */
export interface Way {
	from: string;
	to: string;
	/** The outcome that takes it; null where the step simply leads on. */
	condition: string | null;
	/** The edges of the document that it rests on; none between steps of a group. */
	edges: readonly { from: string; to: string }[];
}

/**
 * All ways between steps, by row, then as the row lists them. This order breaks ties everywhere. The steps of a group may be done in any order, each once: an edge to
 * one of them leads to each; each leads to the others, and on from the group, wherever an edge of one of them does.
 */
export function waysOf(sop: Graph): Way[] {
	const groups = groupsOf(sop);
	return sop.steps.flatMap(({ id, next }) => {
		const group = groups.get(id);
		const inside = (to: string) => group !== undefined && groups.get(to) === group;
		const onward = (group ?? [{ id, next }]).flatMap((step) =>
			step.next
				.filter((edge) => !inside(edge.to))
				.map((edge) => ({ ...edge, edges: [{ from: step.id, to: edge.to }] }))
		);
		const mates = group?.filter((mate) => mate.id !== id) ?? [];
		const found = new Map<string, Way>();
		const add = (to: string, { condition, edges }: Pick<Way, 'condition' | 'edges'>) => {
			const known = found.get(to);
			found.set(to, {
				...{ from: id, to, condition: known?.condition ?? condition },
				edges: [...(known?.edges ?? []), ...edges]
			});
		};
		for (const edge of onward)
			for (const to of groups.get(edge.to)?.map((step) => step.id) ?? [edge.to]) add(to, edge);
		for (const mate of mates) add(mate.id, { condition: null, edges: [] });
		return [...found.values()];
	});
}

/** Ids of the steps that may follow a step. */
export function successors(sop: Graph, id: string): string[] {
	return waysOf(sop).flatMap((way) => (way.from === id ? [way.to] : []));
}

/** Ids of the steps that may come right before a step, in the SOP's order. */
export function predecessors(sop: Graph, id: string): string[] {
	return waysOf(sop).flatMap((way) => (way.to === id ? [way.from] : []));
}

/** Steps that a case may begin with, of one flow or of all: with one of a group, with any of it. */
export function startSteps(sop: Graph, flow?: string): Step[] {
	return orOfGroup(sop, ({ start }) => start).filter(
		(step) => flow === undefined || step.flow === flow
	);
}

/** Steps that a case may end with: a group ends where one of its steps does. */
export function endSteps(sop: Graph): Step[] {
	return orOfGroup(sop, ({ end }) => end);
}

/** Steps of which something is said, and the others of their groups. */
function orOfGroup(sop: Graph, is: (step: Step) => boolean): Step[] {
	const groups = groupsOf(sop);
	return sop.steps.filter((step) => is(step) || groups.get(step.id)?.some(is));
}

/** A branch has more than one way on, each with its condition. */
export function isBranch(step: Step): boolean {
	return step.next.length > 1;
}

/** Ids reached from any start. */
export function reachableSteps(sop: Graph): Set<string> {
	const ways = waysOf(sop);
	return closure(startSteps(sop), (id) => ways.flatMap((way) => (way.from === id ? [way.to] : [])));
}

/** Ids from which some end can be reached, the ends included. */
export function stepsLeadingToEnd(sop: Graph): Set<string> {
	const ways = waysOf(sop);
	return closure(endSteps(sop), (id) => ways.flatMap((way) => (way.to === id ? [way.from] : [])));
}

/**
 * Ids of the steps whose completion completes a case: the ends, and a step from which only optional steps still lead to
 * an end (a letter that has been sent is answered, whether or not somebody telephones to ask if it arrived). Of a group it is
 * the last one whose completion does: the others that are not optional must be done as well.
 */
export function completingSteps(sop: Graph): Set<string> {
	const ways = waysOf(sop);
	const steps = stepsById(sop);
	const groups = groupsOf(sop);
	const omitted = (id: string) =>
		(groups.get(id) ?? [steps.get(id)]).every((step) => step?.optional ?? false);
	return closure(endSteps(sop), (id) =>
		omitted(id) ? ways.flatMap((way) => (way.to === id ? [way.from] : [])) : []
	);
}

function closure(from: readonly Step[], next: (id: string) => string[]): Set<string> {
	const seen = new Set(from.map((step) => step.id));
	for (const id of seen) for (const other of next(id)) seen.add(other);
	return seen;
}

/** Numbers of steps, milestones and limits of an SOP version, by id; steps count from 1 as in the document. */
export function stepNumbers(
	sop: Pick<Sop, 'steps' | 'milestones' | 'limits'>
): Map<string, number> {
	return new Map(
		[...sop.steps, ...sop.milestones, ...sop.limits].map(({ id }, index) => [id, index + 1])
	);
}
