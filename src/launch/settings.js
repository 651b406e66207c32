import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { root } from './fingerprint.js';
import { LaunchError } from './step.js';

/**
 * @typedef {object} Settings
 * @property {string} host the address to listen on
 * @property {boolean} open whether other machines can reach it: only once there is an account
 * @property {number} port 0 lets the system choose a free one
 * @property {string | undefined} origin the address in the reader's browser, where it is not http://HOST:PORT
 */

/**
 * Reads where to listen from the environment, before anything is built or opened.
 * @param {NodeJS.ProcessEnv} env
 * @returns {Settings}
 * @throws {LaunchError} exit code 2, for a value that cannot be used
 */
export function readSettings(env) {
	const host = env.HOST || '127.0.0.1';
	const open = !isLoopback(host);
	const origin = readOrigin(env.ORIGIN);
	if (
		env.TEPAT_DEMO === '1' &&
		(open || (origin && !isLoopback(new URL(origin).hostname.replace(/[[\]]/g, ''))))
	) {
		throw new LaunchError(
			`HOST=${host}${origin ? ` ORIGIN=${origin}` : ''}: a demonstration has no passwords, so it serves this machine only.`,
			2
		);
	}
	// Passwords and sessions would cross the network in the clear.
	if (open && !origin?.startsWith('https:')) {
		throw new LaunchError(
			`HOST=${host}: other machines may only come by https. Put a proxy with a certificate in front and set ORIGIN=https://….`,
			2
		);
	}
	const port = Number(env.PORT || '3000');
	if (!Number.isInteger(port) || port < 0 || port > 65_535) {
		throw new LaunchError(`PORT=${env.PORT} is not a port: use a number from 0 to 65535.`, 2);
	}
	const limit = env.BODY_SIZE_LIMIT;
	if (limit && !/^\d+(\.\d+)?[KMG]?$/i.test(limit)) {
		throw new LaunchError(
			`BODY_SIZE_LIMIT=${limit} is not a size: use bytes, or a number with K, M or G.`,
			2
		);
	}
	return { host, open, port, origin };
}

/**
 * Says where the project and the store are, as absolute paths: relative ones count from the folder
 * in which the person called npm, which changes into the project's.
 * @param {NodeJS.ProcessEnv} env is completed in place
 */
export function prepareEnvironment(env) {
	const from = (env.INIT_CWD ??= process.cwd());
	env.TEPAT_HOME = env.TEPAT_HOME ? resolve(from, env.TEPAT_HOME) : resolve(root);
	env.TEPAT_VAR = env.TEPAT_VAR ? resolve(from, env.TEPAT_VAR) : resolve(root, 'var');
}

/**
 * The address a browser uses for a host and a port.
 * @param {string} host
 * @param {number} port
 * @returns {string}
 */
export function addressOf(host, port) {
	return `http://${isIP(host) === 6 ? `[${host}]` : host}:${port}`;
}

/**
 * @param {string} host
 * @returns {boolean}
 */
function isLoopback(host) {
	if (isIP(host) === 4) return host.startsWith('127.');
	return host === '::1' || host === 'localhost';
}

/**
 * @param {string | undefined} value
 * @returns {string | undefined}
 */
function readOrigin(value) {
	if (!value) return undefined;
	const url = URL.canParse(value) ? new URL(value) : undefined;
	if (!url || !/^https?:$/.test(url.protocol) || url.origin !== value.replace(/\/$/, '')) {
		throw new LaunchError(
			`ORIGIN=${value} is not an address: write it like https://tepat.example.go.id, without a path.`,
			2
		);
	}
	return url.origin;
}
