import Papa from 'papaparse';
import { readXlsx } from 'hucre/xlsx';
import type { ReportFormat } from '$lib/domain/reporting/report';
import { FINDING } from './tables';

/** A cell that two files of one report have differently. */
export interface CellDifference {
	/** Sheet or table, row and column. */
	place: string;
	then: string;
	now: string;
	/** Whether it holds the follow-up of a deviation, which goes on after a report was made. */
	follow: boolean;
}

/** More of them say no more than the first. */
const MOST = 20;

interface Sheet {
	name: string;
	rows: readonly (readonly unknown[])[];
}

/**
 * Where two files of one report differ, cell by cell, at most the first twenty places; null for formats that are not
 * read again here: paper and columns.
 * @param file as it was handed in
 * @param again as it is made from the same metadata
 */
export async function compareFiles(
	format: ReportFormat,
	file: Buffer,
	again: Buffer
): Promise<CellDifference[] | null> {
	if (format === 'pdf' || format === 'parquet') return null;
	const [then, now] = await Promise.all([sheetsOf(format, file), sheetsOf(format, again)]);
	const list = now.reduce(
		(widest, sheet) => (wide(sheet) > wide(widest) ? sheet : widest),
		now[0] ?? EMPTY
	);
	const found: CellDifference[] = [];
	for (const sheet of now) {
		const other = then.find(({ name }) => name === sheet.name)?.rows ?? [];
		const head = sheet.rows[0] ?? [];
		for (let row = 0; row < Math.max(other.length, sheet.rows.length); row++) {
			const [before = [], after = []] = [other[row], sheet.rows[row]];
			for (let at = 0; at < Math.max(before.length, after.length); at++) {
				const [one, two] = [said(before[at]), said(after[at])];
				if (one === two) continue;
				const column = said(head[at]) || String(at + 1);
				const follow =
					sheet === list && row > 0 && at === FINDING.follow && head.length > FINDING.row;
				found.push({ place: `${sheet.name} ${row + 1}, ${column}`, then: one, now: two, follow });
				if (found.length === MOST) return found;
			}
		}
	}
	return found;
}

const EMPTY: Sheet = { name: '', rows: [] };

function wide(sheet: Sheet): number {
	return sheet.rows[0]?.length ?? 0;
}

async function sheetsOf(format: ReportFormat, file: Buffer): Promise<Sheet[]> {
	if (format === 'xlsx') {
		const { sheets } = await readXlsx(file);
		return sheets.map(({ name, rows }) => ({ name, rows }));
	}
	const text = file.toString('utf8').replace(/^\uFEFF/, '');
	if (format === 'csv') {
		const { data } = Papa.parse<string[]>(text, { comments: '#', skipEmptyLines: true });
		return [{ name: 'CSV', rows: data }];
	}
	return Object.entries(JSON.parse(text) as Record<string, unknown>)
		.filter(([name]) => name !== 'seal')
		.map(([name, value]) => ({ name, rows: rowsOf(value) }));
}

/** A table of a JSON report with its headings, or the names and values of one of its objects. */
function rowsOf(value: unknown): unknown[][] {
	if (typeof value !== 'object' || value === null) return [[value]];
	const { columns, rows } = value as { columns?: { label: string }[]; rows?: unknown[][] };
	if (columns && rows) return [columns.map(({ label }) => label), ...rows];
	return Object.entries(value).map(([name, held]) => [name, JSON.stringify(held)]);
}

function said(value: unknown): string {
	if (value === null || value === undefined) return '';
	if (value instanceof Date) return value.toISOString();
	return typeof value === 'string' ? value : JSON.stringify(value);
}
