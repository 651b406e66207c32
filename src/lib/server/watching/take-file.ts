import { UserError } from '$lib/domain/user-error';
import { formatCount } from '$lib/format/numbers';
import { rejectReason } from '$lib/format/rejects';
import { m } from '$lib/paraglide/messages';
import type { Store } from '../database/store';
import { describeError } from '../errors/describe';
import { checkImport, importFiles } from '../importing/import-files';
import type { CheckResult, ImportResult, ImportSource } from '../importing/types';
import { currentInstant } from '../product';
import { keepRecords } from '../uploads/history';
import { lookAtFile } from '../uploads/look';
import { keepOriginal } from '../uploads/originals';
import { findReading } from '../uploads/readings';

/** What became of a file of a watched folder. */
export interface Taken {
	name: string;
	state: 'done' | 'refused';
	/** For who looks into the folder. */
	sentence: string;
	/** Of a file that is done. */
	result: ImportResult | undefined;
	/** Of a file that is refused: the code of its sentence. */
	reason: string | undefined;
}

/** Who is said to have imported. */
export const WATCHER = 'folder';

/**
 * Imports a file on its own, whole or not at all. A file of which every row would be rejected is refused: it is of
 * another kind than it looks.
 * @throws what is no fault of the file, such as UserError `disk_full`; the reason of `signal`
 */
export async function takeFile(
	store: Store,
	given: { path: string; name: string; signal: AbortSignal }
): Promise<Taken> {
	const { path, name, signal } = given;
	try {
		const source: ImportSource = { path, name, reading: await readingOf(store, given) };
		const options = { store, files: [source], by: WATCHER, now: currentInstant(), signal };
		const checked = await checkImport(options);
		if (onlyRejects(checked)) return refused(name, onlyRejectsSentence(checked), 'all_rejected');
		const result = await importFiles(options);
		await keepRecords(store);
		const [file] = result.files;
		if (file) await keepOriginal(store, { path, sha256: file.sha256 });
		return { name, state: 'done', sentence: doneSentence(result), result, reason: undefined };
	} catch (error) {
		if (!isFileFault(error)) throw error;
		return refused(name, describeError(error, 'id') ?? error.code, error.code);
	}
}

/** As somebody last read a file with these columns; undefined where its columns alone decide. */
async function readingOf(
	store: Store,
	{ path, name }: { path: string; name: string }
): Promise<ImportSource['reading']> {
	const names = (await lookAtFile(store, { path, name })).preview?.names;
	if (!names) return undefined;
	return (await findReading(store, { names, owner: WATCHER }))?.reading;
}

function onlyRejects({ files }: CheckResult): boolean {
	return files.every(({ rows, rejected }) => rows > 0 && rejected === rows);
}

function refused(name: string, sentence: string, reason: string): Taken {
	return { name, state: 'refused', sentence, result: undefined, reason };
}

function onlyRejectsSentence({ files, rejectGroups }: CheckResult): string {
	const groups = rejectGroups.flat().slice(0, 5);
	const reasons = groups.map(({ reason, records }) => `${rejectReason(reason)} (${records})`);
	return m.imports_watch_all_rejected(
		{ rows: formatCount(files[0]?.rows ?? 0), reasons: reasons.join('; ') },
		{ locale: 'id' }
	);
}

function doneSentence({ import: number, files }: ImportResult): string {
	const [file] = files;
	if (!file) return '';
	const { rows, used, duplicates, rejected, sameAs } = file;
	const counts = {
		import: number ?? 0,
		rows: formatCount(rows),
		used: formatCount(used),
		duplicates: formatCount(duplicates),
		rejected: formatCount(rejected)
	};
	return sameAs === null
		? m.imports_watch_done(counts, { locale: 'id' })
		: m.imports_watch_same(counts, { locale: 'id' });
}

function isFileFault(error: unknown): error is UserError {
	return error instanceof UserError && /^(import_|unknown_sop$)/.test(error.code);
}
