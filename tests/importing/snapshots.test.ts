import { afterEach, describe, expect, it } from 'vitest';
import { undoImport } from '$lib/server/importing/undo';
import { Bench } from './store';

const later = '2026-11-20T03:00:00';

type Stage = [tender: number, akt: number, tahapan: number, from: string, to: string];

/** A schedule of tenders as it was pulled on a day. */
function schedule(pulled: string, stages: Stage[]): string {
	const rows = stages.map(
		([tender, akt, tahapan, from, to]) =>
			`93,${tender},${tahapan},,${akt},${from} 08:00:00,${to} 16:00:00,${pulled}`
	);
	return `kd_lpse,kd_tender,kd_tahapan,nama_tahapan,kd_akt,tgl_awal,tgl_akhir,_event_date\n${rows.join('\n')}\n`;
}

const first = schedule('2025-10-03', [
	[1, 188, 18804, '2025-10-01', '2025-10-06'],
	[1, 193, 18817, '2025-10-07', '2025-10-09'],
	[2, 193, 18817, '2025-10-01', '2025-10-02']
]);
const second = schedule('2025-10-10', [
	[1, 188, 18804, '2025-10-01', '2025-10-06'],
	[1, 193, 18817, '2025-10-07', '2025-10-16'],
	[2, 193, 18817, '2025-10-01', '2025-10-03'],
	[3, 193, 18817, '2025-10-20', '2025-10-22']
]);
const letters =
	'kd_lpse,kd_tender,no_sppbj,tgl_sppbj\n93,1,A/1,2025-10-14\n93,2,A/2,2025-10-03\n93,3,A/3,2025-10-20\n';

const changes = `select c.case_key, s.subject, s.seen_before::varchar as before, s.pulled::varchar as at,
		s.was_completed::varchar as was, s.now_completed::varchar as now, s.was_value, s.now_value
	from snapshot_change s join case_instance c using (case_id) order by 1, 2, 4`;
const observed = `select c.case_key, a.text, e.completed::varchar as at, e.precision, d.object, d.attributes
	from event e join case_instance c using (case_id) join activity a using (activity) join event_detail d using (event)
	where e.kind = 4 order by 1, 3, 2`;
const windows = `select c.case_key, w.planned_completed::varchar as due, w.pulled::varchar as pulled, w.late_picture, w.verdict, w.delay_workdays
	from schedule_window w join case_instance c using (case_id) order by 1`;

const made: Bench[] = [];
const fresh = async () => {
	const bench = await Bench.open();
	made.push(bench);
	return bench;
};
afterEach(async () => {
	for (const bench of made.splice(0)) await bench.close();
});

/** What the store says, but for the counts of files, which depend on which of them came first. */
async function said(bench: Bench) {
	const { file, ...rest } = await bench.meaning();
	return { files: file?.length, ...rest };
}

describe('a schedule that is imported again a week later', () => {
	it('becomes changes that say which stage moved, from when to when, and observed events', async () => {
		const bench = await fresh();
		await bench.import([await bench.file('first.csv', first)]);
		expect(await bench.rows(changes)).toEqual([]);
		await bench.import([await bench.file('second.csv', second)]);
		const common = {
			subject: '193',
			before: '2025-10-03 00:00:00',
			at: '2025-10-10 00:00:00',
			was_value: null,
			now_value: null
		};
		expect(await bench.rows(changes)).toEqual([
			{ case_key: '1', ...common, was: '2025-10-09 16:00:00', now: '2025-10-16 16:00:00' },
			{ case_key: '2', ...common, was: '2025-10-02 16:00:00', now: '2025-10-03 16:00:00' }
		]);
		expect(await bench.rows(observed)).toMatchObject([
			{
				case_key: '1',
				text: 'Jadwal diubah',
				at: '2025-10-10 00:00:00',
				precision: 3,
				object: 'Surat Penunjukan Penyedia Barang/Jasa'
			},
			{ case_key: '2', text: 'Jadwal diubah' }
		]);
		const [source] = await bench.rows(
			`select f.name, s.record, s.part from event_source s join event e using (event) join import_file f using (file) join case_instance c using (case_id) where e.kind = 4 and c.case_key = '1'`
		);
		expect(source).toEqual({ name: 'second.csv', record: '2', part: 255 });
	});

	it('is judged by the latest picture pulled before the planned end, else by the earliest, marked', async () => {
		const bench = await fresh();
		await bench.import([
			await bench.file('first.csv', first),
			await bench.file('second.csv', second),
			await bench.file('letters.csv', letters)
		]);
		expect(await bench.rows(windows)).toEqual([
			// Both pictures were pulled before the ends that they plan: the later one counts.
			{
				case_key: '1',
				due: '2025-10-16 16:00:00',
				pulled: '2025-10-10 00:00:00',
				late_picture: false,
				verdict: 'inside',
				delay_workdays: null
			},
			// Both were pulled after them: nobody knows which was in force, so the earliest.
			{
				case_key: '2',
				due: '2025-10-02 16:00:00',
				pulled: '2025-10-03 00:00:00',
				late_picture: true,
				verdict: 'late',
				delay_workdays: 1
			},
			{
				case_key: '3',
				due: '2025-10-22 16:00:00',
				pulled: '2025-10-10 00:00:00',
				late_picture: false,
				verdict: 'inside',
				delay_workdays: null
			}
		]);
	});

	it('says the same whichever file was imported first, and in one import', async () => {
		const [one, other, together] = [await fresh(), await fresh(), await fresh()];
		const files = async (bench: Bench) => [
			await bench.file('first.csv', first),
			await bench.file('second.csv', second),
			await bench.file('letters.csv', letters)
		];
		for (const file of await files(one)) await one.import([file]);
		for (const file of (await files(other)).reverse()) await other.import([file]);
		await together.import(await files(together));
		const expected = await said(one);
		expect(await said(other)).toEqual(expected);
		expect(await said(together)).toEqual(expected);
	});

	it.each([0, 1])('undoing import %i of the two restores the other exactly', async (undone) => {
		const [both, alone] = [await fresh(), await fresh()];
		const texts = [first, second];
		for (const [i, text] of texts.entries()) await both.import([await both.file(`${i}.csv`, text)]);
		const kept = await alone.file(`${1 - undone}.csv`, texts[1 - undone] ?? '');
		await alone.import([kept]);
		await undoImport({ store: both.store, import: undone + 1, now: later });
		expect(await both.meaning()).toEqual(await alone.meaning());
	});

	it('three pictures make two changes, and undoing the middle one leaves the change between the others', async () => {
		const bench = await fresh();
		const stage = (pulled: string, to: string) =>
			schedule(pulled, [[1, 193, 18817, '2025-10-07', to]]);
		await bench.import([await bench.file('a.csv', stage('2025-10-01', '2025-10-09'))]);
		await bench.import([await bench.file('b.csv', stage('2025-10-02', '2025-10-10'))]);
		await bench.import([await bench.file('c.csv', stage('2025-10-03', '2025-10-09'))]);
		expect((await bench.rows(changes)).map(({ was, now }) => [was, now])).toEqual([
			['2025-10-09 16:00:00', '2025-10-10 16:00:00'],
			['2025-10-10 16:00:00', '2025-10-09 16:00:00']
		]);
		await undoImport({ store: bench.store, import: 2, now: later });
		expect(await bench.rows(changes)).toEqual([]);
		expect(await bench.rows(observed)).toEqual([]);
	});

	it('without a date of the pull is as of its import', async () => {
		const bench = await fresh();
		const plain = (text: string) => text.replace(/,_event_date|,2025-10-\d\d$/gm, '');
		await bench.import([await bench.file('first.csv', plain(first))], {
			now: '2025-10-03T01:00:00'
		});
		await bench.import([await bench.file('second.csv', plain(second))], {
			now: '2025-10-10T01:00:00'
		});
		expect((await bench.rows(changes)).map(({ case_key, at }) => [case_key, at])).toEqual([
			['1', '2025-10-10 08:00:00'],
			['2', '2025-10-10 08:00:00']
		]);
	});
});

describe('a status that is imported again later', () => {
	const orders = (pulled: string, rows: [id: string, status: string, shipment: string][]) =>
		JSON.stringify(
			rows.map(([order_id, status, shipment_status]) => ({
				order_id,
				kode_klpd: 'D1',
				order_date: '2025-09-01',
				status,
				shipment_status,
				last_update_ref: pulled
			}))
		);
	const a = orders('2025-09-05', [
		['01A', 'ON_PROCESS', 'PROCESSING'],
		['01B', 'ON_PROCESS', 'DRAFT']
	]);
	const b = orders('2025-09-12', [
		['01A', 'ON_PROCESS', 'SHIPPING'],
		['01B', 'CANCELLED', 'DRAFT']
	]);
	const c = orders('2025-09-19', [
		['01A', 'COMPLETED', 'COMPLETED'],
		['01B', 'CANCELLED', 'DRAFT']
	]);

	it('becomes observed events in the sequence of the order, whichever file came first', async () => {
		const [bench, other] = [await fresh(), await fresh()];
		const files = async (on: Bench) => [
			await on.file('a.json', a),
			await on.file('b.json', b),
			await on.file('c.json', c)
		];
		for (const file of await files(bench)) await bench.import([file]);
		for (const file of (await files(other)).reverse()) await other.import([file]);
		expect(
			await bench.rows(
				`select c.case_key, a.text, e.kind, e.position from event e join case_instance c using (case_id) join activity a using (activity) order by 1, e.position`
			)
		).toMatchObject([
			{ case_key: '01A', text: 'Pesanan dibuat', kind: 1, position: 1 },
			{ case_key: '01A', text: 'Status pengiriman: SHIPPING', kind: 4, position: 2 },
			{ case_key: '01A', kind: 4, position: 3 },
			{ case_key: '01A', kind: 4, position: 4 },
			{ case_key: '01B', text: 'Pesanan dibuat' },
			{ case_key: '01B', text: 'Status pesanan: CANCELLED', kind: 4, position: 2 }
		]);
		expect(
			await bench.rows(
				'select c.case_key, s.state from case_state s join case_instance c using (case_id) order by 1'
			)
		).toEqual([
			{ case_key: '01A', state: 'completed' },
			{ case_key: '01B', state: 'cancelled' }
		]);
		expect(await said(other)).toEqual(await said(bench));
	});
});
