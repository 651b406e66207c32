// No import from node_modules here: this is what makes them.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint, isFresh, root, writeStamp } from './fingerprint.js';
import { LaunchError, alone, runNode, say } from './step.js';

const STAMP = 'node_modules/.tepat-install';
const OLDEST_NODE = [20, 19];

/**
 * Brings node_modules to what package-lock.json says; does nothing where it is so already.
 * Development packages are part of it, because starting builds.
 * @returns {Promise<void>}
 * @throws {LaunchError} when Node is too old, or npm fails
 */
export async function install() {
	if (!isSupported(process.versions.node)) {
		throw new LaunchError(
			`Tepat needs Node ${OLDEST_NODE.join('.')} or newer; this is ${process.versions.node}. See https://nodejs.org`
		);
	}
	const hash = fingerprint(['package-lock.json']);
	if (isFresh(STAMP, hash)) return;
	await alone(async () => {
		if (isFresh(STAMP, hash)) return;
		if (!isInstalled()) {
			say('installing packages (once, about a minute) …');
			await runNpm();
		}
		writeStamp(STAMP, hash);
	});
}

/**
 * @param {string} version as Node writes it, `20.19.1`
 * @returns {boolean}
 */
export function isSupported(version) {
	const [major = 0, minor = 0] = version.split('.').map(Number);
	const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE;
	return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
}

/**
 * Whether someone's own `npm install` already made what the lockfile says. npm keeps a copy of the
 * lockfile in node_modules; packages for other platforms are missing from it.
 * @returns {boolean}
 */
function isInstalled() {
	const made = join(root, 'node_modules/.package-lock.json');
	if (!existsSync(made)) return false;
	/** @type {Record<string, { version: string, optional?: boolean, link?: boolean }>} */
	const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
	/** @type {Record<string, { version: string }>} */
	const found = JSON.parse(readFileSync(made, 'utf8')).packages;
	return Object.entries(wanted).every(
		([path, { version, optional }]) =>
			path === '' || (found[path] ? found[path].version === version : optional === true)
	);
}

/**
 * `npm ci` refuses a lockfile without the binaries of every platform, and some registries do not carry
 * them all; `npm install` then takes the same versions and what this platform needs beside them.
 * @returns {Promise<void>}
 */
async function runNpm() {
	const npm = process.env.npm_execpath ?? npmBesideNode();
	// `--include=dev` also where NODE_ENV=production is set for the server.
	const how = ['--include=dev', '--loglevel=error'];
	const strict = spawnSync(process.execPath, [npm, 'ci', ...how], { cwd: root, stdio: 'ignore' });
	if (strict.status === 0) return;
	await runNode('Installing packages', [npm, 'install', '--no-save', ...how]);
}

/** @returns {string} npm's own script, where Node's installers put it */
function npmBesideNode() {
	const places = [
		join(process.execPath, '../../lib/node_modules/npm/bin/npm-cli.js'),
		join(process.execPath, '../node_modules/npm/bin/npm-cli.js'),
		'/usr/share/nodejs/npm/bin/npm-cli.js'
	];
	const found = places.find((path) => existsSync(path));
	if (!found) throw new LaunchError('npm was not found. Call this command through npm: npm start');
	return found;
}
