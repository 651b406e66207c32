import { resolve } from 'node:path';

/** Where the product finds its files and how much memory its store may take. */
export interface Settings {
	/** Project root: the folder that holds `queries/` and `data/`. */
	home: string;
	/** Folder of the store, of uploads in progress and of backups. */
	varFolder: string;
	/** The store's file. */
	storePath: string;
	/** Upper bound of the store's memory in DuckDB's notation ("500MB"). */
	memoryLimit: string;
}

/**
 * Reads the settings from the environment: TEPAT_HOME (default: the current folder, which npm sets
 * to the package), TEPAT_VAR (default: `var` in the home), TEPAT_STORE (default: `tepat.duckdb` in
 * TEPAT_VAR), TEPAT_MEMORY (default: 500MB). Relative folders count from the home.
 */
export function readSettings(env: Record<string, string | undefined> = process.env): Settings {
	const home = resolve(env.TEPAT_HOME || process.cwd());
	const varFolder = resolve(home, env.TEPAT_VAR || 'var');
	return {
		home,
		varFolder,
		storePath: resolve(varFolder, env.TEPAT_STORE || 'tepat.duckdb'),
		memoryLimit: env.TEPAT_MEMORY || '500MB'
	};
}

/**
 * Resolves a file argument of the command line against the folder the person typed it in: npm runs
 * scripts in the package's folder and keeps the caller's in INIT_CWD.
 */
export function resolveArgument(
	path: string,
	env: Record<string, string | undefined> = process.env
): string {
	return resolve(env.INIT_CWD || process.cwd(), path);
}
