import { neutralise } from './neutralise';

/** What a column holds: only `text` can carry a formula; the others are written as they are. */
export type ColumnType = 'text' | 'number' | 'date';

/** A value of a cell; null and undefined are empty cells. */
export type CellValue = string | number | bigint | boolean | null | undefined;

/** A column of a file: the field of the row it shows, its heading, and what it holds. */
export interface CsvColumn {
	key: string;
	label: string;
	type: ColumnType;
}

/**
 * A table as CSV (RFC 4180: comma, quotes doubled, CRLF), with a byte order mark, without which
 * spreadsheets read UTF-8 as Latin-1. Numbers keep a decimal point. Text that could start a formula
 * is neutralised, headings too; a cell of a `number` or `date` column that holds something else is
 * treated as text.
 */
export function toCsv(
	columns: readonly CsvColumn[],
	rows: readonly Readonly<Record<string, CellValue>>[]
): string {
	const lines = [columns.map((column) => quote(neutralise(column.label))).join(',')];
	for (const row of rows) {
		lines.push(columns.map((column) => csvCell(row[column.key], column.type)).join(','));
	}
	return `\uFEFF${lines.join('\r\n')}\r\n`;
}

/** One line of a table, with its end: for files that are streamed row by row. */
export function csvLine(
	columns: readonly CsvColumn[],
	row: Readonly<Record<string, CellValue>>
): string {
	return `${columns.map(({ key, type }) => csvCell(row[key], type)).join(',')}\r\n`;
}

/** One cell, quoted where needed: for files that are streamed row by row. */
export function csvCell(value: CellValue, type: ColumnType): string {
	if (value === null || value === undefined) return '';
	if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
	if (typeof value === 'bigint' || typeof value === 'boolean') return String(value);
	if (type === 'number' && NUMBER.test(value)) return value;
	if (type === 'date' && DATE.test(value)) return value;
	return quote(neutralise(value));
}

const NUMBER = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i;
const DATE = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;

function quote(text: string): string {
	return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
