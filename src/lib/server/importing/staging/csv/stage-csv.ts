import type { FileHandle } from 'node:fs/promises';
import { UserError } from '$lib/domain/user-error';
import type { SheetPlace } from '$lib/domain/importing/about-file';
import { LineEnds } from '../decode';
import { cutHeader } from './header';
import type { BrokenRecord } from './records';
import { RecordScanner } from './records';
import { quotable } from '../sniff';
import type { TextFile } from '../text-file';

/** What a staged CSV is like. */
export interface StagedTable {
	names: string[];
	delimiter: string;
	/** Without the header. */
	records: number;
	/** Records that are in the staged file as placeholders. */
	broken: BrokenRecord[];
	/** Where a spreadsheet shows the records; empty where that is not known. */
	places: SheetPlace[];
}

/**
 * Copies a CSV text with one sign for line ends and without blank lines, and cuts its header off.
 * @throws UserError `import_quotes` {file, record}, `import_header_only` {file}, `import_one_line` {file, text} for a
 * single line of one cell, as an error message is, `import_header_too_long` {file}; those of TextFile
 */
export async function stageCsv(text: TextFile, output: FileHandle): Promise<StagedTable> {
	const { file } = text;
	const lines = new LineEnds();
	let head: Buffer = Buffer.alloc(0);
	let table:
		{ scanner: RecordScanner; names: string[]; delimiter: string; row: number } | undefined;
	const take = (chunk: Buffer, last: boolean): Buffer[] => {
		let rest = lines.unify(chunk);
		const pieces: Buffer[] = [];
		if (!table) {
			head = Buffer.concat([head, rest]);
			const cut = cutHeader(head, last, file);
			if (!cut) return [];
			const { names, delimiter, row } = cut;
			table = { scanner: new RecordScanner(delimiter, names.length), names, delimiter, row };
			// A first line of our own: the database counts its cells, whatever the first record looks like.
			pieces.push(Buffer.from(`${names.map((_, index) => `c${index}`).join(delimiter)}\n`));
			rest = cut.rest;
		}
		pieces.push(...table.scanner.push(rest));
		if (last) pieces.push(...table.scanner.end());
		return pieces;
	};
	// A chunk is written while the next one is looked at.
	let writing: Promise<unknown> = Promise.resolve();
	const write = async (pieces: Buffer[]) => {
		await writing;
		if (pieces.length === 0) return;
		writing = output.writev(pieces);
		// Awaited above or below; until then nobody has seen it fail.
		writing.catch(() => undefined);
	};
	try {
		for await (const chunk of text.chunks()) await write(take(chunk, false));
		await write(take(Buffer.alloc(0), true));
	} finally {
		await writing;
	}
	if (!table) throw new UserError('import_empty', { file });
	const { scanner, names, delimiter } = table;
	if (scanner.insideQuotes)
		throw new UserError('import_quotes', { file, record: scanner.records + 1 });
	if (scanner.records === 0 && names.length === 1)
		throw new UserError('import_one_line', { file, text: quotable(names[0] ?? '') });
	if (scanner.records === 0) throw new UserError('import_header_only', { file });
	const { records, broken } = scanner;
	return { names, delimiter, records, broken, places: placesOf(scanner, table.row) };
}

/** A text has no sheets; a spreadsheet that opens it shows header and blank lines as rows. */
function placesOf({ gaps, gapsKnown }: RecordScanner, header: number): SheetPlace[] {
	if (!gapsKnown) return [];
	return [
		...(gaps[0]?.record === 1 ? [] : [{ record: 1, sheet: '', row: header + 1 }]),
		...gaps.map(({ record, blank }) => ({ record, sheet: '', row: header + record + blank }))
	];
}
