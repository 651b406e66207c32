import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { home, load } from './project.js';

/**
 * How long imports of logs take that are made to be hard to align with the 17-step POS: cases that are all different, one
 * endless case, a loop taken over and over. Each is imported into a store of its own; prints seconds and peak memory.
 *
 *   node tests/bench/harmful-logs.js [share = 1] (of the full sizes)
 */
const [share = 1] = process.argv.slice(2).map(Number);
const times = (/** @type {number} */ count) => Math.max(1, Math.round(count * share));

/** Whole numbers below a limit, the same every time. */
function numbers() {
	let state = 20260102;
	return (/** @type {number} */ limit) =>
		((state = (Math.imul(state, 1664525) + 1013904223) >>> 0) >>> 8) % limit;
}

/** @type {Record<string, () => Generator<[key: string, step: number]>>} */
const logs = {
	*'100,000 cases that are all different'() {
		const random = numbers();
		for (let number = 0; number < times(100_000); number++)
			for (let event = 0; event < 10; event++) yield [`C${number}`, 1 + random(17)];
	},
	*'one case of 100,000 events'() {
		const random = numbers();
		for (let event = 0; event < times(100_000); event++) yield ['C', 1 + random(17)];
	},
	*'a loop taken 10,000 times'() {
		for (let step = 1; step <= 6; step++) yield ['C', step];
		for (let turn = 0; turn < times(10_000); turn++)
			for (let step = 7; step <= 10; step++) yield ['C', step];
		for (let step = 11; step <= 17; step++) yield ['C', step];
	}
};

const { openProduct } = await load('src/lib/server/product.ts');
const { importFiles } = await load('src/lib/server/importing/import-files.ts');
const { summarise } = await load('src/lib/server/reading/summary.ts');
const whole = { unit: null, process: null, from: null, to: null };
for (const [name, rows] of Object.entries(logs)) {
	const folder = mkdtempSync(join(tmpdir(), 'tepat-bench-'));
	try {
		const path = join(folder, 'log.csv');
		const file = createWriteStream(path);
		file.write('case,step,activity,completed\n');
		const clock = new Map();
		let events = 0;
		for (const [key, step] of rows()) {
			const minute = clock.get(key) ?? 0;
			clock.set(key, minute + 1);
			const at = new Date(Date.UTC(2026, 0, 5) + minute * 60_000).toISOString().slice(0, 19);
			if (!file.write(`${key},${step},Langkah ${step},${at.replace('T', ' ')}\n`))
				await once(file, 'drain');
			events++;
		}
		file.end();
		await finished(file);
		const store = await openProduct({ path: join(folder, 'tepat.duckdb'), home });
		const from = performance.now();
		await importFiles({
			store,
			files: [{ path, name: 'log.csv' }],
			sop: 'pos-epurchasing',
			by: 'bench',
			now: '2026-11-20T00:00:00'
		});
		const seconds = (performance.now() - from) / 1000;
		const { variants, alignmentCost, deviations } = await summarise(store, whole);
		await store.close();
		console.log(
			`${name}: ${events} events, ${variants} variants in ${seconds.toFixed(1)} s; cost ${alignmentCost}, ${JSON.stringify(deviations)}; peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`
		);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
