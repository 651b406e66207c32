import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { home, load } from './project.js';

/**
 * How long a report of many late steps takes, and how much memory above that of the store at rest: all of them as XLSX
 * and CSV, some as PDF.
 *
 *   node tests/bench/reports.js [deviations = 100000] [in the PDF = 5000]
 */
const [deviations = 100_000, printed = 5_000] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'tepat-bench-'));

try {
	const { openProduct } = await load('src/lib/server/product.ts');
	const { importFiles } = await load('src/lib/server/importing/import-files.ts');
	const { makeReport } = await load('src/lib/server/reporting/make-report.ts');
	const { loadCatalogue } = await load('src/lib/server/catalogue/load.ts');
	const step = loadCatalogue(home).find(
		(/** @type {{ id: string }} */ { id }) => id === 'oganilir-01'
	).steps[0];
	const store = await openProduct({ path: join(folder, 'tepat.duckdb'), home });
	for (const [name, cases] of /** @type {const} */ ([
		// Each case is late twice: its first step took too long, and its next is still open.
		['U1', printed / 2],
		['U2', Math.max(0, (deviations - printed) / 2)]
	])) {
		const path = join(folder, `${name}.csv`);
		const rows = Array.from(
			{ length: cases },
			(_, at) =>
				`${name}-${at},"${step.activity}",2026-06-02 08:00:00,2026-06-02 08:${10 + (at % 50)}:00`
		);
		writeFileSync(path, ['case,activity,started,completed', ...rows, ''].join('\n'));
		const now = '2026-06-02T02:00:00';
		const files = [{ path, name: `${name}.csv` }];
		if (cases > 0)
			await importFiles({ store, files, sop: 'oganilir-01', unit: name, by: 'bench', now });
	}
	for (const [format, unit] of /** @type {const} */ ([
		['csv', null],
		['xlsx', null],
		['pdf', 'U1']
	])) {
		const request = {
			unit,
			sop: null,
			from: null,
			to: null,
			filters: 'kind=late_step',
			layout: 'case',
			locale: 'id'
		};
		globalThis.gc?.();
		const before = process.memoryUsage().rss;
		let peak = before;
		const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 50);
		const [from, used] = [performance.now(), process.cpuUsage()];
		const stamp = { madeAt: '2026-11-21T00:00:00', madeBy: 'bench' };
		const { bytes, metadata } = await makeReport(store, request, format, stamp);
		let size = 0;
		for await (const part of bytes) size += part.length;
		clearInterval(watch);
		const { user, system } = process.cpuUsage(used);
		console.log(
			`${format}: ${metadata.figures.total} deviations, ${((performance.now() - from) / 1000).toFixed(1)} s (${((user + system) / 1e6).toFixed(1)} s of processors), ${(size / 1e6).toFixed(1)} MB, ${Math.round((peak - before) / 1e6)} MB above rest`
		);
	}
	await store.close();
} finally {
	rmSync(folder, { recursive: true, force: true });
}
