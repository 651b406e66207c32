import { normaliseActivity } from './normalise';
import type { InferenceField, Limit, Sop, Step } from './types';

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

/** What of an inferred value somebody confirms: of which step, by its words, and the value itself. */
export interface StatedValue {
	/** The activity of the step or the title of the limit, normalised; '' for the SOP as a whole. */
	subject: string;
	/** As the document writes it. */
	value: string;
}

/**
 * What an inferred value says, so that a confirmation holds for another version of the SOP only where that one says
 * the same of the same step: numbers move when a row is added, words do not.
 */
export function statedValue(
	sop: Sop,
	{ stepId, field, target }: Pick<InferredValue, 'stepId' | 'field' | 'target'>
): StatedValue {
	const step = sop.steps.find(({ id }) => id === stepId);
	const limit = sop.limits.find(({ id }) => id === stepId);
	const subject = normaliseActivity(step?.activity ?? limit?.title ?? '');
	return { subject, value: valueOf(sop, step ?? limit, field, target) };
}

function valueOf(
	sop: Sop,
	of: Step | Limit | undefined,
	field: InferenceField,
	target: string
): string {
	const limit = of && 'from' in of ? of : undefined;
	const point = (id: string) =>
		normaliseActivity(
			sop.steps.find((step) => step.id === id)?.activity ??
				sop.milestones.find((milestone) => milestone.id === id)?.title ??
				id
		);
	switch (field) {
		case 'actors':
			return (of?.actors ?? []).join('\n');
		case 'columns':
			return sop.actors.join('\n');
		case 'time':
			return of?.time ?? '';
		case 'clock':
			return of?.budget?.clock ?? '';
		case 'start':
			return limit ? point(limit.from) : '';
		case 'end':
			return limit ? point(limit.to) : '';
		case 'optional':
			return '';
		case 'next': {
			const step = sop.steps.find(({ id }) => id === of?.id);
			const edge = step?.next.find(({ to }) => to === target);
			return [point(target), edge?.condition ?? ''].join('\n');
		}
		case 'effective':
			return sop.effectiveFrom ?? '';
		case 'signatory':
			return sop.header.signatory?.name ?? '';
		case 'total':
			return [sop.statedTotal ?? '', sop.statedTotalKind].join('\n');
	}
}
