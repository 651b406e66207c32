import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { root } from '../src/launch/fingerprint.js';

/**
 * @typedef {object} Step
 * @property {string[]} args of node
 * @property {NodeJS.ProcessEnv} [env] added to ours
 * @property {string[]} [needs] names of steps that must have ended well; those not chosen are not waited for
 * @property {() => import('./counts.js').Counts} [count] what its report says; a step without tests has none
 */

/**
 * @typedef {object} Result
 * @property {string} name
 * @property {boolean} ok
 * @property {import('./counts.js').Counts | undefined} counts
 */

/** Two, because machines of two cores run this; more of them at once only wait for each other. */
const AT_ONCE = 2;

/**
 * Runs all steps, each once what it needs has ended, and says of each how long it took. A step's own
 * output is shown only when it failed. A step whose need failed is not run and counts as failed.
 * @param {Record<string, Step>} steps
 * @returns {Promise<Result[]>}
 */
export async function runAll(steps) {
	const waiting = new Map(Object.entries(steps));
	/** @type {Map<string, Promise<void>>} */
	const running = new Map();
	/** @type {Map<string, Result>} */
	const ended = new Map();

	while (waiting.size > 0 || running.size > 0) {
		for (const [name, step] of waiting) {
			if (running.size >= AT_ONCE) break;
			const needs = (step.needs ?? []).filter((need) => need in steps);
			if (needs.some((need) => ended.get(need)?.ok === false)) {
				waiting.delete(name);
				ended.set(name, { name, ok: false, counts: undefined });
				console.log(`${name.padEnd(10)} not run: ${needs.join(', ')} failed`);
			} else if (needs.every((need) => ended.has(need))) {
				waiting.delete(name);
				const work = runOne(name, step).then((result) => {
					running.delete(name);
					ended.set(name, result);
				});
				running.set(name, work);
			}
		}
		if (running.size > 0) await Promise.race(running.values());
	}
	return [...ended.values()];
}

/**
 * @param {string} name
 * @param {Step} step
 * @returns {Promise<Result>}
 */
async function runOne(name, { args, env, count }) {
	const start = performance.now();
	const { code, output } = await run(args, { ...process.env, FORCE_COLOR: '0', ...env });
	const seconds = ((performance.now() - start) / 1000).toFixed(1);
	const counts = count?.();
	const ok = code === 0;
	const tests = counts
		? `  ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`
		: '';
	console.log(`${name.padEnd(10)} ${ok ? 'ok' : 'FAILED'} ${seconds.padStart(6)} s${tests}`);
	if (!ok) console.log(output.trimEnd());
	return { name, ok, counts };
}

/**
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ code: number, output: string }>}
 */
function run(args, env) {
	return new Promise((resolve, reject) => {
		const child = spawn(process.execPath, args, {
			cwd: root,
			env,
			stdio: ['ignore', 'pipe', 'pipe']
		});
		/** @type {Buffer[]} */
		const output = [];
		child.stdout.on('data', (chunk) => output.push(chunk));
		child.stderr.on('data', (chunk) => output.push(chunk));
		child.on('error', reject);
		child.on('close', (code) =>
			resolve({ code: code ?? 1, output: Buffer.concat(output).toString() })
		);
	});
}
