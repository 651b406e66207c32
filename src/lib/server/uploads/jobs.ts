import { randomUUID } from 'node:crypto';
import { UserError } from '$lib/domain/user-error';
import type { Store } from '../database/store';
import { checkImport, importFiles } from '../importing/import-files';
import type { CheckResult, ImportProgress, ImportResult, ImportSource } from '../importing/types';
import type { JobRequest } from './job-request';
import { discardUpload, findUploads } from './uploads';

/** A check or an import that was asked for on the page and goes on whether or not anybody watches. */
export interface Job {
	id: string;
	/** Who asked for it: only they may watch and cancel it. */
	owner: string;
	action: JobRequest['action'];
	state: 'running' | 'done' | 'failed' | 'cancelled';
	progress: ImportProgress | undefined;
	result: ImportResult | CheckResult | undefined;
	/** What was thrown, when it failed. */
	error: unknown;
	/** When it ended, milliseconds since 1970. */
	ended: number | undefined;
	cancel: () => void;
	/** Settles when it has ended, in whatever way. */
	end: Promise<void>;
}

/** How long the page may ask what became of it. */
const KEPT_MS = 60 * 60 * 1000;

// Hot reload evaluates this module anew while an import runs.
const shared = globalThis as { tepatJobs?: Map<string, Job> };
const jobs = (shared.tepatJobs ??= new Map());

/**
 * Starts a check or an import of files that wait, and answers at once. The files of an import that was committed are
 * gone; after a check, a failure or a cancellation they wait on, so that nothing has to be sent again.
 * @param given.by who imports
 * @param given.owner by which the person is known who may watch and cancel it
 * @param given.settled is called when it has ended, in whatever way, before it is said to have ended
 * @param given.now the instant, UTC, ISO without zone
 * @throws UserError `upload_not_found`
 */
export function startJob(
	store: Store,
	given: {
		request: JobRequest;
		by: string;
		owner: string;
		now: string;
		settled?: (job: Job) => Promise<void>;
	}
): Job {
	forgetOld(Date.now());
	const { request, by, now } = given;
	const files = request.groups.flatMap(({ uploads, reading }): ImportSource[] =>
		findUploads(store, uploads).map(({ path, name }) => ({ path, name, reading }))
	);
	const abort = new AbortController();
	const job: Job = {
		id: randomUUID(),
		owner: given.owner,
		action: request.action,
		state: 'running',
		progress: undefined,
		result: undefined,
		error: undefined,
		ended: undefined,
		cancel: () => abort.abort(new Cancelled()),
		end: Promise.resolve()
	};
	const options = {
		store,
		files,
		by,
		now,
		signal: abort.signal,
		onProgress: (progress: ImportProgress) => (job.progress = progress)
	};
	const run = async (): Promise<void> => {
		let state: Job['state'];
		try {
			job.result =
				request.action === 'import' ? await importFiles(options) : await checkImport(options);
			if (request.action === 'import')
				for (const id of request.groups.flatMap(({ uploads }) => uploads))
					await discardUpload(store, id);
			state = 'done';
		} catch (error) {
			job.error = error;
			state = error instanceof Cancelled ? 'cancelled' : 'failed';
		}
		await given.settled?.({ ...job, state }).catch((error: unknown) => {
			// What was imported is there; that nobody noted it is a defect of its own.
			job.error ??= error;
		});
		job.state = state;
		job.ended = Date.now();
	};
	job.end = run();
	jobs.set(job.id, job);
	return job;
}

/** A job of somebody that runs or ended within the hour. @throws UserError `job_not_found`, also for another's */
export function findJob(id: string, owner: string): Job {
	const job = jobs.get(id);
	if (!job || job.owner !== owner) throw new UserError('job_not_found');
	return job;
}

class Cancelled extends Error {
	constructor() {
		super('cancelled by the person who asked for it');
	}
}

function forgetOld(now: number): void {
	for (const { id, ended } of jobs.values())
		if (ended !== undefined && now - ended > KEPT_MS) jobs.delete(id);
}
