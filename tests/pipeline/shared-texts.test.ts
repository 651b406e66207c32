import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { overwriteGetLocale } from '$lib/paraglide/runtime';
import { loadCatalogue } from '$lib/server/catalogue/load';
import { deviationsOfCase } from '$lib/server/reading/deviations/deviation-list';
import { Workbench } from './workbench';

overwriteGetLocale(() => 'id');

const sop = loadCatalogue(resolve(import.meta.dirname, '../..')).find(
	({ id }) => id === 'lkpp-epurchasing'
);
const HEADER = 'case,activity,completed';
let bench: Workbench;
beforeAll(async () => {
	bench = await Workbench.open();
});
afterAll(() => bench.close());

/** The rows of a case by the words of the document alone, one a day from 2 June 2026, or all on that day. */
function rows(key: string, steps: readonly string[], oneDay = false): string[] {
	return steps.map((id, at) => {
		const text = sop?.steps.find((step) => step.id === id)?.activity;
		if (text === undefined) throw new Error(`no step ${id}`);
		const day = oneDay ? '2026-06-02' : `2026-06-${String(2 + at).padStart(2, '0')} 08:00`;
		return `${key},"${text.replaceAll('"', '""')}",${day}`;
	});
}

const load = (unit: string, cases: string[][], name = `${unit}.csv`) =>
	bench.import(HEADER, cases.flat(), { sop: 'lkpp-epurchasing', unit, name });

/** The steps as which the events of a case were read, and its deviations of flow; `?` where these are provisional. */
async function read(key: string) {
	const id = (await bench.state(key))?.case_id ?? -1;
	const events = await bench.store.all('cases/events', { case_id: id });
	const found = (await deviationsOfCase(bench.store, id)).filter(
		({ category }) => category === 'alur'
	);
	return {
		steps: events.map(({ step_id }) => step_id),
		found: found
			.map(({ kind, step, state }) => {
				const doubt = state === 'provisional' ? '?' : '';
				return `${kind} ${step?.id ?? 'none'}${doubt}`;
			})
			.sort()
	};
}

const flows: [flow: string, steps: string[]][] = [
	['kldi', ['a.1.a', 'a.1.b', 'a.1.c', 'a.1.d']],
	['penyedia', ['b.1.a', 'b.1.b', 'b.1.c', 'b.1.d']],
	['telepon', ['a.1', 'a.2']],
	['email', ['b.1', 'b.2']],
	['surat', ['c.1', 'c.2', 'c.3', 'c.4', 'c.5', 'c.6']],
	['kunjungan', ['d.7', 'd.8', 'd.9']]
];

describe('a flow of the LKPP, by the words of the document', () => {
	beforeAll(() =>
		load(
			'flows',
			flows.flatMap(([flow, steps]) => [
				rows(flow, steps),
				rows(`${flow}-day`, steps, true),
				rows(`${flow}-mixed`, [...steps].reverse(), true)
			])
		)
	);

	test.each(flows)('%s reads as its own steps and departs from nothing', async (flow, steps) => {
		for (const key of [flow, `${flow}-day`, `${flow}-mixed`])
			expect(await read(key), key).toEqual({ steps, found: [] });
		expect(await bench.state(flow)).toMatchObject({ state: 'completed' });
	});

	test('which lacks a step lacks that of its own flow', async () => {
		await load('flows', [rows('lacks', ['b.1.a', 'b.1.b', 'b.1.d'])], 'lacks.csv');
		expect(await read('lacks')).toEqual({
			steps: ['b.1.a', 'b.1.b', 'b.1.d'],
			found: ['skipped b.1.c']
		});
	});

	test('which shows a step once more repeats that of its own flow', async () => {
		await load(
			'flows',
			[rows('again', ['b.1.a', 'b.1.b', 'b.1.b', 'b.1.c', 'b.1.d'])],
			'again.csv'
		);
		expect(await read('again')).toMatchObject({ found: ['repeated b.1.b'] });
	});
});

describe('what could be of two flows', () => {
	test('accuses nobody, and is measured as no step', async () => {
		await load('open', [
			...flows.map(([flow, steps]) => rows(`open-${flow}`, steps)),
			rows('either', ['b.1.b', 'b.1.c', 'b.1.d']),
			rows('letter', ['c.1', 'c.2', 'b.1.b', 'c.3', 'c.4', 'c.5'])
		]);
		const either = await read('either');
		expect(either.steps).toEqual([null, null, null]);
		expect(either.found.filter((found) => !found.endsWith('?'))).toEqual([]);
		expect((await bench.measurements('either')).filter(({ basis }) => basis !== 'limit')).toEqual(
			[]
		);
		// Off the path of a letter the text is a step of neither flow for sure.
		expect((await read('letter')).found).toEqual(['not_allowed none?']);
	});

	test('is read alike whatever else the office imports later', async () => {
		const before = await read('either');
		await load('open', [rows('open-more', ['a.1', 'a.2'])], 'more.csv');
		expect(await read('either')).toEqual(before);
	});
});

test('a step that the file names is that step, whatever its text', async () => {
	const named = rows('named', ['b.1.b', 'b.1.c', 'b.1.d']).map(
		(row, at) => `${row},${['b.1.b', 'b.1.c', 'b.1.d'][at] ?? ''}`
	);
	const whole = rows('named-whole', ['b.1.a', 'b.1.b', 'b.1.c', 'b.1.d']).map((row) => `${row},`);
	await bench.import(`${HEADER},step`, [...named, ...whole], {
		...{ sop: 'lkpp-epurchasing', unit: 'named' }
	});
	expect(await read('named')).toEqual({
		steps: ['b.1.b', 'b.1.c', 'b.1.d'],
		found: ['skipped b.1.a']
	});
});
