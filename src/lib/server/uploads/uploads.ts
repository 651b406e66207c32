import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '$lib/domain/user-error';
import type { Store } from '../database/store';
import { sniffStart } from '../importing/staging/sniff';
import { folderBeside, uploadSettings } from './settings';

/** A file that was sent and waits to be imported; it outlives the process. */
export interface Upload {
	id: string;
	/** As the person's machine calls it, without folders. */
	name: string;
	/** Beside the store, under its number. */
	path: string;
	bytes: number;
	/** The import that it was sent for; null where it stands alone. */
	draft: string | null;
}

const longestName = 200;
const dayMilliseconds = 86_400_000;

/**
 * Streams a file to the folder of uploads, counting its bytes; nothing of a file that is refused stays. Whatever it
 * says about its length, it is refused at the first byte over the limit.
 * @param given.name as the browser sent it
 * @param given.owner by which the person is known who alone may use it
 * @param given.draft the import that it is sent for
 * @param given.limit in bytes
 * @param given.now the instant, UTC, ISO without zone
 * @throws UserError `import_empty`, `import_binary`, `import_format`, all with {file}; `upload_too_large` {file,
 * limit in MB}
 */
export async function receiveUpload(
	store: Store,
	given: {
		name: string;
		owner: string;
		draft: string | null;
		body: ReadableStream<Uint8Array> | null;
		limit: number;
		now: string;
	}
): Promise<Upload> {
	await sweepUploads(store, given.now);
	const name = plainName(given.name);
	const id = randomUUID();
	const path = await newPath(store, id);
	try {
		const bytes = await writeCounted({ ...given, name, path });
		const { owner, draft, now } = given;
		await store.writeAside((tx) =>
			tx.run('uploads/drafts/add_upload', { upload: id, draft, owner, name, bytes, now })
		);
		return { id, name, path, bytes, draft };
	} catch (error) {
		await rm(path, { force: true });
		throw error;
	}
}

/** Somebody's files with these ids, in this order. @throws UserError `upload_not_found` when one waits no longer */
export async function findUploads(
	store: Store,
	ids: readonly string[],
	owner: string
): Promise<Upload[]> {
	const rows = await store.all('uploads/drafts/find_uploads', { uploads: ids, owner });
	const known = new Map(rows.map((row) => [row.upload, row]));
	return Promise.all(
		ids.map(async (id) => {
			const row = known.get(id);
			const path = uploadPath(store, id);
			if (!row || !(await stat(path).catch(() => undefined)))
				throw new UserError('upload_not_found');
			return { id, name: row.name, path, bytes: row.bytes, draft: row.draft };
		})
	);
}

/** Forgets somebody's file and removes it; one that is not there is no error. */
export async function discardUpload(store: Store, id: string, owner: string): Promise<void> {
	const forgotten = await store.writeAside((tx) =>
		tx.run('uploads/drafts/forget_upload', { upload: id, owner })
	);
	if (forgotten > 0) await rm(uploadPath(store, id), { force: true });
}

/**
 * Removes imports that nobody went on with for as long as the settings say, their files, and files of which the store
 * knows nothing, as a process leaves them that was killed while one arrived.
 * @param now the instant, UTC, ISO without zone
 */
export async function sweepUploads(
	store: Store,
	now: string,
	{ strangers = false }: { strangers?: boolean } = {}
): Promise<void> {
	const before = new Date(Date.parse(`${now}Z`) - uploadSettings().draftDays * dayMilliseconds)
		.toISOString()
		.slice(0, 19);
	for (const { upload, owner } of await store.all('uploads/drafts/old_uploads', { before }))
		await discardUpload(store, upload, owner);
	await store.writeAside((tx) => tx.run('uploads/drafts/forget_old_drafts', { before }));
	if (!strangers) return;
	const folder = folderBeside(store, 'uploads');
	const known = new Set((await store.all('uploads/drafts/all_uploads')).map((row) => row.upload));
	for (const name of await readdir(folder).catch(() => []))
		if (!known.has(name)) await rm(join(folder, name), { force: true });
}

/** A file's name for people: no folders, no control characters, not endless. */
export function plainName(name: string): string {
	const last = name.split(/[\\/]/).at(-1) ?? '';
	// eslint-disable-next-line no-control-regex -- they are what is to go
	const clean = last.replace(/[\u0000-\u001f\u007f]/g, '').trim();
	return clean.slice(-longestName) || 'berkas';
}

function uploadPath(store: Store, id: string): string {
	return join(folderBeside(store, 'uploads'), id);
}

async function newPath(store: Store, id: string): Promise<string> {
	await mkdir(folderBeside(store, 'uploads'), { recursive: true, mode: 0o700 });
	return uploadPath(store, id);
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
