import Papa from 'papaparse';
import { UserError } from '$lib/domain/user-error';

const delimiters = [',', ';', '\t', '|'];

/** A longer first line is no header. */
const longestHeaderBytes = 1_000_000;

export interface CutHeader {
	names: string[];
	delimiter: string;
	/** The row at which a spreadsheet shows it, from 1: blank lines before it are rows, a `sep=;` line is none. */
	row: number;
	/** What follows the header's line. */
	rest: Buffer;
}

/**
 * Takes the header off the beginning of a CSV text, once its line has ended; undefined when it has not yet. Leading
 * blank lines and a spreadsheet's `sep=;` line are dropped.
 * @throws UserError `import_header_too_long` {file}
 */
export function cutHeader(bytes: Buffer, last: boolean, file: string): CutHeader | undefined {
	let start = 0;
	while (bytes[start] === 0x0a) start++;
	const end = headerEnd(bytes, start, last);
	if (end === undefined) {
		if (bytes.length - start > longestHeaderBytes)
			throw new UserError('import_header_too_long', { file });
		return undefined;
	}
	const line = bytes.toString('utf8', start, end);
	const rest = bytes.subarray(Math.min(end + 1, bytes.length));
	const declared = /^sep=(.)$/i.exec(line.trim())?.[1];
	if (declared) {
		const cut = cutHeader(rest, last, file);
		return (
			cut && {
				...cut,
				delimiter: declared,
				names: parse(cut.names.join(cut.delimiter), declared),
				row: start + cut.row
			}
		);
	}
	const delimiter = commonestDelimiter(line);
	return { names: parse(line, delimiter), delimiter, row: start + 1, rest };
}

function headerEnd(bytes: Buffer, start: number, last: boolean): number | undefined {
	let quoted = false;
	for (let at = start; at < bytes.length; at++) {
		if (bytes[at] === 0x22) quoted = !quoted;
		else if (bytes[at] === 0x0a && !quoted) return at;
	}
	return last ? bytes.length : undefined;
}

function commonestDelimiter(line: string): string {
	const bare = line.replace(/"(?:[^"]|"")*"/g, '');
	const counted = delimiters.map((delimiter) => ({
		delimiter,
		count: bare.split(delimiter).length
	}));
	return counted.reduce((best, next) => (next.count > best.count ? next : best)).delimiter;
}

function parse(line: string, delimiter: string): string[] {
	const { data } = Papa.parse<string[]>(line, { delimiter, quoteChar: '"', escapeChar: '"' });
	return data[0] ?? [];
}
