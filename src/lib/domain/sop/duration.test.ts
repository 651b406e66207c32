import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UserError } from '../user-error';
import { formatDuration, formatSeconds, parseDuration } from './duration';
import type { Budget, BudgetUnit, Clock } from './types';

type Expected = [text: string, seconds: number | null, days: number | null, clock: Clock];

const readable: Expected[] = [
	['5,5 jam', 19_800, null, 'working'],
	['0,25 jam', 900, null, 'working'],
	['0.25 jam', 900, null, 'working'],
	['1.5 jam', 5_400, null, 'working'],
	['1 Jam', 3_600, null, 'working'],
	['3 jam kerja', 10_800, null, 'working'],
	['24 jam', 86_400, null, 'working'],
	['2 menit', 120, null, 'working'],
	['15 Menit', 900, null, 'working'],
	['10 menit.', 600, null, 'working'],
	['30  menit', 1_800, null, 'working'],
	['30\u00a0menit', 1_800, null, 'working'],
	['5menit', 300, null, 'working'],
	['5 mnt', 300, null, 'working'],
	['30 detik', 30, null, 'working'],
	['1 jam 30 menit', 5_400, null, 'working'],
	['1 jam 30 menit 15 detik', 5_415, null, 'working'],
	['10 (sepuluh) menit', 600, null, 'working'],
	['setengah jam', 1_800, null, 'working'],
	['maksimal 15 menit', 900, null, 'working'],
	['1 x 24 jam', 86_400, null, 'elapsed'],
	['3x24 Jam', 259_200, null, 'elapsed'],
	['1 hari', null, 1, 'workday'],
	['1 Hari', null, 1, 'workday'],
	['dua hari', null, 2, 'workday'],
	['5 (lima) hari kerja', null, 5, 'workday'],
	['10 (sepuluh) Hari Kerja', null, 10, 'workday'],
	['paling lama 3 hari kerja', null, 3, 'workday'],
	['selambat-lambatnya 5 (lima) hari kerja', null, 5, 'workday'],
	['sampai dengan 10 (sepuluh) hari kerja', null, 10, 'workday'],
	['30 hari kalender', null, 30, 'calendar'],
	['45 Hari Kalendar', null, 45, 'calendar'],
	['14 (empat belas) hari kalender', null, 14, 'calendar'],
	['120 (seratus dua puluh) hari kalender', null, 120, 'calendar'],
	['1 minggu', null, 7, 'calendar'],
	['2 minggu', null, 14, 'calendar'],
	['2 (dua) minggu', null, 14, 'calendar']
];

const unreadable = [
	'',
	' ',
	'segera',
	'5',
	'menit',
	'0 menit',
	'0 hari kerja',
	'-5 menit',
	'5-10 menit',
	'5 s.d. 10 menit',
	'1 sampai 2 hari',
	'± 5 menit',
	'1.000 menit',
	'1,5 hari',
	'0,5 minggu',
	'5 (enam) hari kerja',
	'5 (lima hari kerja',
	'30 menit 1 jam',
	'1 jam 30',
	'1 jam 1,5 menit',
	'1 jam 1 jam',
	'1 hari 2 jam',
	'5 hours',
	'5 hari libur',
	'2 menit per berkas',
	'selama 2 jam',
	'1/2 jam',
	'lima enam hari',
	'0,0001 detik'
];

describe('the duration parser', () => {
	it.each(readable)('reads %j', (text, seconds, days, clock) => {
		expect(parseDuration(text).budget).toMatchObject({ seconds, days, months: null, clock });
	});

	it.each(unreadable)('refuses %j instead of guessing', (text) => {
		expect(() => parseDuration(text)).toThrowError(
			expect.objectContaining({ code: 'duration_unreadable', params: { text } })
		);
		expect(() => parseDuration(text)).toThrow(UserError);
	});

	it('keeps months apart, because they have no fixed number of days', () => {
		expect(parseDuration('11 bulan').budget).toEqual({
			value: 11,
			unit: 'month',
			clock: 'calendar',
			seconds: null,
			days: null,
			months: 11,
			countsFirstDay: false
		});
	});

	it('marks only a bare "hari" as an inferred clock, and not when the clock is given', () => {
		expect(parseDuration('1 hari').clockInferred).toBe(true);
		expect(parseDuration('1 hari kerja').clockInferred).toBe(false);
		expect(parseDuration('10 menit').clockInferred).toBe(false);
		expect(parseDuration('1 hari', 'calendar')).toMatchObject({
			clockInferred: false,
			budget: { unit: 'calendarday', clock: 'calendar', days: 1 }
		});
	});

	it('counts the first day of a limit that runs "selama" n days, and of no other', () => {
		expect(parseDuration('selama 2 (dua) hari kerja').budget.countsFirstDay).toBe(true);
		expect(parseDuration('2 (dua) hari kerja').budget.countsFirstDay).toBe(false);
	});

	it('keeps the value in the unit as written, and the fine unit of a compound', () => {
		expect(parseDuration('5,5 jam').budget).toMatchObject({ value: 5.5, unit: 'hour' });
		expect(parseDuration('1 jam 30 menit').budget).toMatchObject({ value: 90, unit: 'minute' });
		expect(parseDuration('2 minggu').budget).toMatchObject({ value: 2, unit: 'week' });
	});

	it('takes a clock that fits the unit and refuses one that does not', () => {
		expect(parseDuration('2 jam', 'elapsed').budget).toMatchObject({ clock: 'elapsed' });
		expect(() => parseDuration('2 jam', 'workday')).toThrow('duration_unreadable');
		expect(() => parseDuration('2 hari kerja', 'calendar')).toThrow('duration_unreadable');
		expect(() => parseDuration('2 hari', 'working')).toThrow('duration_unreadable');
	});

	it('reads back every budget it can write', () => {
		const timed = fc.record({
			value: fc.integer({ min: 1, max: 40_000 }).map((n) => n / 4),
			unit: fc.constantFrom<BudgetUnit>('minute', 'hour'),
			clock: fc.constantFrom<Clock>('working', 'elapsed'),
			first: fc.constant(false)
		});
		const dated = fc.record({
			value: fc.integer({ min: 1, max: 999 }),
			unit: fc.constantFrom<BudgetUnit>('workday', 'calendarday', 'week', 'month'),
			clock: fc.constant<Clock | null>(null),
			first: fc.boolean()
		});
		fc.assert(
			fc.property(fc.oneof(timed, dated), ({ value, unit, clock, first }) => {
				const budget: Budget = {
					value,
					unit,
					clock: clock ?? (unit === 'workday' ? 'workday' : 'calendar'),
					seconds: clock === null ? null : value * (unit === 'hour' ? 3600 : 60),
					days: clock !== null || unit === 'month' ? null : unit === 'week' ? value * 7 : value,
					months: unit === 'month' ? value : null,
					countsFirstDay: first
				};
				expect(parseDuration(formatDuration(budget), budget.clock).budget).toEqual(budget);
			})
		);
	});

	it('never throws anything but a sentence about the text', () => {
		fc.assert(
			fc.property(fc.string(), (text) => {
				try {
					const { budget } = parseDuration(text);
					expect(
						[budget.seconds, budget.days, budget.months].filter((n) => n !== null)
					).toHaveLength(1);
				} catch (error) {
					expect(error).toBeInstanceOf(UserError);
				}
			})
		);
	});

	it.each([
		[84_600, '23,5 jam'],
		[82_800, '23 jam'],
		[1_740, '29 menit'],
		[45, '45 detik']
	])('writes %i seconds as %s', (seconds, text) => {
		expect(formatSeconds(seconds)).toBe(text);
	});
});
