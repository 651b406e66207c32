import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NO_FILTERS } from '$lib/domain/filters/filters';
import { budgetedOf, judgedOf } from '$lib/domain/rates/tally';
import type { ReportFigures, ReportLayout } from '$lib/domain/reporting/report';
import { overwriteGetLocale } from '$lib/paraglide/runtime';
import type { Store } from '$lib/server/database/store';
import { openProduct } from '$lib/server/product';
import { parseDeviationFilters } from '$lib/server/reading/deviations/deviation-filters';
import { summariseDeviations } from '$lib/server/reading/deviations/deviation-groups';
import { listDeviations, readDeviation } from '$lib/server/reading/deviations/deviation-list';
import { readOverview } from '$lib/server/reading/overview/overview';
import { findScope } from '$lib/server/reading/scope';
import { makeReport } from '$lib/server/reporting/make-report';
import { loadSamples } from '$lib/server/samples/load';

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
	overview1: { rows: (string | number | null)[][] };
	findings: { columns: { label: string }[]; rows: (string | number | null)[][] };
	evidence: { rows: (string | number | null)[][] };
}

async function report(layout: ReportLayout, filters = ''): Promise<Report> {
	const { bytes } = await makeReport(
		store,
		{ unit: null, sop: SOP, from: null, to: null, filters, layout, locale: 'id' },
		'json',
		{ madeAt: '2026-11-21T01:02:03', madeBy: 'uji' }
	);
	const parts: Uint8Array[] = [];
	for await (const part of bytes) parts.push(part);
	return JSON.parse(Buffer.concat(parts).toString('utf8')) as Report;
}

const counted = async (query = '') =>
	summariseDeviations(store, {
		scope: await findScope(store, { unit: null, sop: SOP, from: null, to: null }),
		filters: parseDeviationFilters(new URLSearchParams(query))
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

test('what was required and not seen is among the passes that monitoring counts', async () => {
	const { rows } = (await report('monitoring')).overview1;
	const passes = rows.map((row) => Number(/(\d+) pelaksanaan/.exec(String(row[4]))?.[1]));
	const { own, suppliers } = await readOverview(store, { ...NO_FILTERS, sop: SOP });
	expect(passes.reduce((sum, each) => sum + each, 0)).toBe(budgetedOf(own) + budgetedOf(suppliers));
});

test('a deviation without an event of its own leads to rows too: those of its case, or around the gap', async () => {
	const { findings, evidence } = await report('case');
	const at = (label: string) => findings.columns.findIndex((column) => column.label === label);
	for (const row of findings.rows) {
		expect(row[at('Berkas impor')]).toBeTruthy();
		expect(Number(row[at('Baris')])).toBeGreaterThan(0);
	}
	const of = (no: unknown) => evidence.rows.filter(([number]) => number === no);
	for (const [no] of findings.rows) expect(of(no).length).toBeGreaterThan(0);

	const scope = await findScope(store, { unit: null, sop: SOP, from: null, to: null });
	const first = async (kind: string) => {
		const { rows } = await listDeviations(store, {
			scope,
			filters: parseDeviationFilters(new URLSearchParams(`kind=${kind}&state=open`)),
			place: { key: null, backward: false }
		});
		expect(rows.length).toBeGreaterThan(0);
		const id = rows[0]?.id ?? '';
		const shown = await readDeviation(store, id);
		expect(shown?.source).toEqual({
			...{ file: rows[0]?.file_name, record: rows[0]?.record },
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
