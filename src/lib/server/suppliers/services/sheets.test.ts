import { afterAll, beforeAll, expect, it } from 'vitest';
import { Bench, now } from '../../../../../tests/importing/store';
import { UserError } from '$lib/domain/user-error';
import { publishActs } from './publish';
import { addService } from './list';
import { actOnSheet, findSheet, planSheets, type SheetAct } from './sheets';

let bench: Bench;
let sheet: number;
const ani = { name: 'ani', fullName: 'Ani' };
const head = { name: 'kepala', fullName: 'Kepala' };
const scores = { mutu: 3, waktu: 3, keamanan: 3, tanggapan: 3 };

beforeAll(async () => {
	bench = await Bench.open();
	await bench.import([
		await bench.file('x.csv', 'case,activity,completed,unit\nA,Buka,2026-09-01 08:00,U1\n')
	]);
	const given = { unit: 'U1', name: 'Peladen', supplier: 'PT Contoh', tax: '' };
	await addService(
		bench.store,
		{ ...given, started: '2026-01-01', ended: '2026-12-31', noticeDays: 60 },
		{ by: 'ani', now }
	);
	[sheet = 0] = await planSheets(bench.store, { service: 1, due: '2026-11-20', everyMonths: 1 });
});
afterAll(() => bench.close());

const act = async (
	kind: SheetAct['kind'],
	by: typeof ani,
	more: Partial<SheetAct> = {}
): Promise<void> => {
	const { revision } = await findSheet(bench.store, sheet);
	await actOnSheet(bench.store, { sheet, revision, kind, reason: '', ...more }, { by, now });
};
const entry = {
	...{ scheme: 'pendukung-layanan', version: 1 },
	...{ scores, comments: { mutu: 'Baik' }, terminated: false }
};

it('keeps a sheet without all aspects from being handed over', async () => {
	await act('checked', ani);
	await expect(
		act('filled', ani, { entry: { ...entry, scores: { mutu: 3 } } })
	).rejects.toMatchObject({ code: 'sheet_incomplete' });
	await act('filled', ani, { entry });
	expect(await findSheet(bench.store, sheet)).toMatchObject({
		total: 300_000,
		scheme: 'pendukung-layanan',
		scheme_version: 1,
		filled_by: 'ani'
	});
});

it('lets nobody approve their own sheet', async () => {
	await act('received', head);
	await expect(act('approved', ani)).rejects.toMatchObject({ code: 'sheet_own' });
	expect((await findSheet(bench.store, sheet)).state).toBe('received');
});

it('lets one of two who decide at once win, and tells the other who it was', async () => {
	const { revision } = await findSheet(bench.store, sheet);
	const other = { name: 'wakil', fullName: 'Wakil' };
	const results = await Promise.allSettled([
		actOnSheet(
			bench.store,
			{ sheet, revision, kind: 'again', reason: 'kurang' },
			{ by: head, now }
		),
		actOnSheet(bench.store, { sheet, revision, kind: 'approved', reason: '' }, { by: other, now })
	]);
	expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
	const lost = results.find((one) => one.status === 'rejected');
	expect(lost?.reason).toBeInstanceOf(UserError);
	expect(lost?.reason).toMatchObject({ code: 'sheet_meanwhile' });
	const { state } = await findSheet(bench.store, sheet);
	expect(['again', 'approved']).toContain(state);
	if (state === 'approved') return;
	await act('filled', ani, { entry });
	await act('received', head);
	await act('approved', head);
});

it('shows the flow as a case of its SOP, and opens a proposal for an extension', async () => {
	await act('documented', ani, { followUp: 'extend' });
	// As somebody acts who is held to the office.
	const office = bench.store.within(['U1']);
	const laid = await publishActs(office, { by: 'ani', now });
	expect(laid).toBeGreaterThanOrEqual(5);
	const rows = await bench.rows(
		"select p.code, s.state::varchar as state, s.events from case_state s join process p on p.process = s.process join case_instance i on i.case_id = s.case_id where i.case_key like '%EVAL-%' order by p.code"
	);
	expect(rows).toEqual([
		{ code: 'jateng-pemantauan-kinerja', state: 'completed', events: laid },
		{ code: 'jateng-usulan-pengadaan', state: 'running', events: 1 }
	]);
	expect(await publishActs(bench.store, { by: 'ani', now })).toBe(0);
	const cases = await office.all('suppliers/services/sheet_cases', { sheet });
	const one = cases.find(({ proposal }) => !proposal);
	const sources = await office.all('cases/sources', { case_id: one?.case_id ?? 0 });
	expect(sources.length).toBe(laid);
});

it('plans a periodic check until the contract ends', async () => {
	const sheets = await bench.store.all('suppliers/services/sheets', {
		...{ unit: null, service: 1, sheet: null }
	});
	expect(sheets.map(({ due }) => due)).toEqual(['2026-12-20', '2026-11-20']);
});
