import type { FileHandle } from 'node:fs/promises';
import { open, rm } from 'node:fs/promises';
import { UserError } from '$lib/domain/user-error';
import type { PlainFile, UnfoldLimits } from '../plain-file';
import { unfoldGuard } from '../plain-file';
import type { BrokenRecord } from '../csv/records';
import type { Note, SheetPlace } from '$lib/domain/importing/about-file';
import { TableWriter } from '../csv/table-writer';
import type { Workbook } from './parts';
import { readWorkbook } from './parts';
import type { SheetRow } from './sheet';
import { readSheet } from './sheet';
import { ZipFile } from './zip';

/** The sheet in which exporters describe themselves. */
const metadataSheet = /^_metadata$/i;

/** What a workbook is staged as. */
export interface StagedSheets {
	names: string[];
	records: number;
	broken: BrokenRecord[];
	notes: Note[];
	places: SheetPlace[];
}

/**
 * Lays the rows of a workbook (.xlsx) out as CSV. The first row of a sheet that is not empty is its header. The first
 * sheet with rows counts, and every other one with the same header is appended; sheets that cannot be seen, that
 * describe the export or that have another header are left out, the latter with a note.
 * @param given.spool a fresh path, used for a workbook within gzip
 * @throws UserError `import_empty`, `import_header_only` {file}; those of ZipFile, readWorkbook,
 * readSheet and unfoldGuard
 */
export async function stageWorkbook(
	plain: PlainFile,
	output: FileHandle,
	given: { spool: string; signal: AbortSignal | undefined; limits: UnfoldLimits }
): Promise<StagedSheets> {
	const { file } = plain;
	const { spool, signal, limits } = given;
	try {
		if (plain.compressed) await copy(plain, spool);
		// An archive is read from its end: its hash takes a reading of its own.
		else for await (const chunk of plain.chunks()) void chunk;
		const handle = await open(plain.compressed ? spool : plain.path, 'r');
		try {
			const zip = await ZipFile.open(handle, { file, signal, limits });
			const guard = unfoldGuard(file, limits);
			// Columns far to the right make long rows of few bytes.
			const check = (bytes: number) => guard(plain.bytes, bytes);
			return await stageSheets({ zip, workbook: await readWorkbook(zip), output, check });
		} finally {
			await handle.close();
		}
	} finally {
		if (plain.compressed) await rm(spool, { force: true });
	}
}

async function copy(plain: PlainFile, path: string): Promise<void> {
	const handle = await open(path, 'wx', 0o600);
	try {
		for await (const chunk of plain.chunks()) await handle.writev([chunk]);
	} finally {
		await handle.close();
	}
}

async function stageSheets(given: {
	zip: ZipFile;
	workbook: Workbook;
	output: FileHandle;
	check: (bytes: number) => void;
}): Promise<StagedSheets> {
	const { zip, workbook, output, check } = given;
	const { file } = zip;
	const places: SheetPlace[] = [];
	const otherSheets: string[] = [];
	let table: { names: string[]; writer: TableWriter } | undefined;
	let headers = 0;
	for (const sheet of workbook.sheets) {
		if (metadataSheet.test(sheet.name)) continue;
		let names: string[] | undefined;
		let last: number | undefined;
		const take = (row: SheetRow): boolean => {
			if (!names) {
				names = row.cells.map((cell) => cell.trim());
				headers++;
				return true;
			}
			table ??= { names, writer: new TableWriter(output, names.length, check) };
			if (!sameHeader(names, table.names)) {
				otherSheets.push(sheet.name);
				return false;
			}
			table.writer.add(row.cells);
			if (last === undefined || row.row !== last + 1)
				places.push({ record: table.writer.records, sheet: sheet.name, row: row.row });
			last = row.row;
			return true;
		};
		await readSheet(zip, workbook, sheet, async (rows) => {
			for (const row of rows) if (!take(row)) return false;
			if (table?.writer.full) await table.writer.flush();
			return true;
		});
	}
	if (!table) throw new UserError(headers > 0 ? 'import_header_only' : 'import_empty', { file });
	await table.writer.flush();
	const notes = [];
	if (otherSheets.length > 0)
		notes.push({
			code: 'import_note_sheets',
			params: { file, sheet: places[0]?.sheet ?? '', others: otherSheets.join(', ') }
		});
	const { records, broken } = table.writer;
	return { names: table.names, records, broken, notes, places };
}

function sameHeader(a: readonly string[], b: readonly string[]): boolean {
	return a.length === b.length && a.every((name, index) => name === b[index]);
}
