import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sheetPlace } from '$lib/domain/importing/about-file';
import { readImport } from '$lib/server/reading/imports/imports';
import { Bench, header } from '../store';
import { makeWorkbook } from './make-workbook';

const records = [
	['A-1', 'Terima', '2025-01-06 08:00:00', '2025-01-06 08:05:00', 'Staf'],
	['A-1', 'Periksa, catat', '', '2025-01-06 09:05:00', 'Staf'],
	['A-2', 'Terima', '', '2025-01-07 08:05:00', '198501012010011001']
];
const names = header.trim().split(',');
const csv = header + records.map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\n');
const objects = records.map((cells) =>
	JSON.stringify(Object.fromEntries(names.map((name, at) => [name, cells[at] || null])))
);

async function writeParquet(path: string): Promise<void> {
	const instance = await DuckDBInstance.create();
	const connection = await instance.connect();
	await connection.run(
		`copy (from (values
			(123456789012345678, 'Terima', timestamp '2025-01-06 08:00:00', timestamp '2025-01-06 08:05:00', 'Staf'),
			(123456789012345678, 'Periksa, catat', null, timestamp '2025-01-06 09:05:00', null),
			(123456789012345679, 'Terima', null, timestamp '2025-01-07 08:05:00', 'Staf')
		) as log(kasus, kegiatan, mulai, selesai, petugas)) to '${path}' (format parquet)`
	);
	connection.closeSync();
	instance.closeSync();
}

describe('the same rows come to the same events, whatever they came in', () => {
	let bench: Bench;
	beforeEach(async () => {
		bench = await Bench.open();
	});
	afterEach(() => bench.close());

	const containers: [title: string, name: string, content: string | Buffer][] = [
		['CSV', 'a.csv', csv],
		['gzip', 'a.csv.gz', gzipSync(csv)],
		['UTF-16', 'a.csv', Buffer.from(`\ufeff${csv}`, 'utf16le')],
		['a workbook', 'a.xlsx', makeWorkbook([{ name: 'Data', rows: [names, ...records] }])],
		['a JSON array', 'a.json', `[${objects.join(',')}]`],
		['lines of JSON', 'a.ndjson', objects.join('\n')],
		['an answer of a service', 'a.json', `{"success":true,"data":[${objects.join(',')}],"meta":{}}`]
	];
	it.each(containers)('%s', async (_title, name, content) => {
		const result = await bench.import([await bench.file(name, content)]);
		expect(result.files[0]).toMatchObject({ rows: 3, used: 3, duplicates: 0, rejected: 0 });
		const events = await bench.rows(
			`select c.case_key, a.text, e.started::varchar as started, e.completed::varchar as completed, x.name
			from event e join case_instance c using (case_id) join activity a using (activity) left join actor x using (actor)
			order by e.completed`
		);
		expect(events.map((row) => [row['case_key'], row['text'], row['name']])).toEqual(
			records.map(([key, activity, , , actor]) => [key, activity, actor])
		);
		expect(events.filter(({ started }) => started !== null)).toHaveLength(1);
	});

	it('Parquet, at the command line only, and a damaged one is refused with a sentence', async () => {
		const path = join(bench.folder, 'a.parquet');
		await writeParquet(path);
		const source = { path, name: 'a.parquet' };
		expect(await bench.refusal([source])).toMatchObject({ code: 'import_format' });
		const result = await bench.import([source], { parquet: true });
		expect(result.files[0]).toMatchObject({ rows: 3, used: 3, duplicates: 0, rejected: 0 });
		const events = await bench.rows(
			`select c.case_key, a.text, e.started::varchar as started, x.name
			from event e join case_instance c using (case_id) join activity a using (activity) left join actor x using (actor)
			order by e.completed`
		);
		expect(events).toMatchObject([
			{ case_key: '123456789012345678', text: 'Terima', started: '2025-01-06 08:00:00' },
			{ case_key: '123456789012345678', text: 'Periksa, catat', started: null, name: null },
			{ case_key: '123456789012345679', text: 'Terima', started: null, name: 'Staf' }
		]);
		const whole = await readFile(path);
		for (const cut of [5, whole.length >> 1, whole.length - 1]) {
			const damaged = await bench.file('b.parquet', whole.subarray(0, cut));
			expect((await bench.refusal([damaged], { parquet: true })).code).toBe(
				'import_parquet_broken'
			);
		}
	});

	it('lines of JSON that are broken are rejected by themselves', async () => {
		const content = [objects[0], 'URL-NOT-DEFINED', objects[1], '{"case":'].join('\n');
		const result = await bench.import([await bench.file('a.ndjson', content)]);
		expect(result.files[0]).toMatchObject({ rows: 4, used: 2, rejected: 2 });
	});

	it('a row of a workbook with too many cells is rejected by itself', async () => {
		const rows = [names, [...(records[0] ?? []), 'lebih'], records[1] ?? []];
		const result = await bench.import([
			await bench.file('a.xlsx', makeWorkbook([{ name: 'Data', rows }]))
		]);
		expect(result.files[0]).toMatchObject({ rows: 2, used: 1, rejected: 1 });
	});

	it('a workbook says which of its sheets were left out, and where its records stand', async () => {
		const late = ['A-9', 'Terima', '', 'kemarin', 'Staf'];
		const book = makeWorkbook([
			{ name: 'Januari', rows: [names, records[0] ?? []] },
			{
				name: 'Catatan',
				rows: [
					['hal', 'isi'],
					['rapat', 'ada']
				]
			},
			{ name: 'Februari', rows: [names, records[1] ?? [], late] }
		]);
		const result = await bench.import([await bench.file('a.xlsx', book)]);
		const [file] = (await readImport(bench.store, result.import ?? 0)).files;
		expect(file?.notes).toEqual(result.files[0]?.notes);
		expect(file?.notes.map(({ code, params }) => [code, params['others']])).toEqual([
			['import_note_sheets', 'Catatan']
		]);
		expect(result.files[0]?.rejects.map(({ row }) => sheetPlace(file?.places ?? [], row))).toEqual([
			{ sheet: 'Februari', row: 3 }
		]);
	});

	it('a long record with a cell too many is rejected by itself', async () => {
		const long = `A-3,x,,2025-01-06 08:00:00,Staf,a${'é'.repeat(6000)}`;
		const result = await bench.import([await bench.file('a.csv', `${csv}\n${long}\n`)]);
		expect(result.files[0]).toMatchObject({ rows: 4, used: 3, rejected: 1 });
		expect(result.files[0]?.rejects[0]?.reason).toBe('wrong_column_count');
	});

	it('a public event log', async () => {
		const logs = fileURLToPath(new URL('../../../../shared/event-logs/', import.meta.url));
		if (!existsSync(`${logs}receipt.xes.gz`)) {
			console.log('skipped: receipt.xes.gz is not there');
			return;
		}
		const file = await bench.file('receipt.xes.gz', readFileSync(`${logs}receipt.xes.gz`));
		const result = await bench.import([file], { offsets: 'real' });
		expect(result.files[0]).toMatchObject({ rows: 8577, rejected: 0 });
		expect(result.cases).toEqual({ touched: 1434, created: 1434 });
	});
});
