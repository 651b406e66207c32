import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { m } from '$lib/paraglide/messages';
import type { Store } from '../../database/store';
import { importFiles } from '../../importing/import-files';
import { openProduct } from '../../product';
import { wayParams } from '$lib/domain/sheet/way-address';
import { listCases, parseCaseFilters } from '../cases/case-list';
import { WHOLE } from '../scope';
import { readCatalogue } from './sop-catalogue';
import { sheetCsv, waysCsv } from './sop-csv';
import { sheetLead } from './sop-lead';
import { readSheet } from './sop-sheet';
import { readSheetWay } from './sop-way';

// Ogan Ilir 03: budgets of 10, 10, 25, 15 and 5 minutes; incomplete data leads from 3 back to 1.
const rows: [key: string, step: string, day: string, from: string, to: string][] = [
	['A', '1', '2026-10-05', '08:00', '08:10'],
	['A', '2', '2026-10-05', '08:10', '08:15'],
	['A', '3', '2026-10-05', '08:15', '08:45'],
	['A', '4', '2026-10-05', '08:45', '08:50'],
	['A', '5', '2026-10-05', '08:50', '08:54'],
	['B', '1', '2026-10-06', '08:00', '08:04'],
	['B', '2', '2026-10-06', '08:10', '08:15'],
	['B', '3', '2026-10-06', '08:15', '08:20'],
	['B', '1', '2026-10-06', '09:00', '09:04'],
	['B', '2', '2026-10-06', '09:10', '09:15'],
	['B', '4', '2026-10-06', '09:15', '09:20'],
	['B', '5', '2026-10-06', '09:20', '09:24'],
	['C', '2', '2026-11-03', '08:00', '08:05'],
	['C', '3', '2026-11-03', '08:05', '08:10']
];

let folder: string;
let store: Store;

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'tepat-sheet-'));
	store = await openProduct({ path: join(folder, 'tepat.duckdb'), home: process.cwd() });
	const path = join(folder, 'log.csv');
	const lines = rows.map(
		([key, step, day, from, to]) => `${key},${step},${day} ${from},${day} ${to}`
	);
	writeFileSync(path, ['kasus,langkah,mulai,selesai', ...lines, ''].join('\n'));
	await importFiles({
		store,
		files: [{ path, name: 'log.csv' }],
		sop: 'oganilir-03',
		unit: 'oi',
		map: { case: 'kasus', step: 'langkah', started: 'mulai', completed: 'selesai' },
		by: 'test',
		now: '2026-11-20T03:00:00'
	});
});

afterAll(async () => {
	await store.close();
	rmSync(folder, { recursive: true });
});

describe('the sheet of an SOP', () => {
	it('counts the cases and passes of each step', async () => {
		const { steps, cases } = await readSheet(store, 'oganilir-03', WHOLE);
		expect(steps.map(({ no, reality }) => [no, reality.cases, reality.passes])).toEqual([
			['1', 2, 3],
			['2', 3, 4],
			['3', 3, 3],
			['4', 2, 2],
			['5', 2, 2]
		]);
		expect(cases).toMatchObject({ cases: 3, completed: 2, running: 1 });
	});

	it('lays the ways that cases took over those of the SOP, and shows the ones it does not have', async () => {
		const { ways } = await readSheet(store, 'oganilir-03', WHOLE);
		const way = (from: string | null, to: string | null) =>
			ways.find((each) => each.from === from && each.to === to);
		expect(way('1', '2')).toMatchObject({ inSop: true, cases: 2, passes: 3, back: false });
		expect(way('3', '1')).toMatchObject({ inSop: true, cases: 1, back: true, unconfirmed: true });
		expect(way('2', '4')).toMatchObject({ inSop: false, cases: 1 });
		expect(way(null, '1')).toMatchObject({ inSop: true, cases: 2 });
		expect(way(null, '2')).toMatchObject({ inSop: false, cases: 1 });
		expect(way('5', null)).toMatchObject({ inSop: true, cases: 2 });
	});

	it('leads from each number to a list of just as many cases', async () => {
		const { ways, steps } = await readSheet(store, 'oganilir-03', WHOLE);
		const listed = async (params: Record<string, string>) => {
			const found = await readSheetWay(store, 'oganilir-03', new URLSearchParams(params));
			const { counts } = await listCases(store, {
				scope: WHOLE,
				status: null,
				filters: parseCaseFilters(new URLSearchParams()),
				place: { key: null, backward: false },
				variants: found?.variants ?? null
			});
			return counts.cases;
		};
		for (const way of ways.filter(({ cases }) => cases > 0)) {
			expect([way.from, way.to, await listed(wayParams(way))]).toEqual([
				way.from,
				way.to,
				way.cases
			]);
		}
		for (const { id, reality } of steps) {
			expect(await listed(wayParams({ step: id }))).toBe(reality.cases);
		}
	});

	it('names a way by the numbers of the document, and refuses one the SOP does not have', async () => {
		const named = async (text: string) =>
			readSheetWay(store, 'oganilir-03', new URLSearchParams(text));
		expect(await named('way=3%3E1')).toMatchObject({ name: '3 → 1' });
		expect(await named('way=%3E1')).toMatchObject({ name: '• → 1' });
		expect(await named('page=2')).toBeNull();
		for (const wrong of ['way=%3E', 'way=1', 'way=1%3E2%3E3', 'way=99%3E1', 'step=', 'step=x']) {
			await expect(named(wrong)).rejects.toMatchObject({ code: 'mining_path' });
		}
	});

	it('judges each step with coverage and n, exactly at the budget in time', async () => {
		const sheet = await readSheet(store, 'oganilir-03', WHOLE);
		const [first, , third] = sheet.steps;
		expect(first?.reality).toMatchObject({ clock: 'working', budget: 600, median: 240 });
		expect(first?.reality.judgement).toMatchObject({ onTime: 3, late: 0, rate: 1, coverage: 1 });
		expect(third?.reality.judgement).toMatchObject({ onTime: 2, late: 1, judged: 3 });
		expect(third?.reality.deviations).toEqual([
			{ kind: 'late_step', total: 1, excused: 0, provisional: 0 },
			// B does not do it again after it was sent back, on a way that nobody has confirmed.
			{ kind: 'skipped', total: 0, excused: 0, provisional: 1 }
		]);
		expect(sheetLead(sheet)).toContain('93');
	});

	it('keeps to the scope: steps by their completion, cases by their end', async () => {
		const october = { ...WHOLE, from: '2026-10-01', to: '2026-10-31' };
		const sheet = await readSheet(store, 'oganilir-03', october);
		expect(sheet.cases?.cases).toBe(2);
		expect(sheet.steps.map(({ reality }) => reality.cases)).toEqual([2, 2, 2, 2, 2]);
		const before = { ...WHOLE, to: '2026-09-30' };
		const empty = await readSheet(store, 'oganilir-03', before);
		expect(empty.cases).toBeNull();
		expect(empty.own).toMatchObject({ judged: 0, rate: null, coverage: null });
		expect(sheetLead(empty)).toBe(m.sop_lead_no_cases());
	});

	it('lists what was inferred as confirmed by nobody', async () => {
		const { inferred } = await readSheet(store, 'oganilir-03', WHOLE);
		expect(inferred.length).toBeGreaterThan(0);
		expect(inferred.every((value) => value.confirmed === null)).toBe(true);
		expect(inferred).toContainEqual(
			expect.objectContaining({ stepId: '3', field: 'next', target: '1' })
		);
	});

	it('is refused for an SOP that the store does not have', async () => {
		await expect(readSheet(store, 'tidak-ada', WHOLE)).rejects.toMatchObject({
			code: 'unknown_sop'
		});
	});

	it('goes out as CSV with a row for each step and each way', async () => {
		const sheet = await readSheet(store, 'oganilir-03', WHOLE);
		expect(sheetCsv(sheet).trim().split('\r\n')).toHaveLength(1 + sheet.steps.length);
		expect(waysCsv(sheet).trim().split('\r\n')).toHaveLength(1 + sheet.ways.length);
	});
});

describe('every SOP of the catalogue', () => {
	it('has a sheet, with or without cases', async () => {
		const groups = await readCatalogue(store, WHOLE);
		const entries = groups.flatMap((group) => group.entries);
		expect(entries).toHaveLength(12);
		for (const { id, steps, inferred } of entries) {
			const sheet = await readSheet(store, id, WHOLE);
			expect(sheet.steps).toHaveLength(steps);
			expect(sheet.inferred).toHaveLength(inferred);
			expect(sheetLead(sheet)).not.toBe('');
		}
	});

	it('stands with its cases first and agrees with its sheet', async () => {
		const [first] = await readCatalogue(store, WHOLE);
		const entry = first?.entries.find(({ id }) => id === 'oganilir-03');
		const sheet = await readSheet(store, 'oganilir-03', WHOLE);
		expect(entry).toMatchObject({ cases: 3, deviations: 1, own: sheet.own });
		expect(entry?.unconfirmed).toBe(sheet.inferred.length);
	});

	it('reads the limits of a standard and its several flows', async () => {
		const sheet = await readSheet(store, 'lkpp-epurchasing', WHOLE);
		expect(sheet.limits).toMatchObject([
			{ id: 'training-reply', reality: { clock: 'workday', budget: 5 } },
			{ id: 'training', reality: { budget: 2 } },
			{ id: 'complaint-letter', toTitle: expect.stringMatching(/^c\.3 · /) }
		]);
		expect(sheet.sop.flows).toHaveLength(6);
	});
});
