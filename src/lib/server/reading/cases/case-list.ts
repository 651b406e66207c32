import {
	CASE_SORTS,
	OPEN_CHOICES,
	TOTAL_CHOICES,
	type CaseSort,
	type OpenChoice,
	type TotalChoice
} from '$lib/domain/filters/case-choices';
import { isUrgent, type CaseRisk } from '$lib/domain/risk/risk';
import type { Filters } from '$lib/domain/filters/filters';
import type { Queries } from '../../database/generated/queries';
import type { Reading } from '../../database/store';
import {
	markParams,
	readChoice,
	readPage,
	readSort,
	readText,
	writeMark,
	type Page,
	type Place
} from '../keyset';
import { nameStandings, readStandings, type RunningCase, type Standing } from '../risk/risks';
import type { Scope } from '../scope';

export type CaseListRow = Queries['cases/described']['row'];
export type CaseCounts = Queries['cases/counts']['row'];

/** What the reader wants to see of the cases of a scope; null is all of them. */
export interface CaseFilters {
	/** Part of the key. */
	search: string | null;
	/** Verdict on the stated total. */
	total: TotalChoice | null;
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
	const open = readChoice(params, 'open', OPEN_CHOICES);
	const sorted = readSort<CaseSort>(params, CASE_SORTS, open === null ? 'last' : 'given');
	return {
		search: readText(params, 'q'),
		total: readChoice(params, 'total', TOTAL_CHOICES),
		deviating: params.get('deviating') === '1',
		open,
		// Urgency is known of running cases only.
		...(sorted.sort === 'given' && open === null ? { sort: 'last', descending: true } : sorted)
	};
}

/** Which cases a list is of. */
export interface CaseQuestion {
	scope: Scope;
	status: Filters['status'];
	filters: CaseFilters;
	/** Only cases that run as these variants; null or left out for all. */
	variants?: readonly number[] | null;
}

/** A page of the list, how many cases the whole list holds by state, and how those stand that were asked for by it. */
export type CaseList = Page<CaseListRow, string> & {
	counts: CaseCounts;
	/** By number of the case; of a list of running cases by how they stand, else empty. */
	standings: ReadonlyMap<number, RunningCase>;
};

/** One page of the cases of a scope, sorted as the filters ask. */
export async function listCases(
	store: Reading,
	given: CaseQuestion & { place: Place<string>; size?: number }
): Promise<CaseList> {
	const { place, size = CASES_PAGE } = given;
	const chosen = await choose(store, given);
	const [page, counts] = await Promise.all([
		readCases(store, { ...chosen, place, size }),
		countCases(store, chosen)
	]);
	return { ...page, counts };
}

/** All cases of a list, some thousands at a time, in its order. */
export async function* eachCases(
	store: Reading,
	question: CaseQuestion,
	size: number
): AsyncGenerator<Pick<CaseList, 'rows' | 'standings'>, void, void> {
	const chosen = await choose(store, question);
	let key: string | null = null;
	do {
		const page: Omit<CaseList, 'counts'> = await readCases(store, {
			...chosen,
			place: { key, backward: false },
			size
		});
		yield page;
		key = page.next;
	} while (key !== null);
}

interface Chosen {
	question: CaseQuestion;
	/** The running cases that stand as asked, the most urgent first; null where that is not asked. */
	standings: Standing[] | null;
	params: Queries['cases/counts']['params'];
}

async function choose(store: Reading, question: CaseQuestion): Promise<Chosen> {
	const { scope, status, filters, variants = null } = question;
	const { search, total, deviating, open } = filters;
	const standings = open === null ? null : await standingSo(store, scope, open);
	const only = standings?.map(({ caseId }) => caseId) ?? null;
	const params = { ...scope, state: status, total, variants, search, deviating, only };
	return { question, standings, params };
}

async function readCases(
	store: Reading,
	{ question, standings, params, place, size }: Chosen & { place: Place<string>; size: number }
): Promise<Omit<CaseList, 'counts'>> {
	const { sort, descending } = question.filters;
	const page = await readPage({
		place,
		size,
		keyOf: ({ case_id, value, text }: Queries['cases/list']['row']) =>
			writeMark({ id: String(case_id), value, text: text ?? '' }),
		fetch: ({ key, backward }, rows) =>
			store.all('cases/list', {
				...{ ...params, sort, descending, backward },
				...{ ...markParams(key), size: rows }
			})
	});
	const cases = page.rows.map(({ case_id }) => case_id);
	const shown = new Set(cases);
	const [rows, named] = await Promise.all([
		cases.length === 0 ? [] : store.all('cases/described', { cases }),
		nameStandings(store, standings?.filter(({ caseId }) => shown.has(caseId)) ?? [])
	]);
	return { ...page, rows, standings: new Map(named.map((each) => [each.caseId, each])) };
}

async function countCases(store: Reading, { params }: Chosen): Promise<CaseCounts> {
	// What many ask for alike is worked out once; what somebody searches for, seldom twice.
	const many = params.search === null && params.only === null;
	const [counts] = await (many
		? store.kept('cases/counts', params)
		: store.all('cases/counts', params));
	if (!counts) throw new Error('an aggregate without a row');
	return counts;
}

/** The running cases of a scope that stand so at the data date, the most urgent first. */
async function standingSo(store: Reading, scope: Scope, open: OpenChoice): Promise<Standing[]> {
	const test: Record<OpenChoice, (verdict: CaseRisk) => boolean> = {
		late: ({ risk }) => risk === 'late',
		risk: ({ risk }) => risk === 'at_risk',
		urgent: isUrgent,
		unknown: ({ risk }) => risk === 'unknown'
	};
	const running = await readStandings(store, scope);
	return running.filter(({ verdict }) => test[open](verdict));
}
