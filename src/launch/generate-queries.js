import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

/**
 * Writes the types of queries/ into src/lib/server/database/generated; with --check it only compares.
 * Runs the generator from its source, so that it works before anything is built.
 */
const root = fileURLToPath(new URL('../..', import.meta.url));
const source = fileURLToPath(new URL('../lib/server/database/generate.ts', import.meta.url));

try {
	const { module: generator } =
		/** @type {{ module: typeof import('../lib/server/database/generate.ts') }} */ (
			await runnerImport(source, { root, configFile: false, logLevel: 'error' })
		);
	if (process.argv.includes('--check')) await generator.checkGenerated(root);
	else console.error((await generator.writeGenerated(root)) ? 'queries: written' : 'queries: same');
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
}
