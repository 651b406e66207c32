import type { DuckDBConnection } from '@duckdb/node-api';
import { UserError } from '../../domain/user-error';
import createSchemaVersion from './bookkeeping/create_schema_version.sql?raw';
import currentVersion from './bookkeeping/current_version.sql?raw';
import recordVersion from './bookkeeping/record_version.sql?raw';
import tables from './bookkeeping/tables.sql?raw';
import { readMigrations } from './queries';

/**
 * Brings the store's schema up to the migrations of the home, all of them in one transaction, and
 * answers the names of those it applied. Throws UserError `store_newer` {path, version, known} for a
 * store of a later release and `store_foreign` {path} for a database that is not a store; both are
 * left untouched. A statement that fails names its file and changes nothing.
 */
export async function migrate(
	connection: DuckDBConnection,
	home: string,
	path: string
): Promise<string[]> {
	const migrations = readMigrations(home);
	const current = await readVersion(connection, path);
	const known = migrations.at(-1)?.version ?? 0;
	if (current > known) throw new UserError('store_newer', { path, version: current, known });
	const pending = migrations.filter(({ version }) => version > current);
	if (pending.length === 0) return [];
	await connection.run('begin');
	try {
		await connection.run(createSchemaVersion);
		for (const { version, name, statements } of pending) {
			for (const { file, sql } of statements) await runStatement(connection, file, sql);
			await connection.run(recordVersion, { version, name });
		}
		await connection.run('commit');
	} catch (error) {
		await connection.run('rollback').catch(() => undefined);
		throw error;
	}
	return pending.map(({ name }) => name);
}

async function readVersion(connection: DuckDBConnection, path: string): Promise<number> {
	const names = (await (await connection.run(tables)).getRowObjects()).map(({ name }) => name);
	if (names.length === 0) return 0;
	if (!names.includes('schema_version')) throw new UserError('store_foreign', { path });
	const [row] = await (await connection.run(currentVersion)).getRowObjects();
	return Number(row?.version);
}

async function runStatement(connection: DuckDBConnection, file: string, sql: string) {
	try {
		await connection.run(sql);
	} catch (error) {
		throw new Error(`${file}: ${(error as Error).message}`, { cause: error });
	}
}
