import type { Queries } from '../../database/generated/queries';

/** A date of a calendar with its office seconds. */
export type DayRow = Queries['calendar/days']['row'];
type HoursRow = Queries['calendar/hours']['row'];

/** What a month, or a year, comes to. Days that the calendar does not cover count nowhere else. */
export interface MonthTotals {
	/** `YYYY-MM`. */
	month: string;
	workdays: number;
	workingSeconds: number;
	national: number;
	joint: number;
	local: number;
	uncovered: number;
}

/** Days that are not ordinary: a holiday, or the run of days of one period. */
export interface SpecialDays {
	kind: string;
	title: string | null;
	decree: string | null;
	estimated: boolean;
	from: string;
	to: string;
	/** Dates of the run that are of this kind; weekends within Ramadan are not. */
	days: number;
}

/** Office hours of a weekday: from and until in seconds of the day; none on a weekday off. */
export interface WeekdayHours {
	/** 1 is Monday. */
	weekday: number;
	normal: [from: number, until: number][];
	ramadan: [from: number, until: number][];
}

const COUNTED: Record<string, 'national' | 'joint' | 'local' | undefined> = {
	libur_nasional: 'national',
	cuti_bersama: 'joint',
	libur_lokal: 'local'
};

/** What each month comes to, in order. */
export function monthTotals(days: readonly DayRow[]): MonthTotals[] {
	const months = new Map<string, MonthTotals>();
	for (const day of days) {
		const month = day.day.slice(0, 7);
		const totals = months.get(month) ?? blankTotals(month);
		months.set(month, totals);
		if (!day.covered) totals.uncovered++;
		if (day.seconds > 0) totals.workdays++;
		totals.workingSeconds += day.seconds;
		const counted = COUNTED[day.kind];
		if (counted) totals[counted]++;
	}
	return [...months.values()];
}

/** What all months come to; `month` is the year. */
export function yearTotals(year: number, months: readonly MonthTotals[]): MonthTotals {
	const total = blankTotals(String(year));
	for (const month of months) {
		for (const key of NUMBERS) total[key] += month[key];
	}
	return total;
}

/** The days that are not ordinary, in order: each holiday by itself, a period as one run. */
export function specialDays(days: readonly DayRow[]): SpecialDays[] {
	const found: SpecialDays[] = [];
	for (const day of days) {
		const { kind, title, decree, estimated } = day;
		if (kind === 'workday' || kind === 'weekend') continue;
		const runs = kind === 'ramadan' || kind === 'not_covered';
		const run = runs ? found.findLast((one) => one.kind === kind && one.title === title) : null;
		if (run) {
			run.to = day.day;
			run.days++;
		} else {
			found.push({ kind, title, decree, estimated, from: day.day, to: day.day, days: 1 });
		}
	}
	return found;
}

/** The office hours of the seven weekdays; weekdays that have none are off. */
export function weekdayHours(rows: readonly HoursRow[]): WeekdayHours[] {
	return [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
		weekday,
		normal: slotsOf(rows, weekday, 'workday'),
		ramadan: slotsOf(rows, weekday, 'ramadan')
	}));
}

/** Office seconds of a week. */
export function weekSeconds(hours: readonly WeekdayHours[], which: 'normal' | 'ramadan'): number {
	return hours.flatMap((day) => day[which]).reduce((sum, [from, until]) => sum + until - from, 0);
}

const NUMBERS = ['workdays', 'workingSeconds', 'national', 'joint', 'local', 'uncovered'] as const;

function blankTotals(month: string): MonthTotals {
	return {
		month,
		workdays: 0,
		workingSeconds: 0,
		national: 0,
		joint: 0,
		local: 0,
		uncovered: 0
	};
}

function slotsOf(rows: readonly HoursRow[], weekday: number, kind: string): [number, number][] {
	const row = rows.find((one) => one.weekday === weekday && one.kind === kind);
	if (!row) return [];
	const slots: [number, number][] = [
		[row.slot1_start, row.slot1_end],
		[row.slot2_start, row.slot2_end],
		[row.slot3_start, row.slot3_end]
	];
	return slots.filter(([from, until]) => until > from);
}
