import { periodOf, periodRange, previousPeriod, type DateRange } from '../filters/period';

/** How often a report can be made by itself: of each period that is over. */
export const SCHEDULE_PERIODS = ['week', 'month', 'quarter', 'semester'] as const;
export type SchedulePeriod = (typeof SCHEDULE_PERIODS)[number];

const DAY_MILLISECONDS = 86_400_000;

/**
 * The last whole period before a local date: weeks run from Monday to Sunday; a semester is the six months after which
 * PermenPAN-RB 35/2012 asks for monitoring.
 */
export function lastPeriod(every: SchedulePeriod, today: string): DateRange {
	if (every === 'week') {
		const at = Date.parse(`${today}T00:00:00Z`);
		const sinceMonday = (new Date(at).getUTCDay() + 6) % 7;
		const monday = at - (sinceMonday + 7) * DAY_MILLISECONDS;
		return { from: dateOf(monday), to: dateOf(monday + 6 * DAY_MILLISECONDS) };
	}
	const before = previousPeriod(periodOf(today, every));
	const range = before && periodRange(before);
	if (!range) throw new Error(`no period before ${today}`);
	return range;
}

/** More than these nobody waits for: a server that was down for years makes the latest ones. */
const MOST_MISSED = 60;

/**
 * The whole periods before a local date that a report is due of, the earliest first: all since the last one that was made
 * of, and the last one where none was yet.
 * @param made last day of the last period that has its report; null for none
 */
export function duePeriods(every: SchedulePeriod, made: string | null, today: string): DateRange[] {
	const due: DateRange[] = [];
	let period = lastPeriod(every, today);
	while ((made === null ? due.length === 0 : period.to > made) && due.length < MOST_MISSED) {
		due.unshift(period);
		period = lastPeriod(every, period.from);
	}
	return due;
}

function dateOf(milliseconds: number): string {
	return new Date(milliseconds).toISOString().slice(0, 10);
}
