import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { randomUUID } from 'node:crypto';
import { UserError } from '$lib/domain/user-error';
import type { Store } from '../database/store';
import { folderBeside, uploadSettings } from './settings';

/** Tables shrink to a tenth at this level already, three times as fast as at the usual one. */
const gzipLevel = 3;

const noRoom: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', 'EROFS', 'EACCES']);

/**
 * Keeps a file as it came, compressed, under its hash; one that is there already is left. Does nothing where the
 * settings say that files are not kept, or where there is no room: what was imported stays imported.
 * @returns whether it is kept
 * @param given.onBytes called with the bytes that were read so far
 */
export async function keepOriginal(
	store: Store,
	given: { path: string; sha256: string; onBytes?: (bytes: number) => void }
): Promise<boolean> {
	if (!uploadSettings().keepFiles) return false;
	const target = originalPath(store, given.sha256);
	if (await exists(target)) return true;
	const unfinished = `${target}.${randomUUID()}`;
	try {
		await mkdir(dirname(target), { recursive: true, mode: 0o700 });
		let bytes = 0;
		const source = createReadStream(given.path, { highWaterMark: 1 << 20 });
		source.on('data', (chunk) => given.onBytes?.((bytes += chunk.length)));
		await pipeline(
			source,
			createGzip({ level: gzipLevel }),
			createWriteStream(unfinished, { flags: 'wx', mode: 0o600 })
		);
		await rename(unfinished, target);
		return true;
	} catch (error) {
		await rm(unfinished, { force: true });
		if (error instanceof Error && 'code' in error && noRoom.has(String(error.code))) return false;
		throw error;
	}
}

/** Whether a file with this hash is kept. */
export function hasOriginal(store: Store, sha256: string): Promise<boolean> {
	return exists(originalPath(store, sha256));
}

/** The path of the copy of a file that is kept, in one layer of gzip; undefined where it is not kept. */
export async function keptOriginal(store: Store, sha256: string): Promise<string | undefined> {
	return (await hasOriginal(store, sha256)) ? originalPath(store, sha256) : undefined;
}

/** A kept file as it came. @throws UserError `original_not_found` */
export async function readOriginal(
	store: Store,
	sha256: string
): Promise<ReadableStream<Uint8Array>> {
	if (!(await hasOriginal(store, sha256))) throw new UserError('original_not_found');
	const plain = createGunzip();
	// What fails on the way ends the stream with the error.
	pipeline(createReadStream(originalPath(store, sha256)), plain).catch(() => undefined);
	return Readable.toWeb(plain) as ReadableStream<Uint8Array>;
}

/** Unpacks a kept file into the work folder and answers its path. @throws UserError `original_not_found` */
export async function unpackOriginal(store: Store, sha256: string): Promise<string> {
	if (!(await hasOriginal(store, sha256))) throw new UserError('original_not_found');
	const target = store.workFile('original');
	await pipeline(
		createReadStream(originalPath(store, sha256)),
		createGunzip(),
		createWriteStream(target, { flags: 'wx', mode: 0o600 })
	);
	return target;
}

function originalPath(store: Store, sha256: string): string {
	// It comes from the store; a path from elsewhere would be one to anywhere.
	if (!/^[0-9a-f]{64}$/.test(sha256)) throw new UserError('original_not_found');
	return join(folderBeside(store, 'originals'), sha256.slice(0, 2), `${sha256}.gz`);
}

async function exists(path: string): Promise<boolean> {
	return (await stat(path).catch(() => undefined))?.isFile() ?? false;
}
