import { rm } from 'node:fs/promises';
import { findCsvRecords } from './csv/find-records';
import { NotUtf8 } from './decode';
import { findJsonElements } from './json/find-elements';
import { PlainFile } from './plain-file';
import type { Encoding } from './sniff';
import { isGzip, sniffForm, sniffText } from './sniff';
import { stageFile } from './stage-file';
import { TextFile } from './text-file';

/** Numbers of records, from 1, without the header; the last is one of them. */
export interface RecordRange {
	from: number;
	to: number;
}

/** A record as its file writes it. */
export interface FoundRecord {
	record: number;
	/** Column and value, in the order of the file; null where the record cannot be told into cells. */
	entries: [column: string, value: string][] | null;
	/** As it is written; of a record that is damaged or too long, its beginning. */
	text: string;
}

/** A file that was imported, where it is kept. */
export interface KeptFile {
	name: string;
	/** Of the file as it came, or of a copy that gzip holds. */
	path: string;
	/** Writes it as it came to a path in the work folder, and answers that. */
	unpack: () => Promise<string>;
	/** A fresh path in the work folder. */
	workFile: () => string;
}

/** Files are kept in one layer of gzip, whose content was taken by an import already: it may unfold as far as it likes. */
const limits = { plainBytes: Infinity, ratio: Infinity, ratioFrom: Infinity };

/**
 * Finds some records of a file by the numbers that its import gave them, as the file writes them. A CSV text is read
 * from its beginning to the last of them; any other format is laid out in the work folder first. undefined for a Parquet
 * file, which has no text.
 * @throws UserError of stageFile, where the file is not what it was
 */
export async function findRecords(
	file: KeptFile,
	range: RecordRange
): Promise<FoundRecord[] | undefined> {
	try {
		return await find(file, range, undefined);
	} catch (error) {
		if (error instanceof NotUtf8) return find(file, range, 'windows-1252');
		throw error;
	}
}

async function find(
	file: KeptFile,
	range: RecordRange,
	encoding: Encoding | undefined
): Promise<FoundRecord[] | undefined> {
	const plain = await PlainFile.open(file, { signal: undefined, limits });
	try {
		const start = await plain.start();
		if (isGzip(start)) return await findLaidOut(file, range);
		const form = sniffForm(start, file.name);
		if (form === 'parquet') return undefined;
		if (form === 'zip') return await findLaidOut(file, range);
		const text = new TextFile(plain, start, encoding);
		if (sniffText(await text.start(), file.name) !== 'csv') return await findLaidOut(file, range);
		return await findCsvRecords(text.chunks(), range, file.name);
	} finally {
		await plain.close();
	}
}

/** Finds records in the table as which an import lays a workbook, an event log or a JSON text out. */
async function findLaidOut(file: KeptFile, range: RecordRange): Promise<FoundRecord[] | undefined> {
	const target = file.workFile();
	const source = await file.unpack();
	try {
		const { container, names, broken, path } = await stageFile(
			{ path: source, name: file.name },
			target
		);
		if (container === 'parquet') return undefined;
		const plain = await PlainFile.open({ path, name: file.name }, { signal: undefined, limits });
		try {
			if (container === 'json') return await findJsonElements(plain.chunks(), range);
			const records = await findCsvRecords(plain.chunks(), range, file.name);
			// The staged table has no names of its own, and a placeholder where a record was damaged.
			const faults = new Map(broken.map((fault) => [fault.record, fault.text]));
			return records.map(({ record, entries, text }) => {
				const fault = faults.get(record);
				if (fault !== undefined) return { record, entries: null, text: fault };
				const named = entries?.map(([, value], at): [string, string] => [names[at] ?? '', value]);
				return { record, entries: named ?? null, text };
			});
		} finally {
			await plain.close();
		}
	} finally {
		await Promise.all([target, source].map((path) => rm(path, { force: true })));
	}
}
