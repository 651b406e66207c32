import Papa from 'papaparse';
import { readXlsx } from 'hucre/xlsx';
import type { ReportFormat } from '$lib/domain/reporting/report';

/** A cell that two files of one report have differently. */
export interface CellDifference {
	/** Sheet or table, row and column. */
	place: string;
	then: string;
	now: string;
}

/** More of them say no more than the first. */
const MOST = 20;

/** The last sheets of a workbook hold coverage with imports, and metadata. */
const STATEMENTS = 2;

interface Sheet {
	name: string;
	rows: readonly (readonly unknown[])[];
}

/**
 * Where two files of one report differ, cell by cell, at most the first twenty places; null for formats that are not
 * read again here: paper and columns. Throws where the file is damaged.
 * @param file as it was handed in
 * @param again as it is made from the same metadata
 * @param given.statements whether what a report states about itself is compared as well
 */
export async function compareFiles(
	format: ReportFormat,
	file: Buffer,
	again: Buffer,
	given: { statements: boolean }
): Promise<CellDifference[] | null> {
	if (format === 'pdf' || format === 'parquet') return null;
	if (format === 'csv') return compareCsv(file, again);
	const [then, now] = await Promise.all([sheetsOf(format, file), sheetsOf(format, again)]);
	const found: CellDifference[] = [];
	const last = now.slice(-STATEMENTS).map(({ name }) => name);
	const stated = given.statements ? [] : format === 'json' ? ['metadata', 'coverage'] : last;
	const names = new Set([...now, ...then].map(({ name }) => name));
	for (const name of names) {
		if (stated.includes(name)) continue;
		const rowsIn = (sheets: Sheet[]) => sheets.find((sheet) => sheet.name === name)?.rows ?? [];
		const [other, rows] = [rowsIn(then), rowsIn(now)];
		for (let row = 0; row < Math.max(other.length, rows.length); row++) {
			compareRows({ place: `${name} ${row + 1}`, head: rows[0] ?? [] }, found, [
				...[other[row] ?? [], rows[row] ?? []]
			]);
			if (found.length >= MOST) return found.slice(0, MOST);
		}
	}
	return found;
}

/** Adds the cells that two rows have differently. */
function compareRows(
	where: { place: string; head: readonly unknown[] },
	found: CellDifference[],
	[before = [], after = []]: (readonly unknown[])[]
): void {
	for (let at = 0; at < Math.max(before.length, after.length); at++) {
		const [then, now] = [said(before[at]), said(after[at])];
		if (then === now) continue;
		found.push({ place: `${where.place}, ${said(where.head[at]) || String(at + 1)}`, then, now });
	}
}

/** Line by line: a list of any length is compared, and only lines that differ are taken apart. */
function compareCsv(file: Buffer, again: Buffer): CellDifference[] {
	const [before, after] = [linesOf(file), linesOf(again)];
	const { delimiter } = Papa.parse(file.subarray(0, 4096).toString('utf8'), { preview: 2 }).meta;
	const cells = (line: string | undefined, by: string) =>
		line === undefined ? [] : (Papa.parse<string[]>(line, { delimiter: by }).data[0] ?? []);
	const found: CellDifference[] = [];
	let head: string[] | undefined;
	for (let row = 1; ; row++) {
		const [then, now] = [before.next().value, after.next().value];
		if (then === undefined && now === undefined) return found;
		head ??= cells(now, ',');
		if (then !== now)
			compareRows({ place: `CSV ${row}`, head }, found, [cells(then, delimiter), cells(now, ',')]);
		if (found.length >= MOST) return found.slice(0, MOST);
	}
}

/** The lines of a CSV without the one that holds the metadata. */
function* linesOf(file: Buffer): Generator<string, undefined> {
	let start = file.subarray(0, 3).toString('utf8') === '\uFEFF' ? 3 : 0;
	while (start < file.length) {
		const feed = file.indexOf('\n', start);
		const end = feed < 0 ? file.length : feed;
		const line = file.subarray(start, end).toString('utf8').replace(/\r$/, '');
		if (line !== '' && !/^"?#TEPAT1:/.test(line)) yield line;
		start = end + 1;
	}
}

async function sheetsOf(format: ReportFormat, file: Buffer): Promise<Sheet[]> {
	if (format === 'xlsx') {
		const { sheets } = await readXlsx(file);
		return sheets.map(({ name, rows }) => ({ name, rows }));
	}
	return Object.entries(JSON.parse(file.toString('utf8')) as Record<string, unknown>)
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
