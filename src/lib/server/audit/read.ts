import { isDate } from '$lib/domain/filters/period';
import type { Queries } from '../database/generated/queries';
import type { Reading } from '../database/store';

/** An entry as the page and the download show it. */
export type AuditRow = Queries['audit/page']['row'];

/** Which entries are asked for; null is all. Dates are local to the zone, inclusive. */
export interface AuditFilters {
	action: string | null;
	actor: string | null;
	search: string | null;
	from: string | null;
	to: string | null;
}

/** Hours from UTC: the record is read in Western Indonesian time, which is the same all year. */
const AUDIT_OFFSET_HOURS = 7;

const shown = 50;
const downloadPage = 5000;

/** Reads the filters of an address; what cannot be used is left out. */
export function parseAuditFilters(params: URLSearchParams): AuditFilters {
	const text = (name: string): string | null => params.get(name)?.trim().slice(0, 200) || null;
	const date = (name: string): string | null => {
		const value = text(name);
		return value !== null && isDate(value) ? value : null;
	};
	return {
		action: text('action'),
		actor: text('actor'),
		search: text('search'),
		from: date('from'),
		to: date('to')
	};
}

/** A page of the record, latest first. @param before only entries with a smaller number; null for the latest */
export async function readAudit(store: Reading, filters: AuditFilters, before: number | null) {
	const params = { ...filters, offset_hours: AUDIT_OFFSET_HOURS };
	const [rows, count, names] = await Promise.all([
		store.all('audit/page', { ...params, before, most: shown + 1 }),
		store.get('audit/count', params),
		store.get('audit/names')
	]);
	const entries = rows.slice(0, shown);
	return {
		entries,
		total: count?.entries ?? 0,
		next: rows.length > shown ? (entries.at(-1)?.entry ?? null) : null,
		actors: names?.actors?.flatMap((name) => name ?? []) ?? [],
		actions: names?.actions?.flatMap((name) => name ?? []) ?? []
	};
}

/** All entries of a choice, latest first, some thousand at a time. */
export async function* streamAudit(
	store: Reading,
	filters: AuditFilters
): AsyncGenerator<AuditRow[]> {
	let before: number | null = null;
	for (;;) {
		const rows: AuditRow[] = await store.all('audit/page', {
			...filters,
			offset_hours: AUDIT_OFFSET_HOURS,
			before,
			most: downloadPage
		});
		if (rows.length > 0) yield rows;
		const last = rows.at(-1);
		if (rows.length < downloadPage || !last) return;
		before = last.entry;
	}
}
