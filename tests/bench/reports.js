import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { home, load } from './project.js';

/**
 * How long the built server takes to make a report of many late steps, from the request to the last byte, and how much
 * memory: the resident set of the server at its highest (Linux keeps it, VmHWM, set back before each report), above what
 * it holds at rest, after its first pages were answered and read. Each format is asked of a server of its own, because one
 * that has made a report before has grown already.
 *
 *   npm run build && node tests/bench/reports.js [deviations = 100000] [in the PDF = 5000] [folder of the store, kept for the next run]
 */
const [deviations = 100_000, printed = 5_000] = process.argv.slice(2, 4).map(Number);
const kept = process.argv[4];
const folder = kept ?? mkdtempSync(join(tmpdir(), 'tepat-bench-'));
const REST_MS = 3_000;

/** @type {readonly { format: string, query: string, held: { seconds: number, megabytes?: number } }[]} */
const REPORTS = [
	{ format: 'csv', query: '', held: { seconds: 5, megabytes: 200 } },
	{ format: 'xlsx', query: '', held: { seconds: 5, megabytes: 200 } },
	{ format: 'json', query: '', held: { seconds: 5, megabytes: 200 } },
	{ format: 'parquet', query: '', held: { seconds: 5, megabytes: 200 } },
	{ format: 'pdf', query: '&unit=U1', held: { seconds: 15 } }
];

/** A field of what the system says of a process, in megabytes. @param {number} pid @param {string} field */
function megabytes(pid, field) {
	const said = readFileSync(`/proc/${pid}/status`, 'utf8');
	return (Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(said)?.[1]) * 1024) / 1e6;
}

/** How long a process has used processors, in seconds. @param {number} pid */
function processorSeconds(pid) {
	const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
	return (Number(fields[11]) + Number(fields[12])) / 100;
}

async function fill() {
	const { openProduct } = await load('src/lib/server/product.ts');
	const { importFiles } = await load('src/lib/server/importing/import-files.ts');
	const { loadCatalogue } = await load('src/lib/server/catalogue/load.ts');
	const step = loadCatalogue(home).find(
		(/** @type {{ id: string }} */ { id }) => id === 'oganilir-01'
	).steps[0];
	mkdirSync(folder, { recursive: true });
	const store = await openProduct({ path: join(folder, 'tepat.duckdb'), home });
	for (const [name, cases] of /** @type {const} */ ([
		// Each case is late twice: its first step took too long, and its next is still open.
		['U1', printed / 2],
		['U2', Math.max(0, (deviations - printed) / 2)]
	])) {
		if (cases === 0) continue;
		const path = join(folder, `${name}.csv`);
		const rows = Array.from(
			{ length: cases },
			(_, at) =>
				`${name}-${at},"${step.activity}",2026-06-02 08:00:00,2026-06-02 08:${10 + (at % 50)}:00`
		);
		writeFileSync(path, ['case,activity,started,completed', ...rows, ''].join('\n'));
		const now = '2026-06-02T02:00:00';
		const files = [{ path, name: `${name}.csv` }];
		await importFiles({ store, files, sop: 'oganilir-01', unit: name, by: 'bench', now });
		rmSync(path);
	}
	await store.close();
}

try {
	if (!existsSync(join(folder, 'tepat.duckdb'))) await fill();
	const { startServer } = await load('tests/e2e/server.ts');
	for (const { format, query, held } of REPORTS) {
		const server = await startServer({ varDir: folder });
		try {
			for (const page of ['/', '/deviations', '/reports', '/cases', '/sop'])
				await (await fetch(server.url + page)).arrayBuffer();
			await wait(REST_MS);
			const rest = megabytes(server.pid, 'VmRSS');
			writeFileSync(`/proc/${server.pid}/clear_refs`, '5');
			const [from, used] = [performance.now(), processorSeconds(server.pid)];
			const address = `/reports/download?format=${format}&kind=late_step${query}`;
			const response = await fetch(server.url + address);
			let size = 0;
			for await (const part of response.body ?? []) size += part.length;
			const seconds = (performance.now() - from) / 1000;
			const above = megabytes(server.pid, 'VmHWM') - rest;
			const heldTo =
				`held to ${held.seconds} s` +
				(held.megabytes === undefined ? '' : ` and ${held.megabytes} MB`);
			console.log(
				`${format}: ${response.status}, ${(size / 1e6).toFixed(1)} MB in ${seconds.toFixed(1)} s (${(processorSeconds(server.pid) - used).toFixed(1)} s of processors), ${Math.round(above)} MB above rest (${Math.round(rest)} MB); ${heldTo}`
			);
		} finally {
			await server.stop();
		}
	}
} finally {
	if (kept === undefined) rmSync(folder, { recursive: true, force: true });
}
