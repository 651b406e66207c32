import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../src/lib/server/database/store';
import { home, newFolder, open, startChild } from './fixture-store';
import type { FixtureQueries } from './fixture-store';

describe('opening a store', () => {
	test('makes and migrates a new one, and migrates it no second time', async () => {
		const path = join(newFolder(), 'deep', 'tepat.duckdb');
		const first = await open(path);
		expect(first.migrated).toEqual(['0001_base']);
		await first.write((tx) => tx.run('notes/add', { id: 1, body: 'kept' }));
		await first.close();
		const second = await open(path);
		expect(second.migrated).toEqual([]);
		expect(await second.all('notes/list')).toEqual([{ id: 1, body: 'kept' }]);
	});

	test('shuts every door but the work folder and locks it', async () => {
		const store = await open();
		await expect(
			store.write((tx) => tx.run('values/hosts', { path: '/etc/hosts' }))
		).rejects.toThrow(/file system operations are disabled/);
		const outside = join(dirname(store.path), 'outside.txt');
		writeFileSync(outside, 'secret');
		const around = join(store.workFolder, '..', 'outside.txt');
		for (const path of [outside, around, `${store.workFolder}/../outside.txt`])
			await expect(store.write((tx) => tx.run('values/hosts', { path }))).rejects.toThrow(
				/file system operations are disabled/
			);
		await expect(store.write((tx) => tx.run('values/unlock'))).rejects.toThrow(
			/configuration has been locked|Cannot change/
		);
		const inside = store.workFile('txt');
		writeFileSync(inside, 'open');
		expect(await store.write((tx) => tx.run('values/hosts', { path: inside }))).toBe(1);
	});

	test('is refused while another process holds it, and the error names the process', async () => {
		const path = join(newFolder(), 'tepat.duckdb');
		const child = startChild('hold', path);
		await child.until('opened');
		await expect(openStore({ path, home })).rejects.toMatchObject({
			code: 'store_held',
			params: { path, pid: child.pid }
		});
		child.kill('SIGKILL');
		await child.exit;
		expect((await open(path)).migrated).toEqual([]);
	});

	test('is refused a second time in the same process, which the lock of the file would allow', async () => {
		const store = await open();
		await expect(openStore({ path: store.path, home })).rejects.toMatchObject({
			code: 'store_held',
			params: { pid: process.pid }
		});
	});

	test('applies only the migrations that are missing, and all of them or none', async () => {
		const path = join(newFolder(), 'tepat.duckdb');
		await (await open(path)).close();
		const later = join(newFolder(), 'later');
		cpSync(home, later, { recursive: true });
		addMigration(later, '0002_more', 'alter table note add column tag varchar');
		addMigration(later, '0003_broken', 'alter table nothing add column tag varchar');
		await expect(open(path, later)).rejects.toThrow(/0003_broken.*01_x\.sql.*nothing/);
		expect((await open(path)).migrated).toEqual([]);
	});

	test('leaves the store of a later release untouched and refuses it', async () => {
		const path = join(newFolder(), 'tepat.duckdb');
		const later = join(newFolder(), 'later');
		cpSync(home, later, { recursive: true });
		addMigration(later, '0007_more', 'alter table note add column tag varchar');
		await (await open(path, later)).close();
		const before = sha256(path);
		await expect(open(path)).rejects.toMatchObject({
			code: 'store_newer',
			params: { path, version: 7, known: 1 }
		});
		expect(sha256(path)).toBe(before);
	});

	test.each([
		['a folder', 'store_is_folder', (path: string) => mkdirSync(path)],
		[
			'a text file',
			'store_not_database',
			(path: string) => writeFileSync(path, 'a,b\n1,2\n'.repeat(999))
		],
		['a file in a file', 'store_unreachable', (path: string) => writeFileSync(dirname(path), '')]
	])('refuses %s with %s', async (_, code, make) => {
		const folder = newFolder();
		const path = join(folder, code === 'store_unreachable' ? 'file/x.duckdb' : 'x.duckdb');
		make(path);
		await expect(open(path)).rejects.toMatchObject({ code, params: { path } });
	});

	test('leaves a database of another product untouched and refuses it', async () => {
		const path = join(newFolder(), 'other.duckdb');
		const other = await DuckDBInstance.create(path);
		const connection = await other.connect();
		await connection.run('create table theirs as select 1 as x');
		connection.closeSync();
		other.closeSync();
		const before = sha256(path);
		await expect(open(path)).rejects.toMatchObject({ code: 'store_foreign' });
		expect(sha256(path)).toBe(before);
	});

	test('removes the work files that a killed process left, and nothing else', async () => {
		const store = await open();
		const [ours, theirs] = [store.workFile('csv'), join(store.workFolder, 'thesis.csv')];
		for (const path of [ours, theirs]) writeFileSync(path, 'a\n');
		await store.close();
		await open(store.path);
		expect([existsSync(ours), existsSync(theirs)]).toEqual([false, true]);
	});

	test('keeps to its memory: a statement that needs more is a sentence and changes nothing', async () => {
		const path = join(newFolder(), 'tepat.duckdb');
		const store = await openStore<FixtureQueries>({ path, home, memoryLimit: '40MB' });
		onTestFinished(() => store.close(0));
		const write = store.write(async (tx) => {
			await tx.run('notes/add', { id: 1, body: 'x' });
			await tx.run('notes/heavy', { rows: 4_000_000 });
		});
		await expect(write).rejects.toMatchObject({ code: 'memory_full', params: { path } });
		expect(await store.get('notes/count')).toEqual({ n: 0 });
	});

	test('says that a folder without queries is no home', async () => {
		const folder = newFolder();
		await expect(open(join(folder, 'x.duckdb'), folder)).rejects.toMatchObject({
			code: 'home_without_queries'
		});
	});
});

function addMigration(folder: string, name: string, sql: string) {
	mkdirSync(join(folder, 'queries/schema', name), { recursive: true });
	writeFileSync(join(folder, 'queries/schema', name, '01_x.sql'), sql);
}

function sha256(path: string): string {
	return createHash('sha256').update(readFileSync(path)).digest('hex');
}
