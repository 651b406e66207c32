import type { InferenceField, Sop } from './types';

/** A value of an SOP that its document does not show plainly, and where it stands. */
export interface InferredValue {
	/** Step or limit id; '' for a value of the SOP as a whole. */
	stepId: string;
	field: InferenceField;
	/** Of an edge: the step it leads to; '' for all other fields. */
	target: string;
	reason: string;
}

/** Every inferred value of an SOP: its own first, then step by step, then limit by limit. */
export function inferredValues(sop: Pick<Sop, 'inferences' | 'steps' | 'limits'>): InferredValue[] {
	return [{ id: '', inferences: sop.inferences }, ...sop.steps, ...sop.limits].flatMap(
		({ id, inferences }) =>
			inferences.map(({ field, target = '', reason }) => ({ stepId: id, field, target, reason }))
	);
}
