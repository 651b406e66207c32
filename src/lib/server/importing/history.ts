import { UserError } from '$lib/domain/user-error';
import type { Queries } from '../database/generated/queries';
import type { Reading } from '../database/store';

/** An import in the list: who, when, what its files came to. */
export type ImportEntry = Queries['importing/history/imports']['row'];
/** A file of an import. */
export type ImportFileEntry = Queries['importing/history/files']['row'];
/** A rejected record, with the file's own name of the column. */
export type RejectEntry = Queries['importing/history/rejects']['row'];

/** An import with its files, why their records were rejected, and the offices it tells of. */
export interface ImportDetail {
	import: Queries['importing/history/import']['row'];
	files: (ImportFileEntry & {
		reasons: Queries['importing/history/reject_reasons']['row'][];
	})[];
	units: Queries['importing/history/units']['row'][];
}

/** The imports, latest first; `before` is the number of the last one of the page before. */
export async function listImports(
	store: Pick<Reading, 'all'>,
	{ before = null, most = 50 }: { before?: number | null; most?: number } = {}
): Promise<ImportEntry[]> {
	return store.all('importing/history/imports', { before, most });
}

/** @throws UserError `unknown_import` {import} */
export async function importDetail(
	store: Pick<Reading, 'all' | 'get'>,
	number: number
): Promise<ImportDetail> {
	const found = await store.get('importing/history/import', { import: number });
	if (!found) throw new UserError('unknown_import', { import: number });
	const files = await store.all('importing/history/files', { import: number });
	return {
		import: found,
		files: await Promise.all(
			files.map(async (file) => ({
				...file,
				reasons: await store.all('importing/history/reject_reasons', { file: file.file })
			}))
		),
		units: await store.all('importing/history/units', { import: number })
	};
}

/** Rejected records of a file, in its order; `after` is the last record of the page before. */
export async function listRejects(
	store: Pick<Reading, 'all'>,
	{ file, after = 0, most = 100 }: { file: number; after?: number; most?: number }
): Promise<RejectEntry[]> {
	return store.all('importing/history/rejects', { file, after, most });
}
