import { describe, expect, test } from 'vitest';
import {
	calendarDates,
	calendarDatesInMonths,
	dueCalendarDays,
	dueCalendarMonths,
	dueWorkday,
	workingDates
} from '$lib/domain/calendar/day-budget';
import { expandCalendar } from '$lib/domain/calendar/expand';
import { dateOf, dueDate, formatLocal, parseLocal } from '$lib/domain/calendar/local-time';
import {
	dueWorkdayWithOutages,
	grossAndNetCalendarDates,
	grossAndNetWorkingDates,
	grossAndNetWorkingSeconds,
	joinOutages,
	outageSeconds,
	outageWorkingSeconds
} from '$lib/domain/calendar/outages';
import {
	type Moment,
	elapsedSecondsRange,
	judgeRange,
	workingSecondsRange
} from '$lib/domain/calendar/precision';
import { WorkingTime } from '$lib/domain/calendar/working-time';
import { loadCalendars } from './load';

// Worked out by hand from the days of the shipped calendar, like the table of working times.

const [calendar] = loadCalendars(process.cwd());
if (!calendar) throw new Error('no calendar is shipped');
const time = new WorkingTime(expandCalendar(calendar, '2023-12-01', '2028-01-31'));
const HOUR = 3600;
const at = parseLocal;
/** A due time as the date whose 24:00 it is. */
const dueOn = (due: number | null) => due && dueDate(due);

describe('budgets in working days', () => {
	test.each([
		['a day from Monday', '2024-01-08 09:00', 1, '2024-01-09'],
		['a day from Friday skips the weekend', '2024-01-12 09:00', 1, '2024-01-15'],
		['a day from Saturday', '2024-01-13 09:00', 1, '2024-01-15'],
		['two days from Saturday', '2024-01-13 09:00', 2, '2024-01-16'],
		['the hour of the start does not matter', '2024-01-08 23:59:59', 1, '2024-01-09'],
		['2 days over Isra Mikraj, joint leave, weekend', '2024-02-07 09:00', 2, '2024-02-13'],
		['5 days: 6, 7, 12, 13 and, past the election, 15', '2024-02-05 09:00', 5, '2024-02-15'],
		['10 days over Idul Fitri 2024: 16–19, 22–26, 29', '2024-04-05 09:00', 10, '2024-04-29'],
		['a day into 29 February', '2024-02-28 09:00', 1, '2024-02-29'],
		['of 2,5 days two can be used', '2024-01-08 09:00', 2.5, '2024-01-10'],
		['no day is due on the start date', '2024-01-08 09:00', 0, '2024-01-08'],
		['the last known working day', '2027-12-30 09:00', 1, '2027-12-31'],
		['beyond the known years', '2027-12-30 09:00', 2, null],
		['the start itself need not be known', '2023-12-31 09:00', 1, '2024-01-02'],
		['but the dates after it must be', '2023-12-29 09:00', 1, null],
		['over the unannounced Ramadan', '2027-02-04 09:00', 1, null]
	])('%s', (_title, start, days, due) => {
		expect(dueOn(dueWorkday(time, at(start), days))).toBe(due);
	});

	test.each([
		['"selama 2 hari" from Monday', '2024-01-08 09:00', 2, '2024-01-09'],
		['"selama 2 hari" from Saturday', '2024-01-13 09:00', 2, '2024-01-16'],
		['"selama 1 hari" from Friday', '2024-01-12 09:00', 1, '2024-01-12'],
		['an unknown first day', '2023-12-31 09:00', 1, null]
	])('a limit that counts its first day: %s', (_title, start, days, due) => {
		expect(dueOn(dueWorkday(time, at(start), days, { countsFirstDay: true }))).toBe(due);
	});

	test('a due time is 24:00 of its date', () => {
		expect(formatLocal(dueWorkday(time, at('2024-01-08 09:00'), 1) ?? 0)).toBe(
			'2024-01-10T00:00:00'
		);
	});

	test.each([
		['the same date', '2024-01-08 09:00', '2024-01-08 15:00', 0, 0, 1],
		['Monday to Wednesday', '2024-01-08 09:00', '2024-01-10 08:00', 2, 2, 3],
		['Friday to Sunday', '2024-01-12 09:00', '2024-01-14 08:00', 0, 2, 1],
		['Friday to Monday', '2024-01-12 09:00', '2024-01-15 08:00', 1, 3, 2],
		['Saturday to Monday', '2024-01-13 09:00', '2024-01-15 08:00', 1, 2, 1],
		['over Isra Mikraj and joint leave', '2024-02-07 09:00', '2024-02-13 08:00', 2, 6, 3],
		['Idul Fitri: only 16 April', '2024-04-05 09:00', '2024-04-16 08:00', 1, 11, 2],
		['over the unannounced Ramadan', '2027-02-04 09:00', '2027-03-16 08:00', null, 40, null]
	])('dates used: %s', (_title, start, end, working, all, withFirst) => {
		expect(workingDates(time, at(start), at(end))).toBe(working);
		expect(calendarDates(at(start), at(end))).toBe(all);
		expect(workingDates(time, at(start), at(end), { countsFirstDay: true })).toBe(withFirst);
		expect(calendarDates(at(start), at(end), { countsFirstDay: true })).toBe(all + 1);
	});

	test('an end before its start and a negative budget are errors', () => {
		const [start, end] = [at('2024-01-09'), at('2024-01-08')];
		expect(() => workingDates(time, start, end)).toThrow(/end_before_start/);
		expect(() => calendarDates(start, end)).toThrow(/end_before_start/);
		expect(() => dueWorkday(time, start, -1)).toThrow(RangeError);
		expect(() => dueCalendarMonths(start, 1.5)).toThrow(RangeError);
	});
});

describe('budgets in calendar days and months', () => {
	test.each([
		['30 days from 1 February 2024, which has 29', '2024-02-01', 30, false, '2024-03-02'],
		['30 days, the first counted', '2024-02-01', 30, true, '2024-03-01'],
		['two weeks over New Year', '2024-12-25', 14, false, '2025-01-08'],
		['years without a list are no obstacle', '2015-06-01', 7, false, '2015-06-08']
	])('%s', (_title, start, days, countsFirstDay, due) => {
		expect(dueOn(dueCalendarDays(at(start), days, { countsFirstDay }))).toBe(due);
	});

	test.each([
		['11 months', '2025-01-15', 11, false, '2025-12-15', 334],
		['31 January and a month, in a leap year', '2024-01-31', 1, false, '2024-02-29', 29],
		['31 January and a month, in another', '2023-01-31', 1, false, '2023-02-28', 28],
		['29 February and a year', '2024-02-29', 12, false, '2025-02-28', 365],
		['31 December and two months', '2024-12-31', 2, false, '2025-02-28', 59],
		['31 March and a month', '2024-03-31', 1, false, '2024-04-30', 30],
		['a month from the 1st, first day counted', '2024-01-01', 1, true, '2024-01-31', 31],
		['a year from the 1st, first day counted', '2024-03-01', 12, true, '2025-02-28', 365],
		['a month from the 31st, first day counted', '2024-01-31', 1, true, '2024-02-29', 30],
		['no month', '2024-01-15', 0, false, '2024-01-15', 0]
	])('%s', (_title, start, months, countsFirstDay, due, dates) => {
		expect(dueOn(dueCalendarMonths(at(start), months, { countsFirstDay }))).toBe(due);
		expect(calendarDatesInMonths(at(start), months, { countsFirstDay })).toBe(dates);
	});
});

describe('the instant at which a budget of working time is used up', () => {
	test.each([
		['over night', '2024-01-08 15:00', 2 * HOUR, '2024-01-09T08:30:00'],
		['over the break', '2024-01-08 11:30', HOUR, '2024-01-08T13:30:00'],
		['at the close, not next Monday', '2024-01-12 16:00', HOUR / 2, '2024-01-12T16:30:00'],
		['a minute more is next Monday', '2024-01-12 16:00', HOUR / 2 + 60, '2024-01-15T07:31:00'],
		['at the beginning of the break', '2024-01-08 11:00', HOUR, '2024-01-08T12:00:00'],
		['from a weekend', '2024-01-13 10:00', 1, '2024-01-15T07:30:01'],
		['23 hours: three days of 7:30 and 0:30', '2024-01-08 07:30', 23 * HOUR, '2024-01-11T08:00:00'],
		['into Ramadan', '2026-02-18 15:00', 2 * HOUR, '2026-02-19T09:00:00'],
		['nothing is used up at once', '2024-01-13 10:00', 0, '2024-01-13T10:00:00'],
		['to the last hour before the gap', '2027-02-04 15:30', HOUR / 2, '2027-02-04T16:00:00'],
		['over the gap', '2027-02-04 15:30', HOUR / 2 + 1, null],
		['beyond the known years', '2027-12-31 16:00', HOUR, null]
	])('%s', (_title, start, seconds, due) => {
		const found = time.addWorkingSeconds(at(start), seconds);
		expect(found === null ? null : formatLocal(found)).toBe(due);
	});
});

describe('outages', () => {
	const outage = (from: string, until: string | null) => ({
		from: at(from),
		until: until === null ? null : at(until)
	});
	const monday = joinOutages([
		outage('2024-01-08 11:00', '2024-01-08 14:00'),
		outage('2024-01-08 10:00', '2024-01-08 12:00')
	]);

	test('overlapping and touching ones are joined, others kept apart', () => {
		expect(monday).toEqual([[at('2024-01-08 10:00'), at('2024-01-08 14:00')]]);
		expect(
			joinOutages([
				outage('2024-01-09 13:00', '2024-01-09 14:00'),
				outage('2024-01-09 08:00', '2024-01-09 09:00'),
				outage('2024-01-09 09:00', '2024-01-09 10:00')
			])
		).toEqual([
			[at('2024-01-09 08:00'), at('2024-01-09 10:00')],
			[at('2024-01-09 13:00'), at('2024-01-09 14:00')]
		]);
		expect(() => joinOutages([outage('2024-01-09', '2024-01-08')])).toThrow(/end_before_start/);
	});

	test('only their office hours are taken off: 10–12 and 13–14 of 09–15', () => {
		const [start, end] = [at('2024-01-08 09:00'), at('2024-01-08 15:00')];
		expect(outageWorkingSeconds(time, monday, start, end)).toBe(3 * HOUR);
		expect(outageSeconds(monday, start, end)).toBe(4 * HOUR);
		expect(grossAndNetWorkingSeconds(time, monday, start, end)).toEqual({
			gross: 5 * HOUR,
			net: 2 * HOUR
		});
	});

	test('an outage in the evening takes nothing', () => {
		const evening = joinOutages([outage('2024-01-08 17:00', '2024-01-08 20:00')]);
		expect(
			grossAndNetWorkingSeconds(time, evening, at('2024-01-08 09:00'), at('2024-01-09 09:00'))
		).toEqual({ gross: 7.5 * HOUR, net: 7.5 * HOUR });
	});

	test('one that still lasts takes everything since', () => {
		const open = joinOutages([outage('2024-01-08 10:00', null)]);
		expect(
			grossAndNetWorkingSeconds(time, open, at('2024-01-08 09:00'), at('2024-01-09 09:00'))?.net
		).toBe(HOUR);
		expect(dueWorkdayWithOutages(time, open, at('2024-01-08 09:00'), 1)).toBeNull();
	});

	test('where the calendar is not covered, neither is the outage', () => {
		const [start, end] = [at('2027-02-15 09:00'), at('2027-02-15 10:00')];
		expect(outageWorkingSeconds(time, monday, start, end)).toBeNull();
		expect(grossAndNetWorkingSeconds(time, monday, start, end)).toBeNull();
	});

	test.each([
		['a whole Tuesday', [['2024-01-09 07:30', '2024-01-09 16:00']], '2024-01-08', '2024-01-10'],
		[
			'its two halves, the break between them',
			[
				['2024-01-09 07:00', '2024-01-09 12:00'],
				['2024-01-09 13:00', '2024-01-09 16:00']
			],
			'2024-01-08',
			'2024-01-10'
		],
		['all but a minute', [['2024-01-09 07:31', '2024-01-09 16:00']], '2024-01-08', '2024-01-09'],
		['Tuesday and Wednesday', [['2024-01-09', '2024-01-11']], '2024-01-08', '2024-01-11'],
		['Friday to Monday', [['2024-01-12', '2024-01-16']], '2024-01-11', '2024-01-16'],
		['a weekend', [['2024-01-13', '2024-01-15']], '2024-01-12', '2024-01-15'],
		['the start date itself', [['2024-01-08', '2024-01-09']], '2024-01-08', '2024-01-09']
	] as const)('a budget of a day extends by working days lost: %s', (_title, down, start, due) => {
		const joined = joinOutages(down.map(([from, until]) => outage(from, until)));
		expect(dueOn(dueWorkdayWithOutages(time, joined, at(start), 1))).toBe(due);
	});

	test('dates used are kept gross and net of the dates lost', () => {
		const friday = joinOutages([outage('2024-01-12', '2024-01-13')]);
		const [start, end] = [at('2024-01-11 09:00'), at('2024-01-15 09:00')];
		expect(grossAndNetWorkingDates(time, friday, start, end)).toEqual({ gross: 2, net: 1 });
		expect(grossAndNetCalendarDates(time, friday, start, end)).toEqual({ gross: 4, net: 3 });
	});

	test('calendar dates are known without a calendar unless an outage touches them', () => {
		const [start, end] = [at('2015-06-01 09:00'), at('2015-06-05 09:00')];
		const down = joinOutages([outage('2015-06-02', '2015-06-03')]);
		expect(grossAndNetCalendarDates(time, monday, start, end)).toEqual({ gross: 4, net: 4 });
		expect(grossAndNetCalendarDates(time, down, start, end)).toBeNull();
	});
});

describe('times known only to the day or the minute', () => {
	const day = (date: string): Moment => ({ at: at(date), precision: 'day' });
	const second = (text: string): Moment => ({ at: at(text), precision: 'second' });
	const minute = (text: string): Moment => ({ at: at(text), precision: 'minute' });

	test.each([
		['one Monday', day('2024-01-08'), day('2024-01-08'), 0, 7.5],
		['Monday to Tuesday', day('2024-01-08'), day('2024-01-09'), 0, 15],
		['Monday to Wednesday: Tuesday is certain', day('2024-01-08'), day('2024-01-10'), 7.5, 22.5],
		['Friday to Monday: the weekend adds nothing', day('2024-01-12'), day('2024-01-15'), 0, 15],
		['Monday 15:00 to some time on Tuesday', second('2024-01-08 15:00'), day('2024-01-09'), 1, 8.5],
		['some time on Monday to Tuesday 08:30', day('2024-01-08'), second('2024-01-09 08:30'), 1, 8.5],
		['Monday 15:00 to some time on Monday', second('2024-01-08 15:00'), day('2024-01-08'), 0, 1],
		['to the second', second('2024-01-08 09:00'), second('2024-01-08 10:00'), 1, 1]
	])('%s', (_title, start, end, least, greatest) => {
		expect(workingSecondsRange(time, start, end)).toEqual({
			least: least * HOUR,
			greatest: greatest * HOUR,
			marginSeconds: 0
		});
	});

	test('an end to the minute has a margin of a minute, an end to the day has bounds instead', () => {
		const [start, end] = [minute('2024-01-08 09:00'), second('2024-01-08 09:05:00')];
		expect(workingSecondsRange(time, start, end)).toEqual({
			least: 300,
			greatest: 300,
			marginSeconds: 60
		});
		expect(workingSecondsRange(time, start, day('2024-01-08'))?.marginSeconds).toBe(0);
	});

	test('elapsed time has bounds of the clock', () => {
		expect(elapsedSecondsRange(day('2024-01-12'), day('2024-01-15'))).toEqual({
			least: 48 * HOUR,
			greatest: 96 * HOUR,
			marginSeconds: 0
		});
	});

	test('late only if the least exceeds the budget, on time only if the greatest fits', () => {
		const range = { least: 7.5 * HOUR, greatest: 22.5 * HOUR };
		expect(judgeRange(range, 600)).toBe('late');
		expect(judgeRange(range, 7.5 * HOUR)).toBe('unknown');
		expect(judgeRange(range, 10 * HOUR)).toBe('unknown');
		expect(judgeRange(range, 22.5 * HOUR)).toBe('on_time');
		expect(judgeRange({ least: 300, greatest: 300 }, 300)).toBe('on_time');
	});

	test('a date that is not covered leaves no bounds', () => {
		expect(workingSecondsRange(time, day('2027-02-06'), day('2027-02-07'))).toBeNull();
		expect(workingSecondsRange(time, day('2027-12-31'), day('2027-12-31'))).not.toBeNull();
	});

	test('a date before the start is an error, the same date is not', () => {
		expect(() => workingSecondsRange(time, second('2024-01-09 00:00'), day('2024-01-08'))).toThrow(
			/end_before_start/
		);
		expect(dateOf(at('2024-01-08 23:59:59'))).toBe('2024-01-08');
	});
});
