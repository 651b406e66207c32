import { parseFilters } from '$lib/domain/filters/filters';
import { periodRange } from '$lib/domain/filters/period';
import { REPORT_LAYOUTS, type ReportRequest } from '$lib/domain/reporting/report';
import { parseDeviationFilters } from '../reading/deviations/deviation-filters';
import { UserError } from '$lib/domain/user-error';

/** The list's filters that a report can be held to. */
export const REPORT_FILTERS = [
	'kind',
	'category',
	'follow',
	'severity',
	'state',
	'step',
	'actor',
	'party',
	'q',
	'case',
	'progress'
] as const;
export type ReportFilter = (typeof REPORT_FILTERS)[number];

/** What the address of the list, with `layout` and `lang`, asks a report of. @throws UserError `report_layout` */
export function parseReportRequest(params: URLSearchParams, locale: 'id' | 'en'): ReportRequest {
	const { filters } = parseFilters(params);
	const range = periodRange(filters.period);
	const layout = params.get('layout') ?? 'case';
	const known = REPORT_LAYOUTS.find((name) => name === layout);
	if (!known) throw new UserError('report_layout', { layout, known: REPORT_LAYOUTS.join(', ') });
	const language = params.get('lang');
	return {
		unit: filters.unit,
		sop: filters.sop,
		from: range?.from ?? null,
		to: range?.to ?? null,
		filters: ownFilters(params),
		layout: known,
		locale: language === 'id' || language === 'en' ? language : locale
	};
}

function ownFilters(params: URLSearchParams): string {
	const own = new URLSearchParams();
	for (const name of [...REPORT_FILTERS].sort()) {
		const value = params.get(name);
		// What the list ignores is not a filter of the report either.
		if (value && usableFilter(name, value)) own.set(name, value);
	}
	return own.toString();
}

/** Whether a filter of the list has a value that it knows. */
export function usableFilter(name: ReportFilter, value: string): boolean {
	const filters = parseDeviationFilters(new URLSearchParams({ [name]: value }), null);
	const field = name === 'q' ? 'search' : name === 'case' ? 'case_id' : name;
	return filters[field] !== null;
}
