import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { expandCalendar, slotSeconds } from '$lib/domain/calendar/expand';
import { UserError } from '$lib/domain/user-error';
import { loadCalendars } from './load';

const [calendar] = loadCalendars(process.cwd());
if (!calendar) throw new Error('no calendar is shipped');
const days = expandCalendar(calendar, '2023-12-30', '2028-01-02');
const dayOf = (date: string) => days.find((day) => day.date === date);

describe('the shipped calendar', () => {
	test('is the default of civil servants, for the four zone names of Indonesia', () => {
		expect(calendar.id).toBe('default');
		expect(calendar.zones).toEqual([
			'Asia/Jakarta',
			'Asia/Pontianak',
			'Asia/Makassar',
			'Asia/Jayapura'
		]);
	});

	test.each([
		['2024', 19, 10],
		['2025', 17, 11],
		['2026', 17, 8],
		['2027', 18, 8]
	])('%s has %i national holidays and %i days of joint leave', (year, holidays, leave) => {
		const count = (kind: string) =>
			calendar.holidays.filter((day) => day.date.startsWith(year) && day.kind === kind).length;
		expect([count('libur_nasional'), count('cuti_bersama')]).toEqual([holidays, leave]);
	});

	test.each([
		// Counted by hand: Monday to Friday dates of the month, less those that are days off.
		['January 2024, 23 weekdays less 1 January', '2024-01', 22],
		['February 2024, 21 less 8, 9 and 14', '2024-02', 18],
		['April 2024, 22 less 8, 9, 10, 11, 12 and 15', '2024-04', 16],
		['April 2025, 22 less 1, 2, 3, 4, 7 and 18', '2025-04', 16],
		['August 2025, 21 less the joint leave of the 18th', '2025-08', 20],
		['March 2026, 22 less 18, 19, 20, 23 and 24', '2026-03', 17],
		['May 2027, 21 less 6, 17, 18, 19 and 20', '2027-05', 16]
	])('%s', (_title, month, workdays) => {
		expect(days.filter((day) => day.date.startsWith(month) && day.slots.length > 0).length).toBe(
			workdays
		);
	});

	test('a normal week has 37,5 office hours and a week of Ramadan 32,5', () => {
		const hours = (from: string, to: string) =>
			expandCalendar(calendar, from, to).reduce((sum, day) => sum + slotSeconds(day.slots), 0) /
			3600;
		expect(hours('2024-01-08', '2024-01-14')).toBe(37.5);
		expect(hours('2025-03-03', '2025-03-09')).toBe(32.5);
	});

	test('a day says what it is, by which decree, and whether its date is an estimate', () => {
		expect(dayOf('2025-08-18')).toMatchObject({
			kind: 'cuti_bersama',
			decree: 'SKB 3 Menteri No. 933/1/3 Tahun 2025 (nomor belum diperiksa)',
			estimated: false
		});
		expect(dayOf('2024-02-14')).toMatchObject({ kind: 'libur_nasional', decree: null });
		expect(dayOf('2027-05-17')).toMatchObject({
			kind: 'libur_nasional',
			title: 'Hari Raya Idul Adha',
			decree: null,
			estimated: true
		});
		expect(dayOf('2027-08-17')).toMatchObject({ kind: 'libur_nasional', estimated: false });
		expect(dayOf('2026-02-19')).toMatchObject({ kind: 'ramadan', title: 'Ramadan 1447 H' });
		expect(dayOf('2026-02-21')).toMatchObject({ kind: 'weekend', title: null });
		expect(dayOf('2026-02-18')).toMatchObject({ kind: 'workday', covered: true });
	});

	test('years without a list and the unannounced Ramadan of 2027 are not covered', () => {
		const uncovered = days.filter((day) => !day.covered).map((day) => day.date);
		expect(uncovered.slice(0, 2)).toEqual(['2023-12-30', '2023-12-31']);
		expect(uncovered.slice(-2)).toEqual(['2028-01-01', '2028-01-02']);
		const ramadan = uncovered.slice(2, -2);
		expect([ramadan[0], ramadan.at(-1), ramadan.length]).toEqual(['2027-02-07', '2027-03-10', 32]);
		expect(dayOf('2027-03-08')).toMatchObject({ kind: 'not_covered', title: 'Hari Suci Nyepi' });
		expect(dayOf('2027-02-10')).toMatchObject({ kind: 'not_covered', title: 'Ramadan 1448 H' });
	});
});

describe('a broken file is named with its line', () => {
	let home = '';
	const file = (name: string) => join(home, 'data/calendars', name);

	beforeEach(() => {
		home = mkdtempSync(join(tmpdir(), 'calendars-'));
		mkdirSync(join(home, 'data'));
		cpSync('data/calendars', join(home, 'data/calendars'), { recursive: true });
	});
	afterEach(() => rmSync(home, { recursive: true }));

	function failureAfter(name: string, from: string, to: string): UserError {
		const text = readFileSync(file(name), 'utf8');
		expect(text).toContain(from);
		writeFileSync(file(name), text.replace(from, to));
		try {
			loadCalendars(home);
		} catch (error) {
			if (error instanceof UserError) return error;
			throw error;
		}
		throw new Error('the broken file was accepted');
	}

	/** The line, counted from 1, on which a text first stands in a shipped file. */
	function lineWith(name: string, text: string): number {
		const before = readFileSync(join('data/calendars', name), 'utf8').split(text)[0] ?? '';
		return before.split('\n').length;
	}

	test.each([
		{
			title: 'a date that does not exist',
			name: 'national.csv',
			from: '2024-02-10,',
			to: '2024-02-30,',
			code: 'calendar_value_invalid',
			params: { line: 5, field: 'days.3.date', value: '"2024-02-30"' }
		},
		{
			title: 'an unknown kind of day',
			name: 'national.csv',
			from: '2024-01-01,libur_nasional',
			to: '2024-01-01,libur',
			code: 'calendar_value_invalid',
			params: { line: 2, field: 'days.0.kind', value: '"libur"' }
		},
		{
			title: 'a flag that is neither true nor false',
			name: 'national.csv',
			from: 'Tahun Baru Masehi,skb-2024,false',
			to: 'Tahun Baru Masehi,skb-2024,ya',
			code: 'calendar_value_invalid',
			params: { line: 2, field: 'days.0.estimated', value: '"ya"' }
		},
		{
			title: 'a day listed twice',
			name: 'national.csv',
			from: '2024-02-09,',
			to: '2024-02-08,',
			code: 'calendar_day_twice',
			params: { line: 4, date: '2024-02-08' }
		},
		{
			title: 'a decree that is not listed',
			name: 'national.csv',
			from: 'Masehi,skb-2024',
			to: 'Masehi,skb-2023',
			code: 'calendar_reference_unknown',
			params: { line: 2, value: 'skb-2023' }
		},
		{
			title: 'a row with too few cells',
			name: 'national.csv',
			from: '2024-01-01,libur_nasional,',
			to: '2024-01-01,',
			code: 'calendar_file_unreadable',
			params: { line: 2, detail: 'TooFewFields' }
		},
		{
			title: 'other columns than those of a list of days',
			name: 'national.csv',
			from: 'date,kind',
			to: 'tanggal,kind',
			code: 'calendar_file_unreadable',
			params: { line: 1 }
		},
		{
			title: 'a file that is not YAML',
			name: 'national.yaml',
			from: 'decrees:',
			to: 'decrees: [',
			code: 'calendar_file_unreadable',
			params: {}
		},
		{
			title: 'an unknown key',
			name: 'default.yaml',
			from: 'basis: >-',
			to: 'note: x\nbasis: >-',
			code: 'calendar_value_invalid',
			params: { field: 'note', value: '"x"' }
		},
		{
			title: 'an unknown zone',
			name: 'default.yaml',
			from: 'Asia/Jayapura',
			to: 'Asia/Singapore',
			code: 'calendar_value_invalid',
			params: { field: 'zones.3', value: '"Asia/Singapore"' }
		},
		{
			title: 'a break outside the opening hours',
			name: 'default.yaml',
			from: "[['11:30', '13:00']]",
			to: "[['16:00', '17:00']]",
			code: 'calendar_hours_invalid',
			params: { line: lineWith('default.yaml', 'friday:'), field: 'hours.normal.friday' }
		},
		{
			title: 'more than three stretches of work',
			name: 'default.yaml',
			from: "[['11:30', '13:00']]",
			to: "[['09:00', '09:15'], ['11:30', '13:00'], ['15:00', '15:15']]",
			code: 'calendar_hours_invalid',
			params: { field: 'hours.normal.friday' }
		},
		{
			title: 'a clock time that does not exist',
			name: 'default.yaml',
			from: "close: '16:30'",
			to: "close: '16:75'",
			code: 'calendar_value_invalid',
			params: { field: 'hours.normal.friday.close', value: '"16:75"' }
		},
		{
			title: 'hours that are not defined',
			name: 'default.yaml',
			from: 'weekly: normal',
			to: 'weekly: biasa',
			code: 'calendar_reference_unknown',
			params: { field: 'weekly', value: 'biasa' }
		},
		{
			title: 'a period that ends before it begins',
			name: 'default.yaml',
			from: 'to: 2024-04-09',
			to: 'to: 2024-03-09',
			code: 'calendar_dates_reversed',
			params: { line: lineWith('default.yaml', 'to: 2024-04-09') }
		},
		{
			title: 'two periods for one date',
			name: 'default.yaml',
			from: 'from: 2025-03-01',
			to: 'from: 2024-04-01',
			code: 'calendar_ranges_overlap',
			params: { line: lineWith('default.yaml', 'from: 2025-03-01') }
		},
		{
			title: 'an id that is not the name of the file',
			name: 'default.yaml',
			from: 'id: default',
			to: 'id: other',
			code: 'calendar_id_mismatch',
			params: { id: 'other' }
		}
	])('$title', ({ name, from, to, code, params }) => {
		const failure = failureAfter(name, from, to);
		expect(failure.code).toBe(code);
		expect(failure.params).toMatchObject({ file: `data/calendars/${name}`, ...params });
	});

	test('a missing list of days', () => {
		rmSync(file('national.csv'));
		expect(() => loadCalendars(home)).toThrow(
			expect.objectContaining({
				code: 'calendar_file_missing',
				params: { file: 'data/calendars/national.csv' }
			})
		);
	});
});
