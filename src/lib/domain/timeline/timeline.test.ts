import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Slot } from '../calendar/calendar';
import { DAY_SECONDS, formatLocal, parseLocal, startOfDate } from '../calendar/local-time';
import { boundsOf, placeShades, shapeOf } from './layout';
import { timeScale } from './scale';
import { shadesOf, type OfficeDay } from './shades';
import { ticksOf } from './ticks';

const hour = 3600;
const office: readonly Slot[] = [
	[7.5 * hour, 12 * hour],
	[13 * hour, 16 * hour]
];
const unused: Slot = [0, 0];
const workday = (day: string): OfficeDay => ({
	day,
	kind: 'workday',
	title: null,
	slots: [...office, unused]
});
const off = (day: string, kind: OfficeDay['kind'], title: string | null = null): OfficeDay => ({
	day,
	kind,
	title,
	slots: [unused, unused, unused]
});
// Thursday to Monday, with a holiday on the Friday.
const days = [
	workday('2026-10-22'),
	off('2026-10-23', 'libur_lokal', 'Hari jadi'),
	off('2026-10-24', 'weekend'),
	off('2026-10-25', 'weekend'),
	workday('2026-10-26')
];
const shades = shadesOf(days);

describe('closed time', () => {
	test('names nights, breaks, weekends and holidays, and joins the two days of a weekend', () => {
		const told = shades.map(({ kind, from, until, title }) => [
			kind,
			formatLocal(from).slice(5, 16),
			formatLocal(until).slice(5, 16),
			title
		]);
		expect(told).toEqual([
			['night', '10-22T00:00', '10-22T07:30', null],
			['break', '10-22T12:00', '10-22T13:00', null],
			['night', '10-22T16:00', '10-23T00:00', null],
			['holiday', '10-23T00:00', '10-24T00:00', 'Hari jadi'],
			['weekend', '10-24T00:00', '10-26T00:00', null],
			['night', '10-26T00:00', '10-26T07:30', null],
			['break', '10-26T12:00', '10-26T13:00', null],
			['night', '10-26T16:00', '10-27T00:00', null]
		]);
	});

	test('joins the night of one day with the night of the next', () => {
		const two = shadesOf([workday('2026-10-20'), workday('2026-10-21')]);
		expect(two.filter(({ kind }) => kind === 'night')).toHaveLength(3);
	});
});

describe('the scale', () => {
	const from = parseLocal('2026-10-22T14:00');
	const until = parseLocal('2026-10-26T10:00');

	test('gives every second the same length unless closed time is compressed', () => {
		const scale = timeScale({ from, until, shades, compress: false });
		expect(scale.at(from + (until - from) / 4)).toBeCloseTo(25);
	});

	test('makes closed time a narrow strip', () => {
		const scale = timeScale({ from, until, shades, compress: true });
		const strip =
			scale.at(parseLocal('2026-10-26T07:30')) - scale.at(parseLocal('2026-10-22T16:00'));
		expect(strip).toBeLessThan(12);
		// Two hours on Thursday, two and a half on Monday.
		expect(scale.at(parseLocal('2026-10-22T15:00'))).toBeGreaterThan(15);
	});

	test.each([true, false])(
		'is never turned around and ends at both ends (compress %s)',
		(compress) => {
			fc.assert(
				fc.property(
					fc.integer({ min: -DAY_SECONDS, max: 6 * DAY_SECONDS }),
					fc.integer({ min: -DAY_SECONDS, max: 6 * DAY_SECONDS }),
					(one, other) => {
						const scale = timeScale({ from, until, shades, compress });
						const [early, late] = [Math.min(one, other), Math.max(one, other)];
						const start = startOfDate('2026-10-22');
						expect(scale.at(start + early)).toBeLessThanOrEqual(scale.at(start + late));
						expect(scale.at(start + early)).toBeGreaterThanOrEqual(0);
						expect(scale.at(start + late)).toBeLessThanOrEqual(100);
					}
				)
			);
			const scale = timeScale({ from, until, shades, compress });
			expect([scale.at(from), scale.at(until)]).toEqual([0, 100]);
		}
	);

	test('holds for an instant, and for a stretch that is closed as a whole', () => {
		expect(timeScale({ from, until: from, shades, compress: true }).at(from)).toBe(0);
		const closed = timeScale({
			from: parseLocal('2026-10-24T08:00'),
			until: parseLocal('2026-10-24T10:00'),
			shades,
			compress: true
		});
		expect(closed.at(parseLocal('2026-10-24T09:00'))).toBeCloseTo(50);
	});
});

describe('the marks of the axis', () => {
	test.each([
		['2026-10-22T08:00', '2026-10-22T08:20', 'time'],
		['2026-10-22T08:00', '2026-10-23T08:20', 'time'],
		['2026-10-12T08:00', '2026-10-22T08:20', 'day'],
		['2026-01-12T08:00', '2026-10-22T08:20', 'month'],
		['2016-01-12T08:00', '2026-10-22T08:20', 'month']
	])('from %s to %s are of grain %s, few and apart', (start, end, grain) => {
		const scale = timeScale({
			from: parseLocal(start),
			until: parseLocal(end),
			shades: [],
			compress: false
		});
		for (const most of [4, 8]) {
			const ticks = ticksOf(scale, most);
			expect(ticks.length).toBeGreaterThan(0);
			expect(ticks.length).toBeLessThanOrEqual(most);
			ticks.forEach((tick, index) => {
				const before = ticks[index - 1];
				if (before) expect(tick.at - before.at).toBeGreaterThanOrEqual(70 / most);
			});
		}
		expect(ticksOf(scale, 8)[0]?.grain).toBe(grain);
	});

	test('of dates stand where the office opens, and pass over days off, where closed time is compressed', () => {
		const scale = timeScale({
			from: parseLocal('2026-10-22T07:30'),
			until: parseLocal('2026-10-26T16:00'),
			shades,
			compress: true
		});
		const told = ticksOf(scale, 4, shades).filter(({ grain }) => grain === 'day');
		expect(told.map(({ instant }) => formatLocal(instant).slice(5, 16))).toEqual(['10-26T07:30']);
	});

	test('of weeks stand on Mondays', () => {
		const scale = timeScale({
			from: parseLocal('2026-09-01'),
			until: parseLocal('2026-10-20'),
			shades: [],
			compress: false
		});
		expect(ticksOf(scale, 8).map(({ instant }) => formatLocal(instant).slice(0, 10))).toContain(
			'2026-09-07'
		);
	});
});

describe('an event on the line', () => {
	const scale = timeScale({ from: 0, until: 1000, shades: [], compress: false });
	const times = { started: null, completed: null, dayOnly: false, since: null, openUntil: null };

	test('is a bar from start to completion, with what it waited before', () => {
		const shape = shapeOf({ ...times, started: 300, completed: 500, since: 100 }, scale);
		expect(shape.bar?.left).toBeCloseTo(30);
		expect(shape.bar?.width).toBeCloseTo(20);
		expect(shape.wait?.width).toBeCloseTo(20);
	});

	test('is a point when one instant is known, and nothing when none is', () => {
		expect(shapeOf({ ...times, completed: 500, since: 100 }, scale)).toMatchObject({
			bar: null,
			point: 50
		});
		expect(shapeOf(times, scale)).toMatchObject({ bar: null, point: null, wait: null });
	});

	test('goes on until the data date when it was not completed', () => {
		expect(shapeOf({ ...times, started: 300, openUntil: 900 }, scale)).toMatchObject({
			open: true
		});
	});

	test('can be seen however short it was, also at the end of the line', () => {
		const bar = shapeOf({ ...times, started: 1000, completed: 1000 }, scale).bar;
		expect(bar?.width).toBeGreaterThan(0);
		expect((bar?.left ?? 0) + (bar?.width ?? 0)).toBeLessThanOrEqual(100);
	});

	test('known to the day takes its whole date and claims no duration', () => {
		const day = startOfDate('2026-10-22');
		const wide = timeScale({
			from: day,
			until: day + 2 * DAY_SECONDS,
			shades: [],
			compress: false
		});
		const shape = shapeOf({ ...times, completed: day, dayOnly: true }, wide);
		expect(shape).toMatchObject({ vague: true, bar: { left: 0, width: 50 } });
	});
});

describe('the bounds of a case', () => {
	test('reach from the first to the last instant, and to the data date of a running one', () => {
		const events = [{ started: 1000, completed: 2000, dayOnly: false }];
		expect(boundsOf(events, null)).toEqual({ from: 880, until: 2120 });
		expect(boundsOf(events, 9000)?.until).toBeGreaterThan(9000);
		expect(boundsOf([], 9000)).toBeNull();
	});
});

test('a long case shows its weekends and not every night', () => {
	const from = parseLocal('2026-10-22T00:00');
	const scale = timeScale({ from, until: from + 5 * DAY_SECONDS, shades, compress: false });
	const kinds = new Set(placeShades(shades, scale, 15).map(({ kind }) => kind));
	expect(kinds).toEqual(new Set(['holiday', 'weekend']));
});
