import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { profileSchema } from '$lib/domain/importing/profile';
import RowAccounting from '../RowAccounting.svelte';
import { ChosenFile } from './chosen-file.svelte';
import { BY_HAND, FileGroup } from './file-group.svelte';
import StepMatches from './StepMatches.svelte';

const PROFILES = [
	{
		id: 'event-log',
		title: { id: 'Log umum', en: 'General log' },
		form: 'long',
		recognise: ['kasus', 'kegiatan', ['selesai', 'waktu']],
		fields: { case: 'kasus', activity: 'kegiatan', completed: ['selesai', 'waktu'], unit: 'lpse' },
		kind: 'actual',
		precision: 'second',
		governs: {}
	},
	{
		id: 'paket',
		title: { id: 'Paket', en: 'Packages' },
		process: 'paket',
		form: 'wide',
		recognise: ['kd_paket', 'tgl_kontrak'],
		case: 'kd_paket',
		attributes: {},
		events: [{ activity: 'Kontrak', completed: 'tgl_kontrak', kind: 'document', precision: 'day' }]
	}
].map((profile) => profileSchema.parse(profile));

async function group(...lines: string[]): Promise<FileGroup> {
	const file = ChosenFile.chosen(new File([lines.join('\n')], 'log.csv'));
	await file.look();
	return new FileGroup(file, PROFILES);
}

describe('how files with the same columns are read', () => {
	it('as recognised, by that profile', async () => {
		const log = await group('kasus;kegiatan;selesai', 'A;Buka;2026-01-05 08:00');
		expect(log.recognised?.profile.id).toBe('event-log');
		expect(log.columns).toEqual([
			{ field: 'case', column: 'kasus' },
			{ field: 'activity', column: 'kegiatan' },
			{ field: 'completed', column: 'selesai' }
		]);
		expect([log.ready, log.reading]).toEqual([true, { profile: 'event-log', log: 'log' }]);
	});

	it('with another column for a field, by hand, and no column says two things', async () => {
		const log = await group('kasus;kegiatan;selesai;nomor', 'A;Buka;2026-01-05 08:00;7');
		log.set('case', 'nomor');
		log.set('actor', 'kasus');
		log.set('role', 'kasus');
		expect(log.reading).toEqual({
			map: { case: 'nomor', activity: 'kegiatan', completed: 'selesai', role: 'kasus' },
			log: 'log'
		});
		log.set('case', '');
		expect([log.ready, log.missing]).toEqual([false, [['case']]]);
	});

	it('unknown columns are suggested by name and content, and what is chosen goes along', async () => {
		const log = await group(
			'ID;kegiatan;KAPAN',
			'A1;Buka;2026-01-05T08:00:00Z',
			'A1;Tutup;2026-01-05T09:00:00Z'
		);
		expect([log.recognised, log.profile, log.ready]).toEqual([null, BY_HAND, true]);
		expect(log.suggestions).toMatchObject({
			case: { column: 'ID', by: 'name' },
			activity: { column: 'kegiatan', by: 'name' },
			completed: { column: 'KAPAN', by: 'content', content: { times: 1 } }
		});
		log.set('completed', '');
		expect(log.ready).toBe(false);
		log.set('completed', 'KAPAN');
		log.sop = 'oganilir-01';
		log.office = ' 9901 ';
		expect(log.offsets).toBe(true);
		log.realOffsets = true;
		expect([log.ready, log.reading]).toEqual([
			true,
			{
				map: { case: 'ID', activity: 'kegiatan', completed: 'KAPAN' },
				sop: 'oganilir-01',
				unit: '9901',
				offsets: 'real'
			}
		]);
	});

	it('what was decided comes back to the same columns, and only to these', async () => {
		const lines = ['ID;kegiatan;KAPAN', 'A1;Buka;01/02/2026'];
		const before = await group(...lines);
		before.set('case', 'kegiatan');
		before.sop = 'oganilir-01';
		before.order = 'month';
		before.steps.choose('Buka', 's2');
		const after = await group(...lines);
		after.restore(before.decisions);
		expect(after.decisions).toEqual(before.decisions);
		const other = await group('x;y', '1;2');
		other.restore(before.decisions);
		expect([other.profile, other.map]).toEqual([BY_HAND, {}]);
	});

	it('as somebody last read such files, with the columns as this file spells them', async () => {
		const log = await group('Id;Kegiatan;Kapan', 'A1;Buka;01/02/2026 08:00');
		log.remember({
			own: false,
			reading: {
				map: { case: 'ID', activity: 'KEGIATAN', completed: 'KAPAN' },
				sop: 'oganilir-01',
				timeFormats: ['%m/%d/%Y %H:%M']
			}
		});
		expect([log.remembered, log.ready, log.reading]).toEqual([
			'others',
			true,
			{
				map: { case: 'Id', activity: 'Kegiatan', completed: 'Kapan' },
				sop: 'oganilir-01',
				timeFormats: ['%m/%d/%Y %H:%M', '%m/%d/%Y', '%m/%d/%Y %H:%M:%S', '%m/%d/%Y %H.%M']
			}
		]);
	});

	it('times with two meanings must be answered, and are answered by values that decide', async () => {
		const unsure = await group('kasus;kegiatan;selesai', 'A;Buka;01/02/2026');
		expect(unsure.ready).toBe(false);
		unsure.order = 'month';
		expect(unsure.reading).toEqual({
			profile: 'event-log',
			log: 'log',
			timeFormats: ['%m/%d/%Y', '%m/%d/%Y %H:%M', '%m/%d/%Y %H:%M:%S', '%m/%d/%Y %H.%M']
		});
		const sure = await group('kasus;kegiatan;selesai', 'A;Buka;01/02/2026', 'A;Tutup;31/02/2026');
		expect([sure.order, sure.ready]).toEqual(['day', true]);
	});

	it('a log of no SOP is called as its reader says, else as its file, and its activities are known', async () => {
		const log = await group('kasus;kegiatan;selesai', 'A;Buka;2026-01-05', 'A;Tutup;2026-01-06');
		expect(log.activities).toEqual(['Buka', 'Tutup']);
		log.log = ' Loket ';
		expect(log.reading.log).toBe('Loket');
		const again = await group('kasus;kegiatan;selesai', 'A;Buka;2026-01-05');
		again.restore(log.decisions);
		expect(again.reading.log).toBe('Loket');
		log.sop = 'oganilir-01';
		expect(log.reading.log).toBeUndefined();
	});

	it('packages have their own process: no SOP is sent, no column mapped', async () => {
		const packages = await group('kd_paket,tgl_kontrak', '1,2026-01-05');
		packages.sop = 'oganilir-01';
		expect([packages.mapped, packages.reading]).toEqual([false, { profile: 'paket' }]);
	});

	it('a header with one name twice is a problem of the file, in a sentence', async () => {
		const file = ChosenFile.chosen(new File(['a,a\n1,2\n'], 'dua.csv'));
		await file.look();
		expect(file.problem).toContain('dua.csv');
	});
});

describe('steps of an SOP', () => {
	async function matched() {
		const { steps } = await group('kasus;kegiatan;selesai', 'A;Buka;2026-01-05 08:00');
		steps.asked = 'x';
		steps.found = {
			sop: 'uji',
			more: false,
			steps: [
				{ id: 's1', no: '1', text: 'Menerima surat' },
				{ id: 's2', no: '2', text: 'Memeriksa berkas' }
			],
			activities: [
				{ text: 'Menerima surat', step: '', records: 6, match: { by: 'exact', step: 's1' } },
				{
					text: 'Cek berkas',
					step: '',
					records: 3,
					match: { by: 'open', suggestions: [{ step: 's2', similarity: 0.62 }] }
				},
				{ text: 'Rapat', step: '', records: 1, match: { by: 'open', suggestions: [] } }
			]
		};
		return steps;
	}

	it('that are only alike count once a person says so, and not after it is taken back', async () => {
		const steps = await matched();
		expect(steps.aliases).toEqual([]);
		const screen = await render(StepMatches, {
			choices: steps,
			sop: 'Uji',
			mayConfirm: true,
			onretry: () => undefined
		});
		await expect.element(screen.getByText('1 dari 3 kegiatan')).toBeVisible();
		await expect.element(screen.getByText('saran, mirip 62 %')).toBeVisible();
		await screen.getByRole('button', { name: 'Pastikan langkah untuk “Cek berkas”' }).click();
		expect(steps.aliases).toEqual([{ text: 'Cek berkas', step: 's2' }]);
		await expect.element(screen.getByText('2 dari 3 kegiatan')).toBeVisible();
		await screen.getByRole('button', { name: 'Urungkan langkah untuk “Cek berkas”' }).click();
		expect(steps.aliases).toEqual([]);
		await screen.getByLabelText('Langkah untuk “Rapat”').selectOptions('s1');
		expect(steps.aliases).toEqual([{ text: 'Rapat', step: 's1' }]);
	});

	it('are shown only to who may not say it', async () => {
		const screen = await render(StepMatches, {
			choices: await matched(),
			sop: 'Uji',
			mayConfirm: false,
			onretry: () => undefined
		});
		await expect.element(screen.getByText('hanya pengguna tanpa batas unit')).toBeVisible();
		await expect.element(screen.getByRole('button')).not.toBeInTheDocument();
	});

	it('that were said of another SOP say nothing of this one', async () => {
		const steps = await matched();
		steps.restore({ 'Cek berkas': 'gone', Rapat: '' });
		expect(steps.aliases).toEqual([]);
		expect(steps.unconfirmed.map(({ text }) => text)).toEqual(['Cek berkas']);
	});
});

it('where the rows went is said in words too, and closes', async () => {
	const screen = await render(RowAccounting, {
		rows: 1200,
		used: 1000,
		duplicates: 150,
		rejected: 50,
		rejectedHref: '/imports/1#rejects'
	});
	await expect
		.element(
			screen.getByRole('img', {
				name: '1.200 dibaca = 1.000 dipakai + 150 rangkap + 50 ditolak'
			})
		)
		.toBeVisible();
	await expect
		.element(screen.getByRole('link', { name: '50' }))
		.toHaveAttribute('href', '/imports/1#rejects');
});
