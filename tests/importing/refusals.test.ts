import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeError } from '$lib/server/errors/describe';
import { UserError } from '$lib/domain/user-error';
import { stageFile } from '$lib/server/importing/staging/stage-file';
import { Bench, header } from './store';

const row = 'A-1,Terima,2025-01-06 08:00:00,2025-01-06 08:05:00,Staf\n';

describe('a file that cannot be imported is refused with a sentence, and nothing changes', () => {
	let bench: Bench;
	let before: Record<string, string[]>;
	beforeAll(async () => {
		bench = await Bench.open();
		before = await bench.dump();
	});
	afterAll(() => bench.close());

	const contents: [code: string, name: string, content: string | Uint8Array, params: object][] = [
		['import_empty', 'empty.csv', '', {}],
		['import_empty', 'blank.csv', '\n \n\n', {}],
		['import_header_only', 'header.csv', header, {}],
		['import_header_only', 'no-end.csv', header.trim(), {}],
		['import_two_headers', 'twins.csv', 'case,activity,case\n1,2,3\n', { column: 'case' }],
		['import_unmapped', 'other.csv', 'apel,jeruk\n1,2\n', { present: 'apel, jeruk' }],
		['import_quotes', 'open.csv', `${header}${row}"A-2,${row}${row}`, { record: 2 }],
		['import_binary', 'program.csv', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1, 2, 0]), {}],
		['import_binary', 'late.csv', `${header}${row.repeat(40_000)}\0`, {}],
		['import_workbook_broken', 'table.xlsx', Buffer.from('PK\u0003\u0004 and so on'), {}],
		['import_gzip_broken', 'log.csv.gz', Buffer.from([0x1f, 0x8b, 8, 0]), {}],
		['import_format', 'table.parquet', Buffer.from('PAR1 and so on'), { format: 'Parquet' }],
		['import_markup', 'page.csv', '<!doctype html><title>Masuk</title>', {}],
		['import_not_json', 'answer.json', 'URL-NOT-DEFINED', { text: 'URL-NOT-DEFINED' }],
		['import_json_object', 'one.json', '{"case": "A-1"}', {}],
		['import_no_rows', 'none.json', '[]', {}],
		['import_no_rows', 'bracket.json', ']', {}],
		['import_json_broken', 'cut.json', '[{"case":"1","activity":"A","comp', {}],
		['import_no_rows', 'answer-without-rows.json', '{"success":true,"data":[]}', {}],
		['import_one_line', 'answer.csv', 'URL-NOT-DEFINED', { text: 'URL-NOT-DEFINED' }]
	];
	it.each(contents)('%s: %s', async (code, name, content, params) => {
		const file = await bench.file(name, content);
		const refusal = await bench.refusal([file]);
		expect(refusal).toMatchObject({ code, params: { file: name, ...params } });
	});

	const calls: [code: string, title: string, options: object, params: object][] = [
		[
			'import_column_missing',
			'a mapped column that is not there',
			{ map: { case: 'nomor' } },
			{ column: 'nomor', present: 'case, activity, started, completed, actor' }
		],
		[
			'import_field_unknown',
			'a field that does not exist',
			{ map: { kasus: 'case' } },
			{ field: 'kasus' }
		],
		[
			'import_profile_unknown',
			'a profile that does not exist',
			{ profile: 'spse-baru' },
			{ profile: 'spse-baru' }
		],
		[
			'import_column_missing',
			'a profile of another file',
			{ profile: 'spse-nontender-sppbj' },
			{ column: 'kd_nontender / kd_tender' }
		],
		[
			'unknown_sop',
			'an SOP that is not in the catalogue',
			{ sop: 'sop-baru' },
			{ sop: 'sop-baru' }
		],
		[
			'import_time_format',
			'a time format without a year',
			{ timeFormats: ['%d/%m'] },
			{ format: '%d/%m' }
		],
		[
			'import_time_format',
			'a letter that only other programs know',
			{ timeFormats: ['%F'] },
			{ format: '%F' }
		],
		[
			'import_time_formats_many',
			'too many time formats',
			{ timeFormats: Array(9).fill('%Y-%m-%d') },
			{ most: 8 }
		]
	];
	it.each(calls)('%s: %s', async (code, _title, options, params) => {
		const file = await bench.file('good.csv', header + row);
		expect(await bench.refusal([file], options)).toMatchObject({ code, params });
	});

	it('import_field_missing: a mapping without a time names the field and the columns', async () => {
		const file = await bench.file('timeless.csv', 'nomor,langkah\n1,2\n');
		expect(await bench.refusal([file], { map: { case: 'nomor', activity: 'langkah' } })).toEqual({
			code: 'import_field_missing',
			params: { file: 'timeless.csv', field: 'completed', present: 'nomor, langkah' }
		});
	});

	it('import_file_missing and import_folder', async () => {
		const missing = { path: join(bench.folder, 'nowhere.csv'), name: 'nowhere.csv' };
		expect((await bench.refusal([missing])).code).toBe('import_file_missing');
		await mkdir(join(bench.folder, 'folder.csv'));
		const folder = { path: join(bench.folder, 'folder.csv'), name: 'folder.csv' };
		expect((await bench.refusal([folder])).code).toBe('import_folder');
		expect((await bench.refusal([])).code).toBe('import_no_files');
	});

	it('one bad file of several refuses them all', async () => {
		const good = await bench.file('good.csv', header + row);
		const bad = await bench.file('bad.csv', header);
		expect((await bench.refusal([good, bad])).code).toBe('import_header_only');
	});

	it('disk_full: a disk without room for the copy', async () => {
		const source = await bench.file('good.csv', header + row);
		// The device of the kernel that answers every write with "no space left".
		const target = join(bench.folder, 'full');
		await symlink('/dev/full', target);
		await expect(stageFile(source, target)).rejects.toMatchObject({ code: 'disk_full' });
	});

	it('every refusal has its sentence in both languages', () => {
		for (const [code, , , params] of [...contents, ...calls])
			for (const locale of ['id', 'en'] as const) {
				const all = { file: 'x', known: 'y', present: 'z', detail: '', ...params };
				const sentence = describeError(new UserError(code, all), locale);
				expect(sentence, code).toMatch(/\w/);
				expect(sentence, code).not.toContain('undefined');
			}
	});

	it('an import that is stopped leaves nothing', async () => {
		const file = await bench.file('long.csv', header + row.repeat(200_000));
		const stop = new AbortController();
		await expect(
			bench.import([file], {
				signal: stop.signal,
				onProgress: () => stop.abort(new Error('enough'))
			})
		).rejects.toThrow('enough');
	});

	it('nothing has changed, and nothing is left in the work folder', async () => {
		expect(await bench.dump()).toEqual(before);
		expect(await bench.leftovers()).toEqual([]);
	});
});
