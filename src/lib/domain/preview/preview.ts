import Papa from 'papaparse';
import { readObjects } from './json';

/** The beginning of a file as a table, before anything of it is sent. */
export interface Preview {
	container: 'csv' | 'json';
	names: string[];
	/** As many cells as there are names, or as the file has. */
	rows: string[][];
}

const DELIMITERS = [',', ';', '\t', '|'];

/**
 * The header and first rows of a text.
 * @param whole whether the text is the whole file; else its last line may be cut off, and is left out
 * @param most rows at most
 * @param delimiter of a table, where it is known
 * @returns undefined where there is no header
 */
export function previewText(
	text: string,
	whole: boolean,
	most: number,
	delimiter?: string
): Preview | undefined {
	const start = text.replace(/^\uFEFF/, '');
	return delimiter === undefined && /^\s*\[\s*[{\]]/.test(start)
		? previewJson(start, most)
		: previewCsv(start.replace(/^\s*\n/, ''), whole, most, delimiter);
}

function previewJson(text: string, most: number): Preview | undefined {
	const objects = readObjects(text, most) ?? [];
	const names = [...new Set(objects.flatMap((object) => object.map(([key]) => key)))];
	if (names.length === 0) return undefined;
	return {
		container: 'json',
		names,
		rows: objects.map((object) => {
			const members = new Map(object);
			return names.map((name) => members.get(name) ?? '');
		})
	};
}

function previewCsv(
	text: string,
	whole: boolean,
	most: number,
	delimiter: string | undefined
): Preview | undefined {
	// A spreadsheet's own line that names the delimiter.
	const declared = delimiter === undefined ? /^sep=(.)\r?\n/i.exec(text) : null;
	const body = declared ? text.slice(declared[0].length) : text;
	const { data } = Papa.parse<string[]>(body, {
		delimiter: delimiter ?? declared?.[1] ?? commonestDelimiter(body),
		quoteChar: '"',
		escapeChar: '"',
		skipEmptyLines: 'greedy',
		preview: most + 2
	});
	const cut = whole || data.length > most + 1 ? data : data.slice(0, -1);
	const [names, ...rows] = cut;
	if (!names || (names.length === 1 && names[0]?.trim() === '')) return undefined;
	return { container: 'csv', names, rows: rows.slice(0, most) };
}

function commonestDelimiter(text: string): string {
	const line = /^[^\r\n]*/.exec(text)?.[0].replace(/"(?:[^"]|"")*"/g, '') ?? '';
	const counted = DELIMITERS.map((sign) => ({ sign, count: line.split(sign).length }));
	return counted.reduce((best, next) => (next.count > best.count ? next : best)).sign;
}
