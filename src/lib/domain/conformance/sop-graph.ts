import { completingSteps, startSteps, waysOf } from '../sop/graph';
import { groupsOf } from '../sop/groups';
import type { InferenceField, Sop } from '../sop/types';
import { stepOf } from './model';
import type { StepModel } from './model';
import { withGroups } from './any-order';

/** An SOP as sequences are aligned with it; steps by their number in the document, from 1. */
export interface SopGraph extends Omit<StepModel, 'free'> {
	optional: ReadonlySet<number>;
	/** Whether the way from one step to another is inferred: from 0 a start, to 0 an end. */
	inferred: (from: number, to: number) => boolean;
	/** Whether any way on from a step is. */
	inferredFrom: (from: number) => boolean;
}

/**
 * Turns an SOP into the graph that cases are aligned with. Edges stand in the order of the document, which decides ties; each
 * step of a group is done once, in any order, before the group is left. A case is complete after an end, and after a step
 * from which only optional steps still lead to one. A way into or out of a group is inferred where each edge it rests on is.
 * @param confirmed whether an office has confirmed an inferred value of a step; target of an edge, else ''
 */
export function sopGraph(
	sop: Pick<Sop, 'steps'>,
	confirmed: (stepId: string, field: InferenceField, target: string) => boolean = () => false
): SopGraph {
	const numbers = new Map(sop.steps.map(({ id }, index) => [id, index + 1]));
	const number = (id: string) => numbers.get(id) ?? 0;
	const steps = new Map(sop.steps.map((step) => [step.id, step]));
	const open = (id: string, field: InferenceField, target: string) =>
		!confirmed(id, field, target) &&
		(steps.get(id)?.inferences ?? []).some(
			(inference) => inference.field === field && (inference.target ?? '') === target
		);
	const groups = groupsOf(sop);
	const together = (id: string) => groups.get(id)?.map((member) => member.id) ?? [id];
	// Asked for at each move of each sequence: a number for each way, so that no text is made.
	const width = sop.steps.length + 1;
	const inferred = new Set<number>();
	const doubtful = new Set<number>();
	const infer = (from: number, to: number) => {
		inferred.add(from * width + to);
		doubtful.add(from);
	};
	const onward: number[][] = sop.steps.map(() => []);
	for (const { from, to, edges } of waysOf(sop)) {
		onward[number(from) - 1]?.push(number(to));
		if (edges.length > 0 && edges.every((edge) => open(edge.from, 'next', edge.to)))
			infer(number(from), number(to));
	}
	const said = (id: string, field: 'start' | 'end') =>
		together(id).filter((member) => steps.get(member)?.[field]);
	for (const { id } of sop.steps)
		for (const field of ['start', 'end'] as const) {
			const members = said(id, field);
			if (members.length === 0 || !members.every((member) => open(member, field, ''))) continue;
			if (field === 'start') infer(0, number(id));
			else infer(number(id), 0);
		}
	const optional = new Set(
		sop.steps.flatMap(({ id, ...step }) => (step.optional ? [number(id)] : []))
	);
	return {
		...withGroups(
			{
				size: sop.steps.length,
				successors: [startSteps(sop).map(({ id }) => number(id)), ...onward],
				ends: new Set([...completingSteps(sop)].map(number))
			},
			[...new Set(groups.values())].map((members) => members.map(({ id }) => number(id))),
			optional
		),
		optional,
		inferred: (from, to) => inferred.has(from * width + to),
		inferredFrom: (from) => doubtful.has(from)
	};
}

/** The ways of a graph without those from step to step that are inferred, by state. */
export function certainWays(
	graph: Pick<SopGraph, 'size' | 'successors' | 'inferred' | 'copies'>
): number[][] {
	return graph.successors.map((targets, state) => {
		const from = stepOf(graph, state);
		return targets.filter((target) => from === 0 || !graph.inferred(from, stepOf(graph, target)));
	});
}
