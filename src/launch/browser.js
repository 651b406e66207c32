import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

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
