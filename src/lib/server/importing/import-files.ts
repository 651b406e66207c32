import { rm } from 'node:fs/promises';
import { isField } from '$lib/domain/importing/fields';
import { parseTimeFormats } from '$lib/domain/importing/time-format';
import { UserError } from '$lib/domain/user-error';
import { stageFile } from './staging/stage-file';
import type { Transaction } from '../database/store';
import type { FileToRead } from './transaction';
import { draftImport, storeImport } from './transaction';
import { undoWithin } from './undo';
import type { CheckResult, ImportOptions, ImportProgress, ImportResult } from './types';

/**
 * Imports files, all in one transaction: after it either all their events, cases and measurements are there or none.
 * Files that were imported before in the same way, and whose import is in force, add nothing. The order of the files
 * makes no difference.
 * @throws UserError of stageFile, readHeader, chooseProfile, makePlan, loadProfiles, findProcess, parseTimeFormats;
 * `import_no_files`, `import_field_unknown` {field}; the reason of `signal` when it is aborted
 */
export async function importFiles(options: ImportOptions): Promise<ImportResult> {
	const result = await run(options, true);
	return { import: result.import, files: result.files, cases: result.cases };
}

/** What importFiles would do with these files and why it would reject rows; changes nothing. Throws as it does. */
export async function checkImport(options: ImportOptions): Promise<CheckResult> {
	return run(options, false);
}

/** Carries the result of a check out of a transaction that it rolls back. */
class Checked extends Error {
	constructor(readonly result: CheckResult) {
		super('a check is rolled back');
	}
}

async function run(options: ImportOptions, commit: boolean): Promise<CheckResult> {
	if (options.files.length === 0) throw new UserError('import_no_files');
	for (const { map, timeFormats } of [
		options,
		...options.files.map(({ reading }) => reading ?? {})
	]) {
		for (const field of Object.keys(map ?? {}))
			if (!isField(field)) throw new UserError('import_field_unknown', { field });
		parseTimeFormats(timeFormats ?? []);
	}
	const { store, signal } = options;
	let progress: ImportProgress = { phase: 'copying', file: undefined, fraction: undefined };
	const report = (next: ImportProgress) => options.onProgress?.((progress = next));
	const staged: FileToRead[] = [];
	try {
		for (const source of options.files) {
			const onBytes = (bytes: number, size: number) =>
				report({ phase: 'copying', file: source.name, fraction: size === 0 ? 1 : bytes / size });
			onBytes(0, 1);
			const file = await stageFile(source, store.workFile('staged'), signal, {
				onBytes,
				parquet: options.parquet
			});
			staged.push({ ...file, reading: { ...options, ...source.reading } });
		}
		// One order whatever order they were given in; of two files with the same bytes the name decides.
		staged.sort((a, b) => compare(a.sha256, b.sha256) || compare(a.name, b.name));
		const draft = (tx: Transaction) => draftImport(tx, { options, report }, staged, commit);
		// An SOP that the draft registers, an import that it replaces: all of it is part of the transaction then.
		const { replaces } = options;
		const changes =
			replaces !== undefined || staged.some(({ reading }) => typeof reading.sop === 'function');
		return await store.writePrepared(
			changes ? () => Promise.resolve(undefined) : draft,
			async (tx, prepared) => {
				if (replaces !== undefined) await undoWithin(tx, store.home, replaces, options.now);
				const drafted = prepared ?? (await draft(tx));
				if (commit) await storeImport(tx, options, drafted);
				else if (changes) throw new Checked(drafted.result);
				return drafted.result;
			},
			{
				...(signal ? { signal } : {}),
				onProgress: ({ percentage }) => report({ ...progress, fraction: percentage / 100 })
			}
		);
	} catch (error) {
		if (error instanceof Checked) return error.result;
		throw error;
	} finally {
		await Promise.all(staged.map(({ path }) => rm(path, { force: true })));
	}
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
