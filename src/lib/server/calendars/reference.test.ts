import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Calendar, OfficeHours, WeeklyHours } from '$lib/domain/calendar/calendar';
import { expandCalendar } from '$lib/domain/calendar/expand';
import { WEEKDAYS, secondsOfClock } from '$lib/domain/calendar/local-time';
import { WorkingTime } from '$lib/domain/calendar/working-time';
import { parseTimestamp } from '$lib/domain/calendar/zones';

// Working durations of public event logs that PM4Py computed, an implementation of other people.

const folder = join(process.cwd(), '../shared/event-logs');
const isThere = existsSync(join(folder, 'reference.json'));

interface Summary {
	n: number;
	min: number;
	mean: number;
	median: number;
	p90: number;
	p95: number;
	max: number;
	sum: number;
}

interface Reference {
	caseSeconds: Summary;
	caseWorkingSecondsJakarta: Summary;
	caseWorkingSecondsWithBreak: Summary;
}

function hours(open: string, close: string, ...breaks: [string, string][]): OfficeHours {
	return {
		open: secondsOfClock(open),
		close: secondsOfClock(close),
		breaks: breaks.map(([from, until]) => [secondsOfClock(from), secondsOfClock(until)] as const)
	};
}

/** A calendar without holidays, for any year. */
function plainCalendar(monToThu: OfficeHours, friday: OfficeHours): WorkingTime {
	const weekly = Object.fromEntries(
		WEEKDAYS.map((day, i) => [day, i < 4 ? monToThu : i === 4 ? friday : null])
	) as WeeklyHours;
	const range = { from: '1999-01-01', to: '2020-12-31' };
	const calendar: Calendar = {
		id: 'plain',
		title: 'plain',
		basis: 'reference',
		zones: ['Asia/Jakarta'],
		weekly,
		periods: [],
		holidays: [],
		localHolidays: [],
		covered: [range]
	};
	return new WorkingTime(expandCalendar(calendar, range.from, range.to));
}

/** First and last event of each case, in local time of Jakarta. */
function readCases(file: string): [number, number][] {
	const raw = readFileSync(join(folder, file));
	const xml = (file.endsWith('.gz') ? gunzipSync(raw) : raw).toString('utf8');
	return [...xml.matchAll(/<trace>([\s\S]*?)<\/trace>/g)].map(([, trace]) => {
		const times = [...(trace ?? '').matchAll(/<event>([\s\S]*?)<\/event>/g)].map(([, event]) => {
			const text = /key="time:timestamp" value="([^"]*)"/.exec(event ?? '')?.[1] ?? '';
			return parseTimestamp(text, { zone: 'Asia/Jakarta', offsets: 'real' });
		});
		return [Math.min(...times), Math.max(...times)];
	});
}

function summarise(values: number[]): Summary {
	const sorted = [...values].sort((a, b) => a - b);
	const sum = values.reduce((total, value) => total + value, 0);
	const quantile = (q: number): number => {
		const place = q * (sorted.length - 1);
		const [low, high] = [sorted[Math.floor(place)] ?? NaN, sorted[Math.ceil(place)] ?? NaN];
		return low + (high - low) * (place % 1);
	};
	return {
		n: values.length,
		min: quantile(0),
		mean: sum / values.length,
		median: quantile(0.5),
		p90: quantile(0.9),
		p95: quantile(0.95),
		max: quantile(1),
		sum
	};
}

function expectSummary(actual: number[], expected: Summary): void {
	for (const [name, value] of Object.entries(summarise(actual)))
		expect(value, name).toBeCloseTo(expected[name as keyof Summary], 1);
}

if (!isThere) console.warn('skipped: no reference event logs beside the project');

describe.skipIf(!isThere)('working durations agree with PM4Py', () => {
	const withoutBreak = plainCalendar(hours('07:30', '16:00'), hours('07:30', '16:00'));
	const withBreak = plainCalendar(
		hours('07:30', '16:00', ['12:00', '13:00']),
		hours('07:30', '16:30', ['11:30', '13:00'])
	);

	test.each(['running-example.xes', 'roadtraffic100traces.xes', 'receipt.xes.gz'])('%s', (file) => {
		const reference = JSON.parse(readFileSync(join(folder, 'reference.json'), 'utf8')) as Record<
			string,
			Reference
		>;
		const expected = reference[file];
		if (!expected) throw new Error(`${file} has no reference`);
		const cases = readCases(file);
		const working = (time: WorkingTime) =>
			cases.map(([start, end]) => time.workingSeconds(start, end) ?? NaN);
		expectSummary(
			cases.map(([start, end]) => end - start),
			expected.caseSeconds
		);
		expectSummary(working(withoutBreak), expected.caseWorkingSecondsJakarta);
		expectSummary(working(withBreak), expected.caseWorkingSecondsWithBreak);
	});
});
