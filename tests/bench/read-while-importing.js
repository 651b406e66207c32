import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { writeLog } from './log.js';
import { home, load, tenActivities } from './project.js';

/**
 * How long somebody waits for the overview while another imports: its 95th percentile at rest and during the import of a
 * log, and their ratio. The store holds the samples and a log of its own before. Each time another period is asked for,
 * because an answer that was given before is kept until the next write.
 *
 *   node tests/bench/read-while-importing.js [cases = 100000, of ten events each] [stored = 20000]
 */
const [cases = 100_000, stored = 20_000] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'tepat-bench-'));

/** @param {number[]} numbers */
const p95 = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length * 0.95)] ?? 0;

try {
	const activities = await tenActivities();
	const [first, second] = [join(folder, 'first.csv'), join(folder, 'second.csv')];
	await writeLog(first, { cases: stored, activities });
	await writeLog(second, { cases, activities });
	const { openProduct } = await load('src/lib/server/product.ts');
	const { loadSamples } = await load('src/lib/server/samples/load.ts');
	const { importFiles } = await load('src/lib/server/importing/import-files.ts');
	const { readOverview } = await load('src/lib/server/reading/overview/overview.ts');
	const { parseFilters } = await load('src/lib/domain/filters/filters.ts');
	const store = await openProduct({ path: join(folder, 'tepat.duckdb'), home });
	const now = '2026-11-20T00:00:00';
	await loadSamples(store, { now });
	const into = (/** @type {string} */ path, /** @type {string} */ unit) =>
		importFiles({
			store,
			files: [{ path, name: 'log.csv' }],
			sop: 'pos-epurchasing',
			unit,
			by: 'bench',
			now
		});
	await into(first, 'first');
	let asked = 0;
	const read = async () => {
		const last = new Date(Date.UTC(2025, 0, 1 + (asked++ % 700))).toISOString().slice(0, 10);
		const { filters } = parseFilters(new URLSearchParams({ period: `2024-01-01..${last}` }));
		const from = performance.now();
		await readOverview(store, filters);
		return performance.now() - from;
	};
	for (let turn = 0; turn < 5; turn++) await read();
	/** @type {number[]} */
	const idle = [];
	for (let turn = 0; turn < 60; turn++) {
		idle.push(await read());
		await wait(20);
	}
	let running = true;
	const from = performance.now();
	const importing = into(second, 'second').finally(() => (running = false));
	/** @type {number[]} */
	const busy = [];
	while (running) {
		busy.push(await read());
		await wait(20);
	}
	await importing;
	console.log(
		`overview: p95 ${p95(idle).toFixed(0)} ms at rest (${idle.length} times), ${p95(busy).toFixed(0)} ms during an import of ${cases * 10} events in ${((performance.now() - from) / 1000).toFixed(1)} s (${busy.length} times): ratio ${(p95(busy) / p95(idle)).toFixed(2)} (held to 3)`
	);
	await store.close();
} finally {
	rmSync(folder, { recursive: true, force: true });
}
