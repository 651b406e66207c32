import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { StagingFolder } from './staging';

const folder = new StagingFolder();

describe('JSON that is no array is laid out as one', () => {
	const long = '{"nip":198501012010011001,"kd":"021212"}';
	const cases: [title: string, name: string, content: string, rows: string][] = [
		[
			'an object per line, long numbers exact',
			'a.json',
			`${long}\n{"nip":2}\n`,
			`[${long},\n{"nip":2}]`
		],
		[
			'blank lines and CR LF between the objects',
			'a.ndjson',
			`\r\n{"a":1}\r\n\r\n  {"a":2}\r\n\r\n`,
			'[{"a":1},\n  {"a":2}]'
		],
		['a single line, in a file that says it holds lines', 'a.ndjson', '{"a":1}', '[{"a":1}]'],
		[
			'a line that is no JSON becomes a text of its own',
			'a.jsonl',
			'{"a":1}\n{"a":\nURL-NOT-DEFINED',
			'[{"a":1},\n"{\\"a\\":",\n"URL-NOT-DEFINED"]'
		],
		[
			'the rows of an answer',
			'a.json',
			`{"success":true,"data":[${long},{"nip":3}],"meta":{"limit":2,"has_more":false,"cursor":null}}`,
			`[${long},{"nip":3}]`
		],
		[
			'an answer whose keys stand in another order',
			'a.json',
			'{\n "meta": {"data": [1]}, "data" : [ {"a":"]}\\"["} ] , "success":true}',
			'[{"a":"]}\\"["} ]'
		],
		['an answer without rows', 'a.json', '{"success":true,"data":[ ],"meta":{}}', '[]'],
		['an answer whose data is null', 'a.json', '{"success":true,"data":null}', '[]'],
		[
			'several answers after each other',
			'a.json',
			'{"data":[{"a":1}]}\n{"data":[]}\n{"data":[{"a":2},{"a":3}],"meta":{}}',
			'[{"a":1},{"a":2},{"a":3}]'
		],
		[
			'records that have a column "data"',
			'a.json',
			'{"id":1,"data":[1]}\n{"id":2,"data":[]}\n',
			'[{"id":1,"data":[1]},\n{"id":2,"data":[]}]'
		]
	];
	it.each(cases)('%s', async (_title, name, content, rows) => {
		const { staged, text } = await folder.stage(name, content);
		expect(staged).toMatchObject({ container: 'json', format: 'json', notes: [] });
		expect(text).toBe(rows);
		expect((await folder.stage(`${name}.gz`, gzipSync(content))).text).toBe(rows);
	});

	it('an answer that says there are more pages', async () => {
		const content = '{"success":true,"data":[{"a":1}],"meta":{"has_more":true,"cursor":"x"}}';
		expect((await folder.stage('a.json', content)).staged.notes).toEqual([
			{ code: 'import_note_more_pages', params: { file: 'a.json' } }
		]);
	});

	it('rows that are longer than the pieces in which a file is read', async () => {
		const rows = Array.from(
			{ length: 30_000 },
			(_, n) => `{"n":${n},"teks":"${'x'.repeat(90)}\\"]}"}`
		);
		const answer = await folder.stage(
			'a.json',
			`{"success":true,"data":[${rows.join(',')}],"meta":{}}`
		);
		expect(answer.text).toBe(`[${rows.join(',')}]`);
		const lines = await folder.stage('a.json', rows.join('\r\n'));
		expect(lines.text).toBe(`[${rows.join(',\n')}]`);
	});

	it('a record after which other numbers would be kept is not parsed: 1.0 stays 1.0', async () => {
		const { text } = await folder.stage('a.json', '{"a":1.0,"b":1e2}\n{"a":1.50}');
		expect(text).toBe('[{"a":1.0,"b":1e2},\n{"a":1.50}]');
	});
});

describe('what is there instead of data is refused with its own sentence', () => {
	const cases: [code: string, title: string, name: string, content: string, params: object][] = [
		['import_empty', 'a file of 0 bytes', 'a.json', '', {}],
		['import_empty', 'blank lines', 'a.json', '\r\n \n', {}],
		['import_no_rows', 'a closing bracket alone', 'a.json', ']', {}],
		['import_no_rows', 'a closing bracket and a line end', 'a.json', '\n]\r\n', {}],
		['import_not_json', 'an error text', 'a.json', 'URL-NOT-DEFINED', { text: 'URL-NOT-DEFINED' }],
		[
			'import_not_json',
			'an error text as a JSON string',
			'a.json',
			'"URL-NOT-DEFINED"',
			{ text: '"URL-NOT-DEFINED"' }
		],
		[
			'import_one_line',
			'an error text in a CSV file',
			'a.csv',
			'URL-NOT-DEFINED\r\n',
			{ text: 'URL-NOT-DEFINED' }
		],
		[
			'import_markup',
			'an error page',
			'a.json',
			'<html><head><title>502 Bad Gateway</title></head></html>',
			{}
		],
		[
			'import_markup',
			'an error page after a blank line',
			'a.csv',
			'\n<!DOCTYPE html>\n<html lang="id">',
			{}
		],
		[
			'import_markup',
			'a table of a web page that calls itself a workbook',
			'a.xls',
			'<table><tr><td>1</td></tr></table>',
			{}
		],
		[
			'import_source_refused',
			'an answer that failed',
			'a.json',
			'{"success":false,"message":"Token tidak valid","data":[]}',
			{ text: 'Token tidak valid' }
		],
		[
			'import_source_refused',
			'an answer that says so after its rows',
			'a.json',
			'{"data":[{"a":1}],"success":false,"error":"terputus"}',
			{ text: 'terputus' }
		],
		[
			'import_source_refused',
			'an error as an object',
			'a.json',
			'{"error":{"code":401,"message":"Unauthorized"}}',
			{ text: 'Unauthorized' }
		],
		[
			'import_source_refused',
			'a message alone',
			'a.json',
			'{"status":404,\n"message":"Not Found"}',
			{ text: 'Not Found' }
		],
		['import_json_object', 'one object', 'a.json', '{"a":1}', {}],
		['import_json_object', 'one object over many lines', 'a.json', '{\n"a":1\n}', {}],
		[
			'import_json_object',
			'an answer about one thing',
			'a.json',
			'{"success":true,"data":{"a":1}}',
			{}
		],
		[
			'import_json_broken',
			'an answer that breaks off',
			'a.json',
			'{"success":true,"data":[{"a":1},{"a"',
			{}
		],
		[
			'import_json_broken',
			'an answer that breaks off after its rows',
			'a.json',
			'{"success":true,"data":[{"a":1}],"meta":{',
			{}
		],
		[
			'import_json_broken',
			'something after the answer',
			'a.json',
			'{"data":[{"a":1}]} Warning: x',
			{}
		]
	];
	it.each(cases)('%s: %s', async (code, _title, name, content, params) => {
		expect(await folder.refusal(name, content)).toMatchObject({
			code,
			params: { file: name, ...params }
		});
		if (content === '') return;
		expect((await folder.refusal(`${name}.gz`, gzipSync(content))).code).toBe(code);
	});
});
