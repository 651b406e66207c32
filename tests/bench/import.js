import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { writeLog } from './log.js';
import { home, load, tenActivities } from './project.js';

/**
 * How long a log takes from CSV to a measured, committed store, against what DuckDB alone takes to read the
 * same file into a table; both in turn, in one process, as a ratio. Prints the peak memory of the whole.
 *
 *   node tests/bench/import.js [cases = 100000] [rounds = 5]
 */
const [cases = 100_000, rounds = 5] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'tepat-bench-'));
const log = join(folder, 'log.csv');

/** @param {number[]} numbers */
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

try {
	const { openProduct } = await load('src/lib/server/product.ts');
	const { importFiles } = await load('src/lib/server/importing/import-files.ts');
	await writeLog(log, { cases, activities: await tenActivities() });
	console.log(`${cases * 10} events, ${Math.round(statSync(log).size / 1e6)} MB`);
	/** @type {number[]} */
	const plain = [];
	/** @type {number[]} */
	const whole = [];
	for (let round = 0; round <= rounds; round++) {
		const alone = await DuckDBInstance.create(join(folder, `plain-${round}.duckdb`));
		const connection = await alone.connect();
		let from = performance.now();
		await connection.run(`create table log as select * from read_csv('${log}')`);
		const plainSeconds = (performance.now() - from) / 1000;
		connection.closeSync();
		alone.closeSync();
		const path = join(folder, `store-${round}`, 'tepat.duckdb');
		const store = await openProduct({ path, home });
		from = performance.now();
		const result = await importFiles({
			store,
			files: [{ path: log, name: 'log.csv' }],
			sop: 'pos-epurchasing',
			by: 'bench',
			now: '2026-11-20T00:00:00'
		});
		const wholeSeconds = (performance.now() - from) / 1000;
		await store.close();
		if (result.files[0].events !== cases * 10) throw new Error('not every event came in');
		rmSync(join(folder, `store-${round}`), { recursive: true });
		rmSync(join(folder, `plain-${round}.duckdb`));
		if (round === 0) continue;
		plain.push(plainSeconds);
		whole.push(wholeSeconds);
		console.log(
			`round ${round}: read ${plainSeconds.toFixed(2)} s, import ${wholeSeconds.toFixed(2)} s, ratio ${(wholeSeconds / plainSeconds).toFixed(2)}`
		);
	}
	const ratios = whole.map((seconds, index) => seconds / (plain[index] ?? 1));
	console.log(
		`median: read ${median(plain).toFixed(2)} s, import ${median(whole).toFixed(2)} s, ratio ${median(ratios).toFixed(2)} (held to 5); peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB (held to 2048)`
	);
} finally {
	rmSync(folder, { recursive: true, force: true });
}
