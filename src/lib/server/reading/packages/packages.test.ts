import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NO_FILTERS } from '$lib/domain/filters/filters';
import type { Filters } from '$lib/domain/filters/filters';
import type { Store } from '../../database/store';
import { importFiles } from '../../importing/import-files';
import { openProduct } from '../../product';
import { listPackages, readPackageChoice, readPlace, writePlace } from './package-list';
import { choosePackages, readPackages } from './packages';

const folder = mkdtempSync(join(tmpdir(), 'tepat-packages-'));
let store: Store;

/**
 * Seven made-up packages: 1 whole and on schedule; 2 contract three working days late, before its SPPBJ; 3 cancelled and
 * tried again as 4, contract before its window; 5 without the contract that is due; 6 not due yet; 7 all documents, but
 * not among the finished ones.
 */
const FILES: Record<string, string> = {
	'pengumuman.csv': table(
		'kd_nontender,kd_pkt_dce,kd_lpse,nama_lpse,nama_paket,nama_satker,hps,status_nontender,tgl_buat_paket,tgl_pengumuman_nontender',
		[1, 2, 3, 4, 5, 6, 7].map((n) => {
			const status = n === 3 ? 'Gagal/Batal' : n > 4 ? 'Berlangsung' : 'Selesai';
			const parent = n === 4 ? 'P3' : `P${n}`;
			return `10${n},${parent},77,LPSE Uji,Paket ${n},Dinas Uji,${n}000000,${status},2026-05-0${n} 09:00:00,2026-05-11 08:00:00`;
		})
	),
	'selesai.csv': table(
		'kd_nontender,kd_pkt_dce,kd_lpse,nama_lpse,nama_paket,nilai_kontrak,status_nontender,tgl_pengumuman_nontender,tgl_selesai_nontender',
		[1, 2, 4].map(
			(n) =>
				`10${n},${n === 4 ? 'P3' : `P${n}`},77,LPSE Uji,Paket ${n},${n}900000,Selesai,2026-05-11 08:00:00,2026-06-05 16:00:00`
		)
	),
	'sppbj.csv': table('kd_nontender,kd_lpse,nama_lpse,no_sppbj,tgl_sppbj', [
		'101,77,LPSE Uji,S1,2026-06-03',
		'102,77,LPSE Uji,S2,2026-06-12',
		'107,77,LPSE Uji,S7,2026-06-03'
	]),
	'kontrak.csv': table(
		'kd_nontender,kd_lpse,nama_lpse,no_sppbj,no_kontrak,tgl_kontrak,nilai_kontrak,versi_addendum',
		[
			'101,77,LPSE Uji,S1,K1,2026-06-04,1900000,0',
			'102,77,LPSE Uji,S2,K2,2026-06-10,2900000,0',
			'102,77,LPSE Uji,S2,K2,2026-06-10,2950000,1',
			'104,77,LPSE Uji,,K4,2026-05-29,4900000,0',
			'107,77,LPSE Uji,S7,K7,2026-06-05,7900000,0'
		]
	),
	'spmk.csv': table('kd_nontender,kd_lpse,nama_lpse,no_kontrak,no_spmk_spp,tgl_spmk_spp', [
		'101,77,LPSE Uji,K1,M1,2026-06-08',
		'107,77,LPSE Uji,K7,M7,2026-06-08'
	]),
	'bast.csv': table('kd_nontender,kd_lpse,nama_lpse,no_kontrak,no_bast,tgl_bast,no_bap,tgl_bap', [
		'101,77,LPSE Uji,K1,B1,2026-07-01,A1,2026-07-02',
		'107,77,LPSE Uji,K7,B7,2026-07-01,A7,2026-07-02'
	]),
	'jadwal.csv': table(
		'kd_nontender,kd_lpse,kd_tahapan,nama_tahapan,tgl_awal,tgl_akhir',
		[1, 2, 3, 4, 5, 6, 7].map((n) => {
			const month = n === 6 ? '09' : '06';
			return `10${n},77,18841,,2026-${month}-02 08:00:00,2026-${month}-05 16:00:00`;
		})
	)
};

function table(header: string, rows: string[]): string {
	return `${[header, ...rows].join('\n')}\n`;
}

beforeAll(async () => {
	store = await openProduct({ path: join(folder, 'tepat.duckdb'), home: process.cwd() });
	const files = Object.entries(FILES).map(([name, text]) => {
		const path = join(folder, name);
		writeFileSync(path, text);
		return { path, name };
	});
	await importFiles({ store, files, by: 'test', now: '2026-08-01T00:00:00' });
});

afterAll(async () => {
	await store.close();
	rmSync(folder, { recursive: true, force: true });
});

async function read(filters: Filters = NO_FILTERS) {
	const found = await choosePackages(store, null, filters);
	if (!found) throw new Error('no packages');
	return { ...found, shown: await readPackages(store, { ...found, repeats: 10, changes: 10 }) };
}

async function list(query: string, most = 25, filters: Filters = NO_FILTERS) {
	const found = await choosePackages(store, null, filters);
	if (!found) throw new Error('no packages');
	const params = new URLSearchParams(query);
	const choice = readPackageChoice(params);
	return listPackages(store, { ...found, choice, place: readPlace(params), most });
}

const keys = (page: { rows: { case_key: string }[] }) => page.rows.map((row) => row.case_key);

describe('the funnel', () => {
	it('counts the packages that each stage was entered for, in the order of the process', async () => {
		const { shown } = await read();
		expect(
			shown.stages.map(({ id, packages, chain, lost }) => [id, packages, chain, lost])
		).toEqual([
			['announced', 7, 7, 0],
			['finished', 3, 3, 4],
			['sppbj', 3, 2, 1],
			['contract', 4, 2, 0],
			['spmk', 2, 1, 2],
			['handover', 2, 1, 0]
		]);
	});

	it('tells the whole chain of documents from the whole chain of stages', async () => {
		const { shown } = await read();
		expect([shown.documented, shown.documentedWithGaps]).toEqual([2, 1]);
	});

	it('leads from each figure to just as many packages', async () => {
		const { shown } = await read();
		const ids = shown.stages.map(({ id }) => id);
		for (const [at, stage] of shown.stages.entries()) {
			expect((await list(`has=${stage.id}`)).total).toBe(stage.packages);
			expect((await list(`has=${ids.slice(0, at + 1).join()}`)).total).toBe(stage.chain);
			if (at > 0)
				expect((await list(`has=${ids[at - 1]}&lacks=${stage.id}`)).total).toBe(stage.lost);
		}
		expect(keys(await list('has=sppbj,contract,spmk,handover&lacks=announced,finished'))).toEqual([
			'107'
		]);
	});
});

describe('plan and realisation', () => {
	it('says of each governed document whether it came within, after or before its window', async () => {
		const { shown } = await read();
		expect(shown.windows).toMatchObject([
			{
				document: 'Kontrak',
				inside: 2,
				late: 1,
				early: 1,
				overdue: 1,
				pending: 1,
				cancelled: 1,
				median_delay: 3,
				max_delay: 3
			}
		]);
		expect(shown.plan).toMatchObject({ dated: 4, due: 5 });
	});

	it.each(['inside', 'late', 'early', 'overdue', 'pending', 'cancelled'] as const)(
		'leads from %s to just as many packages',
		async (plan) => {
			const { shown } = await read();
			expect((await list(`plan=${plan}&document=Kontrak`)).total).toBe(shown.plan[plan]);
		}
	);

	it('counts a window in the period of its document', async () => {
		const filters: Filters = {
			...NO_FILTERS,
			period: { kind: 'range', from: '2026-06-10', to: '2026-06-10' }
		};
		const { shown } = await read(filters);
		expect(shown.plan).toMatchObject({ late: 1, dated: 1 });
		expect((await list('plan=late', 25, filters)).total).toBe(1);
	});
});

it('finds documents that are dated the wrong way round', async () => {
	const { shown } = await read();
	expect(
		shown.pairs.map(({ earlier, later, packages, broken }) => [
			earlier.id,
			later.id,
			packages,
			broken
		])
	).toEqual([
		['sppbj', 'contract', 3, 1],
		['contract', 'spmk', 2, 0],
		['spmk', 'handover', 2, 0]
	]);
	expect(shown.broken).toMatchObject([{ case_key: '102', days: 2 }]);
	expect(keys(await list('order=sppbj-contract'))).toEqual(['102']);
});

it('gathers the attempts of a package under their parent', async () => {
	const { shown } = await read();
	expect(shown.repeats).toMatchObject([
		{ parent: 'P3', attempts: [{ key: '103', state: 'cancelled' }, { key: '104' }] }
	]);
	expect([shown.repeatedPackages, shown.repeatedAttempts]).toEqual([1, 2]);
	expect(keys(await list('repeated=1')).sort()).toEqual(['103', '104']);
	expect(keys(await list('parent=P3')).sort()).toEqual(['103', '104']);
});

describe('the list', () => {
	it('takes the latest addendum as the contract, and the estimate where there is none', async () => {
		const { rows } = await list('sort=value');
		const values = new Map(
			rows.map((row) => [row.case_key, [row.contract_value, row.estimate_value]])
		);
		expect(values.get('102')).toEqual([2950000, 2000000]);
		expect(values.get('105')).toEqual([null, 5000000]);
	});

	it.each(['latest', 'value', 'delay', 'stage'])(
		'shows every package once, forwards and backwards, sorted by %s',
		async (sort) => {
			const all = keys(await list(`sort=${sort}`));
			expect(new Set(all).size).toBe(7);
			const forwards: string[][] = [];
			let page = await list(`sort=${sort}`, 3);
			expect(page.previous).toBeNull();
			for (;;) {
				forwards.push(keys(page));
				if (!page.next) break;
				page = await list(`sort=${sort}&after=${encodeURIComponent(writePlace(page.next))}`, 3);
			}
			expect(forwards.flat()).toEqual(all);
			const back = page.previous && encodeURIComponent(writePlace(page.previous));
			expect(keys(await list(`sort=${sort}&before=${back}`, 3))).toEqual(forwards.at(-2));
		}
	);

	it('finds by key, name, office and parent, whatever the case', async () => {
		expect(keys(await list('q=105'))).toEqual(['105']);
		expect(keys(await list('q=paket%206'))).toEqual(['106']);
		expect((await list('q=DINAS')).total).toBe(7);
		expect((await list('q=nothing')).rows).toEqual([]);
	});

	it('ignores what it cannot read', async () => {
		expect((await list('plan=x&sort=x&after=x')).total).toBe(7);
	});
});

it('keeps to the unit and the state that the reader chose', async () => {
	expect(
		(await read({ ...NO_FILTERS, unit: '77', status: 'cancelled' })).shown.totals
	).toMatchObject({ packages: 1, cancelled: 1 });
	await expect(read({ ...NO_FILTERS, unit: 'nope' })).rejects.toMatchObject({
		code: 'unknown_unit'
	});
});

it('has nothing to choose from in a store without packages', async () => {
	const empty = await openProduct({ path: join(folder, 'empty.duckdb'), home: process.cwd() });
	try {
		expect(await choosePackages(empty, null, NO_FILTERS)).toBeNull();
	} finally {
		await empty.close();
	}
});
