import { parseFilters } from '$lib/domain/filters/filters';
import { periodRange } from '$lib/domain/filters/period';
import { REPORT_LAYOUTS, type ReportRequest } from '$lib/domain/reporting/report';
import { UserError } from '$lib/domain/user-error';

/** The list's filters that a report can be held to. */
const OWN = [
	'kind',
	'category',
	'follow',
	'severity',
	'state',
	'step',
	'actor',
	'party',
	'q',
	'case'
];

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
	for (const name of [...OWN].sort()) {
		const value = params.get(name);
		if (value) own.set(name, value);
	}
	return own.toString();
}
