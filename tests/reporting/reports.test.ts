import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { readXlsx } from 'hucre/xlsx';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ReportFormat, ReportRequest } from '$lib/domain/reporting/report';
import { overwriteGetLocale } from '$lib/paraglide/runtime';
import { loadCatalogue } from '$lib/server/catalogue/load';
import { undoImport } from '$lib/server/importing/undo';
import { parseDeviationFilters } from '$lib/server/reading/deviations/deviation-filters';
import { summariseDeviations } from '$lib/server/reading/deviations/deviation-groups';
import { WHOLE } from '$lib/server/reading/scope';
import { makeReport } from '$lib/server/reporting/make-report';
import { verifyReport } from '$lib/server/reporting/verification/verify';
import { Workbench } from '../pipeline/workbench';
import { pdfText } from './programs';

overwriteGetLocale(() => 'id');

const activity = loadCatalogue(process.cwd())
	.find(({ id }) => id === 'oganilir-01')
	?.steps.find(({ id }) => id === '1')?.activity;
const KEYS = ['=1+1', '+628', '-1', '@x', '＝2', 'A<&>"', 'Berkas biasa', 'Kata'.repeat(20)];
const request: ReportRequest = {
	unit: null,
	sop: null,
	from: null,
	to: null,
	filters: '',
	layout: 'case',
	locale: 'id'
};
const stamp = { madeAt: '2026-11-21T01:02:03', madeBy: 'uji' };

let bench: Workbench;
let last: number;
beforeAll(async () => {
	bench = await Workbench.open();
	const rows = KEYS.map(
		(key, at) =>
			`"${key.replaceAll('"', '""')}","${(activity ?? '').replaceAll('"', '""')}",2026-06-02 08:00:00,2026-06-02 08:0${at + 2}:01`
	);
	await bench.import('case,activity,started,completed', rows.slice(0, 6), {
		sop: 'oganilir-01',
		unit: 'U1',
		name: 'satu.csv'
	});
	const second = await bench.import('case,activity,started,completed', rows.slice(6), {
		sop: 'oganilir-01',
		unit: 'U1',
		name: 'dua.csv'
	});
	last = second.import ?? 0;
});
afterAll(() => bench.close());

async function make(format: ReportFormat, over: Partial<ReportRequest> = {}, by = stamp) {
	const { bytes, metadata } = await makeReport(bench.store, { ...request, ...over }, format, by);
	const parts: Uint8Array[] = [];
	for await (const part of bytes) parts.push(part);
	return { file: Buffer.concat(parts), metadata };
}

async function total(): Promise<number> {
	const filters = parseDeviationFilters(new URLSearchParams(), null);
	const { counts } = await summariseDeviations(bench.store, { scope: WHOLE, filters });
	return counts.open + counts.excused;
}

describe('a report', () => {
	test('has the page’s total in CSV, JSON and XLSX, and a source row for each line', async () => {
		const expected = await total();
		expect(expected).toBeGreaterThanOrEqual(KEYS.length);
		const csv = Papa.parse<Record<string, string>>(
			(await make('csv')).file.toString('utf8').replace(/^\uFEFF/, ''),
			{ header: true, comments: '#', skipEmptyLines: true }
		).data;
		expect(csv).toHaveLength(expected);
		expect(csv.every((row) => row['Berkas impor'] && Number(row['Baris data']) > 0)).toBe(true);
		const json = JSON.parse((await make('json')).file.toString('utf8')) as {
			summary: Record<string, number>;
			findings: { rows: unknown[][] };
			evidence: { rows: unknown[][] };
		};
		expect(json.findings.rows).toHaveLength(expected);
		expect(json.evidence.rows.length).toBeGreaterThanOrEqual(expected);
		expect(json.summary['Jumlah penyimpangan']).toBe(expected);
		const { sheets } = await readXlsx((await make('xlsx')).file);
		expect(sheets.map(({ name }) => name)).toEqual([
			'ringkasan',
			'Menurut jenis',
			'Kantor sendiri dan penyedia',
			'penyimpangan',
			'bukti',
			'cakupan',
			'metadata'
		]);
		expect(sheets[3]?.rows).toHaveLength(expected + 1);
		expect(sheets[0]?.rows.find(([name]) => name === 'Jumlah penyimpangan')?.[1]).toBe(expected);
	});

	test('keeps numbers and dates in a workbook, and makes formula-like text neutral', async () => {
		const { sheets } = await readXlsx((await make('xlsx')).file);
		const [head, ...rows] = sheets[3]?.rows ?? [];
		const at = (label: string) => head?.indexOf(label) ?? -1;
		const keys = rows.map((row) => row[at('Berkas')]);
		for (const key of ['=1+1', '+628', '-1', '@x', '＝2']) expect(keys).toContain(`'${key}`);
		expect(keys).toContain('A<&>"');
		expect(typeof rows[0]?.[at('Rasio')]).toBe('number');
		expect(rows[0]?.[at('Tanggal')]).toBeInstanceOf(Date);
	});

	test('is read as typed columns by another reader of Parquet', async () => {
		const path = bench.file('laporan.parquet', (await make('parquet')).file);
		const other = await (await DuckDBInstance.create(':memory:')).connect();
		const rows = await other.runAndReadAll('from read_parquet($path)', { path });
		const expected = await total();
		expect(rows.currentRowCount).toBe(expected);
		const types = Object.fromEntries(
			rows.columnNames().map((name, at) => [name, String(rows.columnType(at))])
		);
		expect(types).toMatchObject({
			Berkas: 'VARCHAR',
			Tanggal: 'DATE',
			Mulai: 'TIMESTAMP',
			Rasio: 'DOUBLE'
		});
		const keys = new Set(rows.getRowObjectsJson().map((row) => row.Berkas));
		for (const key of KEYS) expect(keys).toContain(key);
	});

	test.each(['csv', 'json', 'xlsx', 'parquet', 'pdf'] as const)(
		'%s is the same to the last byte for the same inputs, and made again from its own metadata',
		async (format) => {
			const [one, two] = [await make(format), await make(format)];
			expect(one.file.equals(two.file)).toBe(true);
			expect((await verifyReport(bench.store, one.file)).outcome).toBe('same');
			const later = await make(format, {}, { ...stamp, madeAt: '2026-11-22T00:00:00' });
			expect(later.metadata.figures).toEqual(one.metadata.figures);
		}
	);

	test('that was changed by hand is told from one that was not', async () => {
		const { file } = await make('csv');
		const changed = Buffer.from(file.toString('utf8').replace('Berkas biasa', 'Berkas lain'));
		expect((await verifyReport(bench.store, changed)).outcome).toBe('altered');
		await expect(verifyReport(bench.store, Buffer.from('a,b\r\n'))).rejects.toThrow(
			'report_unreadable'
		);
	});

	test('prints its total, number, evidence and pages as text that can be searched', async ({
		skip
	}) => {
		const { file, metadata } = await make('pdf');
		const path = join(bench.folder, 'laporan.pdf');
		writeFileSync(path, file);
		const read = pdfText(path);
		if (read === undefined) skip('skipped: neither pdftotext nor gs is installed');
		const words = (read ?? '').replace(/\s+/g, ' ');
		expect(words).toContain(metadata.number);
		expect(words).toMatch(new RegExp(`Jumlah penyimpangan[\\s\\S]*${metadata.figures.total}`));
		expect(words).toMatch(/Halaman 1 dari \d/);
		expect(words).toContain('satu.csv');
	});

	test.each(['step', 'actor', 'monitoring', 'summary'] as const)(
		'layout %s has the same figures',
		async (layout) => {
			const { metadata, file } = await make('pdf', { layout });
			expect(metadata.figures).toEqual((await make('json')).metadata.figures);
			expect(file.length).toBeGreaterThan(5000);
		}
	);

	test('says which figures no longer stand once data were taken back', async () => {
		const { file, metadata } = await make('json');
		await undoImport({ store: bench.store, import: last, now: stamp.madeAt });
		const result = await verifyReport(bench.store, file);
		expect(result.outcome).toBe('changed');
		const now = await total();
		expect(result.differences).toContainEqual({
			figure: 'total',
			then: String(metadata.figures.total),
			now: String(now)
		});
	});
});
