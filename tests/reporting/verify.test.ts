import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
	encodeMetadata,
	type ReportFormat,
	type ReportMetadata,
	type ReportRequest
} from '$lib/domain/reporting/report';
import { verificationSentences } from '$lib/format/verification';
import { overwriteGetLocale } from '$lib/paraglide/runtime';
import { recordAct, type Act } from '$lib/server/audit/append';
import { loadCatalogue } from '$lib/server/catalogue/load';
import { followUp } from '$lib/server/followup/follow-up';
import { undoImport } from '$lib/server/importing/undo';
import { makeReport, type MadeReport } from '$lib/server/reporting/make-report';
import { noting } from '$lib/server/reporting/verification/record';
import { verifyReport } from '$lib/server/reporting/verification/verify';
import { NOW, Workbench } from '../pipeline/workbench';
import { officeConvert } from './programs';

const HEADER = 'case,activity,started,completed';
const request: ReportRequest = {
	...{ unit: null, sop: null, from: null, to: null, filters: '', layout: 'case', locale: 'id' }
};
const stamp = { madeAt: '2026-11-21T01:02:03', madeBy: 'uji' };
const step = loadCatalogue(process.cwd()).find(({ id }) => id === 'oganilir-01')?.steps[0];
const activity = (step?.activity ?? '').replaceAll('"', '""');
// One finding in each case: its step is late. What is outside the SOP of a running case is provisional, and none.
const line = (key: string) => `${key},"${activity}",2026-06-02 08:00:00,2026-06-02 09:00:00`;
const outside = (key: string) => `${key},Rapat,2026-06-02 09:00:00,2026-06-02 09:00:00`;

let bench: Workbench;
let first: number;
beforeAll(() => overwriteGetLocale(() => 'id'));
beforeEach(async () => {
	bench = await Workbench.open();
	const { import: number } = await bench.import(HEADER, ['Berkas A', 'Berkas B'].map(line), {
		...{ sop: 'oganilir-01', unit: 'U1', name: 'satu.csv' }
	});
	first = number ?? 0;
	return () => bench.close();
});
afterAll(() => overwriteGetLocale(() => 'id'));

const made = (format: ReportFormat) => makeReport(bench.store, request, format, stamp);
async function bytesOf({ bytes }: MadeReport): Promise<Buffer> {
	const parts: Uint8Array[] = [];
	for await (const part of bytes) parts.push(part);
	return Buffer.concat(parts);
}
async function make(format: ReportFormat): Promise<{ file: Buffer; metadata: ReportMetadata }> {
	const report = await made(format);
	return { file: await bytesOf(report), metadata: report.metadata };
}
const check = (file: Buffer | string) => verifyReport(bench.store, Buffer.from(file as string));

describe('a report that is checked', () => {
	test('was altered in a row: the row and column are named', async () => {
		const { file, metadata } = await make('csv');
		const found = await check(file.toString('utf8').replace('Berkas B', 'Berkas C'));
		expect(found).toMatchObject({ outcome: 'altered', differences: [] });
		expect(found.cells).toEqual([{ place: 'CSV 3, Berkas', then: 'Berkas C', now: 'Berkas B' }]);
		expect(verificationSentences(found)).toEqual([
			`Laporan ${metadata.number} diubah sesudah dibuat: yang di bawah ini tidak pernah dikatakan oleh data yang sama.`,
			expect.stringContaining('Menurut berkasnya dibuat oleh uji pada 21 November 2026'),
			'Pembuat dan tanggal tidak dapat diperiksa: laporan ini tidak ada dalam catatan.'
		]);
		const gone = file.toString('utf8').split('\r\n');
		gone.splice(2, 1);
		expect((await check(gone.join('\r\n'))).outcome).toBe('altered');
	});

	test('was altered in a figure: in the open, or in what it states about itself', async () => {
		const { file, metadata } = await make('json');
		const open = JSON.parse(file.toString('utf8')) as { summary: Record<string, number> };
		open.summary['Jumlah penyimpangan'] = 1;
		const seen = await check(JSON.stringify(open));
		expect(seen.outcome).toBe('altered');
		expect(seen.cells[0]).toMatchObject({ then: '1', now: String(metadata.figures.total) });
		const figures = { ...metadata.figures, total: 1 };
		const sealed = { ...open, seal: encodeMetadata({ ...metadata, figures }) };
		expect(await check(JSON.stringify(sealed))).toMatchObject({
			outcome: 'altered',
			differences: [{ figure: 'total', then: '1', now: String(metadata.figures.total) }]
		});
	});

	test('says the follow-up of when it was made: what goes on later changes nothing, what is forged is told', async () => {
		const { file } = await make('csv');
		const id = file.toString('utf8').split('\r\n')[1]?.split(',').at(-1) ?? '';
		await followUp(bench.store, {
			...{ ids: [id], act: 'explain', body: 'Listrik padam', files: [] },
			...{ by: { account: 1, name: 'dewi', owner: 'account 1' }, now: '2026-11-22T00:00:00' }
		});
		expect((await check(file)).outcome).toBe('same');
		const forged = file
			.toString('utf8')
			.replace('Belum ditindaklanjuti', 'Dijelaskan: Listrik padam');
		expect(forged).not.toBe(file.toString('utf8'));
		expect(await check(forged)).toMatchObject({
			outcome: 'altered',
			cells: [{ then: 'Dijelaskan: Listrik padam' }]
		});
	});

	test('filtered by follow-up stands as of its time, whatever is explained afterwards', async () => {
		const open = { ...request, filters: 'follow=open' };
		const report = await makeReport(bench.store, open, 'csv', stamp);
		const file = await bytesOf(report);
		const id = file.toString('utf8').split('\r\n')[1]?.split(',').at(-1) ?? '';
		await followUp(bench.store, {
			...{ ids: [id], act: 'explain', body: 'Banjir', files: [] },
			...{ by: { account: 1, name: 'dewi', owner: 'account 1' }, now: '2026-11-23T00:00:00' }
		});
		const now = { ...stamp, madeAt: '2026-11-24T00:00:00' };
		const later = await makeReport(bench.store, open, 'csv', now);
		expect(later.metadata.figures.total).toBe(report.metadata.figures.total - 1);
		expect((await check(file)).outcome).toBe('same');
	});

	test('on paper or in columns is not proven by the seal of another file', async () => {
		for (const format of ['pdf', 'parquet'] as const) {
			const { file, metadata } = await make(format);
			expect((await check(file)).outcome).toBe('same');
			const start = format === 'pdf' ? '%PDF-1.7 tanpa penyimpangan' : 'PAR1';
			const found = await check(`${start}\n${encodeMetadata(metadata)}`);
			expect(found).toMatchObject({ outcome: 'differs', differences: [] });
		}
	});

	test('is of who made it only where the record knows these bytes', async () => {
		const recorded: Act[] = [];
		const report = await made('csv');
		const file = await bytesOf(
			noting(report, async (act) => {
				recorded.push(act);
				await recordAct(bench.store, { account: 1, name: 'uji', address: '' }, act, stamp.madeAt);
			})
		);
		expect(recorded).toMatchObject([{ action: 'report_made', object: report.metadata.number }]);
		const found = await check(file);
		expect(found).toMatchObject({ outcome: 'same', origin: 'recorded' });
		expect(verificationSentences(found).at(-1)).toContain(
			'Tercatat dibuat oleh uji pada 21 November 2026'
		);
		const other = { ...report.metadata, stamp: { ...stamp, madeBy: 'orang lain' } };
		const forged = file.toString('utf8').replace(/#TEPAT1:.*:END/, `#${encodeMetadata(other)}`);
		expect(await check(forged)).toMatchObject({ outcome: 'altered', origin: 'other' });
		expect((await check((await make('json')).file)).origin).toBe('unknown');
	});

	test('is none where what it says about itself is not what reports say', async () => {
		const { file, metadata } = await make('csv');
		const unreadable = [
			{ ...metadata, request: { ...metadata.request, from: 'x' } },
			{ ...metadata, stamp: {} },
			{ ...metadata, imports: undefined },
			{ ...metadata, figures: {} }
		].map((one) => `No\r\n#${encodeMetadata(one as ReportMetadata)}`);
		const json = (await make('json')).file.toString('utf8');
		const xlsx = (await make('xlsx')).file;
		for (const hostile of [...unreadable, json.slice(0, -40), xlsx.subarray(0, -200)])
			await expect(check(hostile)).rejects.toThrow('report_unreadable');
		expect((await check(file)).outcome).toBe('same');
	});

	test('stands where another program saved the workbook again', async ({ skip }) => {
		const { file } = await make('xlsx');
		const saved = officeConvert(bench.file('laporan.xlsx', file), 'xlsx')?.get('laporan.xlsx');
		if (!saved) return skip('skipped: soffice is not installed');
		expect(await check(saved)).toMatchObject({ outcome: 'stands', cells: [], differences: [] });
	});

	test('is of another store: nothing that it rests on was imported here', async () => {
		const { file } = await make('pdf');
		const other = await Workbench.open();
		await other.import(HEADER, [line('Berkas X')], {
			...{ sop: 'oganilir-01', unit: 'U1', now: '2026-11-20T00:00:01' }
		});
		const found = await verifyReport(other.store, file);
		await other.close();
		expect(found).toMatchObject({ outcome: 'foreign', differences: [], cells: [] });
		expect(verificationSentences(found)[0]).toContain('tidak dibuat dari data di sini');
	});

	test('is changed, not altered, where only the number of provisional deviations differs', async () => {
		const { file, metadata } = await make('json');
		await bench.import(HEADER, [outside('Berkas A')], {
			...{ sop: 'oganilir-01', unit: 'U1', name: 'tiga.csv' }
		});
		const found = await check(file);
		expect(found).toMatchObject({ outcome: 'changed', causes: ['import_new'] });
		const { figures } = (await make('json')).metadata;
		expect(figures.fingerprint).toBe(metadata.figures.fingerprint);
		expect(found.differences.map(({ figure }) => figure)).toEqual(['provisional']);
	});

	test('holds no more once data were corrected, and says by what', async () => {
		const { file } = await make('parquet');
		await bench.import(HEADER, [line('Berkas D')], {
			...{ sop: 'oganilir-01', unit: 'U1', name: 'dua.csv' }
		});
		const more = await check(file);
		expect(more).toMatchObject({ outcome: 'changed', causes: ['import_new'] });
		expect(verificationSentences(more)).toContain('Ada berkas yang diimpor sejak laporan dibuat.');
		await undoImport({ store: bench.store, import: first, now: NOW });
		const less = await check(file);
		expect(less).toMatchObject({ outcome: 'changed', causes: ['import_gone', 'import_new'] });
		expect(less.differences.map(({ figure }) => figure)).toContain('total');
	});
});
