import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { overwriteGetLocale } from '$lib/paraglide/runtime';
import { addProfile } from '$lib/server/importing/saved-profiles';
import { undoImport } from '$lib/server/importing/undo';
import { deviationsOfCase } from '$lib/server/reading/deviations/deviation-list';
import { NOW, Workbench } from './workbench';

overwriteGetLocale(() => 'id');

let bench: Workbench;
beforeAll(async () => {
	bench = await Workbench.open();
});
afterAll(() => bench.close());

/** Ogan Ilir 03: step 1 asks for "ATK" and "Data calon user ID (email, data kepeg, SK)", step 2 for nothing, step 3 for two. */
const data = 'Data calon user ID (email, data kepeg, SK)';
const sop = 'oganilir-03';
const ends = { case: 'case', step: 'step', completed: 'completed' };
const fields = { ...ends, started: 'started', requirements: 'requirements', outputs: 'outputs' };

/** `1 ATK` for each document missing from a case, with its step; `3 ?` where the log does not say which. */
async function missing(key: string): Promise<string[]> {
	const id = (await bench.state(key))?.case_id ?? -1;
	return (await deviationsOfCase(bench.store, id))
		.filter(({ category }) => category === 'kelengkapan' || category === 'output')
		.map(({ step, object, occurrence }) =>
			[step?.no, (occurrence ?? 1) > 1 ? `(${occurrence})` : '', object ?? '?'].join(' ')
		)
		.map((text) => text.replace('  ', ' '))
		.sort();
}

/** Of how many occurrences the log of a case speaks, and how many of them lack something, by kind. */
async function checks(key: string) {
	const id = (await bench.state(key))?.case_id ?? -1;
	const rows = await bench.store.all('deviations/document_checks', { case_id: id });
	return rows.map(({ step_no, kind, asked, spoken, missing }) =>
		[step_no, kind.replace('missing_', ''), `${spoken}/${asked}`, missing].join(' ')
	);
}

const header = 'case,step,started,completed,requirements,outputs';
const row = (key: string, step: number, requirements: string, outputs = '', completed = true) =>
	[
		key,
		step,
		`2026-06-0${step + 1} 08:00`,
		completed ? `2026-06-0${step + 1} 08:05` : '',
		`"${requirements}"`,
		`"${outputs}"`
	].join(',');

describe('what a log says of documents', () => {
	beforeAll(async () => {
		await bench.import(
			header,
			[
				row('A', 1, 'Lengkap', 'Surat tercatat dalam buku agenda'),
				row('A', 2, 'tidak lengkap', 'Disposisi'),
				row('A', 3, 'Tidak lengkap', 'tidak ada'),
				row('B', 1, data),
				row('B', 2, '', ''),
				row('B', 3, 'kurang: lembar disposisi', ''),
				row('C', 1, 'Lengkap'),
				row('C', 3, 'tidak lengkap', '', false)
			],
			{ sop, map: fields, unit: 'fields', name: 'fields.csv' }
		);
	});

	test('is missing by name where it is named, and of a whole step where it is not', async () => {
		expect(await missing('A')).toEqual(['3 ?', '3 Disposisi']);
		expect(await missing('B')).toEqual(['1 ATK', '3 lembar Disposisi']);
	});

	test('is unmeasured where the log is silent or the SOP asks for nothing', async () => {
		expect(await checks('A')).toEqual([
			'1 requirement 2/2 0',
			'1 output 1/1 0',
			'2 output 1/1 0',
			'3 requirement 2/2 1',
			'3 output 1/1 1'
		]);
		expect(await checks('B')).toEqual(['1 requirement 2/2 1', '3 requirement 2/2 1']);
	});

	test('is not read from a step that is under way', async () => {
		expect(await missing('C')).toEqual([]);
		expect(await checks('C')).toEqual(['1 requirement 2/2 0']);
		// A case that goes on has it behind it.
		await bench.import(header, [row('C', 4, '')], { sop, map: fields, unit: 'fields' });
		expect(await missing('C')).toEqual(['3 ?']);
	});

	test('names who is accountable, what was found, and the row that says so', async () => {
		const id = (await bench.state('B'))?.case_id ?? -1;
		const [first] = (await deviationsOfCase(bench.store, id)).filter(
			({ kind }) => kind === 'missing_requirement'
		);
		expect(first).toMatchObject({
			category: 'kelengkapan',
			severity: 'sedang',
			state: 'open',
			object: 'ATK',
			accountable: ['Sekretaris LPSE'],
			day: '2026-06-02',
			source: { name: 'fields.csv', record: 4 }
		});
		expect(first?.sentence).toContain('ATK');
	});

	test('hides in the finding who somebody is, which the row tells those who may see it', async () => {
		await bench.import(
			header,
			[row('N', 3, 'kurang: lembar disposisi NIP 197901012005011002', '')],
			{ sop, map: fields, unit: 'fields' }
		);
		const id = (await bench.state('N'))?.case_id ?? -1;
		const found = await deviationsOfCase(bench.store, id);
		expect(found.map(({ said }) => said)).toContain(
			'kurang: lembar disposisi NIP •••••••••••••••002'
		);
	});
});

describe('columns of documents', () => {
	const columns = (...names: string[]) =>
		['case,step,started,completed', ...names.map((name) => `"${name}"`)].join(',');
	const cells = (key: string, step: number, ...values: string[]) =>
		[
			key,
			step,
			`2026-07-0${step} 08:00`,
			`2026-07-0${step} 08:05`,
			...values.map((value) => `"${value}"`)
		].join(',');

	test('answer for one document each, whatever else the log has', async () => {
		const { import: number } = await bench.import(
			columns('atk', data, 'LEMBAR DISPOSISI', 'catatan'),
			[
				cells('D', 1, 'ya', 'tidak', '', 'tidak'),
				cells('D', 2, 'tidak', 'tidak', 'tidak', 'x'),
				cells('D', 3, '', 'tidak', '12/2026', 'x')
			],
			{ sop, map: { ...ends, started: 'started' }, unit: 'columns', name: 'columns.csv' }
		);
		expect(await missing('D')).toEqual([`1 ${data}`]);
		expect(await checks('D')).toEqual(['1 requirement 2/2 1', '3 requirement 1/2 0']);
		// A later file of other columns touches the case: what the earlier one said still holds.
		await bench.import('case,step,completed', ['D,4,2026-07-04 08:05'], {
			sop,
			map: ends,
			unit: 'columns'
		});
		expect(await missing('D')).toEqual([`1 ${data}`]);
		await undoImport({ store: bench.store, import: number ?? 0, now: NOW });
		expect(await missing('D')).toEqual([]);
		expect(await checks('D')).toEqual([]);
	});

	test('are found by the names that a profile explains, in columns and in lists', async () => {
		await addProfile(bench.store, {
			text: `
id: kantor-dokumen
title: { id: Log kantor, en: Log of the office }
form: long
recognise: [berkas_kami, langkah_kami]
fields: { case: berkas_kami, step: langkah_kami, completed: selesai, requirements: dokumen }
attributes: { catatan: catatan }
documents: { kertas: ATK, data_calon: '${data}', Map biru: null }
`,
			by: 'test',
			now: NOW
		});
		await bench.import(
			'berkas_kami,langkah_kami,selesai,dokumen,kertas',
			[
				'E,1,2026-07-01 08:05,"Data calon; Map biru",tidak',
				'F,1,2026-07-01 09:05,"Data calon; Map biru",',
				'G,1,2026-07-01 09:15,"Data calon; Map merah",'
			],
			{ sop, unit: 'names', name: 'names.csv' }
		);
		expect(await missing('E')).toEqual(['1 ATK']);
		expect(await missing('F')).toEqual(['1 ATK']);
		// "Map merah" might be the stationery: nobody has said.
		expect(await missing('G')).toEqual([]);
		expect(await checks('G')).toEqual(['1 requirement 1/2 0']);
	});

	test('say nothing of an office whose log has none', async () => {
		await bench.import('case,step,completed', ['H,1,2026-07-01 08:05'], {
			sop,
			map: ends,
			unit: 'none'
		});
		expect(await missing('H')).toEqual([]);
		expect(await checks('H')).toEqual([]);
	});
});
