import { csvCell, toCsv, type CsvColumn } from '$lib/domain/csv/to-csv';
import { m } from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';
import { parseAuditFilters, streamAudit, type AuditRow } from '$lib/server/audit/read';
import { wholeStore } from '$lib/server/web/store';
import type { RequestHandler } from './$types';

/** The record as CSV, with what its chain is made of, so that it can be verified elsewhere. */
export const GET: RequestHandler = async ({ url }) => {
	const pages = streamAudit(await wholeStore(), parseAuditFilters(url.searchParams));
	const columns = columnsOf();
	const encoder = new TextEncoder();
	let begun = false;
	const body = new ReadableStream<Uint8Array>({
		pull: async (controller) => {
			if (!begun) {
				begun = true;
				controller.enqueue(encoder.encode(toCsv(columns, [])));
				return;
			}
			const { done, value } = await pages.next();
			if (done) controller.close();
			else controller.enqueue(encoder.encode(value.map((row) => line(columns, row)).join('')));
		}
	});
	return new Response(body, {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': 'attachment; filename="tepat-catatan.csv"'
		}
	});
};

function columnsOf(): (CsvColumn & { key: keyof AuditRow })[] {
	const options = { locale: getLocale() };
	return [
		{ key: 'entry', label: m.audit_column_entry({}, options), type: 'number' },
		{ key: 'happened_at', label: m.audit_csv_at({}, options), type: 'date' },
		{ key: 'actor', label: m.audit_column_actor({}, options), type: 'text' },
		{ key: 'address', label: m.audit_column_address({}, options), type: 'text' },
		{ key: 'action', label: m.audit_column_action({}, options), type: 'text' },
		{ key: 'object', label: m.audit_column_object({}, options), type: 'text' },
		{ key: 'unit_code', label: m.audit_column_unit({}, options), type: 'text' },
		{ key: 'detail', label: m.audit_column_detail({}, options), type: 'text' },
		{ key: 'hash', label: m.audit_column_hash({}, options), type: 'text' }
	];
}

function line(columns: readonly (CsvColumn & { key: keyof AuditRow })[], row: AuditRow): string {
	return columns.map(({ key, type }) => csvCell(row[key], type)).join(',') + '\r\n';
}
