import { DuckDBDataChunk, DuckDBTypeId } from '@duckdb/node-api';
import type { DuckDBConnection, DuckDBType, DuckDBValue } from '@duckdb/node-api';
import columnsOfTable from './bookkeeping/columns.sql?raw';

/** Rows to be added, by column: every column of the table, all of one length. */
export type ColumnsToAppend = Readonly<
	Record<string, readonly (string | number | boolean | null)[]>
>;

/** The rows of one of the database's own vectors: a chunk holds no more. */
const chunkRows = 2048;

/** What a whole number's type can hold: the client would wrap anything else around silently. */
const wholeLimits: Partial<Record<DuckDBTypeId, [smallest: number, largest: number]>> = {
	[DuckDBTypeId.TINYINT]: [-128, 127],
	[DuckDBTypeId.UTINYINT]: [0, 255],
	[DuckDBTypeId.SMALLINT]: [-32_768, 32_767],
	[DuckDBTypeId.USMALLINT]: [0, 65_535],
	[DuckDBTypeId.INTEGER]: [-2_147_483_648, 2_147_483_647],
	[DuckDBTypeId.UINTEGER]: [0, 4_294_967_295],
	[DuckDBTypeId.BIGINT]: [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
	[DuckDBTypeId.UBIGINT]: [0, Number.MAX_SAFE_INTEGER]
};

/**
 * Adds rows to a table (whole numbers, doubles, booleans and text) and answers how many; nine times
 * as fast as lists in a statement. Throws an error that names table and column for a column that is
 * missing or unknown, for lengths that differ, and for a value that its column cannot hold.
 */
export async function appendColumns(
	connection: DuckDBConnection,
	table: string,
	columns: ColumnsToAppend
): Promise<number> {
	const names = await columnNames(connection, table, columns);
	const rows = columns[names[0] as string]?.length ?? 0;
	for (const name of names)
		if (columns[name]?.length !== rows)
			throw new TypeError(`${table}.${name}: ${columns[name]?.length} values for ${rows} rows`);
	const appender = await connection.createAppender(table);
	try {
		const types = names.map((_, index) => appender.columnType(index));
		for (let start = 0; start < rows; start += chunkRows) {
			const chunk = DuckDBDataChunk.create(types, Math.min(chunkRows, rows - start));
			names.forEach((name, index) => {
				const values = columns[name]?.slice(start, start + chunkRows) ?? [];
				const type = types[index] as DuckDBType;
				chunk.setColumnValues(
					index,
					values.map((value) => toDuckDB(value, type, `${table}.${name}`))
				);
			});
			appender.appendDataChunk(chunk);
		}
		appender.flushSync();
		appender.closeSync();
	} catch (error) {
		// Closing tries to write again, and complains about the transaction instead of the value.
		try {
			appender.closeSync();
		} catch (again) {
			throw new Error(`${table}: ${(error as Error).message}`, { cause: again });
		}
		throw error;
	}
	return rows;
}

async function columnNames(
	connection: DuckDBConnection,
	table: string,
	columns: ColumnsToAppend
): Promise<string[]> {
	const result = await connection.run(columnsOfTable, { table });
	const names = (await result.getRowObjects()).map(({ name }) => String(name));
	const missing = names.filter((name) => !(name in columns));
	if (missing.length > 0) throw new TypeError(`${table}: no values for ${missing.join(', ')}`);
	const unknown = Object.keys(columns).filter((name) => !names.includes(name));
	if (unknown.length > 0) throw new TypeError(`${table} has no column ${unknown.join(', ')}`);
	return names;
}

function toDuckDB(
	value: string | number | boolean | null,
	type: DuckDBType,
	column: string
): DuckDBValue {
	if (value === null) return null;
	const limits = wholeLimits[type.typeId];
	if (limits) {
		if (typeof value === 'number' && Number.isInteger(value))
			if (value >= limits[0] && value <= limits[1])
				return type.typeId === DuckDBTypeId.BIGINT || type.typeId === DuckDBTypeId.UBIGINT
					? BigInt(value)
					: value;
	} else if (type.typeId === DuckDBTypeId.DOUBLE) {
		if (typeof value === 'number') return value;
	} else if (type.typeId === DuckDBTypeId.VARCHAR) {
		if (typeof value === 'string') return value;
	} else if (type.typeId === DuckDBTypeId.BOOLEAN) {
		if (typeof value === 'boolean') return value;
	}
	throw new TypeError(`${column} is ${String(type)} and cannot hold ${JSON.stringify(value)}`);
}
