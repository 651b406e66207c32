import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportResult } from '$lib/server/importing/types';
import { undoImport } from '$lib/server/importing/undo';
import { Bench, fixtures, home } from './store';

/** Distinct cases that each kind of file proves, by profile. */
async function funnel(bench: Bench, process: string): Promise<Record<string, number>> {
	const rows = await bench.rows(
		`select replace(f.profile, '${process}-', '') as stage, count(distinct f.case_id)::integer as cases
		from case_fact f join case_instance c using (case_id) join process p using (process) where p.code = '${process}' group by 1`
	);
	return Object.fromEntries(rows.map(({ stage, cases }) => [String(stage), Number(cases)]));
}

async function wholeChain(bench: Bench): Promise<number> {
	const [row] = await bench.rows(
		`select count(*)::integer as n from (
			select case_id from case_fact where profile in ('spse-nontender-sppbj', 'spse-nontender-kontrak', 'spse-nontender-spmk', 'spse-nontender-bapbast')
			group by case_id having count(distinct profile) = 4)`
	);
	return Number(row?.n);
}

describe('exports of SPSE in small', () => {
	let bench: Bench;
	let result: ImportResult;
	const names = [
		'NonTenderPengumuman.json',
		'NonTenderSelesai.json',
		'NonTenderEkontrak-SPPBJ.json',
		'NonTenderEkontrak-Kontrak.json',
		'NonTenderEkontrak-SPMKSPP.json',
		'NonTenderEkontrak-BAPBAST.json',
		'JadwalTahapanNonTender.csv'
	];
	const files = names.map((name) => ({ path: join(fixtures, 'spse', name), name }));
	const of = (name: string) => result.files.find(({ file }) => file === name);
	beforeAll(async () => {
		bench = await Bench.open();
		result = await bench.import(files);
	});
	afterAll(() => bench.close());

	it('each file is recognised by its columns', () => {
		expect(result.files.map(({ profile }) => profile)).toEqual([
			'spse-nontender-pengumuman',
			'spse-nontender-selesai',
			'spse-nontender-sppbj',
			'spse-nontender-kontrak',
			'spse-nontender-spmk',
			'spse-nontender-bapbast',
			'spse-nontender-jadwal'
		]);
		expect(of('NonTenderEkontrak-BAPBAST.json')?.recognition).toEqual({
			by: 'recognised',
			columns: ['kd_nontender', 'no_bast', 'tgl_bast', 'tgl_bap']
		});
	});

	it('the funnel counts packages', async () => {
		expect(await funnel(bench, 'spse-nontender')).toEqual({
			pengumuman: 12,
			selesai: 10,
			sppbj: 8,
			kontrak: 7,
			spmk: 5,
			bapbast: 3
		});
		expect(await wholeChain(bench)).toBe(3);
	});

	it('rows that differ only in the date of the pull are duplicates, and sources of the same events', async () => {
		expect(of('NonTenderEkontrak-BAPBAST.json')).toMatchObject({ rows: 9, used: 4, duplicates: 5 });
		const [row] = await bench.rows(
			`select count(*)::integer as n from event_source s join event e using (event) join activity a using (activity)
			join event_detail d using (event) where a.text = 'BAP' and d.object = 'BAP/2.0/2025'`
		);
		expect(row?.n).toBe(3);
	});

	it('an addendum is another row of the same contract: one event, two facts', async () => {
		expect(of('NonTenderEkontrak-Kontrak.json')).toMatchObject({ rows: 8, used: 8, duplicates: 0 });
		const events = await bench.rows(
			`select e.completed::varchar as at, e.kind, e.precision from event e join activity a using (activity) join case_instance c using (case_id)
			where a.text = 'Kontrak' and c.case_key = '90000001000'`
		);
		expect(events).toEqual([{ at: '2025-01-12 00:00:00', kind: 2, precision: 3 }]);
		const facts = await bench.rows(
			"select attributes['versi_addendum'] as version from case_fact f join case_instance c using (case_id) where f.profile = 'spse-nontender-kontrak' and c.case_key = '90000001000' order by 1"
		);
		expect(facts).toEqual([{ version: '0' }, { version: '1' }]);
	});

	it('dates that are copies of the schedule are plans, and two files that copy the same one agree', async () => {
		const rows = await bench.rows(
			`select a.text, e.kind, e.completed::varchar as at, count(distinct s.file)::integer as files
			from event e join activity a using (activity) join case_instance c using (case_id) join event_source s using (event)
			where c.case_key = '90000001000' and a.text in ('Pengumuman', 'Selesai', 'Paket dibuat') group by all order by 1`
		);
		expect(rows).toEqual([
			{ text: 'Paket dibuat', kind: 1, at: '2025-01-01 10:31:28', files: 1 },
			{ text: 'Pengumuman', kind: 3, at: '2025-01-07 14:00:00', files: 2 },
			{ text: 'Selesai', kind: 3, at: '2025-01-12 16:00:00', files: 1 }
		]);
	});

	it('stages without a name are named by their code, and rows without times are rejected with their reason', async () => {
		const stages = await bench.rows(
			"select distinct a.text, a.step_ref from event e join activity a using (activity) where a.step_ref <> '' order by 2"
		);
		expect(stages).toEqual([
			{ text: 'Evaluasi Penawaran', step_ref: '18781' },
			{ text: 'Pembukaan Dokumen Penawaran', step_ref: '18798' },
			{ text: 'Upload Dokumen Penawaran', step_ref: '18833' },
			{ text: 'Klarifikasi dan Negosiasi', step_ref: '18840' },
			{ text: 'Penandatanganan SPK/Kontrak', step_ref: '18841' }
		]);
		expect(of('JadwalTahapanNonTender.csv')).toMatchObject({ rows: 60, used: 58, rejected: 2 });
		expect(of('JadwalTahapanNonTender.csv')?.rejects).toMatchObject([
			{ row: 54, column: 'tgl_akhir', reason: 'no_time' },
			{ row: 58, column: 'tgl_akhir', reason: 'end_before_start' }
		]);
	});

	it('the planned signing governs the contract', async () => {
		const rows = await bench.rows(
			`select p.text as planned, d.text as document, p.step_ref from governed_document g join activity p on p.activity = g.planned_activity join activity d on d.activity = g.document_activity`
		);
		expect(rows).toEqual([
			{ planned: 'Penandatanganan SPK/Kontrak', document: 'Kontrak', step_ref: '18841' }
		]);
	});

	it('what the source states is kept: status, parent, office', async () => {
		const rows = await bench.rows(
			`select c.case_key, f.status, f.stated, f.parent_key from case_fact f join case_instance c using (case_id)
			where f.profile = 'spse-nontender-pengumuman' and c.case_key in ('90000003000', '90000004000', '90000011000', '90000012000') order by 1`
		);
		expect(rows).toEqual([
			{
				case_key: '90000003000',
				status: 'cancelled',
				stated: 'Gagal/Batal',
				parent_key: '91000003000'
			},
			{ case_key: '90000004000', status: 'finished', stated: 'Selesai', parent_key: '91000003000' },
			{ case_key: '90000011000', status: null, stated: '-', parent_key: '91000011000' },
			{
				case_key: '90000012000',
				status: 'running',
				stated: 'Berlangsung',
				parent_key: '91000012000'
			}
		]);
		expect(await bench.rows('select code, name, confirmed from unit')).toEqual([
			{ code: '999', name: 'LPSE Kabupaten Contoh', confirmed: false }
		]);
	});

	it('a later pull of the schedule, in the other spelling, adds only what moved', async () => {
		const name = 'JadwalTahapanNonTender-v1.json';
		const later = await bench.import([{ path: join(fixtures, 'spse', name), name }]);
		expect(later.files[0]).toMatchObject({
			profile: 'spse-nontender-jadwal',
			rows: 60,
			used: 1,
			duplicates: 57,
			rejected: 2,
			events: 1
		});
		await undoImport({ store: bench.store, import: later.import ?? 0, now: '2026-11-20T03:00:00' });
	});

	it('undoing the whole import leaves nothing', async () => {
		const empty = await Bench.open();
		await undoImport({
			store: bench.store,
			import: result.import ?? 0,
			now: '2026-11-20T03:00:00'
		});
		expect(await bench.dump()).toEqual(await empty.dump());
		await empty.close();
	});

	it('files that come one by one say the same as together, and undoing the first leaves the rest as if alone', async () => {
		const [together, apart, rest] = [await Bench.open(), await Bench.open(), await Bench.open()];
		await together.import(files);
		for (const file of files) await apart.import([file]);
		const without = (meaning: Record<string, string[]>) => ({ ...meaning, file: [] });
		expect(without(await apart.meaning())).toEqual(without(await together.meaning()));
		await undoImport({ store: apart.store, import: 1, now: '2026-11-20T03:00:00' });
		for (const file of files.slice(1)) await rest.import([file]);
		expect(await apart.meaning()).toEqual(await rest.meaning());
		for (const bench of [together, apart, rest]) await bench.close();
	});
});

const real = join(home, '../shared/real-exports');
const skipped = existsSync(real) ? '' : ' (skipped: the folder of real exports is not there)';

describe.skipIf(skipped !== '')(`the exports of a real office${skipped}`, () => {
	let bench: Bench;
	let result: ImportResult;
	const names = [
		'NonTenderPengumuman.json',
		'NonTenderSelesai.json',
		'NonTenderEkontrak-1SPPBJ.json',
		'NonTenderEkontrak-2Kontrak.json',
		'NonTenderEkontrak-3SPMKSPP.json',
		'NonTenderEkontrak-4BAPBAST.json',
		'JadwalTahapanNonTender_2025-10-10.csv',
		'TenderPengumuman.json',
		'TenderSelesai.json',
		'TenderEkontrak-1SPPBJ.json',
		'TenderEkontrak-2Kontrak.json',
		'TenderEkontrak-3SPMKSPP.json',
		'JadwalTahapanTender.json'
	];
	beforeAll(async () => {
		bench = await Bench.open();
		result = await bench.import(names.map((name) => ({ path: join(real, `SPSE-${name}`), name })));
	});
	afterAll(() => bench.close());

	it('the funnel comes out exactly', async () => {
		expect(await funnel(bench, 'spse-nontender')).toEqual({
			pengumuman: 2386,
			selesai: 1868,
			sppbj: 1295,
			kontrak: 1032,
			spmk: 960,
			bapbast: 304
		});
		expect(await wholeChain(bench)).toBe(304);
		expect(await funnel(bench, 'spse-tender')).toMatchObject({ pengumuman: 92, selesai: 68 });
	});

	it('863 rows of handovers are 423 and 440 again', () => {
		expect(result.files[5]).toMatchObject({ rows: 863, used: 423, duplicates: 440, rejected: 0 });
	});

	it('only rows of the schedule are rejected: without a time, or ending before they start', () => {
		const rejects = result.files.flatMap(({ file, rejects }) =>
			rejects.map(({ reason }) => `${file} ${reason}`)
		);
		expect(new Set(rejects)).toEqual(
			new Set([
				'JadwalTahapanNonTender_2025-10-10.csv no_time',
				'JadwalTahapanNonTender_2025-10-10.csv end_before_start'
			])
		);
		expect(result.files.reduce((sum, { rejected }) => sum + rejected, 0)).toBe(11);
	});
});
