import { createServer } from 'node:http';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { root } from './fingerprint.js';
import { addressOf, prepareEnvironment, readSettings } from './settings.js';
import { LaunchError, fail } from './step.js';

/** Longest wait for a running import to finish or roll back once a signal came. */
const STOP_MS = 30_000;
/** The largest upload; every other route refuses more than 512 KB by itself. */
const UPLOAD_LIMIT = '512M';

/** @typedef {import('node:http').RequestListener} RequestListener */
/** @typedef {{ tepatStart?: { firstLink: string | undefined, hasAccounts: boolean } }} Started what the server says of itself */

/**
 * Listens, opens the store (in the server's `init`), and then answers.
 * @returns {Promise<void>}
 */
async function serve() {
	const { host, open, port, origin } = readSettings(process.env);
	prepareEnvironment(process.env);
	process.env.BODY_SIZE_LIMIT ||= UPLOAD_LIMIT;

	// The port is taken before the store is opened: a second `npm start` touches nothing.
	const server = createServer();
	// Nobody else comes in before there is an account to sign in with.
	const first = open ? '127.0.0.1' : host;
	const taken = await listen(server, first, port);
	const address = addressOf(first, taken);
	process.env.ORIGIN = origin ?? address;

	/** @type {Promise<RequestListener>} */
	const ready = loadHandler();
	server.on('request', (request, response) => {
		// Also for the files that the framework serves before any hook runs.
		response.setHeader('x-content-type-options', 'nosniff');
		void ready.then((handler) => handler(request, response));
	});
	await ready;
	const started = /** @type {Started} */ (globalThis).tepatStart;
	if (open && started?.hasAccounts) await reopen(server, host, taken);
	stopOnSignal(server);
	const where = origin ?? address;
	process.stdout.write(
		`Tepat: ${where}\n${firstLinkText(started?.firstLink, { address: where, closed: open })}`
	);
}

/**
 * @param {import('node:http').Server} server
 * @param {string} host
 * @param {number} port
 * @returns {Promise<number>} the port it has
 */
function listen(server, host, port) {
	return new Promise((resolve, reject) => {
		server.once('error', (error) => {
			const { code } = /** @type {NodeJS.ErrnoException} */ (error);
			if (code === 'EADDRINUSE') {
				reject(
					new LaunchError(
						`Port ${port} is in use, perhaps by another Tepat. Stop that, or choose one: PORT=3001 npm start`
					)
				);
			} else if (code === 'EACCES') {
				reject(
					new LaunchError(`Port ${port} may not be used by this account. Choose one above 1023.`)
				);
			} else reject(error);
		});
		server.listen(port, host, () => {
			const address = server.address();
			resolve(typeof address === 'object' && address ? address.port : port);
		});
	});
}

/**
 * Listens on another address of the same port.
 * @param {import('node:http').Server} server
 * @param {string} host
 * @param {number} port
 * @returns {Promise<number>}
 */
async function reopen(server, host, port) {
	await new Promise((resolve) => server.close(resolve));
	return listen(server, host, port);
}

/**
 * Tells the person at the terminal, and nobody else, how to make the first account.
 * @param {string | undefined} path of the one-time link; undefined where there are accounts
 * @param {{ address: string, closed: boolean }} where closed: to all machines but this one, until there is an account
 * @returns {string}
 */
function firstLinkText(path, { address, closed }) {
	if (path === undefined) return '';
	const english = process.env.TEPAT_LANG === 'en';
	const lines = english
		? ['Make the first account (works once, for 24 hours):', `${address}${path}`]
		: ['Buat akun pertama (sekali pakai, berlaku 24 jam):', `${address}${path}`];
	if (closed)
		lines.push(
			english
				? 'Until then only this machine is served; start Tepat again afterwards.'
				: 'Sampai saat itu hanya mesin ini yang dilayani; sesudahnya jalankan ulang Tepat.'
		);
	return `\n${lines.map((line) => `  ${line}\n`).join('')}\n`;
}

/**
 * Loading the built server opens the store.
 * @returns {Promise<RequestListener>}
 */
async function loadHandler() {
	const built = pathToFileURL(join(root, 'build/web/handler.js')).href;
	try {
		/** @type {{ handler: RequestListener }} */
		const { handler } = await import(built);
		return handler;
	} catch (error) {
		// A class from the build is another one than ours: it is known by its name.
		if (error instanceof Error && error.name === 'StartError') throw new LaunchError(error.message);
		throw error;
	}
}

/**
 * On the first signal: no new requests, then the server's own ends (`sveltekit:shutdown`, as under
 * the framework's stock server), which close the store. Later signals change nothing: Ctrl-C reaches
 * this process twice, from the terminal and from the command that started it.
 * @param {import('node:http').Server} server
 */
function stopOnSignal(server) {
	let stopping = false;
	/** @param {NodeJS.Signals} signal */
	const stop = async (signal) => {
		if (stopping) return;
		stopping = true;
		setTimeout(() => process.exit(1), STOP_MS).unref();
		server.close();
		server.closeIdleConnections();
		try {
			const events = /** @type {import('node:events').EventEmitter} */ (process);
			await Promise.all(events.listeners('sveltekit:shutdown').map((end) => end(signal)));
			process.exit(0);
		} catch (error) {
			fail(error);
		}
	};
	for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
		process.on(signal, () => void stop(signal));
	}
}

await serve().catch(fail);
