import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { readXlsx } from 'hucre/xlsx';
import Papa from 'papaparse';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NO_FILTERS } from '$lib/domain/filters/filters';
import { budgetedOf, judgedOf } from '$lib/domain/rates/tally';
import type {
	ReportFigures,
	ReportFormat,
	ReportLayout,
	ReportRequest
} from '$lib/domain/reporting/report';
import { formatCount } from '$lib/format/numbers';
import { overwriteGetLocale } from '$lib/paraglide/runtime';
import type { Store } from '$lib/server/database/store';
import { openProduct } from '$lib/server/product';
import { parseDeviationFilters } from '$lib/server/reading/deviations/deviation-filters';
import { summariseDeviations } from '$lib/server/reading/deviations/deviation-groups';
import { listDeviations, readDeviation } from '$lib/server/reading/deviations/deviation-list';
import { readOverview } from '$lib/server/reading/overview/overview';
import { findScope } from '$lib/server/reading/scope';
import { gatherReport } from '$lib/server/reporting/deviations/deviation-report';
import { makeReport } from '$lib/server/reporting/make-report';
import { loadSamples } from '$lib/server/samples/load';
import { pdfPages } from './programs';

overwriteGetLocale(() => 'id');

const SOP = 'pos-epurchasing';
let folder: string;
let store: Store;
beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'tepat-findings-'));
	store = await openProduct({ path: join(folder, 'tepat.duckdb'), home: process.cwd() });
	await loadSamples(store, { now: '2026-11-01T00:00:00' });
}, 60_000);
afterAll(async () => {
	await store.close();
	rmSync(folder, { recursive: true });
});

interface Report {
	metadata: { figures: ReportFigures };
	summary: Record<string, number | null>;
	overview1: { note?: string; rows: (string | number | null)[][] };
	coverage: { rows: (string | number | null)[][] };
	lead?: string;
	overview2?: { note?: string; rows: (string | number | null)[][] };
	findings: { columns: { label: string }[]; rows: (string | number | null)[][] };
	evidence: { rows: (string | number | null)[][] };
}

async function made(format: ReportFormat, given: Partial<ReportRequest>): Promise<Buffer> {
	const request: ReportRequest = {
		...{ unit: null, sop: null, from: null, to: null, filters: '', layout: 'case', locale: 'id' },
		...given
	};
	const stamp = { madeAt: '2026-11-21T01:02:03', madeBy: 'uji' };
	const { bytes } = await makeReport(store, request, format, stamp);
	const parts: Uint8Array[] = [];
	for await (const part of bytes) parts.push(part);
	return Buffer.concat(parts);
}

async function report(layout: ReportLayout, filters = '', sop: string | null = SOP) {
	const file = await made('json', { layout, filters, sop });
	return JSON.parse(file.toString('utf8')) as Report;
}

const counted = async (query = '') =>
	summariseDeviations(store, {
		scope: await findScope(store, { unit: null, sop: SOP, from: null, to: null }),
		filters: parseDeviationFilters(new URLSearchParams(query), null)
	});

test('a report keeps suppliers’ steps apart from the office’s own, as the overview does', async () => {
	const { own, suppliers } = await readOverview(store, { ...NO_FILTERS, sop: SOP });
	expect(judgedOf(suppliers)).toBeGreaterThan(0);
	const { metadata, summary } = await report('case');
	expect(metadata.figures).toMatchObject({
		...{ onTime: own.onTime, late: own.late, stepsMeasured: judgedOf(own) },
		...{ coverage: judgedOf(own) / budgetedOf(own) },
		...{ supplierOnTime: suppliers.onTime, supplierLate: suppliers.late }
	});
	expect(summary).toMatchObject({
		'Langkah terlambat': own.late,
		'Penyedia: Langkah terlambat': suppliers.late
	});
});

test('suppliers’ findings are told apart: in the figures, in a group, in a column, and at the end of the list', async () => {
	const supplier = await counted('party=supplier');
	const found = supplier.counts.open + supplier.counts.excused;
	expect(found).toBeGreaterThan(0);
	for (const layout of ['case', 'step', 'actor'] as const) {
		const made = await report(layout);
		expect(made.metadata.figures).toMatchObject({
			...{ supplierTotal: found, supplierBerat: supplier.counts.severe }
		});
		expect(made.summary['Penyedia: Jumlah penyimpangan']).toBe(found);
		const at = made.findings.columns.findIndex(({ label }) => label === 'Pihak');
		const parties = made.findings.rows.map((row) => row[at]);
		expect(parties.filter((party) => party === 'Penyedia')).toHaveLength(found);
		expect(parties.lastIndexOf('Kantor sendiri')).toBeLessThan(parties.indexOf('Penyedia'));
		expect(made.overview2?.rows).toEqual(
			expect.arrayContaining([expect.arrayContaining(['Penyedia', found])])
		);
	}
});

test('provisional deviations are no findings: their number is stated, and severities are of the open ones', async () => {
	const { counts } = await counted();
	const open = await counted('state=open');
	expect(counts.provisional).toBeGreaterThan(0);
	for (const layout of ['case', 'step', 'actor'] as const) {
		const { metadata, findings, summary } = await report(layout);
		const state = findings.columns.findIndex(({ label }) => label === 'Status');
		expect(state).toBeGreaterThan(0);
		expect(findings.rows.some((row) => row[state] === 'Sementara')).toBe(false);
		expect(findings.rows).toHaveLength(counts.open + counts.excused);
		expect(metadata.figures).toMatchObject({
			...{ total: counts.open + counts.excused, provisional: counts.provisional },
			...{ berat: open.severities.berat ?? 0, ringan: open.severities.ringan ?? 0 }
		});
		expect(summary['Sementara (terpisah)']).toBe(counts.provisional);
	}
	const asked = await report('case', 'state=provisional');
	expect(asked.findings.rows).toHaveLength(counts.provisional);
});

/** Whole numbers of a text, as they are written for people. */
const numbersIn = (text: unknown, pattern: RegExp): number[] =>
	[...String(text).matchAll(pattern)].map(([, digits]) => Number(digits?.replaceAll('.', '')));
const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

test('what was required and not seen is among the passes that monitoring counts', async () => {
	const { rows } = (await report('monitoring')).overview1;
	const passes = rows.flatMap((row) => numbersIn(row[4], /([\d.]+) pelaksanaan/g));
	const { own, suppliers } = await readOverview(store, { ...NO_FILTERS, sop: SOP });
	expect(sum(passes)).toBe(budgetedOf(own) + budgetedOf(suppliers));
});

test('monitoring ticks by every kind of deviation, also of an SOP without times, and loses none', async () => {
	let well = 0;
	for (const sop of [SOP, 'jateng-usulan-pengadaan']) {
		const { overview1 } = await report('monitoring', '', sop);
		const scope = await findScope(store, { unit: null, sop, from: null, to: null });
		const filters = parseDeviationFilters(new URLSearchParams(), null);
		const { counts } = await summariseDeviations(store, { scope, filters });
		expect(overview1.rows.length).toBeGreaterThan(5);
		expect(overview1.note).toContain('Berjalan dengan baik: dari pelaksanaan langkah yang dinilai');
		const found = overview1.rows.map((row) => sum(numbersIn(row[4], /: ([\d.]+)/g)));
		expect(sum(found)).toBe(counts.open);
		expect(counts.open).toBeGreaterThan(0);
		for (const [at, row] of overview1.rows.entries()) {
			expect(row[3]).toBe((found[at] ?? 0) > 0 ? '✓' : '');
			if (row[2] === '✓') expect(found[at]).toBe(0);
		}
		well += overview1.rows.filter((row) => row[2] === '✓').length;
	}
	expect(well).toBeGreaterThan(0);
});

test('one page begins with the finding in words, and says what it leaves out', async () => {
	const { lead, overview1, overview2 } = await report('summary');
	const { own } = await readOverview(store, { ...NO_FILTERS, sop: SOP });
	expect(lead).toContain(`dari ${formatCount(judgedOf(own))} yang dapat dinilai`);
	expect(lead).toContain('Tanpa periode tidak ada perbandingan');
	expect(lead).toContain('Belum ada yang menindaklanjutinya.');
	expect(overview1.note).toContain('dihitung pada masing-masing');
	expect(overview2?.note).toContain('baris lainnya');
});

test('one page of a period counts what stands against the period before', async () => {
	const period = { from: '2026-09-01', to: '2026-09-30' };
	const file = await made('json', { layout: 'summary', sop: SOP, ...period });
	const standing = async (from: string, to: string) =>
		(
			await summariseDeviations(store, {
				scope: await findScope(store, { unit: null, sop: SOP, from, to }),
				filters: parseDeviationFilters(new URLSearchParams(), null)
			})
		).counts.open;
	const [now, before] = [
		await standing('2026-09-01', '2026-09-30'),
		await standing('2026-08-02', '2026-08-31')
	];
	expect(now).toBeGreaterThan(0);
	expect((JSON.parse(file.toString('utf8')) as Report).lead).toContain(
		`dalam periode ini: ${formatCount(now)}, dalam periode sebelumnya ${formatCount(before)}.`
	);
});

test('the filters of a report are said in words, with the names of step and case', async () => {
	const said = async (filters: string, locale: 'id' | 'en' = 'id') => {
		overwriteGetLocale(() => locale);
		const { facts } = await gatherReport(
			store,
			{ ...{ unit: null, sop: SOP, from: null, to: null }, filters, layout: 'case', locale },
			{ madeAt: '2026-11-21T01:02:03', madeBy: 'uji' }
		);
		overwriteGetLocale(() => 'id');
		return facts.find(([name]) => name === 'Saringan' || name === 'Filters')?.[1];
	};
	expect(await said('severity=berat&follow=open')).toBe(
		'Tindak lanjut: Belum ditindaklanjuti; Tingkat: Berat'
	);
	expect(await said('severity=berat&q=PPBJ', 'en')).toContain('case number contains “PPBJ”');
	const { steps } = await counted('kind=late_step');
	const [step] = steps;
	expect(await said(`kind=late_step&step=${step?.value}`)).toContain(`langkah ${step?.label}`);
	expect(await said('')).not.toContain('=');
});

test('a deviation without an event of its own leads to rows too: those of its case, or around the gap', async () => {
	const { findings, evidence } = await report('case');
	const at = (label: string) => findings.columns.findIndex((column) => column.label === label);
	for (const row of findings.rows) {
		expect(row[at('Berkas impor')]).toBeTruthy();
		expect(Number(row[at('Baris data')])).toBeGreaterThan(0);
	}
	const of = (no: unknown) => evidence.rows.filter(([number]) => number === no);
	for (const [no] of findings.rows) expect(of(no).length).toBeGreaterThan(0);

	const scope = await findScope(store, { unit: null, sop: SOP, from: null, to: null });
	const first = async (kind: string) => {
		const { rows } = await listDeviations(store, {
			scope,
			filters: parseDeviationFilters(new URLSearchParams(`kind=${kind}&state=open`), null),
			place: { key: null, backward: false }
		});
		expect(rows.length).toBeGreaterThan(0);
		const id = rows[0]?.id ?? '';
		const shown = await readDeviation(store, id);
		expect(shown?.source).toMatchObject({
			...{ file: rows[0]?.file, name: rows[0]?.file_name, record: rows[0]?.record },
			...{ sha256: rows[0]?.sha256, import: rows[0]?.import }
		});
		expect(shown?.source?.sha256).toHaveLength(64);
		const events = await store.all('cases/events', { case_id: rows[0]?.case_id ?? -1 });
		return { rows: await store.all('deviations/evidence', { ids: [id] }), events };
	};
	const whole = await first('late_case');
	expect(whole.rows.length).toBeGreaterThanOrEqual(whole.events.length);
	const skipped = await first('skipped');
	expect(skipped.rows).toHaveLength(2);
	expect(skipped.events.length).toBeGreaterThan(2);
});

test('of all samples, in every format, no line is without an import, a file and a row', async () => {
	const { findings, evidence } = await report('case', '', null);
	expect(findings.rows.length).toBeGreaterThan(1000);
	const head = findings.columns.map(({ label }) => label);
	const names = ['Berkas impor', 'Baris data', 'Impor'];
	const bare = (rows: readonly (readonly unknown[])[]) =>
		rows.filter((row) => names.some((name) => !row[head.indexOf(name)])).length;
	expect(bare(findings.rows)).toBe(0);
	const numbers = new Set(evidence.rows.map(([no]) => no));
	expect(findings.rows.filter(([no]) => !numbers.has(no ?? null))).toEqual([]);

	const csv = (await made('csv', {})).toString('utf8').replace(/^\uFEFF/, '');
	const lines = Papa.parse<string[]>(csv, { comments: '#', skipEmptyLines: true }).data;
	expect(lines[0]).toEqual(head);
	expect(lines).toHaveLength(findings.rows.length + 1);
	expect(bare(lines)).toBe(0);

	const { sheets } = await readXlsx(await made('xlsx', {}));
	const sheet = (name: string) => sheets.find((one) => one.name === name)?.rows.slice(1) ?? [];
	expect(sheet('penyimpangan')).toHaveLength(findings.rows.length);
	expect(bare(sheet('penyimpangan'))).toBe(0);
	expect(sheet('bukti')).toHaveLength(evidence.rows.length);

	const path = join(folder, 'laporan.parquet');
	writeFileSync(path, await made('parquet', {}));
	const other = await (await DuckDBInstance.create(':memory:')).connect();
	const read = await other.runAndReadAll('from read_parquet($path)', { path });
	expect(read.currentRowCount).toBe(findings.rows.length);
	expect(bare(read.getRowsJson())).toBe(0);
});

test('documents that the log says nothing of are neither complete nor missing, in figures and coverage', async () => {
	const scope = await findScope(store, { unit: null, sop: null, from: null, to: null });
	const rows = await store.all('deviations/document_coverage', scope);
	const asked = rows.find(({ kind }) => kind === 'missing_requirement');
	expect(asked?.spoken).toBeGreaterThan(0);
	const { metadata, summary, coverage } = await report('summary', '', null);
	expect(metadata.figures).toMatchObject({
		requirementsComplete: (asked?.spoken ?? 0) - (asked?.missing ?? 0),
		requirementsMissing: asked?.missing,
		requirementsUnmeasured: (asked?.occurrences ?? 0) - (asked?.spoken ?? 0)
	});
	const name = 'Kelengkapan: tidak terukur (log tidak menyebut)';
	expect(summary[name]).toBe((metadata.figures as ReportFigures).requirementsUnmeasured);
	expect(coverage.rows.find((row) => row[0] === name)?.[1]).toBe(summary[name]);
});

test('beside a filtered list, figures of the whole scope say that they are', async () => {
	const { metadata, summary } = await report('case', 'severity=berat', null);
	expect(summary['Jumlah penyimpangan']).toBe(metadata.figures.berat);
	expect(Object.keys(summary)).not.toContain('Langkah terlambat');
	expect(summary['Langkah terlambat (seluruh cakupan)']).toBe(metadata.figures.late);
});

test('the summary for the head is one page, and says by the offices’ clock when it was made', async ({
	skip
}) => {
	for (const locale of ['id', 'en'] as const) {
		const path = join(folder, `ringkasan-${locale}.pdf`);
		writeFileSync(path, await made('pdf', { layout: 'summary', sop: null, locale }));
		const pages = pdfPages(path);
		if (!pages) return skip('skipped: pdftotext is not installed');
		expect(pages).toHaveLength(1);
		expect(pages[0]?.words.map(({ text }) => text).join(' ')).toMatch(
			/21 November 2026, 08.02 WIB/
		);
	}
});
