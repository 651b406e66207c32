import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensurePdfReaders } from '../src/launch/debian.js';
import { fingerprint, root } from '../src/launch/fingerprint.js';
import { install } from '../src/launch/install.js';
import { prepare } from '../src/launch/prepare.js';
import { LaunchError, fail } from '../src/launch/step.js';
import { addUp, readPlaywright, readVitest } from './counts.js';
import { runAll } from './scheduler.js';

/**
 * `npm test`: everything that says whether the product is right. `npm test -- unit e2e` runs some
 * of the steps, and what they need.
 */

const CACHE = 'node_modules/.cache';
const RESULTS = 'test-results';
const bin = {
	prettier: 'node_modules/prettier/bin/prettier.cjs',
	eslint: 'node_modules/eslint/bin/eslint.js',
	svelteCheck: 'node_modules/svelte-check/bin/svelte-check',
	vitest: 'node_modules/vitest/vitest.mjs',
	playwright: 'node_modules/@playwright/test/cli.js'
};

/**
 * @param {string} project
 * @returns {import('./scheduler.js').Step}
 */
function vitest(project) {
	const report = join(RESULTS, `${project}.json`);
	const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
	return {
		args: [bin.vitest, 'run', '--project', project, ...reporters],
		needs: ['build'],
		count: () => readVitest(report)
	};
}

/**
 * Longest first, since two run at a time. The tests come after the build because some run the built
 * command line.
 * @type {Record<string, import('./scheduler.js').Step>}
 */
const STEPS = {
	build: { args: ['src/launch/build.js'] },
	lint: {
		args: [
			...[bin.eslint, '.', '--max-warnings', '0'],
			// Rules that know types look into other files: a change anywhere makes a new cache.
			...['--cache', '--cache-strategy', 'content', '--cache-location']
		].concat(join(CACHE, 'eslint', sourcesHash()))
	},
	types: {
		args: [
			...[bin.svelteCheck, '--tsconfig', './tsconfig.json'],
			...['--fail-on-warnings', '--output', 'human']
		]
	},
	format: {
		args: [bin.prettier, '--check', '.', '--log-level', 'warn', '--cache'].concat(
			`--cache-location=${join(CACHE, 'prettier')}`
		)
	},
	queries: { args: ['src/launch/generate-queries.js', '--check'] },
	unit: vitest('server'),
	component: vitest('browser'),
	e2e: {
		args: [
			...[bin.playwright, 'test', '--config', 'tests/playwright.config.ts'],
			'--reporter=list,json'
		],
		env: { PLAYWRIGHT_JSON_OUTPUT_NAME: join(root, RESULTS, 'e2e.json') },
		needs: ['build'],
		count: () => readPlaywright(join(RESULTS, 'e2e.json'))
	}
};

/** @returns {string} */
function sourcesHash() {
	return fingerprint(['src', 'tests', 'eslint.config.js'], (path) =>
		/\.(ts|js|svelte)$/.test(path)
	);
}

/**
 * @param {string[]} names as given on the command line
 * @returns {Record<string, import('./scheduler.js').Step>} all steps, or those named with what they need
 */
function choose(names) {
	const unknown = names.filter((name) => !(name in STEPS));
	if (unknown.length > 0) {
		throw new LaunchError(
			`There is no step ${unknown.join(', ')}; the steps are: ${Object.keys(STEPS).join(', ')}.`,
			2
		);
	}
	if (names.length === 0) return STEPS;
	const chosen = new Set(names);
	if (names.some((name) => STEPS[name]?.needs)) chosen.add('build');
	return Object.fromEntries(Object.entries(STEPS).filter(([name]) => chosen.has(name)));
}

try {
	const steps = choose(process.argv.slice(2));
	await install();
	await prepare();
	if ('component' in steps || 'e2e' in steps) {
		const { ensureChromium } = await import('../src/launch/browser.js');
		console.log(`browser ${ensureChromium()}`);
	}
	if ('unit' in steps) ensurePdfReaders();
	rmSync(join(root, RESULTS), { recursive: true, force: true });
	mkdirSync(join(root, RESULTS), { recursive: true });
	const results = await runAll(steps);
	const { passed, failed, skipped, skippedNames } = addUp(results);
	for (const name of skippedNames) console.log(`skipped: ${name}`);
	console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
	process.exitCode = failed > 0 ? 1 : 0;
} catch (error) {
	fail(error);
}
