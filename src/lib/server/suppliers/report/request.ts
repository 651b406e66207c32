import { parseFilters } from '$lib/domain/filters/filters';
import { periodRange } from '$lib/domain/filters/period';
import { SUPPLIER_LAYOUT, type ReportRequest } from '$lib/domain/reporting/report';

/** The form of a supplier's address. */
const SUPPLIER = /^[0-9a-f]{12}$/;

/** How addresses name a version of a scheme, see nameOf. */
const SCHEME = /^[a-z0-9][a-z0-9-]*\.\d{1,6}$/;

/** What the address of the suppliers' page, with `supplier`, `scheme` and `lang`, asks a report of. */
export function parseSupplierRequest(params: URLSearchParams, locale: 'id' | 'en'): ReportRequest {
	const { filters } = parseFilters(params);
	const range = periodRange(filters.period);
	const language = params.get('lang');
	const supplier = params.get('supplier') ?? '';
	const scheme = params.get('scheme') ?? '';
	const held = new URLSearchParams();
	if (SUPPLIER.test(supplier)) held.set('supplier', supplier);
	if (SCHEME.test(scheme)) held.set('scheme', scheme);
	return {
		unit: filters.unit,
		sop: null,
		from: range?.from ?? null,
		to: range?.to ?? null,
		filters: held.toString(),
		layout: SUPPLIER_LAYOUT,
		locale: language === 'id' || language === 'en' ? language : locale
	};
}

/** The supplier that a report is held to; null for all. */
export function supplierOfRequest(request: ReportRequest): string | null {
	return new URLSearchParams(request.filters).get('supplier');
}

/** The version of a scheme that a report ranks by, by its name; null for what chooseScheme takes. */
export function schemeOfRequest(request: ReportRequest): string | null {
	return new URLSearchParams(request.filters).get('scheme');
}
