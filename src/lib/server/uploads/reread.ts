import { rm } from 'node:fs/promises';
import { z } from 'zod';
import { isField, type Field } from '$lib/domain/importing/fields';
import { UserError } from '$lib/domain/user-error';
import type { Queries } from '../database/generated/queries';
import type { Store } from '../database/store';
import { importFiles } from '../importing/import-files';
import { loadProfiles } from '../importing/profiles';
import { listSavedProfiles } from '../importing/saved-profiles';
import type { FileReading, ImportResult, ImportSource } from '../importing/types';
import { keepRecords } from './history';
import type { Asked } from './import-jobs';
import { startJob, type Job, type Work } from './jobs';
import { hasOriginal, unpackOriginal } from './originals';

type RecordRow = Queries['uploads/history/records']['row'];

/** By hand mapped columns have no profile that could have changed. */
const mappedByHand = 'mapped';

// Only what decides how a file is read; an import of an earlier version may have kept more or less beside it.
const keptMapping = z.object({
	profile: z.object({ id: z.string(), offsets: z.enum(['false', 'real']).optional() }).optional(),
	columns: z.record(z.string(), z.string()).default({}),
	formats: z.array(z.string()).default([]),
	offsets: z.enum(['false', 'real']).optional(),
	unit: z.string().nullable().default(null)
});

/** Whether all files of an import are kept as they came, so that it can be read again. */
export async function canReread(
	store: Store,
	files: readonly { sha256: string }[]
): Promise<boolean> {
	if (files.length === 0) return false;
	const kept = await Promise.all(files.map(({ sha256 }) => hasOriginal(store, sha256)));
	return kept.every(Boolean);
}

/**
 * Starts reading the kept files of an import again with the profiles as they are now: the import is undone and a new
 * one made in one transaction, so that after a failure or a cancellation everything is as it was. What somebody decided
 * then (columns mapped by hand, SOP, office, formats of times) holds again.
 * @throws UserError `unknown_import` {import}, `original_not_found`; when it runs those of importFiles and undoImport
 */
export async function startReread(store: Store, number: number, asked: Asked): Promise<Job> {
	await keepRecords(store);
	const records = await store.all('uploads/history/records', { imports: [number] });
	if (records.length === 0) throw new UserError('unknown_import', { import: number });
	if (!(await canReread(store, records))) throw new UserError('original_not_found');
	const work = (task: Work): Promise<ImportResult> =>
		reread(store, { number, records, asked, task });
	return startJob({ action: 'reread', draft: null, work, ...asked });
}

async function reread(
	store: Store,
	given: { number: number; records: readonly RecordRow[]; asked: Asked; task: Work }
): Promise<ImportResult> {
	const { number, records, asked, task } = given;
	const files: ImportSource[] = [];
	const profiles = new Set([
		...loadProfiles(store.home).profiles.map(({ id }) => id),
		...(await listSavedProfiles(store)).map(({ profile }) => profile.id)
	]);
	try {
		for (const record of records) {
			task.onProgress({ phase: 'copying', file: record.name, fraction: undefined });
			const path = await unpackOriginal(store, record.sha256);
			files.push({ path, name: record.name, reading: readingAgain(record, profiles) });
		}
		const { by, now } = asked;
		const result = await importFiles({
			...{ store, files, by, now, parquet: true, replaces: number },
			...task
		});
		await keepRecords(store);
		return result;
	} finally {
		await Promise.all(files.map(({ path }) => rm(path, { force: true })));
	}
}

/** How a file was read, as far as a person decided it; by a profile that is gone, as its columns now say. */
function readingAgain(record: RecordRow, profiles: ReadonlySet<string>): FileReading {
	const parsed = keptMapping.safeParse(JSON.parse(record.mapping));
	if (!parsed.success) return {};
	const { profile, columns, formats, offsets, unit } = parsed.data;
	const byHand = record.profile === mappedByHand;
	const map: Partial<Record<Field, string>> = {};
	for (const [field, column] of Object.entries(columns)) if (isField(field)) map[field] = column;
	// Offsets that were not the profile's own were a person's choice.
	const ownOffsets = offsets !== undefined && offsets !== (profile?.offsets ?? 'false');
	return {
		...(byHand ? { map } : profiles.has(record.profile) ? { profile: record.profile } : {}),
		...(record.process_kind === 'sop' ? { sop: record.process_code } : {}),
		...(record.process_kind === 'log' && record.process_code !== 'log'
			? { log: record.process_title }
			: {}),
		...(unit === null ? {} : { unit }),
		...(formats.length > 0 ? { timeFormats: formats } : {}),
		...(ownOffsets && offsets ? { offsets } : {})
	};
}
