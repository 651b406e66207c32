import { readXlsx } from 'hucre/xlsx';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import type { ReportContents, ReportTable } from '../contents';
import { writeCsv } from './csv';
import { writeXlsx } from './xlsx';

const FORMULAS = [
	...['=1+1', '+1', '-1', '@x', '\t=1', '\tx', '\r=1', '\n=1', '\u0000=1'],
	...['＝1', '＋1', '－1', '＠x', '\u200b=1', '−1', '=HYPERLINK("http://x","y")']
];
const table = (name: string, rows: ReportTable['rows']): ReportTable => ({
	name,
	title: name,
	columns: [
		{ label: '=Teks', type: 'text', width: 10 },
		{ label: 'Angka', type: 'number', width: 10 },
		{ label: 'Tanggal', type: 'date', width: 10 }
	],
	rows
});
const none = table('kosong', () => []);
const contents: ReportContents = {
	title: 'Uji',
	metadata: {
		...{ product: 'tepat', kind: 'deviations', version: 3, number: 'T-1', dataDate: null },
		request: {
			...{ unit: null, sop: null, from: null, to: null, filters: '', layout: 'case', locale: 'id' }
		},
		stamp: { madeAt: '2026-11-21T00:00:00', madeBy: '=uji' },
		figures: {
			...{ total: 0, open: 0, excused: 0, provisional: 0, ringan: 0, sedang: 0, berat: 0 },
			...{ fingerprint: '', stepsMeasured: 0, stepsUnmeasured: 0, onTime: 0, late: 0 },
			...{ supplierOnTime: 0, supplierLate: 0, supplierUnmeasured: 0, supplierCoverage: null },
			...{ supplierTotal: 0, supplierBerat: 0, coverage: null, cases: 0 },
			...{ requirementsComplete: 0, requirementsMissing: 0, requirementsUnmeasured: 0 },
			...{ outputsComplete: 0, outputsMissing: 0, outputsUnmeasured: 0 }
		},
		...{ units: [], sops: [], imports: [] }
	},
	facts: [['=nama', '=nilai']],
	summary: [['Selisih', -3.5]],
	overviews: [],
	findings: table('daftar', () => [FORMULAS.map((text, at) => [text, -at - 0.5, '2026-06-02'])]),
	paper: { columns: [], cut: () => '', chart: null },
	evidence: none,
	coverage: none
};

async function bytesOf(parts: AsyncIterable<Uint8Array>): Promise<Buffer> {
	const all: Uint8Array[] = [];
	for await (const part of parts) all.push(part);
	return Buffer.concat(all);
}

test('no text of a CSV file starts a formula, and negative numbers stay numbers', async () => {
	const text = (await bytesOf(writeCsv(contents))).toString('utf8').replace(/^\uFEFF/, '');
	const [head, ...rows] = Papa.parse<string[]>(text, {
		comments: '#',
		newline: '\r\n',
		skipEmptyLines: true
	}).data;
	expect(head?.[0]).toBe("'=Teks");
	expect(rows.map(([cell]) => cell)).toEqual(FORMULAS.map((formula) => `'${formula}`));
	expect(rows.map(([, number]) => Number(number))).toEqual(FORMULAS.map((_, at) => -at - 0.5));
});

test('no text of a workbook starts a formula, and numbers and dates keep their types', async () => {
	const { sheets } = await readXlsx(await bytesOf(writeXlsx(contents)));
	const list = sheets.find(({ name }) => name === 'daftar')?.rows.slice(1) ?? [];
	expect(list).toHaveLength(FORMULAS.length);
	for (const [at, [text, number, date]] of list.entries()) {
		expect(String(text).startsWith("'"), FORMULAS[at]).toBe(true);
		expect(number).toBe(-at - 0.5);
		expect(date).toBeInstanceOf(Date);
	}
	expect(sheets[0]?.rows[1]).toEqual(['Selisih', -3.5]);
	expect(sheets.at(-1)?.rows[1]).toEqual(["'=nama", "'=nilai"]);
});

test('a table longer than a sheet can be goes on in another, and loses no row', async () => {
	const rows = Array.from({ length: 25 }, (_, at) => [`baris ${at}`, at, '2026-06-02']);
	const long = { ...contents, findings: table('daftar', () => [rows.slice(0, 7), rows.slice(7)]) };
	const { sheets } = await readXlsx(await bytesOf(writeXlsx(long, 11)));
	const parts = sheets.filter(({ name }) => name.startsWith('daftar'));
	expect(parts.map(({ name }) => name)).toEqual(['daftar', 'daftar 2', 'daftar 3']);
	expect(parts.map((sheet) => sheet.rows.length)).toEqual([11, 11, 6]);
	expect(parts.flatMap((sheet) => sheet.rows.slice(1).map(([name]) => name))).toEqual(
		rows.map(([name]) => name)
	);
});
