import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { undoImport } from '$lib/server/importing/undo';
import { Bench, now } from '../../../../../tests/importing/store';
import { readImport, readImports, readRejects, readUndoEffect } from './imports';
import { rejectsCsv } from './imports-csv';
import { readMapping } from './imports-mapping';

const LOG = [
	'nomor_berkas;kegiatan;mulai;selesai;petugas',
	'B-1;Menerima;2026-03-02 08:00;2026-03-02 08:05;Ani',
	'B-1;Memeriksa;2026-03-02 08:10;2026-03-02 08:30;Budi',
	'B-1;Memeriksa;2026-03-02 08:10;2026-03-02 08:30;Budi',
	'B-2;Menerima;=1+1;2026-03-03 09:05;Ani',
	'B-2;Menerima;2026-03-03 09:00;2026-03-03 09:05;Ani',
	''
].join('\n');

let bench: Bench;
beforeEach(async () => {
	bench = await Bench.open();
});
afterEach(() => bench.close());

describe('the history', () => {
	async function importTwice(): Promise<void> {
		await bench.import([await bench.file('satu.csv', LOG)]);
		// Says one event again, adds one to a case of the first, and a case of its own.
		const again = [
			'nomor_berkas;kegiatan;mulai;selesai;petugas',
			'B-1;Menerima;2026-03-02 08:00;2026-03-02 08:05;Ani',
			'B-1;Menyetujui;2026-03-02 10:00;2026-03-02 10:05;Citra',
			'B-9;Menerima;2026-03-04 08:00;2026-03-04 08:05;Ani',
			''
		].join('\n');
		await bench.import([await bench.file('dua.csv', again)]);
	}

	test('counts each import, latest first, and closes', async () => {
		await importTwice();
		const history = await readImports(bench.store, null);
		expect(history).toMatchObject({ total: 2, inForce: 2, next: null });
		expect(history.imports).toMatchObject([
			{ import: 2, files: ['dua.csv'], rows: 3, used: 2, duplicates: 1, rejected: 0, cases: 2 },
			{ import: 1, files: ['satu.csv'], rows: 5, used: 4, duplicates: 0, rejected: 1, cases: 2 }
		]);
		for (const row of history.imports)
			expect(row.rows).toBe(row.used + row.duplicates + row.rejected);
	});

	test('says before an undo what it takes away, and that is what it takes away', async () => {
		await importTwice();
		const counts = async () => (await bench.store.get('reading/summary_cases', whole)) ?? whole;
		const before = await counts();
		expect(await readUndoEffect(bench.store, 2)).toEqual({ events: 2, casesGone: 1, casesKept: 1 });
		await undoImport({ store: bench.store, import: 2, now });
		const after = await counts();
		expect(before).toMatchObject({ events: 6, cases: 3 });
		expect(after).toMatchObject({ events: 4, cases: 2 });

		const history = await readImports(bench.store, null);
		expect(history).toMatchObject({ total: 2, inForce: 1 });
		expect(history.imports[0]).toMatchObject({
			undoneAt: '2026-11-20T02:00:00',
			rows: 0,
			cases: 0
		});
		expect((await readImport(bench.store, 2)).files).toEqual([]);
	});

	const whole = { unit: null, process: null, from: null, to: null };

	test('pages through rejects, alone and as CSV, with formulas made harmless', async () => {
		const rows = Array.from({ length: 7 }, (_, row) => `B-${row};Menerima;kapan;=1+1;x`);
		const head = 'nomor_berkas;kegiatan;mulai;selesai;petugas';
		await bench.import([
			await bench.file('a.csv', `${head}\nB-1;Menerima;2026-03-02 08:00;2026-03-02 08:05;Ani\n`),
			await bench.file(
				'b.csv',
				[head, ...rows, 'B;Menerima;2026-03-02 09:00;2026-03-02 08:05;Ani', ''].join('\n')
			)
		]);
		const asked = { import: 1, file: null, reason: null };
		const seen: number[] = [];
		let after: { file: number; record: number } | null = { file: 0, record: 0 };
		while (after) {
			const page: Awaited<ReturnType<typeof readRejects>> = await readRejects(
				bench.store,
				{ ...asked, after },
				3
			);
			expect(page.rejects.length).toBeLessThanOrEqual(3);
			seen.push(...page.rejects.map(({ record }) => record));
			after = page.next;
		}
		expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
		const late = await readRejects(bench.store, {
			...asked,
			reason: 'end_before_start',
			after: { file: 0, record: 0 }
		});
		expect(late.rejects.map(({ record }) => record)).toEqual([8]);

		let csv = '';
		for await (const piece of rejectsCsv(bench.store, [], asked, (_, value) => value)) csv += piece;
		const lines = csv.trimEnd().split('\r\n');
		expect(lines).toHaveLength(9);
		expect(lines[1]).toMatch(/^b\.csv,1,mulai,kapan,/);
		expect(csv).not.toMatch(/,=1\+1/);

		// As if the file were a workbook whose second sheet begins with the third record.
		const { files } = await readImport(bench.store, asked.import);
		const places = [
			{ record: 1, sheet: 'Januari', row: 2 },
			{ record: 3, sheet: 'Februari', row: 5 }
		];
		let inSheets = '';
		const workbooks = files.map(({ file }) => ({ file, places }));
		for await (const piece of rejectsCsv(bench.store, workbooks, asked, (_, value) => value))
			inSheets += piece;
		expect(inSheets.split('\r\n').slice(1, 5)).toEqual([
			expect.stringMatching(/^b\.csv,1,Januari,2,/),
			expect.stringMatching(/^b\.csv,2,Januari,3,/),
			expect.stringMatching(/^b\.csv,3,Februari,5,/),
			expect.stringMatching(/^b\.csv,4,Februari,6,/)
		]);
	});

	test('of an import that does not exist is refused', async () => {
		await expect(readImport(bench.store, 7)).rejects.toMatchObject({ code: 'unknown_import' });
	});
});

test('a mapping that cannot be read any more leaves the profile its id', () => {
	for (const mapping of ['', '{}', 'null', '{"profile":3}'])
		expect(readMapping({ profile: 'old', mapping })).toMatchObject({
			profile: 'old',
			title: null,
			toldBy: [],
			columns: []
		});
});
