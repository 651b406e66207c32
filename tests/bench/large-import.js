import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeContracts, writeLog } from './log.js';
import { home, tenActivities } from './project.js';

/**
 * How much memory the built command line takes to import a large log, and how long (Linux). Build first; the store's
 * own limit is that of TEPAT_MEMORY.
 *
 *   node tests/bench/large-import.js [cases = 1000000, of ten events each]
 *   node tests/bench/large-import.js wide [rows = 1000000, a contract of five dates each]
 */
const wide = process.argv[2] === 'wide';
const [rows = 1_000_000] = process.argv.slice(wide ? 3 : 2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'tepat-bench-'));
try {
	const log = join(folder, 'log.csv');
	if (wide) await writeContracts(log, rows);
	else await writeLog(log, { cases: rows, activities: await tenActivities() });
	const from = performance.now();
	const sop = wide ? [] : ['--sop', 'pos-epurchasing'];
	const command = [join(home, 'build/node/tepat.js'), 'import', log, ...sop];
	const child = spawn(process.execPath, [...command, '--store', join(folder, 'tepat.duckdb')], {
		cwd: home,
		stdio: ['ignore', 'ignore', 'inherit']
	});
	let peak = 0;
	const watching = setInterval(() => {
		const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
		peak = Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? peak);
	}, 200);
	const code = await new Promise((done) => child.on('exit', done));
	clearInterval(watching);
	if (code !== 0) throw new Error(`the import ended with ${code}`);
	const seconds = (performance.now() - from) / 1000;
	console.log(
		`${wide ? `${rows} wide rows` : `${rows * 10} events`}, ${Math.round(statSync(log).size / 1e6)} MB, in ${seconds.toFixed(1)} s; peak memory ${Math.round(peak / 1024)} MB (held to 1024)`
	);
} finally {
	rmSync(folder, { recursive: true, force: true });
}
