import { successors } from '../sop/graph';
import type { Sop } from '../sop/types';

/** A step of an SOP as other notations draw it: where it leads, and whether a case may begin or end with it. */
export interface FlowNode {
	id: string;
	no: string;
	label: string;
	actors: readonly string[];
	start: boolean;
	end: boolean;
	optional: boolean;
	/** Ids of the steps that may follow, in the SOP's order, each with the outcome that takes the way. */
	next: readonly { to: string; condition: string | null }[];
}

/**
 * The flow of an SOP as conformance reads it: its edges, then the ways between the steps of a group that may be done in
 * any order. Milestones and limits are no part of the flow.
 */
export function flowNodes(sop: Sop): FlowNode[] {
	return sop.steps.map((step) => ({
		id: step.id,
		no: step.no,
		label: step.activity,
		actors: step.actors,
		start: step.start,
		end: step.end,
		optional: step.optional,
		next: successors(sop, step.id).map((to) => ({
			to,
			condition: step.next.find((edge) => edge.to === to)?.condition ?? null
		}))
	}));
}
