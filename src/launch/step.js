import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from './fingerprint.js';

/** A sentence for the person at the terminal; the commands print it without a stack. */
export class LaunchError extends Error {
	/**
	 * @param {string} message
	 * @param {number} [exitCode] 1 for a failed job, 2 for a setting that cannot be used
	 */
	constructor(message, exitCode = 1) {
		super(message);
		this.name = 'LaunchError';
		this.exitCode = exitCode;
	}
}

/**
 * Says what is being waited for. On stderr: stdout belongs to results.
 * @param {string} text
 */
export function say(text) {
	process.stderr.write(`tepat: ${text}\n`);
}

/**
 * Runs a node script of the project to its end and keeps it quiet: its output is shown only if it fails.
 * @param {string} what names the step in the sentence of a failure
 * @param {string[]} args script and arguments
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<void>}
 */
export async function runNode(what, args, env = process.env) {
	const child = spawn(process.execPath, args, {
		cwd: root,
		env,
		stdio: ['ignore', 'pipe', 'pipe']
	});
	/** @type {Buffer[]} */
	const output = [];
	child.stdout.on('data', (chunk) => output.push(chunk));
	child.stderr.on('data', (chunk) => output.push(chunk));
	const code = await new Promise((resolve, reject) => {
		child.on('error', reject);
		child.on('close', resolve);
	});
	if (code === 0) return;
	process.stderr.write(Buffer.concat(output));
	throw new LaunchError(`${what} failed; its output is above.`);
}

/**
 * Runs the program itself in the foreground and ends as it ends. Signals are passed on and waited
 * for, so that the program can finish or roll back what it is doing.
 * @param {string[]} args script and arguments
 * @returns {Promise<number>} its exit code, 128 + n after signal n
 */
export function runProgram(args) {
	const child = spawn(process.execPath, args, {
		cwd: root,
		stdio: 'inherit',
		// Four running queries take libuv's four threads, and then reading a file waits for seconds.
		env: { UV_THREADPOOL_SIZE: '32', ...process.env }
	});
	/** @type {NodeJS.Signals[]} */
	const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
	for (const signal of signals) process.on(signal, () => child.kill(signal));
	return new Promise((resolve, reject) => {
		child.on('error', reject);
		child.on('close', (code, signal) =>
			resolve(code ?? 128 + (signal ? constants.signals[signal] : 0))
		);
	});
}

/**
 * Lets one process at a time install or build: two commands started together would otherwise write
 * the same files. A lock whose owner died is taken over.
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function alone(work) {
	const folder = createHash('sha256').update(root).digest('hex').slice(0, 16);
	const lock = join(tmpdir(), `tepat-${folder}.lock`);
	let waiting = false;
	while (!take(lock)) {
		if (!waiting) say('waiting for another tepat command to finish building …');
		waiting = true;
		await sleep(200);
	}
	try {
		return await work();
	} finally {
		rmSync(lock, { recursive: true, force: true });
	}
}

/**
 * Ends the process as a command should: a sentence for what a person can change, a stack for a defect.
 * @param {unknown} error
 * @returns {never}
 */
export function fail(error) {
	if (error instanceof LaunchError) {
		say(error.message);
		process.exit(error.exitCode);
	}
	process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
	process.exit(1);
}

/**
 * @param {string} lock folder, because making one is atomic
 * @returns {boolean} whether it is ours now
 */
function take(lock) {
	const owner = join(lock, 'pid');
	try {
		mkdirSync(lock);
		writeFileSync(owner, String(process.pid));
		return true;
	} catch (error) {
		if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
	}
	if (isAbandoned(lock, owner)) rmSync(lock, { recursive: true, force: true });
	return false;
}

/**
 * @param {string} lock
 * @param {string} owner
 * @returns {boolean}
 */
function isAbandoned(lock, owner) {
	try {
		process.kill(Number(readFileSync(owner, 'utf8')), 0);
		return false;
	} catch (error) {
		const code = /** @type {NodeJS.ErrnoException} */ (error).code;
		if (code === 'ESRCH') return true;
		// Its owner is about to write its number, or died in between.
		const made = statSync(lock, { throwIfNoEntry: false });
		return code === 'ENOENT' && made !== undefined && Date.now() - made.mtimeMs > 5_000;
	}
}
