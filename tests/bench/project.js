import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

/** The project's folder. */
export const home = fileURLToPath(new URL('../..', import.meta.url));

/**
 * A module of the project, as it is in its sources.
 * @param {string} path from the project's folder
 */
export async function load(path) {
	const { module } = await runnerImport(join(home, path), {
		root: home,
		configFile: false,
		logLevel: 'error',
		resolve: { alias: { $lib: join(home, 'src/lib') } }
	});
	return module;
}

/** The first ten activities of the SOP of e-purchasing, as CSV cells. */
export async function tenActivities() {
	const { loadCatalogue } = await load('src/lib/server/catalogue/load.ts');
	const sop = loadCatalogue(home).find(
		(/** @type {{ id: string }} */ { id }) => id === 'pos-epurchasing'
	);
	return sop.steps
		.slice(0, 10)
		.map((/** @type {{ activity: string }} */ step) => `"${step.activity}"`);
}
