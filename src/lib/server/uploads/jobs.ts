import { randomUUID } from 'node:crypto';
import { UserError } from '$lib/domain/user-error';
import type { CheckResult, ImportProgress, ImportResult } from '../importing/types';
import type { JobRequest } from './job-request';
import type { ActivityMatches } from './match-activities';

/** What was asked for: that of the import page, or an import read again. */
export type JobAction = JobRequest['action'] | 'reread';

/** How far a job is. Beside the importer's own phases: it waits for its turn, or keeps the files as they came. */
export interface JobProgress {
	phase: ImportProgress['phase'] | 'keeping';
	/** The file that is being read, where it is one. */
	file: string | undefined;
	/** Of the step that runs, 0 to 1, where it is known. */
	fraction: number | undefined;
}

/** What came of a job that ended well. */
export type JobResult = ImportResult | CheckResult | { matches: (ActivityMatches | null)[] };

/** Something that was asked for on a page and goes on whether or not anybody watches. */
export interface Job {
	id: string;
	/** Who asked for it: only they may watch and cancel it. */
	owner: string;
	action: JobAction;
	/** The import in preparation that it was asked for. */
	draft: string | null;
	state: 'running' | 'done' | 'failed' | 'cancelled';
	progress: JobProgress | undefined;
	result: JobResult | undefined;
	/** What was thrown, when it failed. */
	error: unknown;
	/** When it ended, milliseconds since 1970. */
	ended: number | undefined;
	cancel: () => void;
	/** Settles when it has ended, in whatever way. */
	end: Promise<void>;
}

/** What a job works with. */
export interface Work {
	signal: AbortSignal;
	onProgress: (progress: JobProgress) => void;
}

/** How long the page may ask what became of it. */
const KEPT_MS = 60 * 60 * 1000;

// Hot reload evaluates this module anew while an import runs.
const shared = globalThis as { tepatJobs?: Map<string, Job> };
const jobs = (shared.tepatJobs ??= new Map());

/**
 * Starts a job and answers at once.
 * @param given.owner by which the person is known who may watch and cancel it
 * @param given.settled is called when it has ended, in whatever way, before it is said to have ended
 */
export function startJob(given: {
	action: JobAction;
	owner: string;
	draft: string | null;
	work: (work: Work) => Promise<JobResult>;
	settled?: ((job: Job) => Promise<void>) | undefined;
}): Job {
	forgetOld(Date.now());
	const abort = new AbortController();
	const job: Job = {
		id: randomUUID(),
		owner: given.owner,
		action: given.action,
		draft: given.draft,
		state: 'running',
		progress: undefined,
		result: undefined,
		error: undefined,
		ended: undefined,
		cancel: () => abort.abort(new Cancelled()),
		end: Promise.resolve()
	};
	const run = async (): Promise<void> => {
		let state: Job['state'];
		try {
			job.result = await given.work({
				signal: abort.signal,
				onProgress: (progress) => (job.progress = progress)
			});
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

/** The last job that somebody asked for in an import that they prepare; undefined where none is known. */
export function jobOfDraft(draft: string, owner: string): Job | undefined {
	return [...jobs.values()].findLast((job) => job.draft === draft && job.owner === owner);
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
