import { spawnSync } from 'node:child_process';
import { readXlsx } from 'hucre/xlsx';
import Papa from 'papaparse';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Bench } from '../../../../../tests/importing/store';
import type { ReportFormat, SupplierFigures } from '$lib/domain/reporting/report';
import { overwriteGetLocale } from '$lib/paraglide/runtime';
import { makeReport } from '../../reporting/make-report';
import { verifyReport } from '../../reporting/verification/verify';
import { WHOLE } from '../../reading/scope';
import { periodsOf } from '../figures';
import { readSuppliers } from '../read-suppliers';
import { parseSupplierRequest } from './request';

overwriteGetLocale(() => 'id');

const stamp = { madeAt: '2026-11-21T01:02:03', madeBy: 'uji' };
const ASPECTS = ['Kualitas dan Kuantitas', 'Biaya', 'Waktu', 'Layanan'];
const sikap = [
	'kd_lpse,kd_nontender,nama_paket,kd_penyedia,nama_penyedia,npwp_penyedia,indikator_penilaian,nilai_indikator,total_skors',
	...[
		[1, 'PT Contoh Jaya', '01.234.567.8-901.000', 3],
		[2, 'PT Contoh Jaya', '012345678901000', 2],
		[3, '=CMD()', '', 0]
	].flatMap(([key, name, tax, score]) =>
		ASPECTS.map((aspect) => `77,${key},Paket ${key},,${name},${tax},${aspect},${score},${score}`)
	),
	''
].join('\n');
const finished = [
	'kd_nontender,kd_lpse,nama_paket,nilai_kontrak,status_nontender,tgl_pengumuman_nontender,tgl_selesai_nontender,kd_penyedia,nama_penyedia,npwp_penyedia',
	'1,77,Paket 1,1000,Selesai,2026-02-11 08:00:00,2026-03-05 16:00:00,,PT Contoh Jaya,01.234.567.8-901.000',
	'9,77,Paket 9,1000,Selesai,2026-05-11 08:00:00,2026-06-05 16:00:00,,PT Contoh Jaya,01.234.567.8-901.000',
	''
].join('\n');

let bench: Bench;
beforeAll(async () => {
	bench = await Bench.open();
	await bench.import([
		await bench.file('sikap.csv', sikap),
		await bench.file('selesai.csv', finished)
	]);
});
afterAll(() => bench.close());

async function make(format: ReportFormat, supplier = '', by = stamp) {
	const request = parseSupplierRequest(new URLSearchParams({ supplier }), 'id');
	const { bytes, metadata } = await makeReport(bench.store, request, format, by);
	const parts: Uint8Array[] = [];
	for await (const part of bytes) parts.push(part);
	return { file: Buffer.concat(parts), figures: metadata.figures as SupplierFigures };
}

async function csvRows(supplier = ''): Promise<Record<string, string>[]> {
	const { file } = await make('csv', supplier);
	const text = file.toString('utf8').replace(/^\uFEFF/, '');
	return Papa.parse<Record<string, string>>(text, {
		header: true,
		comments: '#',
		skipEmptyLines: true
	}).data;
}

it('has the packages of the page, and calls what nobody evaluated so', async () => {
	const { suppliers } = await readSuppliers(bench.store, WHOLE);
	const rows = await csvRows();
	expect(rows).toHaveLength(suppliers.flatMap(({ packages }) => packages).length);
	const waiting = rows.find((row) => row['Kode paket'] === '9');
	expect(waiting).toMatchObject({ 'Nilai total': '', Predikat: 'Belum dinilai' });
	expect(rows.find((row) => row['Kode paket'] === '1')).toMatchObject({
		'Nilai total': '3',
		Predikat: 'Sangat baik'
	});
	expect((await make('json')).figures).toMatchObject({
		...{ suppliers: 2, evaluations: 3, zero: 1, finished: 2, notEvaluated: 1, total: 4 },
		mean: 5 / 3
	});
});

it('is a workbook whose formulas are text and whose evidence names the rows', async () => {
	const { file } = await make('xlsx');
	const { sheets } = await readXlsx(file);
	const evidence = sheets.find(({ name }) => name === 'bukti');
	// A row per aspect of three packages, and the heading.
	expect(evidence?.rows).toHaveLength(3 * ASPECTS.length + 1);
	const cells = sheets.flatMap(({ rows }) => rows.flat());
	expect(cells.filter((cell) => cell === '=CMD()')).toEqual([]);
	expect(cells).toContain("'=CMD()");
});

it('speaks of one supplier where it is asked to', async () => {
	const { suppliers } = await readSuppliers(bench.store, WHOLE);
	const one = suppliers.find(({ key }) => key.startsWith('npwp:'));
	const rows = await csvRows(one?.id);
	expect(rows.map((row) => row['Kode paket']).sort()).toEqual(['1', '2', '9']);
	expect(JSON.stringify(rows)).not.toContain('234567');
	await expect(make('csv', '0123456789ab')).rejects.toMatchObject({ code: 'supplier_gone' });
});

it('can be made again to the last byte, and says when its figures no longer stand', async () => {
	const { file } = await make('xlsx');
	expect(await verifyReport(bench.store, file)).toMatchObject({ outcome: 'same' });
	const { file: paper } = await make('pdf');
	expect(await verifyReport(bench.store, paper)).toMatchObject({ outcome: 'same' });
	const [head] = sikap.split('\n');
	await bench.import([
		await bench.file(
			'later.csv',
			`${head}\n77,9,Paket 9,,PT Contoh Jaya,012345678901000,Biaya,1,1\n`
		)
	]);
	const { outcome, differences } = await verifyReport(bench.store, file);
	expect(outcome).toBe('changed');
	expect(differences.map(({ figure }) => figure)).toContain('notEvaluated');
});

it('prints its title and each supplier as text that can be searched', async (context) => {
	const { file } = await make('pdf');
	expect(file.subarray(0, 5).toString()).toBe('%PDF-');
	const read = spawnSync('pdftotext', ['-layout', '-', '-'], { input: file, encoding: 'utf8' });
	if (read.error) context.skip('skipped: pdftotext is not installed');
	expect(read.stdout).toContain('Laporan Kinerja Penyedia');
	expect(read.stdout).toContain('PT Contoh Jaya');
});

it('counts quarters by the end of packages, and adds up to all of them', async () => {
	const { suppliers } = await readSuppliers(bench.store, WHOLE);
	const [first, second, ...others] = suppliers.flatMap(({ packages }) => packages);
	if (!first || !second) throw new RangeError('no packages');
	const rows = periodsOf([
		{ ...first, finished: true, endDay: '2026-03-31', delay: 4 },
		{ ...second, finished: true, endDay: '2025-04-01', evaluation: null },
		...others.map((one) => ({ ...one, endDay: null }))
	]);
	expect(rows.slice(0, 2)).toEqual([
		{ year: 2025, quarter: 2, n: 0, mean: null, finished: 1, notEvaluated: 1, late: 0 },
		{ year: 2026, quarter: 1, n: 1, mean: 3, finished: 1, notEvaluated: 0, late: 1 }
	]);
	expect(rows.at(-1)?.year).toBeNull();
	const counted = rows.reduce((sum, { finished }) => sum + finished, 0);
	expect(counted).toBe(2 + others.filter(({ finished }) => finished).length);
});

it('ranks by the scheme that the page ranks by, and is made again by the same', async () => {
	const sheet = [
		'ID Penilaian,Nama Paket,ID Penyedia,Nama Penyedia,Tanggal Penilaian,Kualitas & Kuantitas,Biaya,Waktu,Layanan,Skor Total,Skema,Status',
		'S-1,Paket Skala,5,CV Skala,2026-05-04,80,80,80,80,80,skala-100,Final',
		''
	].join('\n');
	await bench.import([await bench.file('skala.csv', sheet)], { unit: '77' });
	const params = new URLSearchParams({ scheme: 'skala-100.1' });
	const request = parseSupplierRequest(params, 'id');
	const { bytes, metadata } = await makeReport(bench.store, request, 'json', stamp);
	const parts: Uint8Array[] = [];
	for await (const part of bytes) parts.push(part);
	const page = await readSuppliers(bench.store, WHOLE, params.get('scheme'));
	expect(page.suppliers[0]?.standing).toMatchObject({ n: 1, mean: 80 });
	expect(metadata.figures).toMatchObject({ evaluations: 1, mean: 80 });
	expect(await verifyReport(bench.store, Buffer.concat(parts))).toMatchObject({ outcome: 'same' });
	const unknown = parseSupplierRequest(new URLSearchParams({ scheme: 'x&unit=1' }), 'id');
	expect(unknown.filters).toBe('');
});
