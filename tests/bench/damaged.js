import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

/**
 * Imports damaged variants of good files of every kind, each as a whole, into one store. A variant must be refused
 * with a sentence that names it, or come in with every row accounted for and go again without trace. Prints what
 * became of them; ends with 1 at the first of which neither is true, and keeps that file.
 *
 *   node tests/bench/damaged.js [variants = 10000] [first = 0]
 */
const [variants = 10_000, first = 0] = process.argv.slice(2).map(Number);
const home = fileURLToPath(new URL('../..', import.meta.url));

const { module } = await runnerImport(
	fileURLToPath(new URL('../importing/containers/import-damaged.ts', import.meta.url)),
	{
		root: home,
		configFile: false,
		logLevel: 'error',
		resolve: { alias: { $lib: fileURLToPath(new URL('../../src/lib', import.meta.url)) } }
	}
);
const from = performance.now();
const outcomes = await module.importDamaged({
	variants,
	first,
	report: (/** @type {string} */ line) => console.log(line)
});
for (const [outcome, count] of Object.entries(outcomes)) console.log(`${count}\t${outcome}`);
console.log(
	`${variants} variants in ${Math.round((performance.now() - from) / 1000)} s; peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`
);
