import { completingSteps, successors } from '../sop/graph';
import type { InferenceField, Sop } from '../sop/types';
import type { StepModel } from './model';

/** An SOP as sequences are aligned with it; steps by their number in the document, from 1. */
export interface SopGraph extends Omit<StepModel, 'free'> {
	optional: ReadonlySet<number>;
	/** Whether the way from one step to another is inferred: from 0 a start, to 0 an end. */
	inferred: (from: number, to: number) => boolean;
	/** Whether any way on from a step is. */
	inferredFrom: (from: number) => boolean;
}

/**
 * Turns an SOP into the graph that cases are aligned with. Edges stand in the order of the document, which decides ties;
 * steps of a group lead to one another. A case is complete after an end, and after a step from which only optional steps
 * still lead to one.
 * @param confirmed whether an office has confirmed an inferred value of a step; target of an edge, else ''
 */
export function sopGraph(
	sop: Pick<Sop, 'steps'>,
	confirmed: (stepId: string, field: InferenceField, target: string) => boolean = () => false
): SopGraph {
	const numbers = new Map(sop.steps.map(({ id }, index) => [id, index + 1]));
	const number = (id: string) => numbers.get(id) ?? 0;
	const open = (step: Sop['steps'][number], field: InferenceField, target: string) =>
		!confirmed(step.id, field, target) &&
		step.inferences.some(
			(inference) => inference.field === field && (inference.target ?? '') === target
		);
	const starts: number[] = [];
	const onward: number[][] = [];
	// Asked for at each move of each sequence: a number for each way, so that no text is made.
	const width = sop.steps.length + 1;
	const inferred = new Set<number>();
	const doubtful = new Set<number>();
	const infer = (from: number, to: number) => {
		inferred.add(from * width + to);
		doubtful.add(from);
	};
	const completing = completingSteps(sop);
	for (const step of sop.steps) {
		const from = number(step.id);
		if (step.start) starts.push(from);
		if (open(step, 'start', '')) infer(0, from);
		if (open(step, 'end', '')) infer(from, 0);
		onward.push(successors(sop, step.id).map(number));
		for (const { to } of step.next) if (open(step, 'next', to)) infer(from, number(to));
	}
	return {
		size: sop.steps.length,
		successors: [starts, ...onward],
		ends: new Set([...completing].map(number)),
		optional: new Set(sop.steps.flatMap((step) => (step.optional ? [number(step.id)] : []))),
		inferred: (from, to) => inferred.has(from * width + to),
		inferredFrom: (from) => doubtful.has(from)
	};
}

/** The ways of a graph without those from step to step that are inferred. */
export function certainWays({
	successors,
	inferred
}: Pick<SopGraph, 'successors' | 'inferred'>): number[][] {
	return successors.map((targets, from) =>
		targets.filter((target) => from === 0 || !inferred(from, target))
	);
}
