import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../src/launch/fingerprint.js';

/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {string[]} skippedNames
 */

/**
 * Adds up the tests of all steps. A step that failed without a failed test to show for it (formatting,
 * types, a test file that does not load) counts as one failure: the last line never says "0 failed" of a failed run.
 * @param {import('./scheduler.js').Result[]} results
 * @returns {Counts}
 */
export function addUp(results) {
	const sum = none();
	for (const { ok, counts } of results) {
		const { passed, failed, skipped, skippedNames } = counts ?? none();
		sum.passed += passed;
		sum.failed += ok ? failed : Math.max(failed, 1);
		sum.skipped += skipped;
		sum.skippedNames.push(...skippedNames);
	}
	return sum;
}

/**
 * @param {string} path of the report of Vitest's json reporter; none when it ended before writing it
 * @returns {Counts}
 */
export function readVitest(path) {
	const counts = none();
	/** @type {{ testResults: { status: string, assertionResults: { status: string, fullName: string }[] }[] } | undefined} */
	const report = readJson(path);
	for (const { status, assertionResults } of report?.testResults ?? []) {
		if (status === 'failed' && assertionResults.length === 0) counts.failed += 1;
		for (const test of assertionResults) {
			if (test.status === 'passed') counts.passed += 1;
			else if (test.status === 'failed') counts.failed += 1;
			else skip(counts, test.fullName);
		}
	}
	return counts;
}

/**
 * @typedef {{ specs?: { title: string, tests: { status: string }[] }[], suites?: Suite[] }} Suite
 * @param {string} path of the report of Playwright's json reporter; none when it ended before writing it
 * @returns {Counts}
 */
export function readPlaywright(path) {
	const counts = none();
	/** @param {Suite} suite */
	const visit = (suite) => {
		for (const { title, tests } of suite.specs ?? []) {
			for (const { status } of tests) {
				if (status === 'expected') counts.passed += 1;
				else if (status === 'skipped') skip(counts, title);
				else counts.failed += 1;
			}
		}
		suite.suites?.forEach(visit);
	};
	const report = readJson(path);
	if (report) visit(report);
	return counts;
}

/** @returns {Counts} */
function none() {
	return { passed: 0, failed: 0, skipped: 0, skippedNames: [] };
}

/**
 * @param {Counts} counts
 * @param {string} name
 */
function skip(counts, name) {
	counts.skipped += 1;
	counts.skippedNames.push(name);
}

/**
 * @param {string} path
 * @returns {any} its content, undefined when there is no such file
 */
function readJson(path) {
	const file = join(root, path);
	return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}
