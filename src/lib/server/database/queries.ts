import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { UserError } from '../../domain/user-error';

/** A parameter of a query and the SQL type it is cast to, in lower case ("integer", "varchar[]"). */
export interface QueryParameter {
	name: string;
	type: string;
}

/** One statement of the query folder, with what its header says about it. */
export interface Query {
	/** `area/name`, as in `queries/area/name.sql`. */
	name: string;
	sql: string;
	/** What the statement answers: the header's lines before the first `key:`. */
	question: string;
	/** The grain of its rows, in the header's words. */
	rows: string | undefined;
	/** Result columns that are never null (`-- not null: a, b`). */
	notNull: string[];
	/** The kind of file a staging statement reads (`-- reads: csv`); it cannot be prepared on nothing. */
	reads: string | undefined;
	parameters: QueryParameter[];
}

/** A numbered migration: a folder of statements, run in the order of their names. */
export interface Migration {
	version: number;
	name: string;
	statements: { file: string; sql: string }[];
}

const cache = new Map<string, Map<string, Query>>();

/**
 * Answers every query of `<home>/queries` by name, the migrations excepted. Read once per home.
 * Throws UserError `home_without_queries` when the folder is not there, and a plain error that lists
 * the files that break the rules of the folder.
 */
export function loadQueries(home: string): Map<string, Query> {
	const known = cache.get(home);
	if (known) return known;
	const queries = readQueries(home);
	cache.set(home, queries);
	return queries;
}

/** As loadQueries, but always from disk: for the generator, which runs while files change. */
export function readQueries(home: string): Map<string, Query> {
	const root = join(home, 'queries');
	if (!existsSync(root)) throw new UserError('home_without_queries', { path: home });
	const queries = new Map<string, Query>();
	const spellings = new Map<string, string>();
	const failures: string[] = [];
	for (const file of sqlFiles(root)) {
		const name = relative(root, file)
			.split(sep)
			.join('/')
			.replace(/\.sql$/, '');
		if (name.startsWith('schema/')) continue;
		// Some file systems hold two spellings of one name and others do not.
		const twin = spellings.get(name.toLowerCase());
		if (twin) failures.push(`queries/${name}.sql: the name is taken by queries/${twin}.sql`);
		spellings.set(name.toLowerCase(), name);
		try {
			queries.set(name, parseQuery(name, readFileSync(file, 'utf8')));
		} catch (error) {
			failures.push((error as Error).message);
		}
	}
	if (failures.length > 0) throw new Error(failures.join('\n'));
	return queries;
}

/** Answers one query by name; throws an error that names it when the folder has none. */
export function findQuery(home: string, name: string): Query {
	const query = loadQueries(home).get(name);
	if (!query) throw new Error(`no query ${name}: expected queries/${name}.sql in ${home}`);
	return query;
}

/** Answers the queries of a folder, in the order of their names; throws an error that names it when there are none. */
export function findFolder(home: string, folder: string): Query[] {
	const queries = [...loadQueries(home).values()].filter(({ name }) =>
		name.startsWith(`${folder}/`)
	);
	if (queries.length === 0) throw new Error(`no queries in queries/${folder}`);
	return queries.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * Answers the migrations of `<home>/queries/schema/NNNN_name/NN_x.sql`, oldest first. Throws an error
 * that names the folder when a name has no number or two have the same.
 */
export function readMigrations(home: string): Migration[] {
	const root = join(home, 'queries', 'schema');
	if (!existsSync(root)) throw new UserError('home_without_queries', { path: home });
	const migrations = readdirSync(root, { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.map((entry) => {
			const number = /^(\d{4})_(\w+)$/.exec(entry.name);
			if (!number) throw new Error(`queries/schema/${entry.name}: expected NNNN_name`);
			const statements = sqlFiles(join(root, entry.name)).map((file) => ({
				file: relative(home, file),
				sql: readFileSync(file, 'utf8')
			}));
			return { version: Number(number[1]), name: entry.name, statements };
		})
		.sort((a, b) => a.version - b.version);
	migrations.forEach((migration, index) => {
		if (migration.version === migrations[index - 1]?.version)
			throw new Error(`queries/schema/${migration.name}: its number is taken`);
	});
	return migrations;
}

/**
 * Reads one query's text. Throws an error that names the query when it has no header, or a parameter
 * that is not cast where it stands or is cast to two types: one parameter without a type hides the
 * types of all others, and with them a misspelt column.
 */
export function parseQuery(name: string, sql: string): Query {
	const header = parseHeader(sql);
	if (!header.question)
		throw new Error(`queries/${name}.sql: begin with a comment that says what it answers`);
	return { name, sql, ...header, parameters: parseParameters(name, sql) };
}

function parseHeader(sql: string): Omit<Query, 'name' | 'sql' | 'parameters'> {
	const fields = new Map<string, string>();
	let key = 'question';
	for (const line of sql.split(/\r?\n/)) {
		const comment = /^--\s?(.*)$/.exec(line.trim());
		if (!comment) break;
		const field = /^(params|rows|not null|reads):\s*(.*)$/i.exec(comment[1] ?? '');
		key = field?.[1]?.toLowerCase() ?? key;
		const text = (field ? field[2] : comment[1]) ?? '';
		fields.set(key, `${fields.get(key) ?? ''} ${text}`.trim());
	}
	const list = (text: string | undefined) => text?.split(/[\s,]+/).filter(Boolean) ?? [];
	return {
		question: fields.get('question') ?? '',
		rows: fields.get('rows'),
		notNull: list(fields.get('not null')),
		reads: fields.get('reads')
	};
}

function parseParameters(name: string, sql: string): QueryParameter[] {
	const types = new Map<string, string>();
	replaceParameters(sql, (place, parameter, cast) => {
		if (!cast)
			throw new Error(`queries/${name}.sql: cast $${parameter} wherever it stands ($x::integer)`);
		const type = cast.toLowerCase().replace(/\s+/g, '');
		const known = types.get(parameter);
		if (known && known !== type)
			throw new Error(`queries/${name}.sql: $${parameter} is cast to ${known} and to ${type}`);
		types.set(parameter, type);
		return place;
	});
	return [...types].map(([parameter, type]) => ({ name: parameter, type }));
}

const quoted = /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|"(?:[^"]|"")*"/;
const type = /[a-z]\w*(?:\s*\(\s*\d+(?:\s*,\s*\d+)?\s*\))?(?:\s*\[\s*\])*/;
const place = new RegExp(`${quoted.source}|\\$([a-z_]\\w*)(?:\\s*::\\s*(${type.source}))?`, 'gi');

/**
 * Answers the statement with every place of a parameter, its cast included, replaced; a dollar sign
 * in a text or a comment means nothing.
 */
export function replaceParameters(
	sql: string,
	replace: (place: string, name: string, type: string | undefined) => string
): string {
	return sql.replace(place, (text: string, name?: string, type?: string) =>
		name ? replace(text, name, type) : text
	);
}

function sqlFiles(folder: string): string[] {
	return readdirSync(folder, { withFileTypes: true, recursive: true })
		.filter((entry) => entry.isFile() && entry.name.endsWith('.sql'))
		.map((entry) => join(entry.parentPath, entry.name))
		.sort();
}
