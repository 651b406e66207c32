import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { readXlsx } from 'hucre/xlsx';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
	REPORT_LAYOUTS,
	type ReportFigures,
	type ReportFormat,
	type ReportLayout,
	type ReportRequest
} from '$lib/domain/reporting/report';
import { formatNumber } from '$lib/format/numbers';
import { overwriteGetLocale } from '$lib/paraglide/runtime';
import { loadCatalogue } from '$lib/server/catalogue/load';
import { parseDeviationFilters } from '$lib/server/reading/deviations/deviation-filters';
import { summariseDeviations } from '$lib/server/reading/deviations/deviation-groups';
import { WHOLE } from '$lib/server/reading/scope';
import { makeReport } from '$lib/server/reporting/make-report';
import { Workbench } from '../pipeline/workbench';
import { EACH_SHEET, officeConvert, pdfInk, pdfPages, pdfText } from './programs';

const LONG = 'Pertanggungjawabankeadministrasian'.repeat(4);
const stamp = { madeAt: '2026-11-21T01:02:03', madeBy: 'uji' };
const step = loadCatalogue(process.cwd()).find(({ id }) => id === 'oganilir-01')?.steps[0];

let bench: Workbench;
beforeAll(async () => {
	bench = await Workbench.open();
	const activity = (step?.activity ?? '').replaceAll('"', '""');
	const rows = Array.from({ length: 24 }, (_, at) => {
		const key = at === 0 ? LONG : at === 1 ? '=1+1' : `Berkas ${at}`;
		return `"${key}","${at === 2 ? `Kegiatan ${LONG}` : activity}",2026-06-02 08:00:00,2026-06-02 08:${10 + at}:30`;
	});
	await bench.import('case,activity,started,completed', rows, {
		...{ sop: 'oganilir-01', unit: 'U1', name: `${'berkas-panjang-'.repeat(6)}.csv` }
	});
});
afterAll(() => bench.close());

async function make(format: ReportFormat, layout: ReportLayout, locale: 'id' | 'en') {
	overwriteGetLocale(() => locale);
	const request: ReportRequest = {
		...{ unit: null, sop: null, from: null, to: null, filters: '', layout, locale }
	};
	const { bytes, metadata } = await makeReport(bench.store, request, format, stamp);
	const parts: Uint8Array[] = [];
	for await (const part of bytes) parts.push(part);
	const path = bench.file(`${layout}-${locale}.${format}`, Buffer.concat(parts));
	return { file: Buffer.concat(parts), path, metadata };
}

interface JsonReport {
	summary: Record<string, number | null>;
	findings: { rows: (string | number | null)[][] };
	evidence: { columns: { label: string }[]; rows: (string | number | null)[][] };
}

async function asJson(layout: ReportLayout, locale: 'id' | 'en'): Promise<JsonReport> {
	return JSON.parse((await make('json', layout, locale)).file.toString('utf8')) as JsonReport;
}

describe.each(['id', 'en'] as const)('in %s', (locale) => {
	test.each(REPORT_LAYOUTS)('the figures of layout %s are those of the page', async (layout) => {
		const filters = parseDeviationFilters(new URLSearchParams(), null);
		const { counts } = await summariseDeviations(bench.store, { scope: WHOLE, filters });
		expect(counts.total).toBeGreaterThanOrEqual(24);
		// Provisional ones are no findings: only their number is stated.
		const found = counts.open + counts.excused;
		expect(counts.provisional).toBeGreaterThan(0);
		const { summary, findings, evidence } = await asJson(layout, locale);
		const [total, open, excused, provisional] = Object.values(summary);
		expect([total, open, excused, provisional]).toEqual([
			...[found, counts.open, counts.excused, counts.provisional]
		]);
		expect(findings.rows).toHaveLength(found);
		// Each finding has rows of the evidence under its number, with the file, its hash, the row and the import.
		const numbers = new Set(evidence.rows.map(([no]) => no));
		for (const [no] of findings.rows) expect(numbers).toContain(no);
		for (const row of evidence.rows) expect(row.every((cell) => cell !== null)).toBe(true);

		const { sheets } = await readXlsx((await make('xlsx', layout, locale)).file);
		const pairs = Object.fromEntries((sheets[0]?.rows ?? []).slice(1) as [string, number][]);
		for (const [name, value] of Object.entries(summary)) expect(pairs[name] ?? null).toBe(value);
		const list = sheets.find(({ rows }) => rows[0]?.length === findings.rows[0]?.length);
		expect(list?.rows).toHaveLength(found + 1);

		const csv = (await make('csv', layout, locale)).file.toString('utf8');
		const lines = Papa.parse<string[]>(csv, { comments: '#', skipEmptyLines: true }).data;
		expect(lines).toHaveLength(found + 1);

		const { path } = await make('parquet', layout, locale);
		const other = await (await DuckDBInstance.create(':memory:')).connect();
		const read = await other.runAndReadAll('from read_parquet($path)', { path });
		expect(read.currentRowCount).toBe(found);
		// The same deviations in the same order in all of them.
		const ids = findings.rows.map((row) => row.at(-1));
		expect(lines.slice(1).map((row) => row.at(-1))).toEqual(ids);
		expect(read.getRowsJson().map((row) => row.at(-1))).toEqual(ids);
		expect(list?.rows.slice(1).map((row) => row.at(-1))).toEqual(ids);
	});

	test.for(REPORT_LAYOUTS)(
		'layout %s on paper says the same, on pages none of which is empty',
		async (layout, { skip }) => {
			const { summary } = await asJson(layout, locale);
			const { path, metadata } = await make('pdf', layout, locale);
			const text = pdfText(path)?.replace(/\s+/g, ' ');
			const ink = pdfInk(path);
			if (text === undefined || !ink) return skip('skipped: neither pdftotext nor gs is installed');
			const first = Object.values(summary)
				.slice(0, 5)
				.map((value) => formatNumber(value, 2).replaceAll('.', '\\.'));
			expect(text).toMatch(new RegExp(first.join(' +')));
			expect(text).toContain(metadata.number);
			const last = locale === 'id' ? `Halaman ${ink.length} dari ${ink.length}` : undefined;
			expect(text).toContain(last ?? `Page ${ink.length} of ${ink.length}`);
			for (const [page, share] of ink.entries())
				expect(share, `page ${page + 1}`).toBeGreaterThan(0.005);
			if (layout === 'summary') expect(ink).toHaveLength(1);
			// Nothing is clipped: every word stands within the margins of its page.
			const pages = pdfPages(path);
			if (pages) expect(pages).toHaveLength(ink.length);
			for (const [page, { width, height, words }] of pages?.entries() ?? []) {
				expect(words.length, `page ${page + 1}`).toBeGreaterThan(5);
				for (const word of words) {
					const at = `page ${page + 1}: ${word.text}`;
					expect(word.left, at).toBeGreaterThanOrEqual(39);
					expect(word.right, at).toBeLessThanOrEqual(width - 39);
					expect(word.top, at).toBeGreaterThanOrEqual(10);
					expect(word.bottom, at).toBeLessThanOrEqual(height - 10);
				}
			}
			// A word longer than its column goes on in the next line and loses nothing.
			if (layout === 'case') expect(text.replace(/[^A-Za-z]/g, '')).toContain('keadministrasian');
		}
	);
});

test('another office program opens the workbook and finds the same figures in it', async ({
	skip
}) => {
	const { path, metadata } = await make('xlsx', 'case', 'id');
	const sheets = officeConvert(path, EACH_SHEET);
	if (!sheets) return skip('skipped: soffice is not installed');
	const rows = (name: string) =>
		Papa.parse<string[]>(sheets.get(`case-id-${name}.csv`)?.toString('utf8') ?? '', {
			skipEmptyLines: true
		}).data;
	expect(rows('ringkasan')).toContainEqual(['Jumlah penyimpangan', `${metadata.figures.total}`]);
	const [head = [], ...list] = rows('penyimpangan');
	expect(list).toHaveLength(metadata.figures.total);
	const cell = (row: string[] | undefined, name: string) => row?.[head.indexOf(name)];
	// An open step that nobody has begun has no time of its own.
	const formula = list.find((row) => cell(row, 'Berkas')?.includes('1+1') && cell(row, 'Mulai'));
	expect(cell(formula, 'Berkas')).toBe("'=1+1");
	expect(cell(formula, 'Mulai')).toBe('2026-06-02 08:00:00');
	expect(
		rows('bukti')
			.slice(1)
			.every((row) => Number(row[3]) > 0)
	).toBe(true);
	const paper = officeConvert(path, 'pdf')?.get('case-id.pdf');
	expect(paper?.subarray(0, 5).toString()).toBe('%PDF-');
});

test('the command line counts what the page counts', async ({ skip }) => {
	const program = join(process.cwd(), 'build/node/tepat.js');
	if (!existsSync(program)) return skip('skipped: the command line is not built');
	const figures = (await make('json', 'case', 'id')).metadata.figures as ReportFigures;
	await bench.store.close();
	const env = { ...process.env, TEPAT_STORE: join(bench.folder, 'tepat.duckdb'), TEPAT_LANG: 'id' };
	const run = (...words: string[]) =>
		JSON.parse(
			execFileSync(process.execPath, [program, ...words, '--json'], { env, encoding: 'utf8' })
		) as { figures?: object; outcome?: string; length?: number };
	expect(run('deviations')).toHaveLength(figures.total + figures.provisional);
	const out = join(bench.folder, 'cli.csv');
	expect(run('report', '--format', 'csv', '--out', out).figures).toEqual(figures);
	expect(run('report', 'verify', out).outcome).toBe('same');
});
