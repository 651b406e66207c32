import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseFilters } from '$lib/domain/filters/filters';
import { overwriteGetLocale } from '$lib/paraglide/runtime';
import type { Store } from '$lib/server/database/store';
import { addProfile } from '$lib/server/importing/saved-profiles';
import { undoImport } from '$lib/server/importing/undo';
import { deviationsOfCase } from '$lib/server/reading/deviations/deviation-list';
import { readImport } from '$lib/server/reading/imports/imports';
import { readOverview } from '$lib/server/reading/overview/overview';
import { readSheet } from '$lib/server/reading/sops/sop-sheet';
import { summarise } from '$lib/server/reading/summary';
import { NOW, Workbench } from './workbench';

overwriteGetLocale(() => 'id');

const HEADER = 'case,activity,started,completed';
let bench: Workbench;
beforeAll(async () => {
	bench = await Workbench.open();
});
afterAll(() => bench.close());

const alias: Record<string, string> = {};
beforeAll(async () => {
	// Each step by its text, as a log would write it.
	const version = (await bench.store.all('sop/catalogue_versions')).find(
		({ sop }) => sop === 'oganilir-03'
	);
	const { steps } = JSON.parse(version?.document ?? '{}') as {
		steps: { id: string; activity: string }[];
	};
	for (const { id, activity } of steps) alias[id] = activity;
});

/**
 * Rows of a case, an hour apart on working days from the second of a month of 2026; what is no step is written as it is. Ogan Ilir 03 has
 * five steps in a row; with data incomplete, step 3 leads back to step 1 (inferred).
 */
function rows(key: string, steps: readonly string[], month = '06'): string[] {
	return steps.map((step, index) => {
		const [day, hour] = [2 + Math.floor(index / 3), 8 + (index % 3)];
		const at = (minute: string) =>
			`2026-${month}-0${day} 0${hour}:${minute}`.replace('010:', '10:');
		const activity = (alias[step] ?? step).replaceAll('"', '""');
		return `${key},"${activity}",${at('00')},${at('05')}`;
	});
}

async function load(unit: string, cases: Record<string, string[]>, name = `${unit}.csv`) {
	return bench.import(
		HEADER,
		Object.entries(cases).flatMap(([key, steps]) => rows(key, steps)),
		{ sop: 'oganilir-03', unit, name }
	);
}

async function deviations(key: string) {
	const id = (await bench.state(key))?.case_id ?? -1;
	return (await deviationsOfCase(bench.store, id)).filter(({ category }) => category === 'alur');
}

/** Each as its kind and step. */
const kinds = async (key: string) =>
	(await deviations(key)).map(({ kind, step }) => `${kind} ${step?.id ?? 'none'}`).sort();

describe('departures from the flow', () => {
	beforeAll(async () => {
		await load('flow', {
			whole: ['1', '2', '3', '4', '5'],
			skip: ['1', '2', '4', '5'],
			swap: ['1', '2', '4', '3', '5'],
			again: ['1', '2', '2', '3', '4', '5'],
			other: ['1', '2', 'Rapat', '3', 'Rapat', '4', '5'],
			loop: ['1', '2', '3', '1', '2', '3', '4', '5'],
			stray: ['1', '2', '3', '2', '3', '4', '5'],
			running: ['1', '3']
		});
	});

	test.each([
		['whole', []],
		['skip', ['skipped 3']],
		['swap', ['out_of_order 4']],
		['again', ['repeated 2']],
		['other', ['outside_sop none', 'outside_sop none']],
		['loop', []],
		['stray', ['skipped 1']],
		['running', ['skipped 2']]
	])('of the case %s are %j', async (key, expected) => {
		expect(await kinds(key)).toEqual(expected);
	});

	test('say what it is in a sentence, whose step it is, and when', async () => {
		expect(await deviations('skip')).toMatchObject([
			{
				severity: 'sedang',
				state: 'open',
				day: '2026-06-03',
				acted: null,
				sentence: expect.stringMatching(/^Langkah 3 dilewati: \S.*[.…]$/) as string
			}
		]);
		const [skip] = await deviations('skip');
		expect(skip?.accountable.length).toBeGreaterThan(0);
		expect(await deviations('again')).toMatchObject([{ severity: 'ringan', day: '2026-06-02' }]);
	});

	test('are provisional where the way is inferred, and in a running case', async () => {
		expect(await deviations('stray')).toMatchObject([{ kind: 'skipped', state: 'provisional' }]);
		expect(await deviations('running')).toMatchObject([{ kind: 'skipped', state: 'provisional' }]);
	});

	test('of the same work twice are two', async () => {
		const found = await deviations('other');
		expect(new Set(found.map(({ id }) => id)).size).toBe(2);
		expect(found.map(({ occurrence }) => occurrence)).toEqual([1, 2]);
	});

	test('are counted with the others, the provisional ones apart', async () => {
		const unit = (await bench.store.all('reading/units')).find(({ code }) => code === 'flow')?.unit;
		const summary = await summarise(bench.store, {
			...{ unit: unit ?? -1, process: null, from: null, to: null }
		});
		expect(summary.deviations).toMatchObject({
			skipped: 1,
			out_of_order: 1,
			repeated: 1,
			outside_sop: 2
		});
		expect(summary.alignmentCost).toBe(1 + 2 + 1 + 2 + 1);
	});

	test('keep their identity when the case is read anew', async () => {
		const before = await deviations('swap');
		await load('flow', { later: ['1', '2', '3', '4', '5'] }, 'later.csv');
		expect((await deviations('swap')).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
	});
});

describe('a step that no import of the office shows', () => {
	test('is not missing until one shows it, and not any more when that import is undone', async () => {
		await load('half', { h1: ['1', '2', '4', '5'] });
		expect(await kinds('h1')).toEqual([]);
		expect(await bench.state('h1')).toMatchObject({ processing_partial: true });
		const { import: number } = await load('half', { h2: ['1', '2', '3', '4', '5'] }, 'more.csv');
		expect(await kinds('h1')).toEqual(['skipped 3']);
		expect(await bench.state('h1')).toMatchObject({ processing_partial: false });
		await undoImport({ store: bench.store, import: number ?? -1, now: NOW });
		expect(await kinds('h1')).toEqual([]);
	});

	test('is missing only from cases whose whole time an import that shows it speaks of', async () => {
		const short = ['1', '2', '4', '5'];
		const both = [
			...rows('p-both', short, '06').slice(0, 2),
			...rows('p-both', short, '07').slice(2)
		];
		const options = { sop: 'oganilir-03', unit: 'times' };
		const june = [...rows('p-june', short), ...both.slice(0, 2)];
		const july = [
			...rows('p-july', short, '07'),
			...rows('p-full', ['1', '2', '3', '4', '5'], '07')
		];
		const { import: first } = await bench.import(HEADER, june, { ...options, name: 'june.csv' });
		expect((await readImport(bench.store, first ?? -1)).files[0]?.shown).toEqual({
			...{ from: '2026-06-02', to: '2026-06-03' },
			unseen: [{ no: '3', activity: alias['3'] }]
		});
		const { import: number } = await bench.import(HEADER, [...july, ...both.slice(2)], {
			...options,
			name: 'july.csv'
		});
		const found = async () => Promise.all(['p-june', 'p-both', 'p-july'].map(kinds));
		expect(await found()).toEqual([[], [], ['skipped 3']]);
		// Where files that are read alike show it before and after, they can show it between.
		await bench.import(HEADER, rows('p-may', ['1', '2', '3', '4', '5'], '04'), {
			...options,
			name: 'april.csv'
		});
		expect(await found()).toEqual([['skipped 3'], ['skipped 3'], ['skipped 3']]);
		await undoImport({ store: bench.store, import: number ?? -1, now: NOW });
		expect(await kinds('p-june')).toEqual([]);
	});

	test('is missing only in the time of the kind of file that shows it, where kinds of files follow each other', async () => {
		const short = ['1', '2', '4', '5'];
		const options = { sop: 'oganilir-03', unit: 'kinds' };
		const other = 'perkara,kegiatan,mulai,selesai';
		const map = { case: 'perkara', activity: 'kegiatan', started: 'mulai', completed: 'selesai' };
		const whole = ['1', '2', '3', '4', '5'];
		await bench.import(HEADER, [...rows('k-june', short), ...rows('k-whole', whole)], options);
		await bench.import(other, rows('k-july', short, '07'), { ...options, map, name: 'july.csv' });
		const september = [...rows('k-sept', short, '09'), ...rows('k-again', whole, '09')];
		await bench.import(HEADER, september, { ...options, name: 'september.csv' });
		for (const key of ['k-june', 'k-sept']) expect(await kinds(key)).toEqual(['skipped 3']);
		expect(await kinds('k-july')).toEqual([]);
		await bench.import(HEADER, rows('k-own', short, '07'), { ...options, name: 'own.csv' });
		for (const key of ['k-july', 'k-own']) expect(await kinds(key)).toEqual(['skipped 3']);
	});

	test('is missing there and not in another office', async () => {
		await load('one', { o1: ['1', '2', '4', '5'], o2: ['1', '2', '3', '4', '5'] });
		await load('two', { t1: ['1', '2', '4', '5'] });
		expect(await kinds('o1')).toEqual(['skipped 3']);
		expect(await kinds('t1')).toEqual([]);
	});

	test('is missing where a kind of file declares to show it, until that import is undone', async () => {
		// Its own names of columns tell the kind of file.
		const profile = {
			...{ id: 'buku-lengkap', title: { id: 'Buku lengkap', en: 'Complete book' }, form: 'long' },
			recognise: ['berkas', 'langkah', 'dari', 'sampai'],
			fields: { case: 'berkas', activity: 'langkah', started: 'dari', completed: 'sampai' },
			shows: [alias['3'], alias['5']]
		};
		await addProfile(bench.store, { text: JSON.stringify(profile), by: 'test', now: NOW });
		await load('says', { s1: ['1', '2', '4', '5'] });
		expect(await kinds('s1')).toEqual([]);
		const { import: number } = await bench.import(
			'berkas,langkah,dari,sampai',
			rows('s2', ['1', '2', '4', '5']),
			{ sop: 'oganilir-03', unit: 'says', name: 'book.csv' }
		);
		// The store as a later import reads it, too.
		await load('says', { s3: ['1', '2', '4', '5'] }, 'later.csv');
		for (const key of ['s1', 's2', 's3']) expect(await kinds(key)).toEqual(['skipped 3']);
		await undoImport({ store: bench.store, import: number ?? -1, now: NOW });
		for (const key of ['s1', 's3']) expect(await kinds(key)).toEqual([]);
	});

	test('counts in coverage once it is required, of a completed case, and an import shows it', async () => {
		const figures = async () => {
			const unit = (await bench.store.all('reading/units')).find(({ code }) => code === 'cover');
			const scope = { unit: unit?.unit ?? -1, process: null, from: null, to: null };
			const { stepsMeasured, stepsUnmeasured, stepsUnseen, coverage } = await summarise(
				bench.store,
				scope
			);
			return { scope, figures: [stepsMeasured, stepsUnmeasured, stepsUnseen, coverage] };
		};
		await load('cover', { c1: ['1', '2', '4', '5'] });
		expect((await figures()).figures).toEqual([4, 0, 0, 1]);
		// What is still to come of a running case may explain what it has not shown.
		await load('cover', { c2: ['1', '2', '3', '4', '5'], c3: ['1', '2', '4'] }, 'more.csv');
		const { scope, figures: shown } = await figures();
		expect(shown).toEqual([4 + 5 + 3, 1, 1, 12 / 13]);

		const third = async (store: Store) =>
			(await readSheet(store, 'oganilir-03', scope)).steps.find(({ id }) => id === '3');
		const unseen = {
			...{ occurrences: 1, onTime: 1, unmeasured: 1, coverage: 1 / 2 },
			reasons: [{ reason: 'not_seen', count: 1 }]
		};
		expect((await third(bench.store))?.reality.judgement).toMatchObject(unseen);
		expect((await third(bench.store.within(['cover'])))?.reality.judgement).toMatchObject(unseen);
		const own = parseFilters(new URLSearchParams('unit=cover')).filters;
		expect((await readOverview(bench.store, own)).own).toMatchObject({ onTime: 12, unmeasured: 1 });
		// It belongs to the end of its case.
		const after = parseFilters(new URLSearchParams('unit=cover&period=2026-07')).filters;
		expect((await readOverview(bench.store, after)).own).toMatchObject({ unmeasured: 0 });
	});
});

describe('within a date that is known to the day only', () => {
	const dated = (key: string, steps: string[], days: number[]) =>
		steps.map((step, at) => `${key},"${alias[step] ?? step}",,2026-06-0${days[at] ?? 2}`);

	async function order(key: string) {
		const id = (await bench.state(key))?.case_id ?? -1;
		return (await bench.store.all('cases/events', { case_id: id })).map(({ step_id }) => step_id);
	}

	test('events stand in the order of the SOP, or of the source where that follows the SOP better', async () => {
		await bench.import(
			HEADER,
			[
				...dated('mixed', ['3', '1', '2', '4', '5'], [2, 2, 2, 3, 3]),
				...dated('loop-day', ['1', '2', '3', '1', '2', '3', '4', '5'], [2, 2, 2, 2, 2, 2, 3, 3]),
				...dated('same', ['2', '1', '3', '4', '5'], [2, 3, 4, 5, 5])
			],
			{ sop: 'oganilir-03', unit: 'dated' }
		);
		expect(await order('mixed')).toEqual(['1', '2', '3', '4', '5']);
		expect(await kinds('mixed')).toEqual([]);
		// In the SOP's order it would be 1 1 2 2 3 3: three repetitions.
		expect(await order('loop-day')).toEqual(['1', '2', '3', '1', '2', '3', '4', '5']);
		expect(await kinds('loop-day')).toEqual([]);
		expect(await order('same')).toEqual(['2', '1', '3', '4', '5']);
		expect(await kinds('same')).toEqual(['out_of_order 2']);
	});
});

test('an activity that is written like SQL or HTML is a text like any other', async () => {
	const name = `Robert'); DROP TABLE move;--<script>alert("1")</script>`;
	await load('harm', { harm: ['1', name, '2', '3', '4', '5'] });
	const [found] = await deviations('harm');
	expect(found?.sentence).toContain(name);
});
