import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NO_FILTERS, type Filters } from '$lib/domain/filters/filters';
import { parsePeriod } from '$lib/domain/filters/period';
import { budgetedOf, judgedOf, rateOf } from '$lib/domain/rates/tally';
import type { Store } from '../../database/store';
import { importFiles } from '../../importing/import-files';
import { openProduct } from '../../product';
import { WHOLE } from '../scope';
import { summarise } from '../summary';
import { readOverview } from './overview';

const home = resolve('.');
const now = '2026-11-02T02:00:00';
const folder = mkdtempSync(join(tmpdir(), 'tepat-overview-'));
let store: Store;

/** Oganilir 01: seven steps in minutes, the first of the supplier. */
const SOP = 'oganilir-01';
const BUDGETS = [2, 2, 5, 5, 10, 2, 3];

beforeAll(async () => {
	store = await openProduct({ path: join(folder, 'tepat.duckdb'), home });
});

afterAll(async () => {
	await store.close();
	rmSync(folder, { recursive: true, force: true });
});

const see = (given: Partial<Filters> & { text?: string } = {}) => {
	const { text, ...filters } = given;
	const period = text === undefined ? NO_FILTERS.period : parsePeriod(text);
	return readOverview(store, { ...NO_FILTERS, ...filters, period: period ?? NO_FILTERS.period });
};

describe.sequential('the overview', () => {
	it('of a store without a case says just that', async () => {
		const overview = await see();
		expect(overview).toMatchObject({
			hasCases: false,
			trend: null,
			comparing: null,
			sops: [],
			steps: [],
			urgent: [],
			open: { late: 0, at_risk: 0, on_track: 0, unknown: 0 }
		});
		expect(judgedOf(overview.own)).toBe(0);
	});

	it('tells the office from the supplier, and September from October', async () => {
		await importCases();
		const overview = await see({ text: '2026-10' });
		// Ten cases of six own steps, and three steps of a running one; step 5 late in four cases.
		expect(overview.own).toMatchObject({ onTime: 59, late: 4, unmeasured: 0, provisional: 0 });
		expect(overview.suppliers).toMatchObject({ onTime: 11, late: 1 });
		expect(overview.cases).toEqual({ completed: 10, running: 2, abandoned: 0, cancelled: 0 });
		expect(overview.comparing).toMatchObject({
			now: { onTime: 59, late: 4 },
			then: { onTime: 60, late: 0 },
			completed: { now: 10, then: 10 }
		});
	});

	it('names the step and the actor that cost most time, beyond the budget only', async () => {
		const { steps, actors, supplierSteps } = await see({ text: '2026-10' });
		expect(steps).toMatchObject([
			{ stepId: '5', clock: 'working', tally: { onTime: 6, late: 4 }, over: 4 * 15 * 60 }
		]);
		expect(actors).toMatchObject([{ late: 4, steps: 1 }]);
		expect(supplierSteps).toMatchObject([{ stepId: '1', supplier: true, over: 60 }]);
	});

	it('shows what runs as of the data date, whatever the period', async () => {
		for (const text of ['2026-09', '2026-10']) {
			const { open, urgent } = await see({ text });
			expect(open).toMatchObject({ late: 1, at_risk: 0, on_track: 1, unknown: 0 });
			expect(urgent).toMatchObject([
				{ caseKey: 'JALAN-2', verdict: { risk: 'late' }, step: { no: '2' }, used: 300, budget: 120 }
			]);
		}
	});

	it('agrees with the summary of the command line', async () => {
		const [overview, summary] = [await see(), await summarise(store, WHOLE)];
		expect(overview.suppliers.late).toBeGreaterThan(0);
		expect(summary.own).toMatchObject(overview.own);
		expect(summary.suppliers).toMatchObject(overview.suppliers);
		expect(overview.own.onTime + overview.suppliers.onTime).toBe(summary.onTime);
		expect(overview.own.late + overview.suppliers.late).toBe(summary.late);
		expect(overview.cases).toMatchObject({
			completed: summary.completed,
			running: summary.running
		});
		expect(overview.deviations.open).toBe(
			Object.values(summary.deviations).reduce((total, count) => total + count, 0)
		);
		expect(overview.open.late).toBe(summary.openLate);
	});

	it('adds the SOPs up to the whole, and their spread is of the budget', async () => {
		const { sops, own, idleSops } = await see({ text: '2026-10' });
		expect(sops).toHaveLength(1);
		expect(sops[0]).toMatchObject({ code: SOP, completed: 10, heaviest: { stepId: '5' } });
		expect(sops[0]?.tally).toEqual(own);
		expect(sops[0]?.spread?.median).toBeCloseTo(0.5, 2);
		expect(idleSops).toBeGreaterThan(5);
	});

	it('draws the weeks of a month, which add up to its n', async () => {
		const { trend, own } = await see({ text: '2026-10' });
		expect(trend).toMatchObject({ bucket: 'week', series: [{ process: SOP }] });
		const judged = trend?.points.map(({ tallies: [tally] }) => (tally ? judgedOf(tally) : 0)) ?? [];
		expect(judged.reduce((total, n) => total + n, 0)).toBe(judgedOf(own));
		expect(judgedOf(own)).toBe(63);
	});

	it('counts everything without a period, and still compares the last two months', async () => {
		const overview = await see();
		expect(budgetedOf(overview.own)).toBe(123);
		expect(overview.comparing).toMatchObject({
			current: parsePeriod('2026-10'),
			before: parsePeriod('2026-09')
		});
		expect(rateOf(overview.own)).toBeCloseTo(119 / 123);
	});

	it('compares nothing with a period that has nothing judged', async () => {
		const overview = await see({ text: '2026-09' });
		expect(judgedOf(overview.own)).toBe(60);
		expect(overview.comparing).toBeNull();
	});

	it('takes a unit or an SOP that does not exist as not chosen', async () => {
		const [all, mistyped] = [await see(), await see({ unit: 'tidak-ada', sop: 'tidak-ada' })];
		expect(mistyped).toEqual(all);
	});

	it('is empty, not wrong, for an SOP without cases', async () => {
		const overview = await see({ sop: 'pos-epurchasing' });
		expect(overview).toMatchObject({ hasCases: true, trend: null, sops: [], idleSops: 1 });
		expect(rateOf(overview.own)).toBeNull();
	});
});

/** Ten cases a month at half the budgets, four of October late in step 5, one supplier late, two running. */
async function importCases(): Promise<void> {
	const names = await store.all('overview/steps');
	const activities = names.filter(({ process }) => process === SOP).map((row) => row.activity);
	const rows = ['kasus,kegiatan,mulai,selesai,unit'];
	const add = (key: string, date: string, minutes: (number | null)[]) => {
		let at = 9 * 60;
		minutes.forEach((used, place) => {
			const end = used === null ? '' : `${date} ${clock(at + used)}`;
			rows.push(
				`${key},"${(activities[place] ?? '').replaceAll('"', '""')}",${date} ${clock(at)},${end},lpse-uji`
			);
			at += used ?? 0;
		});
	};
	const usual = BUDGETS.map((budget) => budget / 2);
	for (let each = 0; each < 10; each++) {
		const day = String(each + 7).padStart(2, '0');
		add(`SEP-${each}`, workday(`2026-09-${day}`), usual);
		const late = usual.with(4, each < 4 ? 25 : 5).with(0, each === 9 ? 3 : 1);
		add(`OKT-${each}`, workday(`2026-10-${day}`), late);
	}
	// The data date is 09.06, when the first begins step 5; the second has then had step 2 for five minutes.
	add('JALAN-1', '2026-10-30', [1, 1, 2, 2, null]);
	add('JALAN-2', '2026-10-30', [1, null]);
	const path = join(folder, 'log.csv');
	writeFileSync(path, `${rows.join('\n')}\n`);
	await importFiles({
		store,
		files: [{ path, name: 'log.csv' }],
		sop: SOP,
		by: 'analis',
		now
	});
}

function clock(minutes: number): string {
	const seconds = Math.round(minutes * 60);
	const two = (value: number): string => String(value).padStart(2, '0');
	return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** Saturdays and Sundays move to the Monday after. */
function workday(date: string): string {
	const day = new Date(`${date}T00:00:00Z`);
	const weekday = day.getUTCDay();
	const move = weekday === 6 ? 2 : weekday === 0 ? 1 : 0;
	return new Date(day.getTime() + move * 86_400_000).toISOString().slice(0, 10);
}
