import { ALL, parsePeriod, rangePeriod, serializePeriod, type Period } from './period';

/** The states a case can be in, in the order they are offered. */
export const CASE_STATES = ['running', 'completed', 'abandoned', 'cancelled'] as const;
export type CaseState = (typeof CASE_STATES)[number];

/** What the reader looks at. null is "all of them"; it travels from page to page in the address. */
export interface Filters {
	unit: string | null;
	sop: string | null;
	period: Period;
	status: CaseState | null;
}

/** The names of the filters in the address; every other parameter belongs to its page. */
export const FILTER_PARAMS = ['unit', 'sop', 'period', 'status'] as const;

/** Nothing filtered. */
export const NO_FILTERS: Filters = { unit: null, sop: null, period: ALL, status: null };

/** A part of the address that could not be used, and was ignored. */
export interface FilterWarning {
	param: string;
	value: string;
	reason: 'unreadable' | 'unknown' | 'repeated';
}

/** What exists, to tell a stale or mistyped id; leave a list out to accept any id. */
export interface KnownIds {
	units?: readonly string[];
	sops?: readonly string[];
}

/**
 * Reads the filters of an address. A bad value never breaks a page: it is ignored and listed in
 * `warnings`. `from` and `to`, which a form without scripts sends, are read as a range unless
 * `period` names something other than a range.
 */
export function parseFilters(
	params: URLSearchParams,
	known: KnownIds = {}
): { filters: Filters; warnings: FilterWarning[] } {
	const warnings: FilterWarning[] = [];
	const single = (param: string): string | null => {
		const [first = '', ...rest] = params.getAll(param);
		for (const value of rest) warnings.push({ param, value, reason: 'repeated' });
		return first.trim() === '' ? null : first.trim();
	};
	const id = (param: string, ids: readonly string[] | undefined): string | null => {
		const value = single(param);
		if (value === null || (ids ? ids.includes(value) : isId(value))) return value;
		warnings.push({ param, value, reason: ids ? 'unknown' : 'unreadable' });
		return null;
	};
	return {
		filters: {
			unit: id('unit', known.units),
			sop: id('sop', known.sops),
			period: readPeriod(single, warnings),
			status: readStatus(single('status'), warnings)
		},
		warnings
	};
}

/** The filters as parameters, defaults left out, always in the same order. */
export function serializeFilters(filters: Filters): URLSearchParams {
	const params = new URLSearchParams();
	if (filters.unit !== null) params.set('unit', filters.unit);
	if (filters.sop !== null) params.set('sop', filters.sop);
	if (filters.period.kind !== 'all') params.set('period', serializePeriod(filters.period));
	if (filters.status !== null) params.set('status', filters.status);
	return params;
}

/**
 * A link that takes the filters along: `path`, the filters, then the page's own parameters; a
 * parameter of null, undefined or '' is left out.
 */
export function filterHref(
	path: string,
	filters: Filters,
	own: Record<string, string | number | null | undefined> = {}
): string {
	const params = serializeFilters(filters);
	for (const [name, value] of Object.entries(own)) {
		if (value !== null && value !== undefined && value !== '') params.set(name, String(value));
	}
	const query = params.toString();
	return query === '' ? path : `${path}?${query}`;
}

/**
 * The page's own parameters: all but the filters, and but the place in a list (`after`, `before`),
 * which another choice of filters makes meaningless.
 */
export function ownParams(params: URLSearchParams): Record<string, string> {
	const dropped: readonly string[] = [...FILTER_PARAMS, 'from', 'to', 'after', 'before'];
	return Object.fromEntries([...params].filter(([name]) => !dropped.includes(name)));
}

/** Is anything but the default chosen? */
export function isFiltered(filters: Filters): boolean {
	return serializeFilters(filters).size > 0;
}

function readPeriod(single: (param: string) => string | null, warnings: FilterWarning[]): Period {
	const [from, to, written] = [single('from'), single('to'), single('period')];
	const typed = from !== null && to !== null ? rangePeriod(from, to) : null;
	const period = written === null ? null : parsePeriod(written);
	// A form shows an earlier range in its list as well; the dates are what was just typed.
	if (typed && (written === null || period?.kind === 'range')) return typed;
	if (period) return period;
	const value = written ?? (from === null && to === null ? null : `${from ?? ''}..${to ?? ''}`);
	if (value !== null) warnings.push({ param: 'period', value, reason: 'unreadable' });
	return ALL;
}

function readStatus(value: string | null, warnings: FilterWarning[]): CaseState | null {
	if (value === null) return null;
	const state = CASE_STATES.find((known) => known === value);
	if (state === undefined) warnings.push({ param: 'status', value, reason: 'unreadable' });
	return state ?? null;
}

function isId(value: string): boolean {
	// Control characters and overlong texts are no ids of ours.
	return value.length <= 120 && !/\p{Cc}/u.test(value);
}
