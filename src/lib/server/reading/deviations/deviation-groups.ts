import type { Reading } from '../../database/store';
import { deviationParams, type DeviationFilters } from './deviation-filters';
import { deviationCategoryName, deviationKindName, partyName } from '../names';
import type { Scope } from '../scope';

/** How many deviations are in each state; they add up to `total`. */
export interface DeviationCounts {
	total: number;
	/** Neither excused nor provisional. */
	open: number;
	excused: number;
	provisional: number;
	/** Of the open ones, the berat ones. */
	severe: number;
	/** Of the open ones, those that nobody has explained, decided or excused. */
	unfollowed: number;
	/** Of all, those of steps whose actor is the supplier. */
	supplier: number;
}

/** A group of the list with the filter that shows only it. */
export interface DeviationGroup extends DeviationCounts {
	value: string;
	label: string;
	/** Of a kind its category, of a step its SOP. */
	detail: string;
	/** Of a step or a cause, the code of its SOP. */
	process: string | null;
	/** Of a step or a cause, the number that the SOP gives its step; null where it gives none. */
	no: string | null;
	/** Of a cause, the id of its step; null where it has none. */
	step: string | null;
}

/** What a list of deviations comes to. */
export interface DeviationSummary {
	counts: DeviationCounts;
	severities: Record<string, number>;
	/** The office's own, and those of suppliers' steps where there are any. */
	parties: DeviationGroup[];
	/** How many follow-ups stand in each state. */
	follows: Record<string, number>;
	/** Departures from the quality standard and the flow. */
	kinds: DeviationGroup[];
	/** Departures from a case's own schedule, which are no part of a quality standard. */
	schedule: DeviationGroup[];
	steps: DeviationGroup[];
	actors: DeviationGroup[];
	/** A kind at a step: what one explanation may fit. */
	causes: DeviationGroup[];
	/** The cases with most. */
	cases: DeviationGroup[];
}

const NOTHING: DeviationCounts = {
	total: 0,
	open: 0,
	excused: 0,
	provisional: 0,
	severe: 0,
	unfollowed: 0,
	supplier: 0
};

/**
 * Counts the deviations that a list holds: as a whole, by severity, kind, step, accountable actor, cause and case, the
 * most open ones first. A deviation of a step with several actors counts for each of them.
 */
export async function summariseDeviations(
	store: Reading,
	given: { scope: Scope; filters: DeviationFilters }
): Promise<DeviationSummary> {
	const rows = await store.kept('deviations/groups', deviationParams(given.scope, given.filters));
	const of = (facet: string) => rows.filter((row) => row.facet === facet);
	const group = (row: (typeof rows)[number], label: string, detail: string): DeviationGroup => ({
		...counts(row),
		value: row.value ?? '',
		label,
		detail,
		process: row.process,
		no: row.step_no,
		step: row.step_id
	});
	const kinds = of('kind').map((row) =>
		group(row, deviationKindName(row.value ?? ''), deviationCategoryName(row.label ?? ''))
	);
	const all = of('all')[0];
	return {
		counts: all ? counts(all) : NOTHING,
		severities: Object.fromEntries(of('severity').map((row) => [row.value ?? '', row.total])),
		parties: of('party').map((row) => group(row, partyName(row.value === 'supplier'), '')),
		follows: Object.fromEntries(of('follow').map((row) => [row.value ?? '', row.total])),
		kinds: kinds.filter(({ value }) => value !== 'late_schedule'),
		schedule: kinds.filter(({ value }) => value === 'late_schedule'),
		steps: of('step').map((row) => group(row, stepLabel(row), row.process_title ?? '')),
		actors: of('actor').map((row) => group(row, row.value ?? '', '')),
		causes: of('cause').map((row) => {
			const kind = deviationKindName(row.value ?? '');
			const step = row.step_id === null ? '' : ` · ${stepLabel(row)}`;
			return group(row, kind + step, row.process_title ?? '');
		}),
		cases: of('case').map((row) => group(row, row.label ?? '', row.process_title ?? ''))
	};
}

/** A limit, and a step of a log without numbers, goes by its words alone. */
function stepLabel({ step_no, label }: { step_no: string | null; label: string | null }): string {
	return [step_no, label].filter(Boolean).join(' · ');
}

function counts(row: DeviationCounts): DeviationCounts {
	const { total, open, excused, provisional, severe, unfollowed, supplier } = row;
	return { total, open, excused, provisional, severe, unfollowed, supplier };
}
