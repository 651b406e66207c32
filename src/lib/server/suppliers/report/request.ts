import { parseFilters } from '$lib/domain/filters/filters';
import { periodRange } from '$lib/domain/filters/period';
import { SUPPLIER_LAYOUT, type ReportRequest } from '$lib/domain/reporting/report';

/** The form of a supplier's address. */
const SUPPLIER = /^[0-9a-f]{12}$/;

/** What the address of the suppliers' page, with `supplier` and `lang`, asks a report of. */
export function parseSupplierRequest(params: URLSearchParams, locale: 'id' | 'en'): ReportRequest {
	const { filters } = parseFilters(params);
	const range = periodRange(filters.period);
	const language = params.get('lang');
	const supplier = params.get('supplier') ?? '';
	return {
		unit: filters.unit,
		sop: null,
		from: range?.from ?? null,
		to: range?.to ?? null,
		filters: SUPPLIER.test(supplier) ? `supplier=${supplier}` : '',
		layout: SUPPLIER_LAYOUT,
		locale: language === 'id' || language === 'en' ? language : locale
	};
}

/** The supplier that a report is held to; null for all. */
export function supplierOfRequest(request: ReportRequest): string | null {
	return new URLSearchParams(request.filters).get('supplier');
}
