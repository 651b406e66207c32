import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder, wherever the command was called from. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * One hash over the names and contents of files: equal hashes mean that a step need not run again.
 * Contents and not dates, because a checkout or a copy changes every date and no content.
 * @param {string[]} paths files and folders, from the project's folder; one that is missing counts as such
 * @param {(path: string) => boolean} [counts] leaves out files that the step does not read
 * @returns {string}
 */
export function fingerprint(paths, counts = () => true) {
	const hash = createHash('sha256').update(process.version);
	for (const path of paths) {
		for (const file of filesUnder(join(root, path))) {
			const name = relative(root, file);
			if (!counts(name)) continue;
			const content = readFileSync(file);
			hash.update(`${name}\0${content.length}\0`).update(content);
		}
	}
	return hash.digest('hex');
}

/**
 * Whether a stamp says that its step was last run on these inputs.
 * @param {string} stamp path of the stamp, from the project's folder
 * @param {string} hash of the inputs
 * @returns {boolean}
 */
export function isFresh(stamp, hash) {
	const path = join(root, stamp);
	return existsSync(path) && readFileSync(path, 'utf8') === hash;
}

/**
 * Notes the inputs a step was run on.
 * @param {string} stamp path of the stamp, from the project's folder
 * @param {string} hash of the inputs
 */
export function writeStamp(stamp, hash) {
	const path = join(root, stamp);
	mkdirSync(dirname(path), { recursive: true });
	writeFileSync(path, hash);
}

/**
 * @param {string} path of a file or a folder
 * @returns {string[]} the files, in an order that does not depend on the file system
 */
function filesUnder(path) {
	const found = statSync(path, { throwIfNoEntry: false });
	if (!found) return [];
	if (!found.isDirectory()) return [path];
	return readdirSync(path)
		.sort()
		.flatMap((name) => filesUnder(join(path, name)));
}
