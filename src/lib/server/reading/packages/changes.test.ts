import { afterAll, beforeAll, expect, it } from 'vitest';
import { NO_FILTERS } from '$lib/domain/filters/filters';
import { Bench } from '../../../../../tests/importing/store';
import { loadCase } from '../cases/case-detail';
import { listPackages, readPackageChoice } from './package-list';
import { choosePackages, readPackages } from './packages';

let bench: Bench;
beforeAll(async () => {
	bench = await Bench.open();
	const schedule = (pulled: string, end: string) =>
		`kd_lpse,kd_nontender,kd_tahapan,nama_tahapan,kd_akt,tgl_awal,tgl_akhir,_event_date\n77,1,18841,,5,2025-06-02 08:00:00,${end},${pulled}\n77,2,18841,,5,2025-06-02 08:00:00,2025-06-05 16:00:00,${pulled}\n`;
	const attempts =
		'kd_lpse,kd_nontender,kd_pkt_dce,versi_nontender,status_nontender,tgl_buat_paket,tgl_pengumuman_nontender\n77,1,P,2,Berlangsung,2025-05-01 08:00:00,\n77,2,P,1,Gagal/Batal,2025-04-01 08:00:00,\n';
	await bench.import([await bench.file('a.csv', schedule('2025-06-01', '2025-06-05 16:00:00'))]);
	await bench.import([
		await bench.file('b.csv', schedule('2025-06-03', '2025-06-10 16:00:00')),
		await bench.file('attempts.csv', attempts),
		await bench.file(
			'kontrak.csv',
			'kd_lpse,kd_nontender,no_kontrak,tgl_kontrak\n77,1,K/1,2025-06-12\n77,2,K/2,2025-06-12\n'
		)
	]);
});
afterAll(() => bench.close());

it('lists what moved, and leads to the packages that it moved in', async () => {
	const found = await choosePackages(bench.store, null, NO_FILTERS);
	if (!found) throw new Error('no packages');
	const shown = await readPackages(bench.store, { ...found, repeats: 5, changes: 5 });
	expect([shown.changesInAll, shown.changedPackages]).toEqual([1, 1]);
	expect(shown.changes).toMatchObject([
		{
			case_key: '1',
			subject: 'Penandatanganan SPK/Kontrak',
			seen_before: '2025-06-01T00:00:00',
			pulled: '2025-06-03T00:00:00',
			was_completed: '2025-06-05T16:00:00',
			now_completed: '2025-06-10T16:00:00'
		}
	]);
	const choice = readPackageChoice(new URLSearchParams('changed=1'));
	const page = await listPackages(bench.store, { ...found, choice, place: null, most: 5 });
	expect(page.rows.map(({ case_key, changes }) => [case_key, changes])).toEqual([['1', 1]]);
});

it('shows the attempts of a package together, first to last, in the words of the source', async () => {
	const found = await choosePackages(bench.store, null, NO_FILTERS);
	if (!found) throw new Error('no packages');
	const { repeats } = await readPackages(bench.store, { ...found, repeats: 5, changes: 5 });
	expect(repeats[0]?.attempts).toMatchObject([
		{ key: '2', version: 1, stated: 'Gagal/Batal', state: 'cancelled' },
		{ key: '1', version: 2, stated: 'Berlangsung' }
	]);
});

it('judges the document by the window in force and shows both windows with the case', async () => {
	const [row] = await bench.rows("select case_id from case_instance where case_key = '1'");
	const found = await loadCase(bench.store, String(row?.case_id));
	expect(found.windows).toMatchObject([
		{
			planned_completed: '2025-06-10T16:00:00',
			document: 'Kontrak',
			verdict: 'late',
			delay_workdays: 2,
			changes: 1,
			late_picture: false
		}
	]);
	expect(found.changes).toMatchObject([
		{ was_completed: '2025-06-05T16:00:00', now_completed: '2025-06-10T16:00:00', name: 'b.csv' }
	]);
	expect(found.deviations.map(({ kind }) => kind)).toContain('late_schedule');
});
