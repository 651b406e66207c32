import { afterEach, beforeEach, expect, test } from 'vitest';
import { noteImportUnits } from '$lib/server/accounts/import-units';
import { undoImport } from '$lib/server/importing/undo';
import { keepOriginal } from '$lib/server/uploads/originals';
import { Bench, now } from '../../../../../../tests/importing/store';
import { readSourceRow } from './source-rows';

const HEADER = 'unit;nomor_berkas;kegiatan;mulai;selesai;petugas\n';
const ROWS = [
	'A1;B-1;Menerima;2026-03-02 08:00;2026-03-02 08:05;Ani',
	'A1;B-1;Memeriksa;2026-03-02 08:10;2026-03-02 08:30;Budi',
	'',
	'A1;"rusak"x;Memeriksa;2026-03-02 08:10;2026-03-02 08:30;Budi',
	'Z9;C-7;Menerima;2026-03-03 09:00;2026-03-03 09:05;"Cici; Candra"',
	'A1;B-2;Menerima;kapan saja;2026-03-03 09:05;Ani',
	'A1;B-2;Memeriksa;2026-03-03 10:00;2026-03-03 10:05;Ani'
];

let bench: Bench;
beforeEach(async () => {
	bench = await Bench.open();
});
afterEach(() => bench.close());

async function importLog(kept: boolean): Promise<{ import: number; file: number }> {
	const file = await bench.file('log.csv', HEADER + ROWS.join('\n'));
	const result = await bench.import([file]);
	if (kept)
		await keepOriginal(bench.store, { path: file.path, sha256: result.files[0]?.sha256 ?? '' });
	await noteImportUnits(bench.store);
	return { import: result.import ?? 0, file: 1 };
}

test('a row is shown as it was written, with its neighbours and what was made of it', async () => {
	const place = await importLog(true);
	const found = await readSourceRow(bench.store, { ...place, record: 2 });
	expect(found.rows.map(({ record, used }) => [record, used])).toEqual([
		[1, true],
		[2, true],
		[3, true],
		[4, true],
		[5, true]
	]);
	expect(found.rows[1]?.entries).toContainEqual(['petugas', 'Budi']);
	expect(found.rows[2]).toMatchObject({ entries: null, text: ROWS[3] });
	expect(found).toMatchObject({
		missing: null,
		made: { at: expect.stringMatching(/^2026-11-20/), by: 'tester' },
		file: { name: 'log.csv', rows: 6 },
		events: [{ case_key: 'B-1', activity: 'Memeriksa', actor: 'Budi', kind: 'actual', sources: 1 }],
		reject: null
	});
});

test('every row that an event names is the one that says it', async () => {
	const place = await importLog(true);
	for (const [record, key] of [
		[1, 'B-1'],
		[2, 'B-1'],
		[4, 'C-7'],
		[6, 'B-2']
	] as const) {
		const found = await readSourceRow(bench.store, { ...place, record });
		const row = found.rows.find((one) => one.record === record);
		expect(found.events.map((event) => event.case_key)).toEqual([key]);
		expect(row?.entries).toContainEqual(['nomor_berkas', key]);
	}
});

test('a rejected row says why', async () => {
	const place = await importLog(true);
	const found = await readSourceRow(bench.store, { ...place, record: 5 });
	expect(found.events).toEqual([]);
	expect(found.reject).toMatchObject({ reason: 'unreadable_time', value: 'kapan saja' });
});

test('of a file that was not kept the store still says what it made of the row', async () => {
	const place = await importLog(false);
	const found = await readSourceRow(bench.store, { ...place, record: 1 });
	expect(found).toMatchObject({ missing: 'not_kept', rows: [], events: [{ case_key: 'B-1' }] });
});

test('who sees one office sees the rows of that office only', async () => {
	const place = await importLog(true);
	const held = bench.store.within(['Z9']);
	const own = await readSourceRow(held, { ...place, record: 4 });
	expect(own.rows.map(({ record }) => record)).toEqual([4]);
	expect(own).toMatchObject({ missing: null, made: null, events: [{ case_key: 'C-7' }] });
	const foreign = await readSourceRow(held, { ...place, record: 1 });
	expect(foreign).toMatchObject({ missing: 'other_office', rows: [], events: [] });
	await expect(
		readSourceRow(bench.store.within(['nobody']), { ...place, record: 4 })
	).rejects.toMatchObject({ code: 'unknown_import' });
});

test('a row, a file or an import that is not there is refused', async () => {
	const place = await importLog(true);
	for (const record of [null, 0, 7])
		await expect(readSourceRow(bench.store, { ...place, record })).rejects.toMatchObject({
			code: 'source_row_not_found'
		});
	await expect(readSourceRow(bench.store, { ...place, file: 99, record: 1 })).rejects.toMatchObject(
		{ code: 'unknown_import' }
	);
	await undoImport({ store: bench.store, import: place.import, now });
	await expect(readSourceRow(bench.store, { ...place, record: 1 })).rejects.toMatchObject({
		code: 'source_row_undone'
	});
});
