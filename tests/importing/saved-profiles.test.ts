import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
	addProfile,
	listSavedProfiles,
	removeSavedProfile,
	saveMapping
} from '$lib/server/importing/saved-profiles';
import { undoImport } from '$lib/server/importing/undo';
import { Bench, now } from './store';

const columns = ['No Surat', 'Apa', 'Kapan', 'Siapa', 'Keterangan'];
const log = (n: number) =>
	`Kapan;No Surat;Siapa;Apa;Keterangan\n0${n}.02.25 08:00;S-${n};Ani;Terima;x\n0${n}.02.25 09:00;S-${n};Budi;Periksa;y\n`;

describe('a mapping that somebody keeps', () => {
	let bench: Bench;
	beforeAll(async () => {
		bench = await Bench.open();
	});
	afterAll(() => bench.close());
	const by = 'Ani';

	it('reads the next file with the same columns, in any order, with its times, SOP and office', async () => {
		const file = await bench.file('a.csv', log(1));
		await expect(bench.refusal([file])).resolves.toMatchObject({ code: 'import_unmapped' });
		const saved = await saveMapping(bench.store, {
			name: ' Buku surat ',
			columns,
			mapping: {
				map: { case: 'No Surat', activity: 'Apa', completed: 'Kapan', actor: 'Siapa' },
				timeFormats: ['%d.%m.%y %H:%M'],
				sop: 'badung-02',
				unit: '93'
			},
			by,
			now
		});
		expect(saved).toMatchObject({ number: 1, name: 'Buku surat', sop: 'badung-02', unit: '93' });
		expect(await listSavedProfiles(bench.store)).toEqual([saved]);

		const { files } = await bench.import([file]);
		expect(files[0]).toMatchObject({
			profile: 'saved-1',
			recognition: { by: 'remembered' },
			rows: 2,
			used: 2
		});
		expect(
			await bench.rows(
				'select distinct u.code, p.code as process, x.name from event e join case_instance c using (case_id) join unit u using (unit) join process p using (process) join actor x using (actor) order by all'
			)
		).toEqual([
			{ code: '93', process: 'badung-02', name: 'Ani' },
			{ code: '93', process: 'badung-02', name: 'Budi' }
		]);
	});

	it('can be named, and kept again in its own place', async () => {
		const { files } = await bench.import([await bench.file('b.csv', log(2))], {
			profile: 'saved-1'
		});
		expect(files[0]).toMatchObject({ profile: 'saved-1', recognition: { by: 'named' }, used: 2 });
		const again = await saveMapping(bench.store, {
			name: 'Buku surat masuk',
			columns,
			mapping: {
				map: { case: 'No Surat', activity: 'Apa', completed: 'Kapan' },
				timeFormats: ['%d.%m.%y %H:%M']
			},
			by,
			now
		});
		expect((await listSavedProfiles(bench.store)).map(({ name }) => name)).toEqual([
			'Buku surat masuk'
		]);
		// What was imported with the one before names a number that is not used again.
		expect(again.number).toBe(2);
		await removeSavedProfile(bench.store, again.number);
		expect(await listSavedProfiles(bench.store)).toEqual([]);
		await expect(removeSavedProfile(bench.store, again.number)).rejects.toMatchObject({
			code: 'unknown_saved_profile'
		});
		for (const number of [1, 2]) await undoImport({ store: bench.store, import: number, now });
	});

	it('is refused without a name, and when it could not read its own columns', async () => {
		const given = { columns, by, now };
		const map = { case: 'No Surat', activity: 'Apa', completed: 'Kapan' };
		await expect(
			saveMapping(bench.store, { ...given, name: ' ', mapping: { map } })
		).rejects.toMatchObject({ code: 'saved_profile_unnamed' });
		await expect(
			saveMapping(bench.store, { ...given, name: 'x', mapping: { map: { ...map, case: 'Nomor' } } })
		).rejects.toMatchObject({ code: 'import_column_missing' });
		await expect(
			saveMapping(bench.store, { ...given, name: 'x', mapping: { map: { case: 'No Surat' } } })
		).rejects.toMatchObject({ code: 'import_field_missing' });
	});
});

describe('a profile that somebody writes', () => {
	let bench: Bench;
	beforeAll(async () => {
		bench = await Bench.open();
	});
	afterAll(() => bench.close());
	const text = `
id: buku-tamu
title: { id: Buku tamu, en: Guest book }
form: wide
recognise: [no_tamu, jam_datang]
case: no_tamu
events:
  - { activity: Datang, completed: jam_datang, kind: actual }
  - { activity: Pulang, completed: jam_pulang, kind: actual }
`;

	it('is recognised by its columns like those that come with the product, and undone like them', async () => {
		await addProfile(bench.store, { text, by: 'Ani', now });
		const empty = await bench.dump();
		const { files, import: number } = await bench.import([
			await bench.file(
				'tamu.csv',
				'no_tamu,nama,jam_datang,jam_pulang\n1,A,2025-01-06 08:00,2025-01-06 09:00\n2,B,2025-01-06 08:30,\n'
			)
		]);
		expect(files[0]).toMatchObject({ profile: 'buku-tamu', rows: 2, used: 2, events: 3 });
		await undoImport({ store: bench.store, import: number ?? 0, now });
		expect(await bench.dump()).toEqual(empty);
	});

	it('is refused where it does not follow the schema or its id is taken', async () => {
		const given = { by: 'Ani', now };
		await expect(
			addProfile(bench.store, { ...given, text: text.replace('form: wide', 'form: tall') })
		).rejects.toMatchObject({
			code: 'import_profile_broken',
			params: { place: 'form', line: text.split('\n').indexOf('form: wide') + 1 }
		});
		await expect(
			addProfile(bench.store, { ...given, text: `${text}process: nothing-of-the-kind\n` })
		).rejects.toMatchObject({ code: 'import_profile_process' });
		await expect(addProfile(bench.store, { ...given, text })).rejects.toMatchObject({
			code: 'import_profile_taken'
		});
		await expect(
			addProfile(bench.store, { ...given, text: text.replace('buku-tamu', 'event-log') })
		).rejects.toMatchObject({ code: 'import_profile_taken' });
	});
});
