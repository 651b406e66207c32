import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Store } from '../../database/store';
import { openProduct } from '../../product';
import { readCalendar } from './calendar';

const folder = mkdtempSync(join(tmpdir(), 'tepat-calendar-'));
let store: Store;

beforeAll(async () => {
	store = await openProduct({ path: join(folder, 'tepat.duckdb'), home: process.cwd() });
});

afterAll(async () => {
	await store.close();
	rmSync(folder, { recursive: true, force: true });
});

const read = (year: number | null, today = '2026-11-20') =>
	readCalendar(store, { unit: null, year, today });

it('shows the year of today while there is no data, and the nearest known one beyond the calendar', async () => {
	expect((await read(null)).year).toBe(2026);
	expect((await read(null, '2031-01-01')).year).toBe(2027);
	expect((await read(1999)).year).toBe(2026);
	expect((await read(2024)).years).toEqual([2024, 2025, 2026, 2027]);
});

it('has each date once, and totals that are those of its days', async () => {
	for (const year of [2024, 2026]) {
		const calendar = await read(year);
		expect(calendar.days).toHaveLength(year % 4 === 0 ? 366 : 365);
		expect(calendar.months).toHaveLength(12);
		expect(calendar.total.workdays).toBe(calendar.days.filter((day) => day.seconds > 0).length);
		expect(calendar.total.workingSeconds).toBe(
			calendar.days.reduce((sum, day) => sum + day.seconds, 0)
		);
	}
});

it('answers the week of the regulation: 37,5 hours, in Ramadan 32,5', async () => {
	const calendar = await read(2026);
	expect(calendar.weekSeconds).toBe(37.5 * 3600);
	expect(calendar.weekSecondsRamadan).toBe(32.5 * 3600);
	expect(calendar.week[4]?.normal).toEqual([
		[7.5 * 3600, 11.5 * 3600],
		[13 * 3600, 16.5 * 3600]
	]);
	expect(calendar.week[6]).toEqual({ weekday: 7, normal: [], ramadan: [] });
});

it('lists holidays one by one with their decree, and Ramadan as one run', async () => {
	const { special, total } = await read(2026);
	const holidays = special.filter(({ kind }) => kind === 'libur_nasional');
	expect(holidays).toHaveLength(total.national);
	expect(holidays[0]).toMatchObject({ from: '2026-01-01', to: '2026-01-01', estimated: false });
	expect(holidays[0]?.decree).toContain('SKB');
	expect(special.filter(({ kind }) => kind === 'ramadan')).toMatchObject([
		{ title: 'Ramadan 1447 H', from: '2026-02-19' }
	]);
});

it('counts days that are not covered by themselves, and guesses no hours for them', async () => {
	const { total, days } = await read(2027);
	const unknown = days.filter(({ covered }) => !covered);
	expect(total.uncovered).toBe(unknown.length);
	expect(total.uncovered).toBeGreaterThan(0);
	expect(unknown.every(({ seconds }) => seconds === 0)).toBe(true);
});

it('names the units there are when asked for one that is not there', async () => {
	await expect(
		readCalendar(store, { unit: 'nope', year: null, today: '2026-11-20' })
	).rejects.toMatchObject({ code: 'unknown_unit' });
});
