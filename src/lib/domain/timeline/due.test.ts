import { describe, expect, test } from 'vitest';
import { formatLocal, parseLocal } from '../calendar/local-time';
import { dueOf, officeTimeBetween } from './due';
import { shadesOf } from './shades';

/** Thursday and Friday with a break, a weekend, Monday. */
const HOURS: [number, number][] = [
	[7.5 * 3600, 12 * 3600],
	[13 * 3600, 16 * 3600]
];
const shades = shadesOf(
	['22', '23', '24', '25', '26'].map((day) => ({
		day: `2026-10-${day}`,
		kind: day === '24' || day === '25' ? ('weekend' as const) : ('workday' as const),
		title: null,
		slots: day === '24' || day === '25' ? [] : HOURS
	}))
);
const known = parseLocal('2026-10-27T00:00:00');

describe('a budget is used up', () => {
	test.each([
		['working', '2026-10-22T11:50', 600, '2026-10-22T12:00'],
		['working', '2026-10-22T11:50', 1200, '2026-10-22T13:10'],
		['working', '2026-10-23T15:00', 7200, '2026-10-26T08:30'],
		['working', '2026-10-24T10:00', 60, '2026-10-26T07:31'],
		['elapsed', '2026-10-23T15:00', 7200, '2026-10-23T17:00'],
		['workday', '2026-10-22T15:00', 1, '2026-10-24T00:00'],
		['workday', '2026-10-23T15:00', 1, '2026-10-27T00:00'],
		['calendar', '2026-10-23T15:00', 1, '2026-10-25T00:00']
	] as const)('on the clock %s from %s after %i at %s', (clock, from, budget, due) => {
		const at = dueOf({ from: parseLocal(from), budget, clock, shades, known });
		expect(at === null ? null : formatLocal(at).slice(0, 16)).toBe(due);
	});

	test('nobody knows when, beyond the calendar that is shown', () => {
		const from = parseLocal('2026-10-26T15:00');
		expect(dueOf({ from, budget: 2, clock: 'workday', shades, known })).toBeNull();
		expect(dueOf({ from, budget: 90_000, clock: 'elapsed', shades, known })).toBeNull();
	});
});

test.each([
	['2026-10-22T11:50', '2026-10-22T13:10', 1200],
	['2026-10-23T15:00', '2026-10-26T08:30', 7200],
	['2026-10-24T10:00', '2026-10-25T10:00', 0],
	['2026-10-26T09:00', '2026-10-26T09:00', 0]
])('the office time from %s to %s is %i seconds', (from, until, seconds) => {
	expect(officeTimeBetween(parseLocal(from), parseLocal(until), shades)).toBe(seconds);
});

test('office time that touches dates without a calendar is not known', () => {
	const [from, until] = [parseLocal('2026-10-26T09:00'), parseLocal('2026-10-27T09:00')];
	const unknown = { kind: 'not_covered' as const, title: null, from: known, until };
	expect(officeTimeBetween(from, until, [...shades, unknown])).toBeNull();
});
