import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { overwriteGetLocale } from '$lib/paraglide/runtime';
import { addSop } from '$lib/server/reference/sops/own-sops';
import { deviationsOfCase } from '$lib/server/reading/deviations/deviation-list';
import { NOW, Workbench } from './workbench';

overwriteGetLocale(() => 'id');

/** A step on every hour of the day, one on office hours, and a text that means two steps, the second of which ends a limit. */
const text = stringify({
	...{ id: 'waktu', title: 'Waktu', source: 'Contoh', header: {} },
	steps: [
		{ no: '1', activity: 'Menerima', start: true },
		{ no: '2', activity: 'Memeriksa', time: '1 x 24 jam' },
		{ no: '3', activity: 'Memproses', time: '2 jam' },
		{ no: '4', activity: 'Memeriksa' },
		{ no: '5', activity: 'Menyerahkan', end: true }
	],
	limits: [
		{ id: 'batas', title: 'Batas', time: '4 jam', from: '1', to: '4', quote: 'Paling lama 4 jam' }
	]
});

let bench: Workbench;
beforeAll(async () => {
	bench = await Workbench.open();
	await addSop(bench.store, { text, file: 'waktu.yaml', now: NOW });
});
afterAll(() => bench.close());

type Row = [key: string, activity: string, completed: string];

const load = (unit: string, rows: readonly Row[]) =>
	bench.import('case,activity,completed', rows.map(String), {
		...{ sop: 'waktu', unit, name: `${unit}.csv` }
	});

const open = async (key: string) =>
	(await bench.measurements(key)).find(({ basis }) => basis === 'open');

// 5 June 2026 is a Friday: the office closes at 16:30 until Monday.
describe('an open step on the clock of every hour', () => {
	test('runs on while the office is closed, to the second', async () => {
		await load('just', [
			['just', 'Menerima', '2026-06-05 15:00:00'],
			['just-other', 'Menerima', '2026-06-06 15:00:00']
		]);
		expect(await open('just')).toMatchObject({
			...{ step_id: '2', verdict: 'on_time', net: 86_400, budget: 86_400 }
		});
	});

	test('is late a second later', async () => {
		await load('late', [
			['late', 'Menerima', '2026-06-05 15:00:00'],
			['late-other', 'Menerima', '2026-06-06 15:00:01']
		]);
		expect(await open('late')).toMatchObject({ step_id: '2', verdict: 'late', net: 86_401 });
		const id = (await bench.state('late'))?.case_id ?? -1;
		expect(
			(await deviationsOfCase(bench.store, id)).map(({ kind, step }) => [kind, step?.id])
		).toEqual([['late_step', '2']]);
	});

	test('that began on a day without an hour is late only beyond the whole of that day', async () => {
		await load('day', [
			['day', 'Menerima', '2026-06-05'],
			['day-other', 'Menerima', '2026-06-06 23:00:00']
		]);
		expect(await open('day')).toMatchObject({ verdict: 'unmeasured', reason: 'precision' });
	});
});

describe('what was done outside office hours alone', () => {
	test('is no time on which a step or a limit could be on time', async () => {
		await load('closed', [
			['closed', 'Menerima', '2026-06-06 08:00'],
			['closed', 'Memeriksa', '2026-06-06 09:00'],
			['closed', 'Memproses', '2026-06-06 10:00'],
			['closed', 'Memeriksa', '2026-06-06 11:00'],
			['closed', 'Menyerahkan', '2026-06-06 12:00']
		]);
		const found = await bench.measurements('closed');
		expect(
			found
				.filter(({ budget }) => budget !== null)
				.map(({ step_id, verdict, reason }) => [step_id, verdict, reason])
		).toEqual([
			['2', 'on_time', null],
			['3', 'unmeasured', 'outside_hours'],
			['batas', 'unmeasured', 'outside_hours']
		]);
	});
});

describe('a limit that ends at a step which shares its words', () => {
	const rows = (key: string, steps: readonly string[]) =>
		steps.map((activity, at): Row => [key, activity, `2026-06-08 0${8 + at}:00`]);

	test('runs until that step is done, not the other one of the same words, and no longer', async () => {
		await load('limits', [
			...rows('begun', ['Menerima']),
			...rows('halfway', ['Menerima', 'Memeriksa']),
			...rows('ended', ['Menerima', 'Memeriksa', 'Memproses', 'Memeriksa'].slice(0, 2)),
			['ended', 'Memproses', '2026-06-08 10:00'],
			['ended', 'Memeriksa', '2026-06-08 11:00']
		]);
		const all = { unit: null, process: null, case_id: null };
		const running = new Set((await bench.store.all('risk/limits', all)).map((row) => row.case_id));
		const runs = async (key: string) => running.has((await bench.state(key))?.case_id ?? -1);
		expect([await runs('begun'), await runs('halfway'), await runs('ended')]).toEqual([
			...[true, true, false]
		]);
	});
});

test('the overview counts each occurrence once, however it was judged', async () => {
	// Times of Badung are in days, of which the document does not say which: they are provisional.
	await bench.import(
		'case,step,activity,completed',
		['1,a,2026-06-02 08:00', '2,b,2026-06-03 08:00', '3,c,2026-06-04'].map((row) => `once,${row}`),
		{ sop: 'badung-02', unit: 'once' }
	);
	const unit = (await bench.store.all('reading/units')).find(({ code }) => code === 'once')?.unit;
	const rows = await bench.store.all('overview/occurrences', {
		...{ unit: unit ?? -1, process: null, first: null, last: null, bucket: 'month' },
		...{ from: '2026-01-01', to: '2026-12-31', before_from: '2025-01-01', before_to: '2025-12-31' },
		...{ trend_from: '2026-01-01', trend_to: '2026-12-31' }
	});
	const judged = rows.map(
		({ on_time, late, unmeasured, provisional, no_budget }) =>
			on_time + late + unmeasured + provisional + no_budget
	);
	expect(judged).toEqual([1, 1, 1]);
	expect(rows.some(({ provisional }) => provisional > 0)).toBe(true);
});
