import { randomUUID } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { UserError } from '$lib/domain/user-error';
import type { Store } from '../database/store';
import { sniffStart } from '../importing/staging/sniff';

/** A file that was sent and waits to be imported. */
export interface Upload {
	id: string;
	/** As the person's machine calls it, without folders. */
	name: string;
	/** In the work folder, under a random name. */
	path: string;
	bytes: number;
	/** When it arrived, milliseconds since 1970. */
	at: number;
}

/** What nobody imported within a day was forgotten. */
const KEPT_MS = 24 * 60 * 60 * 1000;

const longestName = 200;

// Hot reload evaluates this module anew while files of an open page still wait.
const shared = globalThis as { tepatUploads?: WeakMap<Store, Map<string, Upload>> };

/** The files of a store that wait; they end with its process: what lies in the work folder then is removed. */
function waiting(store: Store): Map<string, Upload> {
	const stores = (shared.tepatUploads ??= new WeakMap());
	let uploads = stores.get(store);
	if (!uploads) stores.set(store, (uploads = new Map()));
	return uploads;
}

/**
 * Streams a file to the work folder, counting its bytes; nothing of a file that is refused stays. Whatever it says
 * about its length, it is refused at the first byte over the limit.
 * @param given.name as the browser sent it
 * @param given.limit in bytes
 * @param given.now milliseconds since 1970
 * @throws UserError `import_empty`, `import_binary`, `import_format`, all with {file}; `upload_too_large` {file,
 * limit in MB}
 */
export async function receiveUpload(
	store: Store,
	given: { name: string; body: ReadableStream<Uint8Array> | null; limit: number; now: number }
): Promise<Upload> {
	await sweepUploads(store, given.now);
	const name = plainName(given.name);
	const path = store.workFile('upload');
	try {
		const bytes = await writeCounted({ ...given, name, path });
		const upload = { id: randomUUID(), name, path, bytes, at: given.now };
		waiting(store).set(upload.id, upload);
		return upload;
	} catch (error) {
		await rm(path, { force: true });
		throw error;
	}
}

/** The files with these ids, in this order. @throws UserError `upload_not_found` when one waits no longer */
export function findUploads(store: Store, ids: readonly string[]): Upload[] {
	return ids.map((id) => {
		const upload = waiting(store).get(id);
		if (!upload) throw new UserError('upload_not_found');
		return upload;
	});
}

/** Forgets a file and removes it; one that is not there is no error. */
export async function discardUpload(store: Store, id: string): Promise<void> {
	const upload = waiting(store).get(id);
	waiting(store).delete(id);
	if (upload) await rm(upload.path, { force: true });
}

/** Removes the files that have waited for more than a day. */
export async function sweepUploads(store: Store, now: number): Promise<void> {
	const old = [...waiting(store).values()].filter(({ at }) => now - at > KEPT_MS);
	await Promise.all(old.map(({ id }) => discardUpload(store, id)));
}

/** A file's name for people: no folders, no control characters, not endless. */
export function plainName(name: string): string {
	const last = name.split(/[\\/]/).at(-1) ?? '';
	// eslint-disable-next-line no-control-regex -- they are what is to go
	const clean = last.replace(/[\u0000-\u001f\u007f]/g, '').trim();
	return clean.slice(-longestName) || 'berkas';
}

async function writeCounted(given: {
	name: string;
	path: string;
	body: ReadableStream<Uint8Array> | null;
	limit: number;
}): Promise<number> {
	const { name, limit } = given;
	const file = await open(given.path, 'wx', 0o600);
	let bytes = 0;
	let refusal: UserError | undefined;
	try {
		// Never cancelled: that would tear down the connection before the answer is sent.
		const reader = given.body?.getReader();
		for (;;) {
			const { done, value: chunk } = (await reader?.read()) ?? { done: true };
			if (done || !chunk) break;
			if (bytes === 0) refusal = refuseFormat(chunk, name);
			bytes += chunk.byteLength;
			if (bytes > limit) throw tooLarge(name, limit);
			// A refused file is read to its end all the same: a browser that is still sending hears no answer.
			if (!refusal) await file.write(chunk);
		}
	} catch (error) {
		throw isTooLarge(error) ? tooLarge(name, limit) : error;
	} finally {
		await file.close();
	}
	if (refusal) throw refusal;
	if (bytes === 0) throw new UserError('import_empty', { file: name });
	return bytes;
}

function refuseFormat(start: Uint8Array, file: string): UserError | undefined {
	try {
		sniffStart(start, file);
		return undefined;
	} catch (error) {
		if (error instanceof UserError) return error;
		throw error;
	}
}

function tooLarge(file: string, limit: number): UserError {
	return new UserError('upload_too_large', { file, limit: Math.floor(limit / 1024 ** 2) });
}

/** The framework counts too, and may be the first to see it. */
function isTooLarge(error: unknown): boolean {
	return error instanceof Error && 'status' in error && error.status === 413;
}
