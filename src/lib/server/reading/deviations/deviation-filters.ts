import { FOLLOW_STATES, type FollowState } from '$lib/domain/deviations/follow-up';
import type { Scope } from '../scope';
import { readChoice, readSort, readText, type Place } from '../keyset';

/** Every kind of deviation, in the order in which they are offered. */
export const DEVIATION_KINDS = [
	'late_step',
	'late_case',
	'missing_requirement',
	'missing_output',
	'skipped',
	'outside_sop',
	'out_of_order',
	'repeated',
	'not_allowed',
	'wrong_actor',
	'late_schedule'
] as const;

export const DEVIATION_STATES = ['open', 'excused', 'provisional'] as const;
/** What a deviation departs from; the first three are the documents' own. */
export const DEVIATION_CATEGORIES = [
	'waktu',
	'kelengkapan',
	'output',
	'alur',
	'pelaksana'
] as const;
export const SEVERITIES = ['berat', 'sedang', 'ringan'] as const;

/** What the list is counted by. */
export const DEVIATION_GROUPS = ['kind', 'step', 'actor', 'cause', 'case'] as const;

export type DeviationSort = 'day' | 'severity' | 'ratio' | 'case';

/** What the reader wants to see of the deviations of a scope; null is all of them. */
export interface DeviationFilters {
	kind: (typeof DEVIATION_KINDS)[number] | null;
	category: (typeof DEVIATION_CATEGORIES)[number] | null;
	/** How its follow-up stands. */
	follow: FollowState | null;
	severity: (typeof SEVERITIES)[number] | null;
	state: (typeof DEVIATION_STATES)[number] | null;
	/** The id of a step in its SOP. */
	step: string | null;
	/** Accountable by the SOP. */
	actor: string | null;
	party: 'supplier' | 'office' | null;
	/** Part of a case's key. */
	search: string | null;
	/** The number of a case. */
	case_id: number | null;
	sort: DeviationSort;
	descending: boolean;
}

/** Reads the list's own parameters of an address; what cannot be used is ignored. */
export function parseDeviationFilters(params: URLSearchParams): DeviationFilters {
	return {
		kind: readChoice(params, 'kind', DEVIATION_KINDS),
		category: readChoice(params, 'category', DEVIATION_CATEGORIES),
		follow: readChoice(params, 'follow', FOLLOW_STATES),
		severity: readChoice(params, 'severity', SEVERITIES),
		state: readChoice(params, 'state', DEVIATION_STATES),
		step: readText(params, 'step'),
		actor: readText(params, 'actor'),
		party: readChoice(params, 'party', ['supplier', 'office']),
		search: readText(params, 'q'),
		case_id: readCase(params.get('case')),
		...readSort<DeviationSort>(
			params,
			{ day: 'desc', severity: 'desc', ratio: 'desc', case: 'asc' },
			'day'
		)
	};
}

/** By what the address groups the list; by kind where it does not say. */
export function parseDeviationGroups(params: URLSearchParams): (typeof DEVIATION_GROUPS)[number] {
	return readChoice(params, 'by', DEVIATION_GROUPS) ?? 'kind';
}

/** Where the page of an address begins: identities of deviations are whole numbers of up to 20 digits. */
export function parseDeviationPlace(params: URLSearchParams): Place<string> {
	const [before, after] = [params.get('before'), params.get('after')];
	const backward = before !== null && /^\d{1,20}$/.test(before);
	const key = backward ? before : after;
	return { key: key !== null && /^\d{1,20}$/.test(key) ? key : null, backward };
}

/** A scope and its filters as the queries take them. */
export function deviationParams(scope: Scope, filters: DeviationFilters) {
	const { kind, category, follow, severity, state, step, actor, party, search, case_id } = filters;
	return { ...scope, kind, category, follow, severity, state, step, actor, party, search, case_id };
}

function readCase(text: string | null): number | null {
	return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : null;
}
