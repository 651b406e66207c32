import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { UserError } from '$lib/domain/user-error';
import type { Store, Transaction } from '../database/store';
import { folderBeside } from '../uploads/settings';
import { plainName } from '../uploads/uploads';

/** A letter, a screenshot, a log: nothing of an office's daily work is larger. */
export const EVIDENCE_LIMIT_BYTES = 20 * 1024 ** 2;
/** Files of one act. */
export const EVIDENCE_MOST = 10;
const DAY_MILLISECONDS = 86_400_000;

/** A file that was sent as evidence. */
export interface EvidenceFile {
	file: string;
	name: string;
	bytes: number;
	sha256: string;
}

/**
 * Streams a file of evidence to disk, hashing and counting it; nothing of a file that is refused stays. What was sent
 * the day before and attached to nothing is removed on the way.
 * @param given.now the instant, UTC, ISO without zone
 * @throws UserError `import_empty` {file}, `upload_too_large` {file, limit in MB}
 */
export async function receiveEvidence(
	store: Store,
	given: { name: string; owner: string; body: ReadableStream<Uint8Array> | null; now: string }
): Promise<EvidenceFile> {
	await sweepEvidence(store, given.now);
	const name = plainName(given.name);
	const file = randomUUID();
	await mkdir(folderBeside(store, 'evidence'), { recursive: true, mode: 0o700 });
	const path = evidencePath(store, file);
	try {
		const { bytes, sha256 } = await write(path, name, given.body);
		const { owner, now } = given;
		await store.writeAside((tx) =>
			tx.run('followup/evidence/add', { file, owner, name, bytes, sha256, now })
		);
		return { file, name, bytes, sha256 };
	} catch (error) {
		await rm(path, { force: true });
		throw error;
	}
}

/**
 * Attaches files that somebody sent to what they do now.
 * @throws UserError `evidence_not_found` where one is not theirs, is attached already, or waits no longer
 */
export async function attachEvidence(
	tx: Transaction,
	given: { files: readonly string[]; owner: string; bundle: string }
): Promise<void> {
	if (given.files.length === 0) return;
	if (given.files.length > EVIDENCE_MOST)
		throw new UserError('evidence_too_many', { most: EVIDENCE_MOST });
	const attached = await tx.run('followup/evidence/attach', { ...given, files: given.files });
	if (attached !== new Set(given.files).size) throw new UserError('evidence_not_found');
}

/**
 * An attached file as it came, for whoever sees a deviation that it is attached to.
 * @throws UserError `evidence_not_found`
 */
export async function readEvidence(
	store: Store,
	file: string
): Promise<{ file: EvidenceFile; body: ReadableStream<Uint8Array> }> {
	const found = await store.get('followup/evidence/find', { file });
	if (!found) throw new UserError('evidence_not_found');
	const handle = await open(evidencePath(store, found.file)).catch(() => undefined);
	if (!handle) throw new UserError('evidence_not_found');
	await handle.close();
	const body = Readable.toWeb(createReadStream(evidencePath(store, found.file)));
	return { file: found, body: body as ReadableStream<Uint8Array> };
}

async function sweepEvidence(store: Store, now: string): Promise<void> {
	const before = new Date(Date.parse(`${now}Z`) - DAY_MILLISECONDS).toISOString().slice(0, 19);
	const files = (await store.all('followup/evidence/old', { before })).map((row) => row.file);
	if (files.length === 0) return;
	await store.writeAside((tx) => tx.run('followup/evidence/forget', { files }));
	for (const file of files) await rm(evidencePath(store, file), { force: true });
}

function evidencePath(store: Store, file: string): string {
	return join(folderBeside(store, 'evidence'), file);
}

async function write(
	path: string,
	name: string,
	body: ReadableStream<Uint8Array> | null
): Promise<{ bytes: number; sha256: string }> {
	const file = await open(path, 'wx', 0o600);
	const hash = createHash('sha256');
	let bytes = 0;
	try {
		const reader = body?.getReader();
		for (;;) {
			const { done, value: chunk } = (await reader?.read()) ?? { done: true };
			if (done || !chunk) break;
			bytes += chunk.byteLength;
			// Read to its end all the same: a browser that is still sending hears no answer.
			if (bytes > EVIDENCE_LIMIT_BYTES) continue;
			hash.update(chunk);
			await file.write(chunk);
		}
	} finally {
		await file.close();
	}
	if (bytes > EVIDENCE_LIMIT_BYTES)
		throw new UserError('upload_too_large', {
			file: name,
			limit: EVIDENCE_LIMIT_BYTES / 1024 ** 2
		});
	if (bytes === 0) throw new UserError('import_empty', { file: name });
	return { bytes, sha256: hash.digest('hex') };
}
