import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noteImportUnits } from '$lib/server/accounts/import-units';
import { readMigrations } from '$lib/server/database/queries';
import type { Store } from '$lib/server/database/store';
import { importFiles } from '$lib/server/importing/import-files';
import { openProduct } from '$lib/server/product';
import { readImports } from '$lib/server/reading/imports/imports';
import { WHOLE } from '$lib/server/reading/scope';

const home = process.cwd();
const now = '2026-10-01T00:00:00';
const folder = mkdtempSync(join(tmpdir(), 'tepat-scope-'));
let store: Store;

async function importInto(unit: string | undefined, name: string, rows: string[]): Promise<void> {
	const path = join(folder, name);
	writeFileSync(path, ['case,activity,completed,unit', ...rows, ''].join('\n'));
	await importFiles({ store, files: [{ path, name }], unit, by: 'uji', now });
}

beforeAll(async () => {
	store = await openProduct({ path: join(folder, 'tepat.duckdb'), home });
	await importInto('U1', 'satu.csv', ['A,Buka,2026-09-01 08:00,', 'A,Tutup,kapan,']);
	await importInto('U2', 'dua.csv', ['B,Buka,2026-09-01 08:00,']);
	await importInto(undefined, 'bersama.csv', [
		'C,Buka,2026-09-02 08:00,U1',
		'D,Buka,2026-09-02 08:00,U2'
	]);
	await noteImportUnits(store);
});

afterAll(async () => {
	await store.close();
	rmSync(folder, { recursive: true, force: true });
});

const keys = async (view: Store): Promise<string[]> =>
	(await view.all('reading/cases', WHOLE)).map((row) => row.case_key).sort();
const importsOf = async (view: Store): Promise<string[][]> =>
	(await readImports(view, null)).imports.map(({ files }) => files);

/** Tables that hold nothing of one office, or that are reached only by the number of something that is seen. */
const SHARED = new Set([
	...['calendar', 'calendar_day', 'process', 'sop_version', 'sop_step', 'sop_edge', 'sop_name'],
	...['sop_confirmation', 'activity', 'activity_step', 'actor', 'role', 'variant', 'move'],
	...['governed_document', 'event_source', 'event_detail'],
	// What somebody prepares or has said, answered to its owner only, and what texts and formats mean.
	...['import_draft', 'upload', 'saved_reading', 'step_alias', 'saved_profile'],
	// Keys of names that persons took for one supplier: read only beside suppliers that are seen.
	'supplier_merge',
	// What scores mean, for all offices.
	'evaluation_scheme',
	// Of accounts and the record, whose pages are for those who see all offices.
	...[
		'account',
		'account_unit',
		'session',
		'one_time_link',
		'recovery_code',
		'access_token',
		'audit_head'
	]
]);

describe('somebody who is held to offices', () => {
	test('sees the cases of these and no others', async () => {
		expect(await keys(store)).toEqual(['A', 'B', 'C', 'D']);
		expect(await keys(store.within(['U1']))).toEqual(['A', 'C']);
		expect(await keys(store.within(['U2']))).toEqual(['B', 'D']);
		expect(await keys(store.within(['U2', 'U1']))).toEqual(['A', 'B', 'C', 'D']);
		expect(await keys(store.within([]))).toEqual([]);
		expect(await keys(store.within(["U1' or true --"]))).toEqual([]);
	});

	test('sees an import only when it speaks of nothing else', async () => {
		expect(await importsOf(store.within(['U1']))).toEqual([['satu.csv']]);
		expect(await importsOf(store.within(['U2']))).toEqual([['dua.csv']]);
		expect(await importsOf(store.within(['U1', 'U2']))).toHaveLength(3);
		const rejects = {
			import: 1,
			file: null,
			reason: null,
			after_file: 0,
			after_record: 0,
			most: 10
		};
		expect(await store.within(['U1']).all('imports/rejects', rejects)).toHaveLength(1);
		expect(await store.within(['U2']).all('imports/rejects', rejects)).toEqual([]);
	});

	test('sees nothing of others when many read at once', async () => {
		const views = ['U1', 'U2', 'U1', 'U2', 'U2', 'U1', 'U1', 'U2'];
		const seen = await Promise.all(
			Array.from({ length: 80 }, async (_, at) => {
				const unit = views[at % views.length] ?? '';
				return [unit, (await keys(store.within([unit]))).join()] as const;
			})
		);
		expect(new Set(seen.map((pair) => pair.join(':')))).toEqual(new Set(['U1:A,C', 'U2:B,D']));
		expect(await keys(store)).toHaveLength(4);
	});

	test('is held to them in every table that is not shared, and each table is one or the other', () => {
		const left = new Set<string>();
		for (const { sql } of readMigrations(home).flatMap(({ statements }) => statements)) {
			const [, made] = /create (?:table|view) (\w+)/.exec(sql) ?? [];
			const [, gone, renamed] =
				/drop table (\w+)/.exec(sql) ?? /alter table (\w+) rename to (\w+)/.exec(sql) ?? [];
			if (gone) left.delete(gone);
			for (const name of [made, renamed]) if (name) left.add(name);
		}
		const tables = [...left];
		const views = readFileSync(
			join(home, 'src/lib/server/database/bookkeeping/scoped_views.sql'),
			'utf8'
		);
		const held = [...views.matchAll(/create temp view (\w+)/g)].map(([, name]) => name ?? '');
		for (const table of tables)
			expect(held.includes(table) !== SHARED.has(table), table).toBe(true);
		for (const name of held) expect(tables).toContain(name);
	});
});

test('a short write passes one that holds the line', async () => {
	let release = (): void => undefined;
	const held = store.write(() => new Promise<void>((resolve) => (release = resolve)));
	const start = performance.now();
	await store.writeAside((tx) =>
		tx.run('accounts/links/add', {
			hash: 'x',
			purpose: 'first',
			account: null,
			now,
			expires_at: now
		})
	);
	expect(performance.now() - start).toBeLessThan(2000);
	release();
	await held;
});
