import { defineConfig } from '@playwright/test';
import { chromiumLaunchOptions } from '../src/launch/browser.js';

/** The built server in a real browser; tests/run.js builds it first. */
export default defineConfig({
	testDir: 'e2e',
	outputDir: '../test-results/e2e',
	globalSetup: './e2e/global-setup.ts',
	// One worker: the tests of a store that changes must not see each other's changes half done.
	workers: 1,
	retries: 0,
	forbidOnly: true,
	// A page with hundreds of rows is looked through for accessibility twice, also on a slow machine.
	timeout: 90_000,
	use: {
		browserName: 'chromium',
		launchOptions: chromiumLaunchOptions(),
		viewport: { width: 1440, height: 900 },
		trace: 'off'
	}
});
