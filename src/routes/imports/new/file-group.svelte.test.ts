import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import type { Profile } from '$lib/domain/importing/profile';
import RowAccounting from '../RowAccounting.svelte';
import { ChosenFile } from './chosen-file.svelte';
import { BY_HAND, FileGroup } from './file-group.svelte';

const shared = { absent: [], ignore: [], offsets: 'false' as const };
const PROFILES: Profile[] = [
	{
		...shared,
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
		...shared,
		id: 'paket',
		title: { id: 'Paket', en: 'Packages' },
		process: 'paket',
		form: 'wide',
		recognise: ['kd_paket', 'tgl_kontrak'],
		case: 'kd_paket',
		attributes: {},
		events: [{ activity: 'Kontrak', completed: 'tgl_kontrak', kind: 'document', precision: 'day' }]
	}
];

async function group(...lines: string[]): Promise<FileGroup> {
	const file = new ChosenFile(new File([lines.join('\n')], 'log.csv'));
	await file.look();
	return new FileGroup(file, PROFILES);
}

describe('how files with the same columns are read', () => {
	it('as recognised, the server decides by itself', async () => {
		const log = await group('kasus;kegiatan;selesai', 'A;Buka;2026-01-05 08:00');
		expect(log.recognised?.profile.id).toBe('event-log');
		expect(log.columns).toEqual([
			{ field: 'case', column: 'kasus' },
			{ field: 'activity', column: 'kegiatan' },
			{ field: 'completed', column: 'selesai' }
		]);
		expect([log.ready, log.reading]).toEqual([true, {}]);
	});

	it('with another column for a field, by hand, and no column says two things', async () => {
		const log = await group('kasus;kegiatan;selesai;nomor', 'A;Buka;2026-01-05 08:00;7');
		log.set('case', 'nomor');
		log.set('actor', 'kasus');
		log.set('role', 'kasus');
		expect(log.reading).toEqual({
			map: { case: 'nomor', activity: 'kegiatan', completed: 'selesai', role: 'kasus' }
		});
		log.set('case', '');
		expect([log.ready, log.missing]).toEqual([false, [['case']]]);
	});

	it('unknown columns are asked for, and what is chosen goes along', async () => {
		const log = await group('ID;kegiatan;WAKTU', 'A;Buka;2026-01-05T08:00:00Z');
		expect([log.recognised, log.profile, log.ready]).toEqual([null, BY_HAND, false]);
		log.set('case', 'ID');
		log.sop = 'oganilir-01';
		log.office = ' 9901 ';
		expect(log.offsets).toBe(true);
		log.realOffsets = true;
		expect([log.ready, log.reading]).toEqual([
			true,
			{
				map: { case: 'ID', activity: 'kegiatan', completed: 'WAKTU' },
				sop: 'oganilir-01',
				unit: '9901',
				offsets: 'real'
			}
		]);
	});

	it('times with two meanings must be answered, and are answered by values that decide', async () => {
		const unsure = await group('kasus;kegiatan;selesai', 'A;Buka;01/02/2026');
		expect(unsure.ready).toBe(false);
		unsure.order = 'month';
		expect(unsure.reading).toEqual({ timeFormats: ['%m/%d/%Y'] });
		const sure = await group('kasus;kegiatan;selesai', 'A;Buka;01/02/2026', 'A;Tutup;31/02/2026');
		expect([sure.order, sure.ready]).toEqual(['day', true]);
	});

	it('packages have their own process: no SOP is sent, no column mapped', async () => {
		const packages = await group('kd_paket,tgl_kontrak', '1,2026-01-05');
		packages.sop = 'oganilir-01';
		expect([packages.mapped, packages.reading]).toEqual([false, {}]);
	});

	it('a header with one name twice is a problem of the file, in a sentence', async () => {
		const file = new ChosenFile(new File(['a,a\n1,2\n'], 'dua.csv'));
		await file.look();
		expect(file.problem).toContain('dua.csv');
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
