import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const START_MS = 120_000;

/** A running server of the built product. */
export interface TestServer {
	/** where it answers, without a slash at the end */
	url: string;
	/** the link that makes the first account; undefined where there are accounts, and in a demonstration */
	firstLink: string | undefined;
	/** what it printed so far */
	printed: () => string;
	/** its process, by which it can be measured */
	pid: number;
	/** its store's folder */
	varDir: string;
	/** ends it as Ctrl-C would, waits, and answers its exit code; a folder made for it is removed */
	stop: () => Promise<number>;
}

/**
 * Starts the built server on a free port: as a demonstration, in which pages are walked without signing in, unless
 * `accounts` asks for the product as an office runs it.
 * @param options.varDir the store's folder; a fresh temporary one when left out
 * @param options.accounts with accounts; the first one is made with `firstLink`
 * @param options.env further settings
 * @throws with everything it printed, when it ends before it answers
 */
export async function startServer(
	options: { varDir?: string; accounts?: boolean; env?: NodeJS.ProcessEnv } = {}
): Promise<TestServer> {
	const varDir = options.varDir ?? mkdtempSync(join(tmpdir(), 'tepat-e2e-'));
	const child = spawn(process.execPath, ['src/launch/serve.js'], {
		cwd: root,
		env: {
			...process.env,
			UV_THREADPOOL_SIZE: '32',
			HOST: '127.0.0.1',
			PORT: '0',
			ORIGIN: '',
			TEPAT_HOME: root,
			TEPAT_DEMO: options.accounts ? '' : '1',
			TEPAT_VAR: varDir,
			...options.env
		},
		stdio: ['ignore', 'pipe', 'pipe']
	});
	const ended = new Promise<number>((resolve) => child.once('close', (code) => resolve(code ?? 1)));
	const stop = async (): Promise<number> => {
		child.kill('SIGTERM');
		const code = await ended;
		if (!options.varDir) rmSync(varDir, { recursive: true, force: true });
		return code;
	};

	let printed = '';
	const url = await new Promise<string>((resolve, reject) => {
		const late = setTimeout(
			() => reject(new Error(`The server did not start in ${START_MS} ms:\n${printed}`)),
			START_MS
		);
		const read = (chunk: Buffer): void => {
			printed += chunk.toString();
			const address = /^Tepat: (\S+)$/m.exec(printed)?.[1];
			if (!address) return;
			clearTimeout(late);
			resolve(address);
		};
		child.stdout.on('data', read);
		child.stderr.on('data', read);
		void ended.then((code) => {
			clearTimeout(late);
			reject(new Error(`The server ended with ${code}:\n${printed}`));
		});
	}).catch(async (error: unknown) => {
		await stop();
		throw error;
	});
	return {
		url,
		// Printed right after the address, perhaps in another piece.
		get firstLink() {
			return /^ {2}(http\S+\/link\/\S+)$/m.exec(printed)?.[1];
		},
		printed: () => printed,
		pid: child.pid ?? 0,
		varDir,
		stop
	};
}
