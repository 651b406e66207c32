import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
	checkGenerated,
	generateQueries,
	generatedPath,
	writeGenerated
} from '../../src/lib/server/database/generate';
import { home, newFolder } from './fixture-store';

const header = '-- A question.\n';

describe('the generator', () => {
	test('writes parameters and rows, the same each time', async () => {
		const text = await generateQueries(home);
		expect(await generateQueries(home)).toBe(text);
		for (const entry of [
			"'notes/find': {\n\t\tparams: { ids: readonly (number | null)[] | null };\n\t\trow: { id: number; body: string | null };",
			"'notes/add': {\n\t\tparams: { id: number | null; body: string | null };\n\t\trow: Record<never, never>;",
			"'staging/fill': {\n\t\tparams: { path: string | null };\n\t\trow: Record<never, never>;",
			"'notes/slow_read': {\n\t\tparams: { rows: number | null };\n\t\trow: { n: number };",
			"'staging/count': {\n\t\tparams: Record<never, never>;\n\t\trow: { n: number };",
			"'staging/rejects': {\n\t\tparams: Record<never, never>;\n\t\trow: { line: number | null };",
			'struct: { a: number | null; b: (string | null)[] | null } | null',
			'map: Record<string, number | null> | null'
		])
			expect(text).toContain(entry);
	});

	test.each([
		['a column that does not exist', `${header}select colour from note`, /colour/],
		['a table that does not exist', `${header}select 1 as x from letters`, /letters/],
		[
			'a misspelt column beside a parameter that may be null',
			`${header}select id from note where ($x::integer is null or nmae = $x::integer)`,
			/nmae/
		],
		[
			'a misspelt column beside the parameter of a table function',
			`${header}select nmae from note, range($x::bigint)`,
			/nmae/
		],
		['a parameter without a cast', `${header}select id from note where id = $id`, /cast \$id/],
		[
			'a parameter cast in one place only',
			`${header}select $x::integer as a, id from note where id = $x`,
			/cast \$x wherever/
		],
		[
			'a parameter of two types',
			`${header}select $x::integer as a, $x::varchar as b`,
			/\$x is cast to integer and to varchar/
		],
		['two statements', `${header}select 1 as a; select 2 as b`, /holds 2 statements/],
		['no statement', `${header}`, /holds 0 statements/],
		['no header', 'select 1 as a', /begin with a comment/],
		['two columns of one name', `${header}select id, id from note`, /two columns are called id/],
		['"not null" of no column', `${header}-- not null: idd\nselect id from note`, /idd/],
		[
			'a type no row can carry',
			`${header}select interval 1 day as span`,
			/span is of type INTERVAL/
		],
		[
			'a file read outside of staging',
			`${header}-- reads: csv\nselect * from read_csv($p::varchar)`,
			/must fill a staging table/
		]
	])('refuses %s and names the query', async (_, sql, complaint) => {
		const folder = homeWith('notes/odd', sql);
		await expect(generateQueries(folder)).rejects.toThrow(complaint);
		await expect(generateQueries(folder)).rejects.toThrow('queries/notes/odd.sql');
	});

	test('refuses two spellings of one name', async () => {
		const folder = homeWith('notes/List', `${header}select 1 as a`);
		await expect(generateQueries(folder)).rejects.toThrow(/is taken by queries\/notes\/List\.sql/);
	});

	test('tells when the types in the project are not those of the queries', async () => {
		const folder = homeWith('notes/one', `${header}select 1 as a`);
		await expect(checkGenerated(folder)).rejects.toThrow(/run npm run queries/);
		expect(await writeGenerated(folder)).toBe(true);
		expect(await writeGenerated(folder)).toBe(false);
		await checkGenerated(folder);
		rmSync(join(folder, 'queries/notes/one.sql'));
		await expect(checkGenerated(folder)).rejects.toThrow(/run npm run queries/);
	});
});

function homeWith(name: string, sql: string): string {
	const folder = join(newFolder(), 'home');
	cpSync(home, folder, { recursive: true });
	mkdirSync(dirname(generatedPath(folder)), { recursive: true });
	writeFileSync(join(folder, 'queries', `${name}.sql`), sql);
	return folder;
}
