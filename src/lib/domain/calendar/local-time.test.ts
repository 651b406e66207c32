import { tzOffset } from '@date-fns/tz';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	dateOf,
	dateOfDay,
	dayNumber,
	dueDate,
	formatLocal,
	parseLocal,
	secondsOfClock,
	weekdayOfDay
} from './local-time';
import {
	ZONES,
	ZONE_IDS,
	epochFromLocal,
	localFromEpoch,
	parseTimestamp,
	parseZone
} from './zones';

describe('local dates and times', () => {
	test.each([
		['1970-01-01', 0, 'thursday'],
		['1969-12-31', -1, 'wednesday'],
		['2000-02-29', 11_016, 'tuesday'],
		['2024-02-29', 19_782, 'thursday'],
		['2027-12-31', 21_183, 'friday']
	])('%s is day %i, a %s', (date, day, weekday) => {
		expect(dayNumber(date)).toBe(day);
		expect(dateOfDay(day)).toBe(date);
		expect(weekdayOfDay(day)).toBe(weekday);
	});

	test.each(['2023-02-29', '2024-13-01', '2024-00-10', '2024-1-1', '20240101', ''])(
		'%j is no date',
		(date) => {
			expect(() => dayNumber(date)).toThrow(
				expect.objectContaining({ code: 'calendar_date_invalid' })
			);
		}
	);

	test.each([
		['2024-01-08', '2024-01-08T00:00:00'],
		['2024-01-08 07:30', '2024-01-08T07:30:00'],
		['2024-01-08T23:59:59', '2024-01-08T23:59:59'],
		['2024-12-31 24:00', '2025-01-01T00:00:00']
	])('%s reads as %s', (text, written) => {
		expect(formatLocal(parseLocal(text))).toBe(written);
	});

	test.each(['2024-01-08 24:01', '2024-01-08 07:60', '2024-01-08 7:30', '2024-01-08T07:30Z', 'x'])(
		'%j is not readable',
		(text) => {
			expect(() => parseLocal(text)).toThrow(/calendar_time_unreadable/);
		}
	);

	test('what is written is what is read', () => {
		fc.assert(
			fc.property(fc.integer({ min: -1e9, max: 4e9 }), (at) => {
				expect(parseLocal(formatLocal(at))).toBe(at);
				expect(formatLocal(at).startsWith(dateOf(at))).toBe(true);
			})
		);
	});

	test('24:00 belongs to the date it ends, for a due time, and to the next for any other', () => {
		const due = parseLocal('2024-01-09 24:00');
		expect(dueDate(due)).toBe('2024-01-09');
		expect(dateOf(due)).toBe('2024-01-10');
		expect(dueDate(parseLocal('2024-01-09 16:00'))).toBe('2024-01-09');
	});

	test('clock times reach from 00:00 to 24:00', () => {
		expect([secondsOfClock('07:30'), secondsOfClock('24:00')]).toEqual([27_000, 86_400]);
		for (const text of ['24:01', '7:30', '07:60', '07.30'])
			expect(() => secondsOfClock(text)).toThrow(/calendar_time_unreadable/);
	});
});

describe('zones', () => {
	test('the constants are those of the zone database, summer and winter, for twenty years', () => {
		for (const zone of ZONE_IDS)
			for (let year = 2010; year <= 2030; year++)
				for (const month of [0, 6])
					expect(tzOffset(zone, new Date(Date.UTC(year, month, 1))) * 60).toBe(
						ZONES[zone].offsetSeconds
					);
	});

	test.each([
		['Asia/Makassar', 'Asia/Makassar'],
		['WIB', 'Asia/Jakarta'],
		[' wita ', 'Asia/Makassar'],
		['WIT', 'Asia/Jayapura'],
		['asia/pontianak', 'Asia/Pontianak']
	])('%j is %s', (text, zone) => {
		expect(parseZone(text)).toBe(zone);
	});

	test('a zone outside Indonesia is refused', () => {
		expect(() => parseZone('Europe/Amsterdam')).toThrow(
			expect.objectContaining({
				code: 'calendar_zone_unknown',
				params: { zone: 'Europe/Amsterdam' }
			})
		);
	});

	test.each([
		['2024-01-08T00:00:00Z', 'Asia/Jakarta', 'real', '2024-01-08T07:00:00'],
		['2024-01-08T00:00:00Z', 'Asia/Jakarta', 'ignored', '2024-01-08T00:00:00'],
		['2025-01-31 14:00:00.000000Z', 'Asia/Jakarta', 'ignored', '2025-01-31T14:00:00'],
		['2024-01-08T10:00:00+07:00', 'Asia/Makassar', 'real', '2024-01-08T11:00:00'],
		['2024-01-08T10:00+0700', 'Asia/Jayapura', 'real', '2024-01-08T12:00:00'],
		['2024-01-08T20:00:00-05:00', 'Asia/Jakarta', 'real', '2024-01-09T08:00:00'],
		['2024-01-08 10:00:00', 'Asia/Jayapura', 'real', '2024-01-08T10:00:00'],
		['2024-01-08', 'Asia/Jayapura', 'real', '2024-01-08T00:00:00']
	] as const)('%s in %s, offsets %s, reads as %s', (text, zone, offsets, written) => {
		expect(formatLocal(parseTimestamp(text, { zone, offsets }))).toBe(written);
	});

	test('a true instant survives the way to the wall clock and back', () => {
		for (const zone of ZONE_IDS)
			expect(epochFromLocal(localFromEpoch(1_704_700_800, zone), zone)).toBe(1_704_700_800);
	});
});
