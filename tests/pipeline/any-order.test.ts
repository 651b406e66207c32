import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { parseSop } from '$lib/domain/sop/parse';
import { overwriteGetLocale } from '$lib/paraglide/runtime';
import { addSop } from '$lib/server/reference/sops/own-sops';
import { deviationsOfCase } from '$lib/server/reading/deviations/deviation-list';
import { readSheet } from '$lib/server/reading/sops/sop-sheet';
import { NOW, Workbench } from './workbench';

overwriteGetLocale(() => 'id');

/** Two checks in any order between a beginning and a decision, and two hand-overs in any order at the end. */
const source = stringify({
	...{ id: 'dua-arah', title: 'Dua arah', source: 'Contoh', header: {} },
	steps: [
		{ no: '1', activity: 'Menerima', start: true },
		{ no: '2', activity: 'Memeriksa harga', group: 'periksa', time: '1 jam' },
		{ no: '3', activity: 'Memeriksa mutu', group: 'periksa', time: '3 jam' },
		{ no: '4', activity: 'Memutuskan', time: '2 jam' },
		{ no: '5', activity: 'Menyerahkan barang', group: 'serah' },
		{ no: '6', activity: 'Menyerahkan berkas', group: 'serah', end: true }
	]
});
const sop = parseSop(source, 'dua-arah.yaml');
let bench: Workbench;

/** Rows of a case, one a working day from 1 June 2026. */
const rows = (key: string, steps: readonly number[]) =>
	steps.map((step, at) => {
		const day = String(1 + at + (at > 4 ? 2 : 0)).padStart(2, '0');
		return `${key},${sop.steps[step - 1]?.activity ?? 'Rapat'},2026-06-${day} 09:00`;
	});

const cases: Record<string, number[]> = {
	whole: [1, 2, 3, 4, 5, 6],
	turned: [1, 3, 2, 4, 6, 5],
	lacks: [1, 2, 4, 5, 6],
	again: [1, 2, 2, 3, 4, 5, 6],
	half: [1, 2, 3, 4, 6],
	first: [1, 3],
	checked: [1, 3, 2]
};

beforeAll(async () => {
	bench = await Workbench.open();
	await addSop(bench.store, { text: source, file: 'dua-arah.yaml', now: NOW });
	const load = (unit: string, given: Record<string, number[]>) =>
		bench.import(
			'case,activity,completed',
			Object.entries(given).flatMap(([key, steps]) => rows(key, steps)),
			{ sop: 'dua-arah', unit, name: `${unit}.csv` }
		);
	await load('office', cases);
	await load('other', { short: [1, 2, 3, 4, 5] });
});
afterAll(() => bench.close());

async function found(key: string) {
	const id = (await bench.state(key))?.case_id ?? -1;
	return (await deviationsOfCase(bench.store, id))
		.filter(({ category }) => category === 'alur')
		.map(({ kind, step }) => `${kind} ${step?.id ?? 'none'}`);
}

describe('steps in any order', () => {
	test.each<[string, string[]]>([
		['whole', []],
		['turned', []],
		['lacks', ['skipped 3']],
		['again', ['repeated 2']]
	])('the case %s departs in %j', async (key, expected) => {
		expect(await found(key)).toEqual(expected);
		expect(await bench.state(key)).toMatchObject({ state: 'completed' });
	});

	test('complete a case with the last of them, whichever it is, and no sooner', async () => {
		expect((await bench.state('half'))?.state).not.toBe('completed');
		expect(await found('half')).toEqual([]);
	});

	test('complete it without the one that no import of the office shows', async () => {
		expect(await bench.state('short')).toMatchObject({ state: 'completed' });
		expect(await found('short')).toEqual([]);
	});

	test('enable what the pass has not done, then what the group leads on to', async () => {
		const open = async (key: string) =>
			(await bench.measurements(key)).find(({ basis }) => basis === 'open');
		expect(await open('first')).toMatchObject({ step_id: '2' });
		expect(await open('checked')).toMatchObject({ step_id: '4' });
		expect(await open('half')).toMatchObject({ step_id: '5' });
	});

	test('lead to one another, in the form and in the map', async () => {
		const process = await bench.store.get('reference/processes/by_code', { code: 'dua-arah' });
		const [version] = (await bench.store.all('sop/catalogue_versions')).filter(
			(row) => row.sop === 'dua-arah'
		);
		const steps = await bench.store.all('mining/sop_steps', { version: version?.version ?? -1 });
		expect(steps.map(({ step, targets }) => [step, targets])).toEqual([
			[1, [2, 3]],
			[2, [3, 4]],
			[3, [2, 4]],
			[4, [5, 6]],
			[5, [6]],
			[6, [5]]
		]);
		const sheet = await readSheet(bench.store, 'dua-arah', {
			...{ unit: null, process: process?.process ?? null, from: null, to: null }
		});
		const strange = sheet.ways.filter(({ inSop, cases: taken }) => !inSop && taken > 0);
		expect(strange.map(({ from, to }) => [from, to])).toEqual([['2', '2']]);
	});
});
