import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { neutralise } from './neutralise';
import { csvCell, toCsv, type CsvColumn } from './to-csv';

const DANGEROUS = [
	'=1+1',
	'=HYPERLINK("http://x","y")',
	'+62811',
	'-1+2',
	'@SUM(A1)',
	'\t=1',
	'\tabc',
	'\r=1',
	'\n=1',
	'＝1+1',
	'＋1',
	'－1',
	'＠SUM(A1)',
	'  =1+1',
	'\u00a0=1',
	'\u200b=1',
	'−1'
];
const HARMLESS = [
	'',
	'PT Contoh',
	'1.234,5',
	'a=b',
	'a-b',
	'x@y.go.id',
	"'=1",
	'(=1)',
	'Surat 0142/X'
];

describe('text that could start a formula', () => {
	it.each(DANGEROUS)('%j gets a leading apostrophe', (text) => {
		expect(neutralise(text)).toBe(`'${text}`);
	});

	it.each(HARMLESS)('%j stays as it is', (text) => {
		expect(neutralise(text)).toBe(text);
	});

	it('is harmless after one pass, so a second changes nothing', () => {
		fc.assert(
			fc.property(fc.string(), (text) => {
				expect(neutralise(neutralise(text))).toBe(neutralise(text));
			})
		);
	});
});

describe('CSV', () => {
	const columns: CsvColumn[] = [
		{ key: 'name', label: 'Nama', type: 'text' },
		{ key: 'n', label: 'Jumlah', type: 'number' },
		{ key: 'on', label: 'Tanggal', type: 'date' }
	];

	it('has a byte order mark, a heading and CRLF', () => {
		expect(toCsv(columns, [{ name: 'A', n: 1.5, on: '2026-11-20' }])).toBe(
			'\uFEFFNama,Jumlah,Tanggal\r\nA,1.5,2026-11-20\r\n'
		);
	});

	it.each([
		[-3, 'number', '-3'],
		['-3.5', 'number', '-3.5'],
		['-3', 'text', "'-3"],
		['-1+cmd', 'number', "'-1+cmd"],
		['=1', 'date', "'=1"],
		['2026-11-20 07:30:00', 'date', '2026-11-20 07:30:00'],
		[9_007_199_254_740_993n, 'number', '9007199254740993'],
		[Number.NaN, 'number', ''],
		[null, 'text', ''],
		[undefined, 'number', ''],
		[true, 'text', 'true'],
		['a,b', 'text', '"a,b"'],
		['a "b"', 'text', '"a ""b"""'],
		['=A1,B1', 'text', '"\'=A1,B1"']
	] as const)('writes %s of a %s column as %s', (value, type, cell) => {
		expect(csvCell(value, type)).toBe(cell);
	});

	it('neutralises headings too', () => {
		expect(toCsv([{ key: 'x', label: '=1', type: 'text' }], [])).toBe("\uFEFF'=1\r\n");
	});

	it('gives every text back to a reader of CSV', () => {
		fc.assert(
			fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 20 }), (texts) => {
				const rows = texts.map((name) => ({ name: `x${name}`, n: 1, on: '2026-01-01' }));
				const csv = toCsv(columns, rows).slice(1);
				const parsed = Papa.parse<string[]>(csv, { newline: '\r\n', delimiter: ',' }).data;
				expect(parsed.slice(1, -1).map((row) => row[0])).toEqual(rows.map((row) => row.name));
			})
		);
	});
});
