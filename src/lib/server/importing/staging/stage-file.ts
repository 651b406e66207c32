import type { FileHandle } from 'node:fs/promises';
import { open, rm, stat } from 'node:fs/promises';
import { UserError } from '$lib/domain/user-error';
import { NotUtf8 } from './decode';
import { stageEventLog } from './event-log/stage-event-log';
import type { UnfoldLimits } from './plain-file';
import { PlainFile, unfoldLimits } from './plain-file';
import type { Encoding } from './sniff';
import { sniffForm, sniffText } from './sniff';
import { stageCsv } from './csv/stage-csv';
import { stageJson } from './json/stage-json';
import type { StagedFile } from './staged-file';
import { tableDelimiter } from './csv/table-writer';
import { TextFile } from './text-file';
import { stageWorkbook } from './workbook/stage-workbook';

export type { StagedFile } from './staged-file';

export interface StagingOptions {
	/** Whether a Parquet file is taken: only where the person who names it is at the command line. */
	parquet?: boolean | undefined;
	limits?: UnfoldLimits;
	/** Called with the bytes that were read and how many the file has; some formats are read twice. */
	onBytes?: ((bytes: number, size: number) => void) | undefined;
}

const noSpace = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/**
 * Streams a file into the work folder as the database reads it, CSV or a JSON array: hashes, takes gzip off, decodes,
 * counts, cuts the header off, and lays out workbooks, event logs and answers of services.
 * @param source path of the file, and the name by which people know it
 * @param target a fresh path in the work folder, removed again when the file is refused
 * @throws UserError `import_file_missing`, `import_folder`, `import_unreadable`, `import_empty`; those of sniffForm,
 * sniffText, stageCsv, stageJson, stageWorkbook, stageEventLog and PlainFile, all with {file}; `disk_full` {path}
 */
export async function stageFile(
	source: { path: string; name: string },
	target: string,
	signal?: AbortSignal,
	options: StagingOptions = {}
): Promise<StagedFile> {
	const given = { source, target, signal, options };
	try {
		try {
			return await stage(given, undefined);
		} catch (error) {
			if (error instanceof NotUtf8) return await stage(given, 'windows-1252');
			throw error;
		}
	} catch (error) {
		await rm(target, { force: true });
		throw asImportError(error, source.name, target);
	}
}

interface Given {
	source: { path: string; name: string };
	target: string;
	signal: AbortSignal | undefined;
	options: StagingOptions;
}

async function stage(given: Given, encoding: Encoding | undefined): Promise<StagedFile> {
	const { source, target, signal, options } = given;
	const stats = await stat(source.path);
	if (stats.isDirectory()) throw new UserError('import_folder', { file: source.name });
	const limits = options.limits ?? unfoldLimits;
	const onBytes = options.onBytes && ((bytes: number) => options.onBytes?.(bytes, stats.size));
	const plain = await PlainFile.open(source, { signal, limits, onBytes });
	try {
		const output = await open(target, 'w', 0o600);
		try {
			const staged = await convert({ plain, output, given, limits, encoding });
			return {
				...unknownTable,
				encoding: 'utf-8',
				...staged,
				name: source.name,
				path: target,
				sha256: plain.sha256,
				bytes: plain.bytes,
				compressed: plain.compressed
			};
		} finally {
			await output.close();
		}
	} finally {
		await plain.close();
	}
}

/** What a converter leaves unsaid. */
const unknownTable = {
	names: [],
	delimiter: '',
	records: 0,
	broken: [],
	hints: {},
	notes: [],
	places: []
} satisfies Partial<StagedFile>;

async function convert(given: {
	plain: PlainFile;
	output: FileHandle;
	given: Given;
	limits: UnfoldLimits;
	encoding: Encoding | undefined;
}): Promise<Pick<StagedFile, 'container' | 'format'> & Partial<StagedFile>> {
	const { plain, output, limits } = given;
	const { file } = plain;
	const start = await plain.start();
	if (start.length === 0) throw new UserError('import_empty', { file });
	const form = sniffForm(start, file);
	if (form === 'parquet') {
		if (!given.given.options.parquet)
			throw new UserError('import_format', { file, format: 'Parquet' });
		for await (const chunk of plain.chunks()) await output.writev([chunk]);
		return { container: 'parquet', format: 'parquet' };
	}
	if (form === 'zip') {
		const table = await stageWorkbook(plain, output, {
			spool: `${given.given.target}.zip`,
			signal: given.given.signal,
			limits
		});
		return { container: 'csv', format: 'xlsx', delimiter: tableDelimiter, ...table };
	}
	const text = new TextFile(plain, start, given.encoding);
	const { encoding } = text;
	const beginning = await text.start();
	if (beginning === '') throw new UserError('import_empty', { file });
	const holds = sniffText(beginning, file);
	if (holds === 'xes') {
		const table = await stageEventLog(text, output, limits);
		return { container: 'csv', format: 'xes', encoding, delimiter: tableDelimiter, ...table };
	}
	if (holds === 'csv')
		return { container: 'csv', format: 'csv', encoding, ...(await stageCsv(text, output)) };
	const json = await stageJson(text, output, holds);
	return { container: 'json', format: 'json', encoding, ...json };
}

function asImportError(error: unknown, file: string, target: string): unknown {
	if (error instanceof UserError || !(error instanceof Error) || !('code' in error)) return error;
	const code = String(error.code);
	if (noSpace.has(code)) return new UserError('disk_full', { path: target }, error);
	if (code === 'ENOENT') return new UserError('import_file_missing', { file }, error);
	if (code === 'EISDIR') return new UserError('import_folder', { file }, error);
	if (code === 'EACCES' || code === 'EPERM')
		return new UserError('import_unreadable', { file }, error);
	return error;
}
