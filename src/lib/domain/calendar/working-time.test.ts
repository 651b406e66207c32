import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Calendar, OfficeHours, WeeklyHours } from './calendar';
import { dueWorkday, workingDates } from './day-budget';
import { expandCalendar } from './expand';
import {
	DAY_SECONDS,
	type LocalSeconds,
	WEEKDAYS,
	dayOf,
	parseLocal,
	startOfDate
} from './local-time';
import { addWorkingSecondsWithOutages, grossAndNetWorkingSeconds, joinOutages } from './outages';
import { workingSecondsRange } from './precision';
import { WorkingTime } from './working-time';

/** Random calendars span these nine weeks, with one year boundary and one 29 February. */
const FROM = '2023-12-25';
const TO = '2024-02-29';
const FIRST = startOfDate(FROM);
const LAST = startOfDate(TO) + DAY_SECONDS - 1;

// The oracle: read from the calendar with JavaScript's own dates, one tick at a time. It shares
// nothing with the code under test, neither the rows nor the sums.

function isOfficeTime(calendar: Calendar, at: LocalSeconds): boolean | 'not covered' {
	const clock = new Date(at * 1000);
	const date = clock.toISOString().split('T')[0] as string;
	const isIn = ({ from, to }: { from: string; to: string }) => !(date < from) && !(date > to);
	if (!calendar.covered.some(isIn)) return 'not covered';
	const period = calendar.periods.filter(isIn)[0];
	if (period && !period.announced) return 'not covered';
	for (const list of [calendar.holidays, calendar.localHolidays])
		for (const holiday of list) if (holiday.date === date) return false;
	const names = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
	const name = names[clock.getUTCDay()] as keyof WeeklyHours;
	const hours = (period ? period.hours : calendar.weekly)[name];
	if (hours === null) return false;
	const second = clock.getUTCHours() * 3600 + clock.getUTCMinutes() * 60 + clock.getUTCSeconds();
	if (second < hours.open || second >= hours.close) return false;
	return !hours.breaks.some(([from, until]) => second >= from && second < until);
}

/** Counts office time between two instants in steps; `tick` divides every hour of the calendar. */
function count(calendar: Calendar, start: number, end: number, tick: number): number | null {
	let seconds = 0;
	for (let at = start; at < end; at += tick) {
		const state = isOfficeTime(calendar, at);
		if (state === 'not covered') return null;
		if (state) seconds += tick;
	}
	// The date of the end has to be covered too, even if only its first instant is touched.
	return isOfficeTime(calendar, end) === 'not covered' ? null : seconds;
}

const minuteOfDay = fc.integer({ min: 0, max: 1440 });

/** Office hours with up to two breaks from six distinct sorted minutes. */
const officeHours: fc.Arbitrary<OfficeHours | null> = fc.option(
	fc
		.tuple(fc.uniqueArray(minuteOfDay, { minLength: 6, maxLength: 6 }), fc.nat(2))
		.map(([minutes, breaks]) => {
			const [open, a, b, c, d, close] = minutes.sort((x, y) => x - y).map((m) => m * 60) as [
				number,
				number,
				number,
				number,
				number,
				number
			];
			const cut: [number, number][] = [
				[a, b],
				[c, d]
			];
			return { open, close, breaks: cut.slice(0, breaks) };
		}),
	{ freq: 3 }
);

const weeklyHours = fc
	.tuple(...WEEKDAYS.map(() => officeHours))
	.map(
		(hours) => Object.fromEntries(WEEKDAYS.map((day, i) => [day, hours[i] ?? null])) as WeeklyHours
	);

const date = fc
	.integer({ min: FIRST / DAY_SECONDS, max: dayOf(LAST) })
	.map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));

const dateRange = fc
	.tuple(date, date)
	.map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }));

function calendars({ gaps }: { gaps: boolean }): fc.Arbitrary<Calendar> {
	const holiday = date.map((on) => ({
		date: on,
		kind: 'libur_nasional' as const,
		title: 'Libur',
		decree: null,
		estimated: false
	}));
	return fc.record({
		id: fc.constant('any'),
		title: fc.constant('any'),
		basis: fc.constant('any'),
		zones: fc.constant(['Asia/Jakarta' as const]),
		weekly: weeklyHours,
		periods: fc
			.record({ range: dateRange, hours: weeklyHours, announced: fc.boolean() })
			.map(({ range, hours, announced }) => [
				{
					...range,
					hours,
					announced: announced || !gaps,
					kind: 'ramadan' as const,
					title: 'Ramadan',
					basis: 'any'
				}
			]),
		holidays: fc.array(holiday, { maxLength: 8 }),
		localHolidays: fc
			.array(holiday, { maxLength: 2 })
			.map((days) => days.map((day) => ({ ...day, kind: 'libur_lokal' as const }))),
		covered: gaps ? dateRange.map((range) => [range]) : fc.constant([{ from: FROM, to: TO }])
	});
}

const instant = fc.integer({ min: FIRST, max: LAST });
const workingTimeOf = (calendar: Calendar) => new WorkingTime(expandCalendar(calendar, FROM, TO));

describe('working time', () => {
	test('equals a second-by-second count over up to a day and a half', () => {
		fc.assert(
			fc.property(
				fc.boolean().chain((gaps) => calendars({ gaps })),
				instant,
				fc.nat(130_000),
				(calendar, start, length) => {
					const end = Math.min(start + length, LAST);
					expect(workingTimeOf(calendar).workingSeconds(start, end)).toBe(
						count(calendar, start, end, 1)
					);
				}
			),
			{ numRuns: 80 }
		);
	});

	test('equals a minute-by-minute count over weeks', () => {
		const minute = instant.map((at) => at - (((at % 60) + 60) % 60));
		fc.assert(
			fc.property(
				fc.boolean().chain((gaps) => calendars({ gaps })),
				minute,
				minute,
				(calendar, a, b) => {
					const [start, end] = a < b ? [a, b] : [b, a];
					expect(workingTimeOf(calendar).workingSeconds(start, end)).toBe(
						count(calendar, start, end, 60)
					);
				}
			),
			{ numRuns: 60 }
		);
	});

	test('W is monotone, grows no faster than the clock, and is additive', () => {
		fc.assert(
			fc.property(
				calendars({ gaps: false }),
				fc.tuple(instant, instant, instant).map((three) => three.sort((a, b) => a - b)),
				(calendar, [a, b, c]) => {
					if (a === undefined || b === undefined || c === undefined) return;
					const time = workingTimeOf(calendar);
					const [ab, bc, ac] = [
						time.workingSeconds(a, b),
						time.workingSeconds(b, c),
						time.workingSeconds(a, c)
					] as [number, number, number];
					expect(time.workingSecondsUpTo(a)).toBeLessThanOrEqual(time.workingSecondsUpTo(b));
					expect(ab).toBeLessThanOrEqual(b - a);
					expect(ab + bc).toBe(ac);
				}
			)
		);
	});

	test('does not depend on the date from which days are expanded', () => {
		fc.assert(
			fc.property(calendars({ gaps: true }), instant, instant, (calendar, a, b) => {
				const [start, end] = a < b ? [a, b] : [b, a];
				const later = new WorkingTime(
					expandCalendar(calendar, new Date(start * 1000).toISOString().slice(0, 10), TO)
				);
				expect(later.workingSeconds(start, end)).toBe(
					workingTimeOf(calendar).workingSeconds(start, end)
				);
			})
		);
	});

	test('a budget is used up at the first instant at which that much time has been worked', () => {
		fc.assert(
			fc.property(
				calendars({ gaps: false }),
				instant,
				fc.integer({ min: 1, max: 400_000 }),
				(calendar, start, budget) => {
					const time = workingTimeOf(calendar);
					const due = time.addWorkingSeconds(start, budget);
					if (due === null) {
						expect(time.workingSeconds(start, LAST)).toBeLessThan(budget + 1);
					} else {
						expect(time.workingSeconds(start, due)).toBe(budget);
						expect(time.workingSeconds(start, due - 1)).toBe(budget - 1);
					}
				}
			)
		);
	});

	test('a day budget is just used up on its due date, and not before', () => {
		fc.assert(
			fc.property(
				calendars({ gaps: false }),
				instant,
				fc.integer({ min: 1, max: 20 }),
				fc.boolean(),
				(calendar, start, budget, countsFirstDay) => {
					const time = workingTimeOf(calendar);
					const due = dueWorkday(time, start, budget, { countsFirstDay });
					if (due === null) return;
					const used = (at: number) => workingDates(time, start, at, { countsFirstDay });
					expect(used(Math.max(start, due - 1))).toBe(budget);
					if (due - DAY_SECONDS > start) expect(used(due - DAY_SECONDS - 1)).toBe(budget - 1);
				}
			)
		);
	});

	test('net time is what a second-by-second count outside the outages gives', () => {
		const outage = fc.tuple(fc.nat(100_000), fc.nat(40_000));
		fc.assert(
			fc.property(
				calendars({ gaps: false }),
				fc.integer({ min: FIRST, max: LAST - 200_000 }),
				fc.integer({ min: 0, max: 100_000 }),
				fc.array(outage, { maxLength: 4 }),
				(calendar, start, length, raw) => {
					const outages = raw.map(([from, lasting]) => ({
						from: start - 10_000 + from,
						until: start - 10_000 + from + lasting
					}));
					let expected = 0;
					for (let at = start; at < start + length; at++) {
						const isDown = outages.some(({ from, until }) => at >= from && at < until);
						if (!isDown && isOfficeTime(calendar, at) === true) expected++;
					}
					const time = workingTimeOf(calendar);
					const joined = joinOutages(outages);
					const both = grossAndNetWorkingSeconds(time, joined, start, start + length);
					expect(both?.net).toBe(expected);
					if (expected > 0) {
						const due = addWorkingSecondsWithOutages(time, joined, start, expected) as number;
						expect(grossAndNetWorkingSeconds(time, joined, start, due)?.net).toBe(expected);
						expect(due).toBeLessThanOrEqual(start + length);
					}
				}
			),
			{ numRuns: 40 }
		);
	});

	test('times known to the day give bounds that hold for every time of those days', () => {
		fc.assert(
			fc.property(calendars({ gaps: false }), instant, instant, (calendar, a, b) => {
				const [start, end] = a < b ? [a, b] : [b, a];
				const time = workingTimeOf(calendar);
				const worked = time.workingSeconds(start, end) as number;
				for (const [from, to] of [
					['day', 'day'],
					['day', 'second'],
					['second', 'day'],
					['second', 'second']
				] as const) {
					const range = workingSecondsRange(
						time,
						{ at: start, precision: from },
						{ at: end, precision: to }
					);
					expect(range?.least).toBeLessThanOrEqual(worked);
					expect(range?.greatest).toBeGreaterThanOrEqual(worked);
				}
			})
		);
	});
});

describe('rows that are no run of days', () => {
	const empty = Object.fromEntries(WEEKDAYS.map((day) => [day, null])) as WeeklyHours;
	const calendar: Calendar = {
		id: 'closed',
		title: 'closed',
		basis: 'none',
		zones: ['Asia/Jakarta'],
		weekly: empty,
		periods: [],
		holidays: [],
		localHolidays: [],
		covered: [{ from: FROM, to: TO }]
	};

	test('a gap is refused with the date after it', () => {
		const days = expandCalendar(calendar, FROM, TO).filter((day) => day.date !== '2024-01-01');
		expect(() => new WorkingTime(days)).toThrow(
			expect.objectContaining({ code: 'calendar_days_broken', params: { date: '2024-01-02' } })
		);
		expect(() => new WorkingTime([])).toThrow(
			expect.objectContaining({ code: 'calendar_days_broken' })
		);
	});

	test('a range that ends before it begins is refused', () => {
		expect(() => expandCalendar(calendar, TO, FROM)).toThrow(
			expect.objectContaining({ code: 'calendar_range_invalid' })
		);
	});

	test('an office that never opens has no working time and no due date', () => {
		const time = workingTimeOf(calendar);
		expect(time.workingSeconds(FIRST, LAST)).toBe(0);
		expect(time.addWorkingSeconds(FIRST, 1)).toBeNull();
		expect(dueWorkday(time, FIRST, 1)).toBeNull();
		expect(time.addWorkingSeconds(parseLocal('2024-01-06 10:00'), 0)).toBe(
			parseLocal('2024-01-06 10:00')
		);
	});
});
