import { describe, expect, it } from 'vitest';
import { parsePeriod } from '$lib/domain/filters/period';
import {
	formatDate,
	formatDateTime,
	formatInstant,
	formatMonth,
	formatUtc,
	zoneOfAll,
	formatMoment,
	formatPeriod,
	formatWeekday,
	zoneName
} from './dates';
import { formatAgainst, formatDays, formatDuration, formatOnClock, precisionOf } from './durations';
import {
	formatBytes,
	formatCount,
	formatMoney,
	formatNumber,
	formatPercent,
	formatPoints,
	formatScore,
	rate
} from './numbers';

/** Tables below write a plain blank where the format has a no-break one. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('numbers', () => {
	it.each([
		[1234.5, '1.234,5', '1,234.5'],
		[1234.56, '1.234,6', '1,234.6'],
		[0, '0', '0'],
		[-3, '-3', '-3'],
		[null, '—', '—'],
		[Number.NaN, '—', '—'],
		[12345678n, '12.345.678', '12,345,678']
	])('%s is %s, in English %s', (value, id, en) => {
		expect(formatNumber(value, 1, 'id')).toBe(id);
		expect(formatNumber(value, 1, 'en')).toBe(en);
	});

	it('counts without decimals', () => {
		expect(formatCount(3412, 'id')).toBe('3.412');
	});

	it.each([
		[0.918, '91,8 %', '91.8%'],
		[0.92, '92,0 %', '92.0%'],
		[1, '100 %', '100%'],
		[0, '0 %', '0%'],
		[0.99996, '99,9 %', '99.9%'],
		[0.00001, '0,1 %', '0.1%'],
		[null, '—', '—']
	])('the share %s is %s, in English %s', (share, id, en) => {
		expect(plain(formatPercent(share, 1, 'id'))).toBe(id);
		expect(formatPercent(share, 1, 'en')).toBe(en);
	});

	it('shows — for a rate of nothing, never 0 % or 100 %', () => {
		expect(rate(0, 0)).toBeNull();
		expect(formatPercent(rate(0, 0), 1, 'id')).toBe('—');
		expect(plain(formatPercent(rate(3, 1), 0, 'id'))).toBe('75 %');
		expect(plain(formatPercent(rate(0n, 4n), 0, 'id'))).toBe('0 %');
	});

	it('writes scores to two decimals, so that they stand under each other', () => {
		expect([2.9, 3, 2.345, null].map((score) => formatScore(score, 'id'))).toEqual([
			...['2,90', '3,00', '2,35', '—']
		]);
	});

	it('says a change in percentage points with its sign', () => {
		expect(formatPoints(0.918, 0.939, 'id')).toBe('−2,1 poin');
		expect(formatPoints(0.95, 0.9, 'en')).toBe('+5 points');
		expect(formatPoints(0.95, null, 'id')).toBe('—');
	});

	it.each([
		[950_000, 'Rp950.000', 'Rp950,000'],
		[12_500_000, 'Rp12,5 juta', 'Rp12.5 million'],
		[1_250_000_000, 'Rp1,25 miliar', 'Rp1.25 billion'],
		[2_000_000_000_000, 'Rp2 triliun', 'Rp2 trillion'],
		[999_999_999, 'Rp1 miliar', 'Rp1 billion'],
		[-1_500_000, '−Rp1,5 juta', '−Rp1.5 million'],
		[0, 'Rp0', 'Rp0'],
		[null, '—', '—']
	])('%s rupiah is %s, in English %s', (value, id, en) => {
		expect(plain(formatMoney(value, { locale: 'id' }))).toBe(id);
		expect(plain(formatMoney(value, { locale: 'en' }))).toBe(en);
	});

	it('writes an exact amount with every digit', () => {
		expect(formatMoney(1_250_000_001n, { exact: true, locale: 'id' })).toBe('Rp1.250.000.001');
	});

	it('writes sizes of files', () => {
		expect(formatBytes(10, 'id')).toBe('1 KB');
		expect(formatBytes(1_468_006, 'id')).toBe('1,4 MB');
	});
});

describe('dates', () => {
	it('writes a local date as it is, in any zone of the reader', () => {
		expect(formatDate('2026-11-20', { locale: 'id' })).toBe('20 November 2026');
		expect(formatDate('2026-08-17', { locale: 'id', style: 'short' })).toBe('17 Agu 2026');
		expect(formatMonth('2026-08', 'id')).toBe('Agu 26');
		expect(formatMonth('2026-08-17', 'en')).toBe('Aug 26');
		expect(formatMonth(null, 'id')).toBe('—');
		expect(formatDate('2026-11-20', { locale: 'en' })).toBe('20 November 2026');
		expect(formatWeekday('2026-11-20', 'id')).toBe('Jumat, 20 November 2026');
		expect(formatDate(null, { locale: 'id' })).toBe('—');
		expect(formatDate('kemarin', { locale: 'id' })).toBe('—');
	});

	it('always names the zone of a time', () => {
		const at = '2026-10-30T15:42:10';
		expect(formatDateTime(at, 'Asia/Jakarta', { locale: 'id' })).toBe('30 Oktober 2026, 15.42 WIB');
		expect(formatDateTime(at, 'WITA', { locale: 'en', seconds: true })).toBe(
			'30 October 2026, 15:42:10 WITA'
		);
		expect(['Asia/Makassar', 'Asia/Jayapura', 'UTC'].map(zoneName)).toEqual(['WITA', 'WIT', 'UTC']);
	});

	it('takes a wall clock as written, also with a false Z, and a date as a date', () => {
		expect(formatDateTime('2026-10-30 23:30:00Z', 'WIB', { locale: 'id' })).toBe(
			'30 Oktober 2026, 23.30 WIB'
		);
		expect(formatDateTime('2026-10-30', 'WIB', { locale: 'id' })).toBe('30 Oktober 2026');
	});

	it.each([
		['day', '30 Okt 2026'],
		['minute', '30 Okt 2026, 00.00 WIB'],
		['second', '30 Okt 2026, 00.00.00 WIB']
	] as const)('are said no finer than a %s where no more is known', (precision, text) => {
		const at = '2026-10-30T00:00:00';
		expect(plain(formatInstant(at, 'WIB', { precision, locale: 'id' }))).toBe(text);
	});

	it.each([
		['2026-10-30T00:00:00', '30 Oktober 2026'],
		['2026-10-30T00:00:01', '30 Oktober 2026, 00.00 WIB'],
		['2026-10-30T15:42:00', '30 Oktober 2026, 15.42 WIB'],
		[null, '—']
	])('kept as %s are said as %s, where nobody knows how finely', (at, text) => {
		expect(formatMoment(at, 'WIB', { locale: 'id' })).toBe(text);
	});

	it('are known as finely as the store writes', () => {
		expect([1, 2, 3, null].map(precisionOf)).toEqual(['second', 'minute', 'day', 'second']);
	});

	it.each([
		['2026-10', 'Oktober 2026', 'October 2026'],
		['2026-Q4', 'Triwulan 4 2026', 'Q4 2026'],
		['2026-S2', 'Semester 2 2026', 'Semester 2 2026'],
		['2026', '2026', '2026'],
		['2026-10-01..2026-10-09', '1 Okt 2026 – 9 Okt 2026', '1 Oct 2026 – 9 Oct 2026'],
		['2026-10-01..2026-10-01', '1 Okt 2026', '1 Oct 2026'],
		['', 'Sepanjang waktu', 'All time']
	])('the period %s is %s, in English %s', (text, id, en) => {
		const period = parsePeriod(text) ?? { kind: 'all' };
		expect(formatPeriod(period, 'id')).toBe(id);
		expect(formatPeriod(period, 'en')).toBe(en);
	});
});

describe('durations', () => {
	it.each([
		[77_040, {}, '21,4 jam'],
		[540, {}, '9 menit'],
		[320, {}, '5 menit 20 detik'],
		[320, { precision: 'minute' }, '5 menit'],
		[300, { precision: 'minute', marked: true }, '5 menit ± 1 menit'],
		[45, {}, '45 detik'],
		[20, { precision: 'minute' }, 'kurang dari 1 menit'],
		[0, {}, '0 detik'],
		[0, { precision: 'minute' }, '0 menit'],
		[3600, {}, '1 jam'],
		[3599, { precision: 'minute' }, '1 jam'],
		[54_000, { precision: 'day' }, '± 2 hari kerja'],
		[27_000, { precision: 'day' }, '± 1 hari kerja'],
		[172_800, { elapsed: true, precision: 'day' }, '± 2 hari'],
		[302_400, { elapsed: true }, '3,5 hari'],
		[302_400, {}, '84 jam'],
		[-3600, {}, '−1 jam'],
		[null, {}, '—']
	] as const)('%s seconds %j is %s', (seconds, options, text) => {
		expect(formatDuration(seconds, { ...options, locale: 'id' })).toBe(text);
	});

	it('speaks English too', () => {
		expect(formatDuration(77_040, { locale: 'en' })).toBe('21.4 h');
		expect(formatDays(1, 'workday', 'en')).toBe('1 working day');
	});

	it('counts days only on a clock of days', () => {
		expect(formatDays(2, 'workday', 'id')).toBe('2 hari kerja');
		expect(formatOnClock(30, 'calendar', { locale: 'id' })).toBe('30 hari kalender');
		expect(formatOnClock(5400, 'working', { locale: 'id' })).toBe('1,5 jam');
	});

	it('puts time used and budget on one unit', () => {
		expect(formatAgainst(540, 600, 'working', 'id')).toBe('9 / 10 menit');
		expect(formatAgainst(88_200, 82_800, 'working', 'id')).toBe('24,5 / 23 jam');
		expect(formatAgainst(9, 10, 'workday', 'id')).toBe('9 / 10 hari kerja');
	});
});

it('what is done with the product stands on the clock of its office, else on WIB, and the zone is named', () => {
	const at = '2026-11-20T18:30:00';
	expect(formatUtc(at, 'Asia/Makassar')).toContain('02.30 WITA');
	expect(formatUtc(at, null)).toContain('01.30 WIB');
	expect(formatUtc(at, null)).toContain('21 ');
	expect(formatUtc(null, null)).toBe('—');
	expect(zoneOfAll([{ zone: 'Asia/Jayapura' }, { zone: 'Asia/Jayapura' }])).toBe('Asia/Jayapura');
	expect(zoneOfAll([{ zone: 'Asia/Jayapura' }, { zone: 'Asia/Jakarta' }])).toBeNull();
	expect(zoneOfAll([])).toBeNull();
});
