import { filterHref, type Filters } from '$lib/domain/filters/filters';
import { ALL, rangePeriod, type Period } from '$lib/domain/filters/period';

/**
 * What the page counts as late: completed, and neither excused nor resting on an inferred value. Steps that are late and not
 * completed yet are counted with the cases that need somebody.
 */
const LATE = { kind: 'late_step', state: 'open', progress: 'done' } as const;

/** Where the rows behind the figures of this page are, under the filters of the page. */
export function overviewLinks(given: Filters) {
	// The page counts all states, so its rows are those of all states.
	const filters: Filters = { ...given, status: null };
	const deviations = (
		own: Record<string, string | null> = {},
		other: Partial<Filters> = {}
	): string => filterHref('/deviations', { ...filters, ...other }, own);
	return {
		deviations,
		/** Late step occurrences, of one step or of all. */
		late: (
			own: { sop?: string; step?: string; period?: Period; party?: 'office' | 'supplier' } = {}
		): string =>
			deviations(
				{ ...LATE, step: own.step ?? null, party: own.party ?? 'office' },
				{
					...(own.sop === undefined ? {} : { sop: own.sop }),
					...(own.period === undefined ? {} : { period: own.period })
				}
			),
		/** Late step occurrences for which an actor is accountable; null groups all of them by actor. */
		lateOf: (actor: string | null): string =>
			deviations({ ...LATE, party: 'office', ...(actor === null ? { by: 'actor' } : { actor }) }),
		/** Late step occurrences grouped by step. */
		lateBySteps: (party: 'office' | 'supplier'): string =>
			deviations({ ...LATE, party, by: 'step' }),
		/** What was late in a week or month of the trend. */
		lateBetween: (from: string, to: string): string =>
			deviations({ ...LATE, party: 'office' }, { period: rangePeriod(from, to) ?? filters.period }),
		cases: (status: Filters['status'], sop?: string): string =>
			filterHref('/cases', { ...filters, status, ...(sop === undefined ? {} : { sop }) }),
		case: (id: number): string => filterHref(`/cases/${id}`, filters),
		sop: (code: string): string => filterHref(`/sop/${encodeURIComponent(code)}`, filters),
		sops: (): string => filterHref('/sop', filters),
		/** Deviations that were explained and wait for a decision; they have no period. */
		waiting: (): string => deviations({ follow: 'explained' }, { period: ALL }),
		/** Running cases that are late, at risk, either, or unknown; they have no period. */
		open: (state: 'late' | 'risk' | 'urgent' | 'unknown'): string =>
			filterHref('/cases', { ...filters, period: ALL, status: 'running' }, { open: state })
	};
}

export type OverviewLinks = ReturnType<typeof overviewLinks>;
