import { afterEach, describe, expect, test } from 'vitest';
import { NO_FILTERS } from '$lib/domain/filters/filters';
import { listCases } from '$lib/server/reading/cases/case-list';
import { readCaseQuestion } from '$lib/server/reading/cases/case-question';
import { parseMapChoice, readMap } from '$lib/server/reading/mining/map';
import { findMined } from '$lib/server/reading/mining/mined-process';
import { readBudgets, readTimes } from '$lib/server/reading/mining/times';
import { listVariants } from '$lib/server/reading/mining/variants';
import { WHOLE } from '$lib/server/reading/scope';
import { readCatalogue } from '$lib/server/reading/sops/sop-catalogue';
import { readSheet } from '$lib/server/reading/sops/sop-sheet';
import { readSheetWay } from '$lib/server/reading/sops/sop-way';
import { summarise } from '$lib/server/reading/summary';
import { saveAliases } from '$lib/server/reference/sops/aliases';
import { confirmInference } from '$lib/server/reference/sops/confirm';
import { seedReferenceData } from '$lib/server/reference/seed';
import { addSop, foreseeSop, removeSop } from '$lib/server/reference/sops/own-sops';
import { gatherReport } from '$lib/server/reporting/deviations/deviation-report';
import { FINDING } from '$lib/server/reporting/deviations/findings';
import { parseSop } from '$lib/domain/sop/parse';
import { NOW, Workbench } from './workbench';

const HEADER = 'case,activity,started,completed';
const ID = 'izin-usaha';

/** Ten minutes for each step; from 10 June a check in between, thirty minutes for the last step, and rows numbered anew. */
const OLD = `id: ${ID}
title: Izin usaha
source: SK 1/2025
header: {}
actors: [Loket, Pemeriksa]
steps:
  - { no: '1', activity: Menerima berkas, actors: [Loket], time: 10 menit, start: true }
  - no: '2'
    activity: Menyerahkan izin
    actors: [Loket]
    time: 10 menit
    end: true
    inferred: [{ field: actors, reason: tidak terbaca }]
`;
const NEW = `id: ${ID}
title: Izin usaha baru
source: SK 7/2026
header: {}
effectiveFrom: 2026-06-10
actors: [Loket, Pemeriksa]
steps:
  - { no: '1', activity: Menerima berkas, actors: [Loket], time: 10 menit, start: true }
  - no: '2'
    activity: Memeriksa berkas
    actors: [Pemeriksa]
    time: 15 menit
    inferred: [{ field: actors, reason: tidak terbaca }]
  - no: '3'
    activity: Menyerahkan izin
    actors: [Loket]
    time: 30 menit
    end: true
`;

/** A case that hands over after 20 minutes: late by the old version, in time by the new one. */
const handed = (key: string, day: string, check: boolean) => [
	`${key},Menerima berkas,${day} 08:00,${day} 08:05`,
	...(check ? [`${key},Memeriksa berkas,${day} 08:05,${day} 08:15`] : []),
	`${key},Menyerahkan izin,${day} 08:20,${day} 08:40`
];
const ROWS = [
	...handed('BEFORE', '2026-06-09', false),
	...handed('AT', '2026-06-10', true),
	...handed('AFTER', '2026-06-11', true),
	// Begun under the old version, and finished under the new one: the old one judges it.
	'ACROSS,Menerima berkas,2026-06-09 08:00,2026-06-09 08:05',
	'ACROSS,Menyerahkan izin,2026-06-11 09:00,2026-06-11 09:20'
];

const benches: Workbench[] = [];
afterEach(async () => {
	for (const bench of benches.splice(0)) await bench.close();
});

async function open(): Promise<Workbench> {
	const bench = await Workbench.open();
	benches.push(bench);
	return bench;
}

const add = ({ store }: Workbench, text: string) =>
	addSop(store, { text, file: 'izin.yaml', now: NOW });
const load = (bench: Workbench, rows = ROWS) =>
	bench.import(HEADER, rows, { sop: ID, unit: 'kantor' });

/** By which version each case is judged, and how its last step was. */
async function judged({ store }: Workbench) {
	const found: Record<string, unknown> = {};
	for (const { case_id, case_key } of await store.all('reading/cases', WHOLE)) {
		const one = await store.get('cases/one', { case_id });
		const rows = await store.all('cases/measurements', { case_id });
		found[case_key] = [one?.effective_from ?? null, rows.at(-1)?.verdict];
	}
	return found;
}

const BY_DATE = {
	BEFORE: [null, 'late'],
	ACROSS: [null, 'late'],
	AT: ['2026-06-10', 'on_time'],
	AFTER: ['2026-06-10', 'on_time']
};

/** All that does not depend on the numbers by which the store refers to things. */
async function shown({ store }: Workbench) {
	const sheets = await Promise.all(
		['open', '2026-06-10'].map(async (version) => {
			const { steps, ways, cases, own, fitness } = await readSheet(store, ID, WHOLE, version);
			return {
				steps: steps.map(({ reality }) => reality),
				...{ ways, own, fitness, cases: { ...cases, version: 0 } }
			};
		})
	);
	return { summary: await summarise(store, WHOLE), sheets };
}

describe('two versions of an SOP', () => {
	test('judge each case by the one that was in force when it began, in whichever order they come', async () => {
		const [later, earlier, first] = [await open(), await open(), await open()];
		await add(later, OLD);
		await load(later);
		expect((await judged(later)).AT).toEqual([null, 'late']);
		expect(await add(later, NEW)).toMatchObject({ added: 'version' });

		await add(earlier, OLD);
		await add(earlier, NEW);
		await load(earlier, ROWS.slice(5));
		await load(earlier, ROWS.slice(0, 5));

		await add(first, NEW);
		await load(first);
		expect((await judged(first)).BEFORE).toEqual([null, undefined]);
		await add(first, OLD);

		for (const bench of [later, earlier, first]) expect(await judged(bench)).toEqual(BY_DATE);
		const expected = await shown(later);
		expect(await shown(earlier)).toEqual(expected);
		expect(await shown(first)).toEqual(expected);
	});

	test('stand apart on their sheets and in the catalogue, each with the cases it judges', async () => {
		const bench = await open();
		await add(bench, OLD);
		await add(bench, NEW);
		await load(bench);
		const { store } = bench;
		const [newest, old] = [
			await readSheet(store, ID, WHOLE),
			await readSheet(store, ID, WHOLE, 'open')
		];
		expect(newest).toMatchObject({ version: '2026-06-10', cases: { cases: 2 } });
		expect(newest.own).toMatchObject({ onTime: 6, late: 0 });
		expect(old).toMatchObject({ version: 'open', cases: { cases: 2 } });
		expect(old.own).toMatchObject({ onTime: 2, late: 2 });
		expect(newest.versions).toMatchObject([
			{ key: '2026-06-10', until: null, cases: 2 },
			{ key: 'open', until: '2026-06-09', cases: 2 }
		]);
		// Steps of other versions have the same numbers and are not counted.
		expect(newest.steps.map(({ reality }) => reality.cases)).toEqual([2, 2, 2]);
		expect(old.steps.map(({ reality }) => reality.cases)).toEqual([2, 2]);
		await expect(readSheet(store, ID, WHOLE, '2020-01-01')).rejects.toMatchObject({
			code: 'unknown_sop_version',
			params: { known: 'open, 2026-06-10' }
		});

		const entries = (await readCatalogue(store, WHOLE)).flatMap((group) => group.entries);
		expect(entries.find(({ id }) => id === ID)).toMatchObject({
			...{ version: '2026-06-10', title: 'Izin usaha baru', cases: 2, own: newest.own },
			earlier: [{ version: 'open', title: 'Izin usaha', cases: 2, own: old.own }]
		});
		expect((await store.get('reading/shell'))?.sops).toBe(13);

		const cases = async (text: string) => {
			const { variants } = (await readSheetWay(store, ID, new URLSearchParams(text))) ?? {
				variants: []
			};
			return variants.length;
		};
		// Both cases of a version run alike.
		expect(await cases('version=2026-06-10')).toBe(1);
		expect(await cases('version=2026-06-10&step=2')).toBe(1);
		expect(await cases('version=open&way=1>2')).toBe(1);
		expect(await cases('version=2026-06-10&way=1>3')).toBe(0);
		await expect(cases('version=open&step=3')).rejects.toMatchObject({ code: 'mining_path' });
	});

	test('are mined apart: the same number is another step in each', async () => {
		const bench = await open();
		await add(bench, OLD);
		await add(bench, NEW);
		await load(bench);
		const map = async (asked: string | null) => {
			const mined = await findMined(bench.store, ID, NO_FILTERS, asked);
			const choice = parseMapChoice(new URLSearchParams('paths=100&activities=100'));
			const { nodes, edges, totals } = await readMap(bench.store, mined, choice);
			return {
				shown: mined.shown,
				cases: totals.cases,
				steps: nodes.map(({ no, label, cases }) => [no, label, cases]).sort(),
				foreign: edges.filter(({ inSop }) => inSop === false).length
			};
		};
		const newest = {
			...{ shown: '2026-06-10', cases: 2, foreign: 0 },
			steps: [
				['1', 'Menerima berkas', 2],
				['2', 'Memeriksa berkas', 2],
				['3', 'Menyerahkan izin', 2]
			]
		};
		expect(await map(null)).toEqual(newest);
		expect(await map('2026-06-10')).toEqual(newest);
		expect(await map('open')).toEqual({
			...{ shown: 'open', cases: 2, foreign: 0 },
			steps: [
				['1', 'Menerima berkas', 2],
				['2', 'Menyerahkan izin', 2]
			]
		});
		await expect(map('2001-01-01')).rejects.toMatchObject({ code: 'unknown_sop_version' });

		const mined = await findMined(bench.store, ID, NO_FILTERS, 'open');
		const { rows } = await listVariants(bench.store, mined, { page: 1 });
		expect(rows.map(({ cases, fitness }) => [cases, fitness])).toEqual([[2, 1]]);
		expect((await readTimes(bench.store, mined)).map(({ no, events }) => [no, events])).toEqual(
			expect.arrayContaining([
				['1', 2],
				['2', 2]
			])
		);
		const budgets = await readBudgets(bench.store, mined);
		expect(budgets.map(({ tally }) => [tally.onTime, tally.late])).toEqual([
			[2, 0],
			[0, 2]
		]);
		// The list of cases and what leads to it speak of the same version.
		const asked = await readCaseQuestion(
			bench.store,
			new URLSearchParams(`sop=${ID}&version=open&path=1.2`)
		);
		expect(
			(await listCases(bench.store, { ...asked, place: { key: null, backward: false } })).counts
				.cases
		).toBe(2);
	});

	test('leave the figures as they were where a version judges no case', async () => {
		const [one, two] = [await open(), await open()];
		for (const bench of [one, two]) {
			await add(bench, OLD);
			await load(bench);
		}
		await add(two, NEW.replace('2026-06-10', '2027-01-01'));
		expect(await summarise(two.store, WHOLE)).toEqual(await summarise(one.store, WHOLE));
	});
});

describe('a correction', () => {
	test('takes the place of the version of its date, and reads its cases anew, and no others', async () => {
		const bench = await open();
		await add(bench, OLD);
		await add(bench, NEW);
		await load(bench);
		const corrected = NEW.replace('time: 30 menit', 'time: 15 menit');
		expect(await add(bench, corrected)).toMatchObject({ added: 'correction' });
		expect(await judged(bench)).toEqual({
			...BY_DATE,
			AT: ['2026-06-10', 'late'],
			AFTER: ['2026-06-10', 'late']
		});
		expect((await readSheet(bench.store, ID, WHOLE)).versions).toHaveLength(2);
		await expect(add(bench, corrected)).rejects.toMatchObject({ code: 'sop_unchanged' });
	});

	test('of what comes with the product is refused, a version of another date is not', async () => {
		const bench = await open();
		const shipped = NEW.replace(ID, 'badung-02');
		await expect(add(bench, shipped.replace('2026-06-10', '2017-03-01'))).rejects.toMatchObject({
			code: 'sop_shipped'
		});
		expect(await add(bench, shipped)).toMatchObject({ added: 'version' });
		await expect(
			removeSop(bench.store, { id: 'badung-02', version: '2017-03-01', now: NOW })
		).rejects.toMatchObject({ code: 'sop_shipped' });
		expect(
			await removeSop(bench.store, { id: 'badung-02', version: null, now: NOW })
		).toMatchObject({
			left: 1,
			sop: { effectiveFrom: '2026-06-10' }
		});
	});
});

describe('withdrawing a version', () => {
	test('leaves its cases to the one that is in force then, and the last one only when nothing rests on it', async () => {
		const [bench, never] = [await open(), await open()];
		for (const one of [bench, never]) await add(one, OLD);
		await add(bench, NEW);
		for (const one of [bench, never]) await load(one);
		expect(await removeSop(bench.store, { id: ID, version: null, now: NOW })).toMatchObject({
			left: 1
		});
		expect(await judged(bench)).toEqual(await judged(never));
		expect(await summarise(bench.store, WHOLE)).toEqual(await summarise(never.store, WHOLE));
		await expect(
			removeSop(bench.store, { id: ID, version: 'open', now: NOW })
		).rejects.toMatchObject({ code: 'sop_rests', params: { cases: 4 } });
	});
});

describe('what adding would do', () => {
	test('is told before: which version it stands beside or replaces, and how many cases it judges', async () => {
		const bench = await open();
		const foreseen = (text: string) => foreseeSop(bench.store, parseSop(text, 'izin.yaml'));
		expect(await foreseen(OLD)).toBeNull();
		await add(bench, OLD);
		await load(bench);
		expect(await foreseen(NEW)).toMatchObject({
			...{ replaces: false, cases: 2, until: null },
			before: { effectiveFrom: null }
		});
		await add(bench, NEW);
		expect(await foreseen(OLD.replace('Izin', 'Ijin'))).toMatchObject({
			...{ replaces: true, cases: 2, until: '2026-06-10' },
			before: { title: 'Izin usaha' }
		});
		expect(await foreseen(NEW.replace('2026-06-10', '2026-06-11'))).toMatchObject({
			...{ replaces: false, cases: 1 },
			before: { effectiveFrom: '2026-06-10' }
		});
	});
});

describe('what people said of a version', () => {
	test('holds for another one where that says the same of the same step, whatever its number', async () => {
		const bench = await open();
		await add(bench, OLD);
		await load(bench);
		await confirmInference(bench.store, {
			...{ sop: ID, by: 'Kepala', now: NOW },
			values: [{ stepId: '2', field: 'actors', target: '' }]
		});
		// Its second step is another one.
		await add(bench, NEW);
		const open2 = (version: string) =>
			readSheet(bench.store, ID, WHOLE, version).then(({ inferred }) =>
				inferred.filter(({ confirmed, field }) => confirmed === null && field === 'actors')
			);
		expect(await open2('open')).toHaveLength(0);
		expect(await open2('2026-06-10')).toHaveLength(1);
		const done = await confirmInference(bench.store, {
			...{ sop: ID, version: '2026-06-10', by: 'Kepala', now: NOW },
			values: [{ stepId: '2', field: 'actors', target: '' }]
		});
		expect(done.confirmed).toBe(1);

		// A typing error that is corrected leaves it standing; another value does not.
		await add(bench, NEW.replace('Memeriksa berkas', 'Memeriksa  isi berkas'));
		expect(await open2('2026-06-10')).toHaveLength(0);
		await add(bench, NEW.replace('actors: [Pemeriksa]', 'actors: [Loket]'));
		expect(await open2('2026-06-10')).toHaveLength(1);
	});

	test('before versions stood beside one another is of what the one version says', async () => {
		const { store } = await open();
		const key = { sop: 'oganilir-04', step_id: '3', field: 'next', target: '1' };
		await store.write(async (tx) => {
			await tx.run('reference/processes/add_confirmation', {
				...{ ...key, subject: null, value: null },
				...{ confirmed_by: 'Kepala', confirmed_at: NOW, sample: false }
			});
		});
		await seedReferenceData(store, NOW);
		const { inferred } = await readSheet(store, key.sop, WHOLE);
		expect(inferred.filter(({ confirmed }) => confirmed !== null)).toMatchObject([
			{ stepId: '3', field: 'next', target: '1', confirmed: { by: 'Kepala' } }
		]);
	});

	test('a text that means a step means it in each version, wherever it stands there', async () => {
		const bench = await open();
		await add(bench, OLD);
		await load(
			bench,
			ROWS.map((row) => row.replace('Menyerahkan izin', 'Serah terima'))
		);
		const before = await summarise(bench.store, WHOLE);
		// Also the check, which only the new version has; what nobody has placed yet is provisional.
		expect(before.deviationsProvisional).toBe(6);
		await saveAliases(bench.store, {
			...{ sop: ID, by: 'Loket', now: NOW },
			aliases: [{ step: '2', text: 'Serah terima' }]
		});
		await add(bench, NEW);
		expect(await judged(bench)).toEqual(BY_DATE);
		expect(await summarise(bench.store, WHOLE)).toMatchObject({
			completed: 4,
			deviationsProvisional: 0
		});
	});
});

describe('a report on deviations', () => {
	test('says of each finding which version judged it, where there are several', async () => {
		const bench = await open();
		await add(bench, OLD);
		await add(bench, NEW);
		await load(bench, [...ROWS, ...handed('SKIPS', '2026-06-12', false)]);
		const request = {
			...{ unit: null, sop: ID, from: null, to: null, filters: '' },
			...{ layout: 'case' as const, locale: 'id' as const }
		};
		const stamp = { madeAt: NOW, madeBy: 'uji' };
		const { findings, metadata } = await gatherReport(bench.store, request, stamp);
		const said: unknown[] = [];
		for await (const rows of findings.rows())
			for (const row of rows) said.push([row[1], row[FINDING.sop]]);
		expect(said.sort()).toEqual([
			['ACROSS', `${ID} · Tanpa tanggal berlaku`],
			['BEFORE', `${ID} · Tanpa tanggal berlaku`],
			['SKIPS', `${ID} · Berlaku 10 Juni 2026`]
		]);
		expect(metadata.sops.map(({ effectiveFrom }) => effectiveFrom).sort()).toEqual([
			'2026-06-10',
			null
		]);
	});
});
