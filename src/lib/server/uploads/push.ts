import { randomUUID } from 'node:crypto';
import type { Person } from '$lib/domain/accounts/roles';
import { UserError } from '$lib/domain/user-error';
import type { Store } from '../database/store';
import type { ImportResult } from '../importing/types';
import { startImportJob, type Asked } from './import-jobs';
import { holdToUnits, parseJobRequest, type JobRequest } from './job-request';
import { discardUpload, receiveUpload } from './uploads';

/** What a program sends: a file, and in the query how it is read. */
export interface Push {
	name: string;
	/** `profile`, `sop` and `unit`, each at most once. */
	query: URLSearchParams;
	body: ReadableStream<Uint8Array> | null;
	/** Bytes. */
	limit: number;
	/** Aborted when the sender goes away: then nothing is imported. */
	signal: AbortSignal;
}

const readingKeys = ['profile', 'sop', 'unit'] as const;

/**
 * Imports one file that a program sends, and answers what became of it when it is done. Somebody who is held to offices
 * imports into these only.
 * @throws UserError of receiveUpload, holdToUnits, startImportJob, importFiles; `token_action` {action},
 * `push_parameter` {name}; the reason of `signal`
 */
export async function importPushed(
	store: Store,
	push: Push,
	person: Person | undefined,
	asked: Asked
): Promise<ImportResult> {
	mayPush(person);
	const reading: Record<string, string> = {};
	for (const [name, value] of push.query) {
		if (name === 'name') continue;
		if (!readingKeys.some((key) => key === name)) throw new UserError('push_parameter', { name });
		if (value !== '') reading[name] = value;
	}
	const hold = (uploads: string[]): JobRequest =>
		holdToUnits(
			parseJobRequest({ action: 'import', groups: [{ uploads, reading }] }),
			person?.units ?? null
		);
	// Before the file is taken: who may not import need not send it.
	hold([randomUUID()]);
	const { name, body, limit, signal } = push;
	const { owner, now } = asked;
	const upload = await receiveUpload(store, { name, owner, draft: null, body, limit, now });
	const job = await startImportJob(store, hold([upload.id]), asked);
	const cancel = () => job.cancel();
	signal.addEventListener('abort', cancel, { once: true });
	if (signal.aborted) cancel();
	await job.end;
	signal.removeEventListener('abort', cancel);
	if (job.state === 'done' && job.result && 'files' in job.result) return job.result;
	await discardUpload(store, upload.id, owner);
	throw job.error;
}

/**
 * Whether somebody may send files to be imported at once; a token must say so. Without accounts, in a demonstration,
 * the server listens to its own machine only.
 * @throws UserError `signed_out`, `token_action` {action}
 */
export function mayPush(person: Person | undefined): void {
	if (!person) throw new UserError('signed_out');
	if (person.actions?.includes('import') === false)
		throw new UserError('token_action', { action: 'import' });
}
