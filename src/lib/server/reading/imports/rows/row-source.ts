import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Store } from '../../../database/store';
import type { KeptFile } from '../../../importing/staging/find-records';
import { readManifest, samplesFolder } from '../../../samples/manifest';
import { keptOriginal, unpackOriginal } from '../../../uploads/originals';

/**
 * Where a file of an import can be read as it came: the copy that is kept of it, or the sample in `data/samples` that
 * still has the same bytes. undefined where it is not kept.
 */
export async function findRowSource(
	store: Store,
	file: { name: string; sha256: string }
): Promise<KeptFile | undefined> {
	const workFile = () => store.workFile('rows');
	const kept = await keptOriginal(store, file.sha256);
	if (kept !== undefined) {
		const unpack = () => unpackOriginal(store, file.sha256);
		return { name: file.name, path: kept, unpack, workFile };
	}
	// Only a name that the manifest has becomes part of a path.
	const sample = readManifest(store.home).files.find((entry) => entry.file === file.name);
	const path = sample && join(store.home, samplesFolder, sample.file);
	if (path === undefined || (await hashOf(path)) !== file.sha256) return undefined;
	const unpack = async () => {
		const copy = workFile();
		await copyFile(path, copy);
		return copy;
	};
	return { name: file.name, path, unpack, workFile };
}

async function hashOf(path: string): Promise<string> {
	const hash = createHash('sha256');
	await pipeline(createReadStream(path), hash);
	return hash.digest('hex');
}
