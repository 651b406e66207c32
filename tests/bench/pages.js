import { existsSync, mkdtempSync, mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { home, load, tenActivities } from './project.js';
import { writeVariedLog } from './varied-log.js';

/**
 * How long the built server takes to answer each page on a store of the samples and a log of a million events in some
 * thousands of variants: one reader, from the request to the last byte. `at once` is the first reader right after the store was
 * opened, for whom nothing is worked out yet; `first` is the first one after the server had ten seconds for what it
 * works out ahead of readers.
 *
 *   npm run build && node tests/bench/pages.js [cases = 94000] [rounds = 20] [folder of the store, kept for the next run]
 */
const [cases = 94_000, rounds = 20] = process.argv.slice(2, 4).map(Number);
const kept = process.argv[4];
const folder = kept ?? mkdtempSync(join(tmpdir(), 'tepat-bench-'));
const HELD_MS = 200;
const AHEAD_MS = 10_000;

/** Pages, and what of them a filter changes. */
const PAGES = [
	...['', '?unit=Kabupaten%20Uji%20Utara', '?period=2025-09', '?sop=pos-epurchasing'].map(
		(query) => `/${query}`
	),
	...['', '/pos-epurchasing', '/pos-epurchasing?period=2025-09', '/pos-epurchasing?show=time'].map(
		(page) => `/sop${page}`
	),
	'/sop/pos-epurchasing?unit=Kabupaten%20Uji%20Utara&period=2025-Q3',
	...['', '?q=EP-4242&sort=lead', '?sop=pos-epurchasing&sort=lead', '?sort=deviations'].map(
		(query) => `/cases${query}`
	),
	...['?open=risk', '?open=urgent&unit=Kabupaten%20Uji%20Utara', '?status=running'].map(
		(query) => `/cases${query}`
	),
	...['', '?kind=late_step', '?period=2025-09', '/gone'].map((query) => `/deviations${query}`),
	...['/packages', '/imports', '/imports/new', '/imports/profiles', '/calendar', '/audit'],
	...['', '?unit=Kabupaten%20Uji%20Utara'].map((query) => `/people${query}`),
	...['', '?period=2025-09', '/verify'].map((page) => `/reports${page}`),
	...['', '/services', '/report'].map((page) => `/suppliers${page}`),
	'/mining',
	...['', '?measure=median', '?measure=p95&period=2025', '?activities=50&paths=60'].map(
		(query) => `/mining/pos-epurchasing${query}`
	),
	...['/variants', '/times', '/times?period=2025', '/dots', '/replay', '/compare'].map(
		(view) => `/mining/pos-epurchasing${view}`
	),
	...['period=2026&with_period=2025', 'unit=Kabupaten%20Uji%20Utara&with_unit=*'].map(
		(query) => `/mining/pos-epurchasing/compare?${query}`
	)
];

/** A page of one thing, by a page that links to it and the link. @type {[string, RegExp][]} */
const LINKED = [
	['/cases', /href="(\/cases\/\d+)/],
	['/deviations', /href="(\/deviations\/\d+)/],
	['/imports', /href="(\/imports\/\d+)/],
	['/suppliers', /href="(\/suppliers\/(?!services|report|download)[^"?/]+)"/],
	['/suppliers/services', /href="(\/suppliers\/sheets\/[^"?/]+)"/]
];

try {
	const path = join(folder, 'tepat.duckdb');
	if (!existsSync(path)) {
		mkdirSync(folder, { recursive: true });
		const { openProduct } = await load('src/lib/server/product.ts');
		const { loadSamples } = await load('src/lib/server/samples/load.ts');
		const { importFiles } = await load('src/lib/server/importing/import-files.ts');
		const log = join(folder, 'log.csv');
		const events = await writeVariedLog(log, { cases, activities: await tenActivities() });
		const store = await openProduct({ path, home });
		const now = '2026-11-20T00:00:00';
		await loadSamples(store, { now });
		const files = [{ path: log, name: 'log.csv' }];
		await importFiles({ store, files, sop: 'pos-epurchasing', by: 'bench', now });
		await store.close();
		rmSync(log);
		console.log(`${events} events in ${cases} cases`);
	}
	const { startServer } = await load('tests/e2e/server.ts');
	/** @type {Map<string, number>} */
	const atOnce = new Map();
	const opened = await startServer({ varDir: folder });
	try {
		for (const page of PAGES) atOnce.set(page, (await ask(opened.url + page)).took);
	} finally {
		await opened.stop();
	}
	const server = await startServer({ varDir: folder });
	try {
		await new Promise((resolve) => setTimeout(resolve, AHEAD_MS));
		/** @type {string[]} */
		const linked = [];
		for (const [page, link] of LINKED) {
			const found = link.exec(await (await fetch(server.url + page)).text())?.[1];
			if (found === undefined) console.log(`no link of ${page} fits ${link}`);
			else linked.push(found);
		}
		let missed = 0;
		let missedFirst = 0;
		for (const page of [...PAGES, ...linked]) {
			/** @type {number[]} */
			const times = [];
			let status = 0;
			let first = 0;
			for (let round = 0; round <= rounds; round++) {
				const answer = await ask(server.url + page);
				if (round > 0) times.push(answer.took);
				else first = answer.took;
				status = answer.status;
			}
			times.sort((a, b) => a - b);
			const at = (/** @type {number} */ share) =>
				(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(0);
			if (Number(at(0.95)) > HELD_MS) missed++;
			if (first > HELD_MS) missedFirst++;
			console.log(
				`${at(0.5).padStart(6)} ms median ${at(0.95).padStart(6)} ms p95 ${first.toFixed(0).padStart(6)} ms first ${(atOnce.get(page) ?? 0).toFixed(0).padStart(6)} ms at once  ${status}  ${page}`
			);
		}
		console.log(
			`${missed} pages above ${HELD_MS} ms; of the first reader ${missedFirst}, at once ${[...atOnce.values()].filter((took) => took > HELD_MS).length}`
		);
	} finally {
		await server.stop();
	}
} finally {
	if (kept === undefined) rmSync(folder, { recursive: true, force: true });
}

/**
 * Asks for an address and answers its status and how many milliseconds it took.
 * @param {string} address
 */
async function ask(address) {
	const from = performance.now();
	const response = await fetch(address);
	await response.arrayBuffer();
	return { status: response.status, took: performance.now() - from };
}
