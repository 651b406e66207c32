import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { recordAct } from '$lib/server/audit/append';
import { parseAuditFilters, readAudit } from '$lib/server/audit/read';
import { verifyAudit } from '$lib/server/audit/verify';
import type { Store } from '$lib/server/database/store';
import { openProduct } from '$lib/server/product';

const home = process.cwd();
const folder = mkdtempSync(join(tmpdir(), 'tepat-audit-'));
const path = join(folder, 'tepat.duckdb');
const actor = { account: 1, name: 'ani', address: '10.0.0.1' };

async function withStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
	const store = await openProduct({ path, home });
	try {
		return await work(store);
	} finally {
		await store.close();
	}
}

/** Changes the file behind the product's back, as somebody with access to the disk could. */
async function tamper(statement: string): Promise<void> {
	const instance = await DuckDBInstance.create(path);
	const connection = await instance.connect();
	await connection.run(statement);
	connection.closeSync();
	instance.closeSync();
}

function verify(...words: string[]): Promise<{ code: number; out: string; err: string }> {
	return new Promise((done) => {
		execFile(
			process.execPath,
			[join(home, 'build/node/tepat.js'), 'audit', 'verify', ...words],
			{ cwd: home, env: { ...process.env, TEPAT_STORE: path, TEPAT_LANG: 'en' } },
			(error, out, err) =>
				done({ code: typeof error?.code === 'number' ? error.code : 0, out, err })
		);
	});
}

beforeEach(async () => {
	rmSync(path, { force: true });
	rmSync(`${path}.wal`, { force: true });
	await withStore(async (store) => {
		for (const object of ['satu', 'dua', 'tiga', 'empat', 'lima'])
			await recordAct(
				store,
				actor,
				{
					action: 'downloaded',
					object,
					unit: 'U1',
					detail: { text: "=1+1 'x' ⅓", list: [1, null] }
				},
				'2026-11-20T20:00:00'
			);
	});
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the record of who did what', () => {
	test('that nobody touched fits, after closing and opening too', async () => {
		const found = await withStore((store) => verifyAudit(store));
		expect(found).toMatchObject({ entries: 5, broken: null });
		const answer = await verify();
		expect([answer.code, answer.out]).toEqual([0, expect.stringContaining(found.head)]);
	});

	test.each([
		['an entry was changed', "update audit_entry set actor = 'budi' where entry = 3", 3, 'content'],
		[
			'a moment was changed',
			"update audit_entry set happened_at = '2026-11-20 21:00' where entry = 2",
			2,
			'content'
		],
		[
			'an office was taken off',
			'update audit_entry set unit_code = null where entry = 4',
			4,
			'content'
		],
		['an entry was taken out', 'delete from audit_entry where entry = 3', 3, 'number'],
		['the first was taken out', 'delete from audit_entry where entry = 1', 1, 'number'],
		['the last was taken out', 'delete from audit_entry where entry = 5', 5, 'end'],
		['all were taken out', 'delete from audit_entry', 1, 'end'],
		[
			'entries changed places',
			"update audit_entry set object = case entry when 2 then 'tiga' else 'dua' end where entry in (2, 3)",
			2,
			'content'
		],
		[
			'one was put in twice',
			'insert into audit_entry select * from audit_entry where entry = 2',
			3,
			'number'
		]
	])('shows that %s', async (_, statement, entry, reason) => {
		await tamper(statement);
		expect((await withStore((store) => verifyAudit(store))).broken).toEqual({ entry, reason });
		const answer = await verify('--json');
		expect(answer.code).toBe(1);
		expect(JSON.parse(answer.out).broken).toEqual({ entry, reason });
	});

	test('shows by a hash that was written down that all of it was made anew', async () => {
		const before = await withStore((store) => verifyAudit(store));
		expect((await verify('--anchor', `5:${before.head}`)).code).toBe(0);
		await tamper('delete from audit_entry');
		await tamper('delete from audit_head');
		await withStore(async (store) => {
			for (let times = 0; times < 5; times++)
				await recordAct(
					store,
					actor,
					{ action: 'downloaded', object: 'lain' },
					'2026-11-20T20:00:00'
				);
			expect((await verifyAudit(store)).broken).toBeNull();
		});
		const answer = await verify('--anchor', `5:${before.head}`);
		expect([answer.code, answer.err]).toEqual([1, expect.stringContaining('written down')]);
	});

	test('is read latest first, by the local date', async () => {
		await withStore(async (store) => {
			const read = (query: string) =>
				readAudit(store, parseAuditFilters(new URLSearchParams(query)), null);
			expect((await read('')).entries.map(({ object }) => object)).toEqual([
				'lima',
				'empat',
				'tiga',
				'dua',
				'satu'
			]);
			// 20:00 UTC is 03:00 of the next day in Western Indonesian time.
			expect((await read('from=2026-11-21&to=2026-11-21')).total).toBe(5);
			expect((await read('to=2026-11-20')).total).toBe(0);
			expect((await read('search=EMPAT&actor=ani&action=downloaded')).total).toBe(1);
			expect((await read("search=' or 1=1 --")).total).toBe(0);
		});
	});

	test('a call that does not fit says how to write it', async () => {
		expect((await verify('--anchor', 'x')).code).toBe(2);
	});
});
