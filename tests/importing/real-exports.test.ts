import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportResult } from '$lib/server/importing/types';
import { undoImport } from '$lib/server/importing/undo';
import { sharedFolder } from './shared';
import { Bench } from './store';

const { path, there, note } = sharedFolder('real-exports');

const profiles: Record<string, [profile: string, rows: number]> = {
	'Ecat-PaketEPurchasingV6.json': ['ekatalog-v6', 606],
	'SPSE-JadwalTahapanNonTender_2025-10-10.csv': ['spse-nontender-jadwal', 12885],
	'SPSE-JadwalTahapanTender.json': ['spse-tender-jadwal', 1428],
	'SPSE-JadwalTahapanTender_2025-10-10.csv': ['spse-tender-jadwal', 1440],
	'SPSE-NonTenderEkontrak-1SPPBJ.json': ['spse-nontender-sppbj', 1302],
	'SPSE-NonTenderEkontrak-2Kontrak.json': ['spse-nontender-kontrak', 1047],
	'SPSE-NonTenderEkontrak-3SPMKSPP.json': ['spse-nontender-spmk', 965],
	'SPSE-NonTenderEkontrak-4BAPBAST.json': ['spse-nontender-bapbast', 863],
	'SPSE-NonTenderPengumuman.json': ['spse-nontender-pengumuman', 2386],
	'SPSE-NonTenderSelesai.json': ['spse-nontender-selesai', 1868],
	'SPSE-PencatatanNonTender.json': ['spse-pencatatan-nontender', 383],
	'SPSE-PencatatanSwakelolaRealisasi.json': ['spse-pencatatan-swakelola-realisasi', 432],
	'SPSE-TenderEkontrak-1SPPBJ.json': ['spse-tender-sppbj', 47],
	'SPSE-TenderEkontrak-2Kontrak.json': ['spse-tender-kontrak', 52],
	'SPSE-TenderEkontrak-3SPMKSPP.json': ['spse-tender-spmk', 45],
	'SPSE-TenderPengumuman.json': ['spse-tender-pengumuman', 92],
	'SPSE-TenderSelesai.json': ['spse-tender-selesai', 68]
};

/** Rows of a document's file by what their date says against the window in force, by day. */
const byRow = (profile: string, stage: string, activity: string) => `
	select
		count(*) filter (e.completed::date between p.started::date and p.completed::date)::integer as inside,
		count(*) filter (e.completed::date > p.completed::date)::integer as late,
		count(*) filter (e.completed::date < p.started::date)::integer as early
	from event_source s
	join import_file f on f.file = s.file and f.profile = '${profile}'
	join event e on e.event = s.event
	join activity a on a.activity = e.activity and a.text = '${activity}'
	join schedule_window w on w.case_id = e.case_id
	join activity b on b.activity = w.planned_activity and b.step_ref = '${stage}'
	join event p on p.event = w.planned_event`;

const earliest = (process: string) => `
	select e.case_id, a.text, min(e.completed)::date as day
	from event e join activity a using (activity) join case_instance c using (case_id) join process p using (process)
	where e.kind = 2 and p.code = '${process}' group by all`;

describe.skipIf(!there)(`exports of one office${note}`, () => {
	let bench: Bench;
	let result: ImportResult;
	const names = there
		? readdirSync(path).filter((name) => /\.(json|csv)$/.test(name) && name in profiles)
		: [];
	beforeAll(async () => {
		bench = await Bench.open();
		result = await bench.import(names.map((name) => ({ path: join(path, name), name })));
	}, 240_000);
	afterAll(() => bench.close());

	it('are all recognised, every count closes, and every reject has its reason', async () => {
		expect(names.length).toBe(Object.keys(profiles).length);
		expect(
			Object.fromEntries(result.files.map(({ file, profile, rows }) => [file, [profile, rows]]))
		).toEqual(profiles);
		for (const file of result.files)
			expect(file.used + file.duplicates + file.rejected, file.file).toBe(file.rows);
		expect(
			await bench.rows(
				'select f.name, r.reason, r.column_name, count(*)::integer as n from import_reject r join import_file f using (file) group by all order by all'
			)
		).toEqual([
			{
				name: 'SPSE-JadwalTahapanNonTender_2025-10-10.csv',
				reason: 'end_before_start',
				column_name: 'tgl_akhir',
				n: 1
			},
			{
				name: 'SPSE-JadwalTahapanNonTender_2025-10-10.csv',
				reason: 'no_time',
				column_name: 'tgl_akhir',
				n: 10
			}
		]);
	});

	it('the 863 rows of handovers are 423 logical ones', () => {
		const file = result.files.find(({ file }) => file.endsWith('4BAPBAST.json'));
		expect(file).toMatchObject({ rows: 863, used: 423, duplicates: 440, rejected: 0 });
	});

	it('the funnel of non-tenders', async () => {
		const rows = await bench.rows(
			`select replace(f.profile, 'spse-nontender-', '') as stage, count(distinct f.case_id)::integer as cases
			from case_fact f join case_instance c using (case_id) join process p using (process) where p.code = 'spse-nontender' group by 1`
		);
		expect(Object.fromEntries(rows.map(({ stage, cases }) => [stage, cases]))).toEqual({
			pengumuman: 2386,
			selesai: 1868,
			sppbj: 1295,
			kontrak: 1032,
			spmk: 960,
			bapbast: 304
		});
	});

	it('the documents against the windows of the schedules, by day and row', async () => {
		expect(await bench.rows(byRow('spse-tender-sppbj', '18817', 'SPPBJ'))).toEqual([
			{ inside: 35, late: 11, early: 1 }
		]);
		expect(await bench.rows(byRow('spse-nontender-kontrak', '18841', 'Kontrak'))).toEqual([
			{ inside: 1003, late: 20, early: 24 }
		]);
	});

	it('the order of documents, the earliest of each', async () => {
		const rows = await bench.rows(`
			with day as (${earliest('spse-nontender')}),
			chain as (
				select a.day as sppbj, b.day as contract, c.day as spmk
				from day a
				join day b on b.case_id = a.case_id and b.text = 'Kontrak'
				join day c on c.case_id = a.case_id and c.text = 'SPMK/SPP'
				where a.text = 'SPPBJ'
			)
			select count(*)::integer as chain, count(*) filter (sppbj > contract)::integer as sppbj_after_contract, count(*) filter (contract > spmk)::integer as contract_after_spmk
			from chain`);
		expect(rows).toEqual([{ chain: 960, sppbj_after_contract: 11, contract_after_spmk: 4 }]);
	});

	it('the two schedules a week apart: twelve rows of two tenders moved, one tender of twelve rows is new', async () => {
		expect(
			await bench.rows(
				`select count(*)::integer as changes, count(distinct case_id)::integer as tenders, count(distinct pulled)::integer as pulls,
					min(seen_before)::date::varchar as before, max(pulled)::date::varchar as at from snapshot_change`
			)
		).toEqual([{ changes: 12, tenders: 2, pulls: 1, before: '2025-10-03', at: '2025-10-10' }]);
		expect(
			await bench.rows(
				`select count(*)::integer as n from (select case_id, subject from snapshot_row s join case_instance c using (case_id) join process p using (process)
					where p.code = 'spse-tender' group by all having min(pulled) > '2025-10-03')`
			)
		).toEqual([{ n: 12 }]);
		expect(await bench.rows('select count(*)::integer as n from event where kind = 4')).toEqual([
			{ n: 12 }
		]);
		const [moved] = await bench.rows(
			`select s.was_completed::varchar as was, s.now_completed::varchar as now from snapshot_change s join case_instance c using (case_id) where c.case_key = '10072623000' and s.subject = '184'`
		);
		expect(moved).toEqual({ was: '2025-10-09 16:00:00', now: '2025-10-06 17:00:00' });
	});

	it('importing them again one by one changes nothing, and undoing leaves nothing', async () => {
		const before = await bench.dump();
		for (const name of names)
			expect((await bench.import([{ path: join(path, name), name }])).files[0]).toMatchObject({
				sameAs: result.import
			});
		expect(await bench.dump()).toEqual(before);
		await undoImport({
			store: bench.store,
			import: result.import ?? 0,
			now: '2026-11-20T03:00:00'
		});
		const empty = await Bench.open();
		expect(await bench.dump()).toEqual(await empty.dump());
		await empty.close();
	}, 240_000);
});
