import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findRecords, type FoundRecord } from '$lib/server/importing/staging/find-records';
import { makeWorkbook } from './make-workbook';

let folder: string;
let files = 0;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'tepat-rows-'));
});

afterAll(() => rm(folder, { recursive: true }));

/** Finds records of a file with this content, which is kept in one layer of gzip. */
async function find(
	name: string,
	content: string | Uint8Array,
	from: number,
	to = from
): Promise<FoundRecord[] | undefined> {
	const plain = join(folder, `${++files}`);
	await writeFile(plain, content);
	const path = `${plain}.gz`;
	await writeFile(path, gzipSync(content));
	const workFile = () => join(folder, `${++files}`);
	const unpack = async () => {
		const copy = workFile();
		await copyFile(plain, copy);
		return copy;
	};
	return findRecords({ name, path, unpack, workFile }, { from, to });
}

describe('a record of a CSV file is found by its number', () => {
	const table = [
		'sep=;',
		'no;isi',
		'1;satu',
		'',
		'2;"dua;\nbaris ""dua"""',
		'3;pipa 5" panjang',
		'4;"rusak"x',
		'5;lebih;banyak',
		'6;enam'
	].join('\r\n');

	test('without its header and blank lines, with line ends and quotes within its cells', async () => {
		expect(await find('a.csv', table, 1, 6)).toEqual([
			{
				record: 1,
				entries: [
					['no', '1'],
					['isi', 'satu']
				],
				text: '1;satu'
			},
			{
				record: 2,
				entries: [
					['no', '2'],
					['isi', 'dua;\nbaris "dua"']
				],
				text: '2;"dua;\nbaris ""dua"""'
			},
			{
				record: 3,
				entries: [
					['no', '3'],
					['isi', 'pipa 5" panjang']
				],
				text: '3;pipa 5" panjang'
			},
			{ record: 4, entries: null, text: '4;"rusak"x' },
			{ record: 5, entries: null, text: '5;lebih;banyak' },
			{
				record: 6,
				entries: [
					['no', '6'],
					['isi', 'enam']
				],
				text: '6;enam'
			}
		]);
	});

	test('alone, at the end, and not at all beyond it', async () => {
		expect((await find('a.csv', table, 6))?.map(({ record }) => record)).toEqual([6]);
		expect(await find('a.csv', table, 7)).toEqual([]);
	});

	test('in its own characters', async () => {
		const latin = Buffer.from('no,isi\n1,biasa\n2,Jos\u00e9\n', 'latin1');
		expect((await find('b.csv', latin, 2))?.[0]?.entries).toEqual([
			['no', '2'],
			['isi', 'José']
		]);
		const wide = Buffer.from('\ufeffno,isi\n1,é\n', 'utf16le');
		expect((await find('c.csv', wide, 1))?.[0]?.entries).toEqual([
			['no', '1'],
			['isi', 'é']
		]);
	});

	test('deep in a file that itself came compressed', async () => {
		const rows = Array.from({ length: 60_000 }, (_, at) => `${at + 1},"isi ${at + 1}"`);
		const packed = gzipSync(`no,isi\n${rows.join('\n')}`);
		expect(await find('d.csv.gz', packed, 59_999, 60_000)).toEqual(
			[59_999, 60_000].map((record) => ({
				record,
				entries: [
					['no', `${record}`],
					['isi', `isi ${record}`]
				],
				text: `${record},"isi ${record}"`
			}))
		);
	});
});

test('an element of a JSON array is found with its numbers as they are written', async () => {
	const array =
		'[{"id": 12345678901234567890, "a,b": "x\\"y, {z}", "list": [1, {"k": "]"}], "none": null}, 7,\n {"id":2}]';
	expect(await find('a.json', array, 1, 3)).toEqual([
		{
			record: 1,
			entries: [
				['id', '12345678901234567890'],
				['a,b', 'x"y, {z}'],
				['list', '[1, {"k": "]"}]'],
				['none', '']
			],
			text: array.slice(1, array.indexOf(', 7'))
		},
		{ record: 2, entries: null, text: '7' },
		{ record: 3, entries: [['id', '2']], text: '{"id":2}' }
	]);
	const answer = '{"success":true,"data":[{"id":1},{"id":2}],"meta":{}}';
	expect((await find('b.json', answer, 2))?.[0]?.entries).toEqual([['id', '2']]);
	const lines = '{"id":1}\n{"id":2}\n{"id":3}\n';
	expect((await find('c.jsonl', lines, 2, 3))?.map(({ entries }) => entries)).toEqual([
		[['id', '2']],
		[['id', '3']]
	]);
});

test('a row of a workbook is found under the names of its header', async () => {
	const workbook = makeWorkbook([
		{
			name: 'Log',
			rows: [
				['no', 'isi'],
				['1', 'satu'],
				['2', 'dua, "kutip"']
			]
		}
	]);
	expect(
		(await find('x.xlsx', workbook, 2))?.map(({ record, entries }) => [record, entries])
	).toEqual([
		[
			2,
			[
				['no', '2'],
				['isi', 'dua, "kutip"']
			]
		]
	]);
});

test('a Parquet file has no text to show', async () => {
	expect(await find('x.parquet', Buffer.from('PAR1....PAR1'), 1)).toBeUndefined();
});
