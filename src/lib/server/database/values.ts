import {
	DuckDBDateValue,
	DuckDBDecimalValue,
	DuckDBListValue,
	DuckDBArrayValue,
	DuckDBMapValue,
	DuckDBStructValue,
	DuckDBTimestampTZValue,
	DuckDBTimestampValue,
	DuckDBTypeId,
	LIST,
	VARCHAR,
	BIGINT,
	BOOLEAN,
	DOUBLE,
	listValue
} from '@duckdb/node-api';
import type {
	DuckDBDataChunk,
	DuckDBPreparedStatement,
	DuckDBResult,
	DuckDBType,
	DuckDBValue
} from '@duckdb/node-api';
import type { Query } from './queries';

/** A value as the product sees it: what JSON can carry. Dates and times are text, see fromDuckDB. */
export type Value =
	string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };

/** A row by column name. */
export type Row = Record<string, Value>;

/** A result column by column: `columns[i]` holds the values of `names[i]`. */
export interface Columns {
	names: string[];
	columns: Value[][];
}

/** Rows that are made at once: so few that they are gone before the garbage collector has moved them to where it seldom looks. */
const PART_ROWS = 64;

/** Reads a whole result into rows. Throws as fromDuckDB. */
export async function readRows(result: DuckDBResult): Promise<Row[]> {
	const rows: Row[] = [];
	for await (const part of readParts(result)) for (const row of part) rows.push(row);
	return rows;
}

/** Reads a result some rows at a time; what was read before can go while the next are read. Throws as fromDuckDB. */
export async function* readParts(result: DuckDBResult): AsyncGenerator<Row[]> {
	const names = result.columnNames();
	const plain = result.columnTypes().map((type) => plainType(type));
	for await (const chunk of chunksOf(result)) {
		const whole = names.map((_, column) => chunk.getColumnVector(column));
		for (let start = 0; start < chunk.rowCount; start += PART_ROWS) {
			const rows: Row[] = new Array(Math.min(PART_ROWS, chunk.rowCount - start));
			// A vector keeps each text that was taken from it.
			const vectors = whole.map((vector) => vector.slice(start, rows.length));
			for (let index = 0; index < rows.length; index++) {
				const row: Row = {};
				for (let column = 0; column < names.length; column++) {
					const value = vectors[column]?.getItem(index) as DuckDBValue;
					row[names[column] as string] = plain[column] ? (value as Value) : fromDuckDB(value);
				}
				rows[index] = row;
			}
			yield rows;
		}
	}
}

/** Reads a whole result into columns. Throws as fromDuckDB. */
export async function readColumns(result: DuckDBResult): Promise<Columns> {
	const names = result.columnNames();
	const plain = result.columnTypes().map((type) => plainType(type));
	const columns: Value[][] = names.map(() => []);
	for await (const chunk of chunksOf(result))
		for (let column = 0; column < names.length; column++) {
			const target = columns[column] as Value[];
			for (const value of chunk.getColumnValues(column))
				target.push(plain[column] ? (value as Value) : fromDuckDB(value));
		}
	return { names, columns };
}

/** The chunks of a result, one after another: each lies outside of the heap until it is let go. */
async function* chunksOf(result: DuckDBResult): AsyncGenerator<DuckDBDataChunk> {
	for (;;) {
		const chunk = await result.fetchChunk();
		if (!chunk || chunk.rowCount === 0) return;
		yield chunk;
	}
}

/** Types whose values arrive as the product wants them. */
function plainType({ typeId }: DuckDBType): boolean {
	return (
		typeId === DuckDBTypeId.VARCHAR ||
		typeId === DuckDBTypeId.ENUM ||
		typeId === DuckDBTypeId.INTEGER ||
		typeId === DuckDBTypeId.SMALLINT ||
		typeId === DuckDBTypeId.TINYINT ||
		typeId === DuckDBTypeId.DOUBLE ||
		typeId === DuckDBTypeId.BOOLEAN
	);
}

/**
 * Turns a value of the database into one that JSON can carry: whole numbers and decimals → number,
 * DATE → `2026-11-20`, TIMESTAMP → `2026-11-20T08:00:00` (milliseconds only when not zero; finer
 * parts are cut), TIMESTAMPTZ → the same in UTC with `Z`, LIST → array, STRUCT and MAP → object,
 * UUID and TIME → text. Throws RangeError for a whole number above 2^53 and for an infinite date,
 * which JavaScript would silently change.
 */
export function fromDuckDB(value: DuckDBValue): Value {
	if (value === null || typeof value !== 'object') {
		if (typeof value !== 'bigint') return value;
		const number = Number(value);
		if (!Number.isSafeInteger(number))
			throw new RangeError(`${value} is too large to be read exactly`);
		return number;
	}
	if (value instanceof DuckDBTimestampValue) return isoTime(value.micros);
	if (value instanceof DuckDBDateValue) return isoDate(value.days);
	if (value instanceof DuckDBTimestampTZValue) return `${isoTime(value.micros)}Z`;
	if (value instanceof DuckDBListValue || value instanceof DuckDBArrayValue)
		return value.items.map(fromDuckDB);
	if (value instanceof DuckDBStructValue)
		return Object.fromEntries(
			Object.entries(value.entries).map(([key, entry]) => [key, fromDuckDB(entry)])
		);
	if (value instanceof DuckDBMapValue)
		return Object.fromEntries(
			value.entries.map(({ key, value: entry }) => [String(fromDuckDB(key)), fromDuckDB(entry)])
		);
	if (value instanceof DuckDBDecimalValue) return value.toDouble();
	return String(value);
}

function isoDate(days: number): string {
	return new Date(days * 86_400_000).toISOString().slice(0, -14);
}

function isoTime(micros: bigint): string {
	const text = new Date(Number(micros / 1000n)).toISOString();
	return text.endsWith('.000Z') ? text.slice(0, -5) : text.slice(0, -1);
}

/**
 * Binds the parameters of a query by name. Whole numbers travel as BIGINT, dates and times as text,
 * and the cast in the statement does the rest, so that a number out of range fails instead of
 * wrapping. Throws an error that names the query for a missing, unknown or unfit parameter.
 */
export function bindParameters(
	statement: DuckDBPreparedStatement,
	query: Query,
	params: Readonly<Record<string, unknown>>
): void {
	for (const given of Object.keys(params))
		if (!query.parameters.some(({ name }) => name === given))
			throw new TypeError(`${query.name} has no parameter ${given}`);
	for (const { name, type } of query.parameters) {
		const value = params[name];
		const complaint = `${query.name}: parameter ${name} (${type})`;
		if (value === undefined) throw new TypeError(`${complaint} is missing`);
		const index = statement.parameterIndex(name);
		if (value === null) statement.bindNull(index);
		else {
			const carrier = carrierOf(type);
			statement.bindValue(index, toDuckDB(value, carrier, complaint), carrier);
		}
	}
}

const wholeNumbers = /^(u?(tiny|small|big|huge)int|u?integer|int\d{0,3}|short|long)$/;
const numbers = /^(double|float\d?|real|(decimal|numeric)(\(.*\))?)$/;

/** What kind of value a parameter of this SQL type takes. */
export function kindOf(type: string): 'whole' | 'number' | 'boolean' | 'text' {
	if (wholeNumbers.test(type)) return 'whole';
	if (numbers.test(type)) return 'number';
	return type === 'boolean' || type === 'bool' ? 'boolean' : 'text';
}

function carrierOf(type: string): DuckDBType {
	if (type.endsWith('[]')) return LIST(carrierOf(type.slice(0, -2)));
	return { whole: BIGINT, number: DOUBLE, boolean: BOOLEAN, text: VARCHAR }[kindOf(type)];
}

function toDuckDB(value: unknown, carrier: DuckDBType, complaint: string): DuckDBValue {
	if (value === null) return null;
	switch (carrier.typeId) {
		case DuckDBTypeId.LIST: {
			if (!Array.isArray(value)) throw new TypeError(`${complaint} is not a list`);
			const { valueType } = carrier as ReturnType<typeof LIST>;
			return listValue(value.map((item) => toDuckDB(item, valueType, complaint)));
		}
		case DuckDBTypeId.BIGINT:
			if (!Number.isSafeInteger(value))
				throw new TypeError(`${complaint} is not a whole number: ${String(value)}`);
			return BigInt(value as number);
		case DuckDBTypeId.DOUBLE:
			if (typeof value !== 'number') throw new TypeError(`${complaint} is not a number`);
			return value;
		case DuckDBTypeId.BOOLEAN:
			if (typeof value !== 'boolean') throw new TypeError(`${complaint} is not a boolean`);
			return value;
		default:
			if (typeof value !== 'string') throw new TypeError(`${complaint} is not text`);
			return value;
	}
}
