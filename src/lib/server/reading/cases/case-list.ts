import { isUrgent, type CaseRisk } from '$lib/domain/risk/risk';
import type { Filters } from '$lib/domain/filters/filters';
import type { Queries } from '../../database/generated/queries';
import type { Reading } from '../../database/store';
import { readChoice, readPage, readSort, readText, type Page, type Place } from '../keyset';
import { readStandings } from '../risk/risks';
import type { Scope } from '../scope';

export type CaseListRow = Queries['cases/list']['row'];
export type CaseCounts = Queries['cases/counts']['row'];

export type CaseSort = 'key' | 'started' | 'last' | 'lead' | 'processing' | 'deviations';

/** How running cases may stand that the list is asked for. */
const OPEN_CHOICES = ['late', 'risk', 'urgent', 'unknown'] as const;
export type OpenChoice = (typeof OPEN_CHOICES)[number];

/** What the reader wants to see of the cases of a scope; null is all of them. */
export interface CaseFilters {
	/** Part of the key. */
	search: string | null;
	/** Verdict on the stated total. */
	total: 'on_time' | 'late' | 'unmeasured' | 'provisional' | null;
	/** Only cases with an open deviation. */
	deviating: boolean;
	/** Only running cases that are late, at risk of it, either, or of which that is unknown. */
	open: OpenChoice | null;
	sort: CaseSort;
	descending: boolean;
}

/** Rows of one page of the list. */
export const CASES_PAGE = 50;

/** Reads the list's own parameters of an address; what cannot be used is ignored. */
export function parseCaseFilters(params: URLSearchParams): CaseFilters {
	return {
		search: readText(params, 'q'),
		total: readChoice(params, 'total', ['on_time', 'late', 'unmeasured', 'provisional']),
		deviating: params.get('deviating') === '1',
		open: readChoice(params, 'open', OPEN_CHOICES),
		...readSort<CaseSort>(
			params,
			{
				key: 'asc',
				started: 'desc',
				last: 'desc',
				lead: 'desc',
				processing: 'desc',
				deviations: 'desc'
			},
			'last'
		)
	};
}

/** Where the page of an address begins: numbers of cases. */
export function parseCasePlace(params: URLSearchParams): Place<number> {
	const number = (name: string): number | null => {
		const text = params.get(name) ?? '';
		return /^\d{1,9}$/.test(text) ? Number(text) : null;
	};
	const before = number('before');
	return { key: before ?? number('after'), backward: before !== null };
}

/** One page of the cases of a scope, sorted as the filters ask, and how many the list holds by state. */
export async function listCases(
	store: Reading,
	given: {
		scope: Scope;
		status: Filters['status'];
		filters: CaseFilters;
		place: Place<number>;
		/** Only cases that run as these variants; null or left out for all. */
		variants?: readonly number[] | null;
		size?: number;
	}
): Promise<Page<CaseListRow, number> & { counts: CaseCounts }> {
	const { scope, status, filters, place, variants = null, size = CASES_PAGE } = given;
	const { search, total, deviating, open } = filters;
	const only = open === null ? null : await standingSo(store, scope, open);
	const params = { ...scope, state: status, total, variants, search, deviating, only };
	const [page, counts] = await Promise.all([
		readPage({
			place,
			size,
			keyOf: (row: CaseListRow) => row.case_id,
			fetch: ({ key, backward }, rows) =>
				store.all('cases/list', {
					...params,
					sort: filters.sort,
					descending: filters.descending,
					backward,
					after: key,
					size: rows
				})
		}),
		store.get('cases/counts', params)
	]);
	if (!counts) throw new Error('an aggregate without a row');
	return { ...page, counts };
}

/** The running cases of a scope that stand so at the data date. */
async function standingSo(store: Reading, scope: Scope, open: OpenChoice): Promise<number[]> {
	const test: Record<OpenChoice, (verdict: CaseRisk) => boolean> = {
		late: ({ risk }) => risk === 'late',
		risk: ({ risk }) => risk === 'at_risk',
		urgent: isUrgent,
		unknown: ({ risk }) => risk === 'unknown'
	};
	const running = await readStandings(store, scope);
	return running.filter(({ verdict }) => test[open](verdict)).map(({ caseId }) => caseId);
}
