import { FOLLOW_FILTERS, type FollowFilter } from '$lib/domain/deviations/follow-up';
import type { Scope } from '../scope';
import { readChoice, readSort, readText, readWholeNumber } from '../keyset';

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
export const DEVIATION_PROGRESS = ['done', 'open'] as const;
export const SEVERITIES = ['berat', 'sedang', 'ringan'] as const;

/** What the list is counted by. */
export const DEVIATION_GROUPS = ['kind', 'step', 'actor', 'cause', 'case'] as const;

export type DeviationSort = 'day' | 'severity' | 'ratio' | 'case';

/** What the reader wants to see of the deviations of a scope; null is all of them. */
export interface DeviationFilters {
	kind: (typeof DEVIATION_KINDS)[number] | null;
	category: (typeof DEVIATION_CATEGORIES)[number] | null;
	/** How its follow-up stands. */
	follow: FollowFilter | null;
	/** The instant at which it does, UTC; null for the latest. */
	asOf: string | null;
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
	/** Of a step that is not completed yet, or of anything else: figures of completed steps lead to these. */
	progress: (typeof DEVIATION_PROGRESS)[number] | null;
	sort: DeviationSort;
	descending: boolean;
}

/**
 * Reads the list's own parameters of an address; what cannot be used is ignored.
 * @param now UTC, ISO without zone: by it an explanation is overdue; null where nobody asks for that
 */
export function parseDeviationFilters(
	params: URLSearchParams,
	now: string | null
): DeviationFilters {
	const follow = readChoice(params, 'follow', FOLLOW_FILTERS);
	return {
		kind: readChoice(params, 'kind', DEVIATION_KINDS),
		category: readChoice(params, 'category', DEVIATION_CATEGORIES),
		follow,
		asOf: follow === 'overdue' ? now : null,
		severity: readChoice(params, 'severity', SEVERITIES),
		state: readChoice(params, 'state', DEVIATION_STATES),
		step: readText(params, 'step'),
		actor: readText(params, 'actor'),
		party: readChoice(params, 'party', ['supplier', 'office']),
		search: readText(params, 'q'),
		case_id: readWholeNumber(params, 'case'),
		progress: readChoice(params, 'progress', DEVIATION_PROGRESS),
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

/** A scope and its filters as the queries take them. */
export function deviationParams(scope: Scope, filters: DeviationFilters) {
	const { kind, category, follow, severity, state, step, actor, party, search } = filters;
	const { case_id, progress, asOf: as_of } = filters;
	const own = { kind, category, follow, severity, state, step, actor, party, search };
	return { ...scope, ...own, case_id, progress, as_of };
}
