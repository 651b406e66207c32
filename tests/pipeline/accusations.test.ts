import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { overwriteGetLocale } from '$lib/paraglide/runtime';
import { loadCatalogue } from '$lib/server/catalogue/load';
import { followUp } from '$lib/server/followup/follow-up';
import { addPersonRole } from '$lib/server/offices/people';
import { deviationsOfCase } from '$lib/server/reading/deviations/deviation-list';
import { WHOLE } from '$lib/server/reading/scope';
import { summarise } from '$lib/server/reading/summary';
import { NOW, Workbench } from './workbench';

overwriteGetLocale(() => 'id');

const catalogue = loadCatalogue(resolve(import.meta.dirname, '../..'));
const HEADER = 'case,activity,started,completed';
let bench: Workbench;
beforeAll(async () => {
	bench = await Workbench.open();
});
afterAll(() => bench.close());

/** A row of a log: the activity of a step of an SOP, quoted, and what follows it. */
function row(sop: string, key: string, step: string, ...cells: string[]): string {
	const named = catalogue.find(({ id }) => id === sop)?.steps.find(({ id }) => id === step);
	if (!named) throw new Error(`no step ${step} in ${sop}`);
	return [key, `"${named.activity.replaceAll('"', '""')}"`, ...cells].join();
}

async function deviations(key: string) {
	const id = (await bench.state(key))?.case_id ?? -1;
	return deviationsOfCase(bench.store, id);
}

describe('the open step of a running case', () => {
	const on = (minute: number) => `2026-06-02 08:${String(minute).padStart(2, '0')}:00`;

	test('follows the last step that was done in its place, not a stray one', async () => {
		const steps = ['1', '2', '3', '4', '5', '2'];
		await bench.import(
			HEADER,
			[
				...steps.map((step, at) => row('oganilir-01', 'stray', step, on(at), on(at + 1))),
				// The office's data go on to the afternoon.
				row('oganilir-01', 'later', '1', '2026-06-02 15:00:00', '2026-06-02 15:01:00')
			],
			{ sop: 'oganilir-01', unit: 'stray' }
		);
		expect(
			(await bench.measurements('stray')).filter(({ basis }) => basis === 'open')
		).toMatchObject([{ step_id: '6', occurrence: 1, verdict: 'late' }]);
		const late = (await deviations('stray')).filter(({ kind }) => kind === 'late_step');
		expect(late.map(({ step }) => step?.id)).toEqual(['6']);
	});

	test('is counted as the pass that it will be', async () => {
		const steps = ['1', '2', '3', '1', '2'];
		await bench.import(
			HEADER,
			[
				...steps.map((step, at) => row('oganilir-03', 'loop', step, on(at), on(at + 1))),
				row('oganilir-03', 'loop-later', '1', '2026-06-02 15:00:00', '2026-06-02 15:01:00')
			],
			{ sop: 'oganilir-03', unit: 'loop' }
		);
		expect(
			(await bench.measurements('loop')).filter(({ basis }) => basis === 'open')
		).toMatchObject([{ step_id: '3', occurrence: 2 }]);
	});

	test('that began on a day whose hour is unknown took at least what was left after that day', async () => {
		await bench.import(
			HEADER,
			[
				row('oganilir-01', 'day', '2', '', '2026-06-02'),
				row('oganilir-01', 'day-other', '1', '2026-06-02 09:00:00', '2026-06-02 09:01:00')
			],
			{ sop: 'oganilir-01', unit: 'day' }
		);
		// Of five minutes for step 3, between none and an hour and a half are gone.
		expect((await bench.measurements('day')).filter(({ basis }) => basis === 'open')).toMatchObject(
			[{ step_id: '3', verdict: 'unmeasured', reason: 'precision', gross: null }]
		);
	});
});

describe('work done only outside office hours', () => {
	test('leaves the processing time partial and the total unmeasured', async () => {
		const at = (index: number) =>
			`2026-06-07 ${String(8 + Math.floor(index / 4)).padStart(2, '0')}:${String((index % 4) * 15).padStart(2, '0')}`;
		// 7 June 2026 is a Sunday.
		const rows = Array.from({ length: 17 }, (_, index) =>
			row('pos-epurchasing', 'sunday', String(index + 1), at(index), at(index + 1))
		);
		await bench.import(HEADER, rows, { sop: 'pos-epurchasing', unit: 'sunday' });
		for (const { reason } of await bench.measurements('sunday'))
			expect(reason).toBe('outside_hours');
		const found = await bench.state('sunday');
		expect(await bench.store.get('cases/one', { case_id: found?.case_id ?? -1 })).toMatchObject({
			total_verdict: 'unmeasured',
			total_reason: 'processing_partial',
			total_ratio: null,
			processing_partial: true
		});
	});
});

describe('a wrong actor', () => {
	test('is found of a step out of its order and of one repeated too', async () => {
		const [by, minute] = ['Budi', (at: number) => `2026-06-02 08:${10 + at}:00`];
		const rows = ['1', '2', '2', '4', '3', '5'].map((step, at) =>
			row('oganilir-03', 'actor', step, minute(at), minute(at + 1), at === 2 || at === 3 ? by : '')
		);
		const whole = ['1', '2', '3', '4', '5'].map((step, at) =>
			row('oganilir-03', 'actor-whole', step, minute(at), minute(at + 1), '')
		);
		await bench.import(`${HEADER},actor`, [...rows, ...whole], {
			...{ sop: 'oganilir-03', unit: 'actors' }
		});
		const person = { person: by, role: 'Resepsionis', from: '2026-01-01', until: '' };
		await addPersonRole(bench.store, 'actors', person, { by: 'test', now: NOW });
		const found = await deviations('actor');
		const off = found.filter(({ kind }) => kind === 'repeated' || kind === 'out_of_order');
		expect(off).toHaveLength(2);
		expect(
			found
				.filter(({ kind }) => kind === 'wrong_actor')
				.map(({ step }) => step?.id)
				.sort()
		).toEqual(['2', '4']);
	});
});

describe('a time that counts from another event', () => {
	test('rests on the rows of both, and is as coarse as the coarser one', async () => {
		await bench.import(
			HEADER,
			[
				row('oganilir-01', 'both', '1', '', '2026-06-02 08:00:00'),
				row('oganilir-01', 'both', '2', '', '2026-06-02 11:00:00'),
				row('oganilir-01', 'vague', '1', '', '2026-06-02'),
				row('oganilir-01', 'vague', '2', '', '2026-06-04 11:00:00')
			],
			{ sop: 'oganilir-01', unit: 'both' }
		);
		const [late] = (await deviations('both')).filter(({ step }) => step?.id === '2');
		const rows = await bench.store.all('deviations/evidence', { ids: [late?.id ?? ''] });
		expect(rows.map(({ record }) => record)).toEqual([1, 2]);
		expect(late).toMatchObject({ atLeast: false });
		const [vague] = (await deviations('vague')).filter(({ step }) => step?.id === '2');
		expect(vague).toMatchObject({ atLeast: true });
		expect(vague?.sentence).toContain('sedikitnya');
		const [reported] = await bench.store.all('reporting/deviations', { ids: [vague?.id ?? ''] });
		expect(reported).toMatchObject({ precision: 3 });
	});

	test('of a limit is the earliest receipt, and its row', async () => {
		const limit = catalogue.find(({ id }) => id === 'lkpp-epurchasing')?.limits.at(-1);
		const receipt = catalogue
			.find(({ id }) => id === 'lkpp-epurchasing')
			?.milestones.find(({ id }) => id === limit?.from)?.title;
		await bench.import(
			HEADER,
			[
				`limit,${receipt ?? ''},,2026-06-05`,
				`limit,${receipt ?? ''},,2026-06-03`,
				row('lkpp-epurchasing', 'limit', 'c.3', '', '2026-07-30')
			],
			{ sop: 'lkpp-epurchasing', unit: 'limit' }
		);
		const [late] = (await deviations('limit')).filter(({ kind }) => kind === 'late_step');
		const rows = await bench.store.all('deviations/evidence', { ids: [late?.id ?? ''] });
		expect(rows.map(({ record }) => record)).toEqual([2, 3]);
	});
});

test('what is said of a step that is late while open stays with it when it is completed late', async () => {
	const by = { account: 1, name: 'dewi', owner: 'account 1' };
	const started = ['2026-06-02 08:00:00', '2026-06-02 08:01:00'];
	await bench.import(
		HEADER,
		[
			row('oganilir-01', 'kept', '1', ...started),
			row('oganilir-01', 'kept-other', '1', '2026-06-02 10:00:00', '2026-06-02 10:01:00')
		],
		{ sop: 'oganilir-01', unit: 'kept' }
	);
	const [open] = await deviations('kept');
	expect(open).toMatchObject({ kind: 'late_step', follow: 'open', step: { id: '2' } });
	const said = { act: 'explain', body: 'Listrik padam', files: [], by, now: NOW } as const;
	await followUp(bench.store, { ...said, ids: [open?.id ?? ''] });
	await bench.import(
		HEADER,
		[row('oganilir-01', 'kept', '2', '2026-06-02 11:00:00', '2026-06-02 11:30:00')],
		{ sop: 'oganilir-01', unit: 'kept', name: 'later.csv' }
	);
	expect((await deviations('kept')).find(({ step }) => step?.id === '2')).toMatchObject({
		...{ id: open?.id, follow: 'explained' }
	});
	expect(await bench.store.all('followup/gone', { id: null, unit: null, process: null })).toEqual(
		[]
	);
});

test('a step that is only provisionally missing is not required in the coverage', async () => {
	const minute = (at: number) => `2026-06-02 08:${10 + at}:00`;
	// From step 3 back to step 2: the way back to step 1 is inferred.
	const rows = ['1', '2', '3', '2', '3', '4', '5'].map((step, at) =>
		row('oganilir-03', 'back', step, minute(at), minute(at + 1))
	);
	await bench.import(HEADER, rows, { sop: 'oganilir-03', unit: 'back' });
	const unit = (await bench.store.all('reading/units')).find(({ code }) => code === 'back');
	expect((await deviations('back')).filter(({ kind }) => kind === 'skipped')).toMatchObject([
		{ state: 'provisional' }
	]);
	expect(await summarise(bench.store, { ...WHOLE, unit: unit?.unit ?? -1 })).toMatchObject({
		...{ stepsMeasured: 7, stepsUnseen: 0, stepsUnmeasured: 0, coverage: 1 }
	});
});
