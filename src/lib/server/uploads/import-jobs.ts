import type { Store } from '../database/store';
import { checkImport, importFiles } from '../importing/import-files';
import type { CheckResult, FileResult, ImportResult, ImportSource } from '../importing/types';
import { forgetAliases, saveAliases } from '../reference/sops/aliases';
import type { Alias } from '../reference/sops/carry-over';
import { discardDraft } from './drafts';
import { keepRecords } from './history';
import type { JobRequest } from './job-request';
import { startJob, type Job, type Work } from './jobs';
import { lookAtUpload } from './look';
import { matchActivities } from './match-activities';
import { keepOriginal } from './originals';
import { rememberReading } from './readings';
import { discardUpload, findUploads, type Upload } from './uploads';

/** Who asks for a job, and when. */
export interface Asked {
	/** The name under which it is kept who imported. */
	by: string;
	/** By which the person is known whose files and jobs these are. */
	owner: string;
	/** The instant, UTC, ISO without zone. */
	now: string;
	/** Is called when the job has ended, in whatever way, before it is said to have ended. */
	settled?: ((job: Job) => Promise<void>) | undefined;
}

type Group = JobRequest['groups'][number] & { files: Upload[] };

/**
 * Starts what the import page asks for, on files that wait, and answers at once. The files of an import that was
 * committed are kept as they came and wait no longer; after anything else they wait on, so that nothing has to be sent
 * again.
 * @throws UserError `upload_not_found`
 */
export async function startImportJob(
	store: Store,
	request: JobRequest,
	asked: Asked
): Promise<Job> {
	const groups = await Promise.all(
		request.groups.map(async (group) => ({
			...group,
			files: await findUploads(store, group.uploads, asked.owner)
		}))
	);
	const draft = request.draft ?? null;
	const { action } = request;
	const work = async (task: Work) => {
		if (action === 'match') {
			const matches = [];
			for (const { files, reading } of groups)
				matches.push(await matchActivities(store, { uploads: files, reading, ...task }));
			return { matches };
		}
		const options = { store, files: sourcesOf(groups), by: asked.by, now: asked.now, ...task };
		if (action === 'check') return withOtherReadings(store, await checkImport(options));
		const result = await withAliases(store, groups, asked, () => importFiles(options));
		await finish(store, { groups, draft, result, task, asked });
		return result;
	};
	return startJob({ action, draft, work, ...asked });
}

/** Of each file of a check, the imports in force that have read the same bytes in another way. */
export interface OtherReadings {
	otherReadings: { import: number; process: string }[][];
}

/** Read in another way a file tells its cases again, beside those that it has told: whoever asks for it should know. */
async function withOtherReadings(
	store: Store,
	result: CheckResult
): Promise<CheckResult & OtherReadings> {
	const otherReadings = [];
	for (const { sha256, sameAs } of result.files) {
		const found = sameAs === null ? await store.all('uploads/other_readings', { sha256 }) : [];
		otherReadings.push(found.map((row) => ({ import: row.import, process: row.process_title })));
	}
	return { ...result, otherReadings };
}

function sourcesOf(groups: readonly Group[]): ImportSource[] {
	return groups.flatMap(({ files, reading }) =>
		files.map(({ path, name }) => ({ path, name, reading }))
	);
}

/** What somebody confirmed holds from the import on: before it, so that its cases are read once, and not without it. */
async function withAliases<T>(
	store: Store,
	groups: readonly Group[],
	{ by, now }: Asked,
	work: () => Promise<T>
): Promise<T> {
	const added: { sop: string; aliases: Alias[] }[] = [];
	try {
		for (const { reading, aliases = [] } of groups)
			if (reading.sop !== undefined && aliases.length > 0) {
				const { sop } = reading;
				added.push({ sop, aliases: await saveAliases(store, { sop, aliases, by, now }) });
			}
		return await work();
	} catch (error) {
		for (const { sop, aliases } of added) await forgetAliases(store, { sop, aliases, now });
		throw error;
	}
}

/** What follows an import: its history, its files, how they were read, and an end to their waiting. */
async function finish(
	store: Store,
	given: {
		groups: readonly Group[];
		draft: string | null;
		result: ImportResult;
		task: Work;
		asked: Asked;
	}
): Promise<void> {
	const { groups, draft, result, task, asked } = given;
	await keepRecords(store);
	const files = groups.flatMap((group) => group.files);
	for (const [at, upload] of files.entries()) await keep(store, upload, result.files[at], task);
	for (const { files: same, reading, aliases } of groups) {
		const [first] = same;
		const names = first && (await lookAtUpload(store, first)).preview?.names;
		if (names && (Object.keys(reading).length > 0 || aliases?.length))
			await rememberReading(store, { name: first.name, names, reading, ...asked });
	}
	for (const { id } of files) await discardUpload(store, id, asked.owner);
	if (draft !== null) await discardDraft(store, draft, asked.owner);
}

async function keep(
	store: Store,
	{ path, name, bytes }: Upload,
	file: FileResult | undefined,
	task: Work
): Promise<void> {
	if (!file) return;
	const report = (read: number) =>
		task.onProgress({ phase: 'keeping', file: name, fraction: bytes === 0 ? 1 : read / bytes });
	report(0);
	await keepOriginal(store, { path, sha256: file.sha256, onBytes: report });
}
