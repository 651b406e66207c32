import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { openStore } from '../../src/lib/server/database/store';
import type { Store } from '../../src/lib/server/database/store';
import type { Row } from '../../src/lib/server/database/values';

export const home = fileURLToPath(new URL('fixtures/home', import.meta.url));

type Query<P extends object, R extends object> = { params: P; row: R };
type Nothing = Record<never, never>;
type Note = { id: number; body: string | null };

/** The queries of fixtures/home. */
export type FixtureQueries = {
	'notes/add': Query<{ id: number | null; body: string | null }, Nothing>;
	'notes/add_many': Query<{ count: number }, Nothing>;
	'notes/big': Query<{ rows: number }, Nothing>;
	'notes/count': Query<Nothing, { n: number }>;
	'notes/digest': Query<Nothing, Nothing>;
	'notes/find': Query<{ ids: readonly number[] }, Note>;
	'notes/heavy': Query<{ rows: number }, Nothing>;
	'notes/list': Query<Nothing, Note>;
	'notes/slow': Query<{ rows: number }, Nothing>;
	'notes/slow_read': Query<{ rows: number }, { n: number }>;
	'notes/missing': Query<Nothing, Nothing>;
	'staging/01_incoming': Query<Nothing, Nothing>;
	'staging/count': Query<Nothing, { n: number }>;
	'staging/fill': Query<{ path: string }, Nothing>;
	'staging/rejects': Query<Nothing, { line: number }>;
	'values/echo': Query<Record<string, unknown>, Row>;
	'values/endless': Query<Nothing, Row>;
	'values/hosts': Query<{ path: string }, Nothing>;
	'values/kinds': Query<Nothing, Row>;
	'values/too_large': Query<Nothing, Row>;
	'values/twins': Query<Nothing, Row>;
	'values/unlock': Query<Nothing, Nothing>;
};

/** A new folder that the test's end removes. */
export function newFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'tepat-store-'));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	return folder;
}

/** Opens a store of the fixture's schema, closed by the test's end. */
export async function open(
	path = join(newFolder(), 'tepat.duckdb'),
	from = home
): Promise<Store<FixtureQueries>> {
	const store = await openStore<FixtureQueries>({ path, home: from });
	onTestFinished(() => store.close(0));
	return store;
}

/** Starts another process with the store's code; `until` answers the lines said up to `word`. */
export function startChild(command: string, path: string, number = 0, limit = '') {
	const script = fileURLToPath(new URL('child.js', import.meta.url));
	const run = `${limit} exec "$0" "$@"`;
	const program = [process.execPath, script, command, path, String(number)];
	const child = spawn('sh', ['-c', run, ...program], { stdio: ['ignore', 'pipe', 'inherit'] });
	onTestFinished(() => void child.kill('SIGKILL'));
	const lines: string[] = [];
	const waiting = new Set<() => void>();
	const tell = () => waiting.forEach((check) => check());
	let over = false;
	const exit = new Promise<number | null>((resolve) => child.on('close', resolve));
	void exit.then(() => {
		over = true;
		tell();
	});
	createInterface(child.stdout).on('line', (line) => {
		lines.push(line);
		tell();
	});
	const until = (word: string) =>
		new Promise<string[]>((resolve, reject) => {
			const check = () => {
				if (lines.some((line) => line.startsWith(word))) resolve(lines);
				else if (over) reject(new Error(`ended before ${word}: ${lines.join(', ')}`));
			};
			waiting.add(check);
			check();
		});
	return { pid: child.pid as number, until, exit, kill: (s: NodeJS.Signals) => child.kill(s) };
}
