import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ReportProgress, ReportRequest } from '$lib/domain/reporting/report';
import { overwriteGetLocale } from '$lib/paraglide/runtime';
import { makeReport } from '$lib/server/reporting/make-report';
import { findReportProgress, followReport } from '$lib/server/reporting/progress';
import { Workbench } from '../pipeline/workbench';

const request: ReportRequest = {
	...{ unit: null, sop: null, from: null, to: null, layout: 'case', locale: 'id' },
	// The cases go on: what departs from their SOP is provisional.
	filters: 'state=provisional'
};
const stamp = { madeAt: '2026-11-21T01:02:03', madeBy: 'uji' };

let bench: Workbench;
beforeAll(async () => {
	overwriteGetLocale(() => 'id');
	bench = await Workbench.open();
	const rows = Array.from(
		{ length: 60 },
		(_, at) => `Berkas ${at},Rapat,2026-06-02 08:00:00,2026-06-02 09:00:00`
	);
	await bench.import('case,activity,started,completed', rows, { sop: 'oganilir-01', unit: 'U1' });
});
afterAll(() => bench.close());

test('whoever waits for a report hears of its rows and pages, up to all of them', async () => {
	const heard: ReportProgress[] = [];
	const watch = {
		onProgress: (progress: ReportProgress) => void heard.push(progress),
		signal: new AbortController().signal
	};
	const { bytes, metadata } = await makeReport(bench.store, request, 'pdf', stamp, watch);
	for await (const part of bytes) expect(part.length).toBeGreaterThan(0);
	const { figures } = metadata;
	const total = 'provisional' in figures ? figures.provisional : 0;
	expect(total).toBe(60);
	expect(heard).toContainEqual({ phase: 'findings', done: total, total });
	const last = heard.at(-1);
	expect(last?.phase).toBe('pages');
	expect(last?.done).toBe(last?.total);
	expect(last?.total).toBeGreaterThan(1);
});

test('a report on paper that is given up ends its thread and answers no file', async () => {
	const stop = new AbortController();
	const watch = {
		onProgress: ({ phase }: ReportProgress) => void (phase === 'pages' && stop.abort()),
		signal: stop.signal
	};
	const { bytes } = await makeReport(bench.store, request, 'pdf', stamp, watch);
	await expect(bytes[Symbol.asyncIterator]().next()).rejects.toThrow();
});

test('how far a report is, is told to who asked for it, until it is made', () => {
	const id = '7b1f0c1e-6a5f-4f0e-9d8e-0d6b8f3b1a11';
	const { onProgress, end } = followReport(id, 'account 1');
	expect(findReportProgress(id, 'account 1')).toEqual({ phase: 'gathering', done: 0, total: null });
	onProgress({ phase: 'findings', done: 10, total: 20 });
	expect(findReportProgress(id, 'account 1')?.done).toBe(10);
	expect(findReportProgress(id, 'account 2')).toBeNull();
	end();
	expect(findReportProgress(id, 'account 1')).toBeNull();
});
