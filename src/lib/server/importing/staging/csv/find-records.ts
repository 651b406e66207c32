import Papa from 'papaparse';
import { LineEnds } from '../decode';
import type { FoundRecord, RecordRange } from '../find-records';
import { cutHeader } from './header';
import { RecordScanner } from './records';

const newline = 0x0a;

/**
 * Finds some records of a CSV text by the numbers that an import gives them, and reads no further than the last of them.
 * Of a record that cannot be told into cells its beginning is answered as it is written.
 * @throws UserError of cutHeader; those of the chunks
 */
export async function findCsvRecords(
	chunks: AsyncIterable<Buffer>,
	{ from, to }: RecordRange,
	file: string
): Promise<FoundRecord[]> {
	const lines = new LineEnds();
	const records: FoundRecord[] = [];
	let head: Buffer = Buffer.alloc(0);
	let table: { scanner: RecordScanner; names: string[]; delimiter: string } | undefined;
	const take = (bytes: Buffer, last: boolean): void => {
		let rest = bytes;
		if (!table) {
			head = Buffer.concat([head, rest]);
			const cut = cutHeader(head, last, file);
			if (!cut) return;
			const { names, delimiter } = cut;
			table = { scanner: new RecordScanner(delimiter, names.length), names, delimiter };
			rest = cut.rest;
		}
		const { scanner, delimiter } = table;
		// No record of a chunk is wanted whose lines do not reach the first one.
		if (scanner.records + linesOf(rest) < from) {
			scanner.push(rest);
			return;
		}
		for (let at = 0; at < rest.length && scanner.records < to;) {
			const end = rest.indexOf(newline, at) + 1 || rest.length;
			const broken = scanner.broken.length;
			const before = scanner.records;
			const text = Buffer.concat(scanner.push(rest.subarray(at, end))).toString();
			at = end;
			if (scanner.records === before || scanner.records < from) continue;
			const fault = scanner.broken.length > broken ? scanner.broken.at(-1) : undefined;
			records.push({
				record: scanner.records,
				entries: fault ? null : entriesOf(table.names, text, delimiter),
				text: fault?.text ?? text.replace(/\n$/, '')
			});
		}
	};
	for await (const chunk of chunks) {
		take(lines.unify(chunk), false);
		if (table && table.scanner.records >= to) return records;
	}
	// The last line may have no end.
	take(Buffer.from('\n'), true);
	return records;
}

function linesOf(bytes: Buffer): number {
	let lines = 0;
	for (let at = bytes.indexOf(newline); at >= 0; at = bytes.indexOf(newline, at + 1)) lines++;
	return lines;
}

/** The cells of a record by their columns; null where they are not as many. */
function entriesOf(
	names: readonly string[],
	text: string,
	delimiter: string
): FoundRecord['entries'] {
	const { data } = Papa.parse<string[]>(text.replace(/\n$/, ''), {
		delimiter,
		quoteChar: '"',
		escapeChar: '"'
	});
	const cells = data[0] ?? [];
	return cells.length === names.length ? names.map((name, at) => [name, cells[at] ?? '']) : null;
}
