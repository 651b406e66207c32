import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { DuckDBConnection } from '@duckdb/node-api';
import { UserError } from '../../domain/user-error';
import { migrate } from './migrate';
import { asOpeningError } from './store-errors';

/** The names of files that the product itself puts into the work folder begin so. */
export const workFilePrefix = 'tepat-';

export interface OpenInstance {
	instance: DuckDBInstance;
	/** The connection that writes: the only one whose progress can be read. */
	connection: DuckDBConnection;
	/** The only folder that statements can read files from and write them to. */
	workFolder: string;
	/** Names of the migrations that this opening applied. */
	migrated: string[];
}

/**
 * Opens the store's file, makes it when it is new, shuts every door but the work folder beside it,
 * and migrates it. Throws UserError, see asOpeningError and migrate.
 */
export async function openInstance(options: {
	path: string;
	home: string;
	memoryLimit: string;
}): Promise<OpenInstance> {
	const { path } = options;
	const workFolder = join(dirname(path), 'work');
	let instance: DuckDBInstance | undefined;
	let connection: DuckDBConnection | undefined;
	try {
		if (isFolder(path)) throw new UserError('store_is_folder', { path });
		mkdirSync(workFolder, { recursive: true });
		instance = await DuckDBInstance.fromCache(path);
		connection = await instance.connect();
		await configure(connection, workFolder, options.memoryLimit);
		const migrated = await migrate(connection, options.home, path);
		removeLeftovers(workFolder);
		return { instance, connection, workFolder, migrated };
	} catch (error) {
		connection?.closeSync();
		instance?.closeSync();
		throw asOpeningError(error, path);
	}
}

/**
 * The order is forced: the progress bar is a setting of one session and is refused after the lock,
 * and the folder must be allowed before everything else is forbidden.
 */
async function configure(connection: DuckDBConnection, workFolder: string, memoryLimit: string) {
	const settings: [name: string, value: string][] = [
		['session enable_progress_bar', 'true'],
		['session enable_progress_bar_print', 'false'],
		['global memory_limit', quoted(memoryLimit)],
		// What a large import has freed goes back to the machine.
		['global allocator_flush_threshold', quoted('16MB')],
		['global allocator_background_threads', 'true'],
		// The writer checkpoints by itself, after it has answered.
		['global checkpoint_threshold', quoted('1GB')],
		['global temp_directory', quoted(join(workFolder, 'spill'))],
		// Tried on each column that is written, for a fiftieth of the file at best: an import has better to do.
		['global disabled_compression_methods', quoted('rle,roaring')],
		// Sessions on one machine must not read a moment differently from those on another.
		['global TimeZone', quoted('UTC')],
		// Else a misspelt function waits for the network.
		['global autoinstall_known_extensions', 'false'],
		['global autoload_known_extensions', 'false'],
		['global allowed_directories', `[${quoted(workFolder)}]`],
		['global enable_external_access', 'false'],
		['global lock_configuration', 'true']
	];
	for (const [name, value] of settings) await connection.run(`set ${name} = ${value}`);
}

function quoted(text: string): string {
	return `'${text.replaceAll("'", "''")}'`;
}

function isFolder(path: string): boolean {
	return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** What a killed process left half-written: whoever has just locked the store owns the folder. */
function removeLeftovers(workFolder: string): void {
	for (const name of readdirSync(workFolder))
		if (name.startsWith(workFilePrefix)) rmSync(join(workFolder, name), { recursive: true });
}
