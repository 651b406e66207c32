import { endSteps, startSteps, waysOf } from '../sop/graph';
import { groupsOf } from '../sop/groups';
import type { Sop } from '../sop/types';

/** A step of an SOP as other notations draw it. */
export interface FlowStep {
	/** Place in the document, from 1. */
	number: number;
	no: string;
	label: string;
	actors: readonly string[];
	optional: boolean;
}

/** A step, or the steps of a group, which may be done in any order: where it leads, and whether a case may begin or end with it. */
export interface FlowBlock {
	/** One, or all of a group. */
	steps: readonly FlowStep[];
	start: boolean;
	end: boolean;
	/** Places of the blocks that may follow, in the SOP's order, each with the outcome that takes the way. */
	next: readonly { to: number; condition: string | null }[];
}

/**
 * The flow of an SOP as conformance reads it, in the order of the document; a group stands where its first step does.
 * Milestones and limits are no part of the flow.
 */
export function flowBlocks(sop: Sop): FlowBlock[] {
	const groups = groupsOf(sop);
	const rows = sop.steps.flatMap((step) => {
		const members = groups.get(step.id) ?? [step];
		return members[0] === step ? [members] : [];
	});
	const block = new Map(rows.flatMap((steps, at) => steps.map(({ id }) => [id, at] as const)));
	const number = new Map(sop.steps.map(({ id }, at) => [id, at + 1]));
	const ways = waysOf(sop);
	const starts = new Set(startSteps(sop));
	const ends = new Set(endSteps(sop));
	return rows.map((steps, at) => {
		const next = new Map<number, string | null>();
		for (const { from, to, condition, edges } of ways) {
			const target = block.get(to);
			if (block.get(from) !== at || target === undefined || edges.length === 0) continue;
			if (!next.has(target)) next.set(target, condition);
		}
		return {
			steps: steps.map(({ id, no, activity, actors, optional }) => ({
				...{ number: number.get(id) ?? 0, no, label: activity, actors, optional }
			})),
			start: steps.some((step) => starts.has(step)),
			end: steps.some((step) => ends.has(step)),
			next: [...next].map(([to, condition]) => ({ to, condition }))
		};
	});
}
