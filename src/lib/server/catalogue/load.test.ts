import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { UserError } from '../../domain/user-error';
import { loadCatalogue, loadCatalogueFiles } from './load';

const folders: string[] = [];

/** A project root that holds these SOP files. */
function home(files: Record<string, string>): string {
	const root = mkdtempSync(join(tmpdir(), 'catalogue-'));
	folders.push(root);
	mkdirSync(join(root, 'data', 'sop'), { recursive: true });
	for (const [name, text] of Object.entries(files)) {
		writeFileSync(join(root, 'data', 'sop', name), text);
	}
	return root;
}

const sop = (id: string, step = '') =>
	`id: ${id}\ntitle: T\nsource: S\nheader: {}\nsteps:\n  - { no: '1', activity: A, start: true, end: true, ${step} }\n`;

function failure(root: string): { code: string; params: Record<string, string | number> } {
	try {
		loadCatalogue(root);
	} catch (error) {
		if (error instanceof UserError) return { code: error.code, params: error.params };
		throw error;
	}
	throw new Error('loaded without an error');
}

afterEach(() => {
	for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

it('loads the catalogue of this project, sorted by id', () => {
	expect(loadCatalogue(resolve('.')).map(({ id }) => id)).toEqual([
		'badung-02',
		'jateng-pemantauan-kinerja',
		'jateng-pengelolaan-pendukung',
		'jateng-usulan-pengadaan',
		'lkpp-epurchasing',
		'oganilir-01',
		'oganilir-02',
		'oganilir-03',
		'oganilir-04',
		'oganilir-05',
		'oganilir-06',
		'pos-epurchasing'
	]);
});

it('keeps the text of each file, which is its version', () => {
	const text = sop('a');
	expect(loadCatalogueFiles(home({ 'a.yaml': text, 'notes.txt': '' }))).toMatchObject([
		{ file: 'data/sop/a.yaml', text, sop: { id: 'a' } }
	]);
});

it('lets every file of this project name the schema that editors check it with', () => {
	for (const { file, text } of loadCatalogueFiles(resolve('.'))) {
		expect(text.split('\n')[0], file).toBe('# yaml-language-server: $schema=sop.schema.json');
	}
});

it.each([
	[
		'a broken file among sound ones',
		{ 'a.yaml': sop('a'), 'b.yaml': sop('b', 'time: sebentar') },
		'sop_time',
		{ file: 'data/sop/b.yaml', step: '1', text: 'sebentar' }
	],
	[
		'a file named otherwise than its SOP',
		{ 'b.yaml': sop('a') },
		'sop_file_name',
		{ file: 'data/sop/b.yaml', text: 'a' }
	],
	[
		'a step that opens an SOP nobody has',
		{ 'a.yaml': sop('a', 'opens: [{ sop: z }]') },
		'sop_unknown_sop',
		{ file: 'data/sop/a.yaml', step: '1', text: 'z' }
	]
])('refuses %s, naming the file', (_, files, code, params) => {
	expect(failure(home(files))).toEqual({ code, params });
});

it('refuses a folder without SOP files', () => {
	const empty = home({});
	expect(failure(empty)).toEqual({
		code: 'sop_folder',
		params: { folder: join(empty, 'data', 'sop') }
	});
	expect(failure(join(empty, 'none')).code).toBe('sop_folder');
});
