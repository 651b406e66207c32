import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { installDebians } from './debian.js';
import { root } from './fingerprint.js';
import { LaunchError, say } from './step.js';

const SYSTEM_BROWSERS = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/snap/bin/chromium',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
];

/**
 * The Chromium to test with: Playwright's own where it is installed, else the system's.
 * @returns {string | undefined} its path, undefined when there is none
 */
export function findChromium() {
	const own = chromium.executablePath();
	if (own && existsSync(own)) return own;
	return SYSTEM_BROWSERS.find((path) => existsSync(path));
}

/**
 * Launch options shared by component tests and end-to-end tests.
 * @returns {{ executablePath: string | undefined, args: string[] }}
 */
export function chromiumLaunchOptions() {
	// Chromium refuses its sandbox to root, and its background services only slow a test down.
	const args = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];
	if (process.getuid?.() === 0) args.push('--no-sandbox');
	return { executablePath: findChromium(), args };
}

/**
 * Makes sure there is a Chromium that runs: one that is there, else Playwright's own, else Debian's package.
 * @returns {string} its path
 * @throws {LaunchError} when none can be had
 */
export function ensureChromium() {
	const packaged = () => installDebians('chromium');
	for (const install of [() => undefined, installPlaywrights, packaged]) {
		install();
		const path = findChromium();
		if (path && spawnSync(path, ['--version']).status === 0) return path;
	}
	throw new LaunchError(
		'The tests need a Chromium and none could be installed. Install it with your system’s package manager, for example: sudo apt-get install chromium'
	);
}

function installPlaywrights() {
	say('installing a Chromium for the tests (once) …');
	const program = ['node_modules/@playwright/test/cli.js', 'install', 'chromium'];
	spawnSync(process.execPath, program, { cwd: root, stdio: ['ignore', 'ignore', 'ignore'] });
}
