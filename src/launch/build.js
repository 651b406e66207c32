import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fingerprint, isFresh, root, writeStamp } from './fingerprint.js';
import { install } from './install.js';
import { prepare } from './prepare.js';
import { alone, fail, runNode, say } from './step.js';

const VITE = 'node_modules/vite/bin/vite.js';
const CONFIGS = ['package.json', 'package-lock.json', 'tsconfig.json'];

/** The server, with all pages, in `build/web`. */
const WEB = {
	name: 'the pages',
	result: 'build/web/handler.js',
	stamp: 'build/web.stamp',
	args: ['build', '--logLevel', 'error'],
	inputs: [
		'src/lib',
		'src/routes',
		'src/messages',
		'src/app.html',
		'src/error.html',
		'src/app.css',
		'src/hooks.ts',
		'src/hooks.server.ts',
		'src/hooks.client.ts',
		'static',
		'svelte.config.js',
		'vite.config.ts',
		...CONFIGS
	]
};

/** The command line, in `build/node`. */
const NODE = {
	name: 'the command line',
	result: 'build/node/tepat.js',
	stamp: 'build/node.stamp',
	args: ['build', '--config', 'src/cli/vite.config.ts', '--logLevel', 'error'],
	inputs: ['src/lib', 'src/cli', 'src/messages', ...CONFIGS]
};

/**
 * Builds the server and the command line, each only when its sources changed.
 * @returns {Promise<void>}
 */
export async function build() {
	await buildOne(WEB);
	await buildOne(NODE);
}

/**
 * Builds the server only.
 * @returns {Promise<void>}
 */
export function buildWeb() {
	return buildOne(WEB);
}

/**
 * Builds the command line only: it needs no pages.
 * @returns {Promise<void>}
 */
export function buildNode() {
	return buildOne(NODE);
}

/**
 * @param {typeof WEB} target
 * @returns {Promise<void>}
 */
async function buildOne({ name, result, stamp, args, inputs }) {
	const hash = fingerprint(inputs, isSource);
	const isBuilt = () => isFresh(stamp, hash) && existsSync(join(root, result));
	if (isBuilt()) return;
	await alone(async () => {
		if (isBuilt()) return;
		say(`building ${name} …`);
		const env = { ...process.env, NODE_ENV: 'production' };
		await runNode(`Building ${name}`, [VITE, ...args], env);
		writeStamp(stamp, hash);
	});
}

/**
 * Tests are not built, and the compiled messages follow from src/messages.
 * @param {string} path
 * @returns {boolean}
 */
function isSource(path) {
	return !/\.test\.ts$|^src\/lib\/paraglide\//.test(path);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	await install()
		.then(prepare)
		.then(process.argv[2] === 'node' ? buildNode : build)
		.catch(fail);
}
