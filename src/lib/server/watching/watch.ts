import type { Stats } from 'node:fs';
import { copyFile, mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { UserError } from '$lib/domain/user-error';
import type { Store } from '../database/store';
import { takeFile, type Taken } from './take-file';

/** Somebody who watches a folder; what it found last, for those who wait for it. */
export interface Watch {
	/** Stops looking; answers when the file that is being imported is done with. */
	stop: () => Promise<void>;
	/** Looks once, now. Answers how many files were taken or refused. */
	look: () => Promise<number>;
}

/** What is not tried again before this has passed: the disk is full, the memory is. */
const pauseMilliseconds = 60_000;
/** Errors of the machine, not of the file. */
const passing: ReadonlySet<string> = new Set(['disk_full', 'memory_full', 'store_held']);
/** Names that programs give to what they have not finished writing. */
const unfinished = /^[.~]|\.(part|partial|tmp|temp|crdownload|download|filepart)$/i;

/**
 * Watches a folder: a file that stands still is imported as its columns say, or as one with the same columns was last
 * read on the import page, and moved to `done/` or `refused/`, with a sentence beside it. A file that cannot be imported
 * as a whole changes nothing. Folders in it are left alone. The folder is looked at again and again: a share of another
 * machine says nothing when a file comes.
 * @param given.stillSeconds how long a file must not have changed
 * @param given.clock milliseconds since 1970
 * @param given.taken is called with what became of each file
 * @param given.failed is called with what cannot be helped by the folder's owner
 */
export function watchFolder(
	store: Store,
	given: {
		folder: string;
		stillSeconds: number;
		clock?: () => number;
		taken?: (taken: Taken) => Promise<void>;
		failed?: (error: unknown) => void;
	}
): Watch {
	const { folder, stillSeconds, clock = Date.now, taken, failed } = given;
	const seen = new Map<string, { mark: string; since: number }>();
	const abort = new AbortController();
	let pauseUntil = 0;
	let running: Promise<number> = Promise.resolve(0);

	async function look(): Promise<number> {
		if (abort.signal.aborted || clock() < pauseUntil) return 0;
		let count = 0;
		const names = await filesOf(folder);
		for (const name of seen.keys()) if (!names.includes(name)) seen.delete(name);
		for (const name of names) {
			if (abort.signal.aborted || !(await standsStill(name))) continue;
			if (await take(name)) count++;
		}
		return count;
	}

	async function standsStill(name: string): Promise<boolean> {
		const stats = await stat(join(folder, name)).catch(() => undefined);
		if (!stats?.isFile()) return false;
		const mark = markOf(stats);
		const known = seen.get(name);
		if (known?.mark === mark) return clock() - known.since >= stillSeconds * 1000;
		seen.set(name, { mark, since: clock() });
		return false;
	}

	async function take(name: string): Promise<boolean> {
		const path = join(folder, name);
		const copy = store.workFile('watched');
		try {
			const before = markOf(await stat(path));
			await copyFile(path, copy);
			// Somebody went on writing after all: what was copied is half a file.
			if (markOf(await stat(path)) !== before) return false;
			const answer = await takeFile(store, { path: copy, name, signal: abort.signal });
			await moveAway(folder, name, answer);
			seen.delete(name);
			await taken?.(answer);
			return true;
		} catch (error) {
			if (abort.signal.aborted || store.closed) return false;
			if (error instanceof UserError && passing.has(error.code))
				pauseUntil = clock() + pauseMilliseconds;
			else seen.delete(name);
			failed?.(error);
			return false;
		} finally {
			await rm(copy, { force: true });
		}
	}

	const lookInTurn = () =>
		(running = running.then(look).catch((error: unknown) => {
			pauseUntil = clock() + pauseMilliseconds;
			failed?.(error);
			return 0;
		}));
	const timer = setInterval(
		() => void lookInTurn(),
		Math.min(2000, Math.max(250, stillSeconds * 500))
	);
	timer.unref();
	return {
		look: lookInTurn,
		stop: async () => {
			clearInterval(timer);
			abort.abort(new Error('watching ends'));
			await running;
		}
	};
}

async function filesOf(folder: string): Promise<string[]> {
	await mkdir(folder, { recursive: true });
	const entries = await readdir(folder, { withFileTypes: true });
	return entries
		.filter((entry) => entry.isFile() && !unfinished.test(entry.name))
		.map(({ name }) => name)
		.sort();
}

/** A file and its sentence go together, under a name that is free. */
async function moveAway(folder: string, name: string, { state, sentence }: Taken): Promise<void> {
	const target = join(folder, state);
	await mkdir(target, { recursive: true });
	const { name: stem, ext } = parse(name);
	const taken = new Set(await readdir(target));
	let free = name;
	for (let turn = 2; taken.has(free) || taken.has(`${free}.txt`); turn++)
		free = `${stem} (${turn})${ext}`;
	await writeFile(join(target, `${free}.txt`), `${sentence}\n`);
	await rename(join(folder, name), join(target, free));
}

function markOf({ size, mtimeMs, ino }: Stats): string {
	return `${ino} ${size} ${mtimeMs}`;
}
