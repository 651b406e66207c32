import { periodOf, periodRange, previousPeriod, type Period } from '$lib/domain/filters/period';

/** The stretch that a trend shows and how it is cut. Dates are local, both ends inside. */
export interface TrendWindow {
	bucket: 'week' | 'month';
	from: string;
	to: string;
	/** First day of each week (a Monday) or month, in order; that of the first may lie before `from`. */
	starts: string[];
}

/** Two periods of one kind, the later one first. */
export interface Comparison {
	current: Period;
	before: Period;
}

const DAY = 86_400_000;
const MONTHS_SHOWN = 12;
/** Up to a quarter is shown by week, as is an office whose log began this quarter. */
const DAYS_BY_WEEK = 100;

/**
 * How to draw the trend of a period: by week up to a quarter, by month beyond it; of a week or month at its ends, the days
 * inside of the period, so that the points add up to its figures. Without a period it is the last year.
 * @param span first and last local date with something to draw
 * @returns null when there is nothing to draw
 */
export function trendWindow(
	period: Period,
	span: { first: string; last: string } | null
): TrendWindow | null {
	if (!span) return null;
	const range = periodRange(period);
	const to = range && range.to < span.last ? range.to : span.last;
	if (range && to < range.from) return null;
	const start = range?.from ?? earliest(span.first, addMonths(to, 1 - MONTHS_SHOWN));
	if (daysBetween(start, to) <= DAYS_BY_WEEK) {
		const monday = mondayOf(start);
		const starts = steps(monday, to, (day) => addDays(day, 7));
		return { bucket: 'week', from: range ? start : monday, to, starts };
	}
	const first = `${start.slice(0, 7)}-01`;
	const starts = steps(first, to, (day) => addMonths(day, 1));
	return { bucket: 'month', from: range ? start : first, to, starts };
}

/** The last day of the week or month that begins on `start`. */
export function bucketEnd(start: string, bucket: 'week' | 'month'): string {
	return addDays(bucket === 'week' ? addDays(start, 7) : addMonths(start, 1), -1);
}

/**
 * What a reader compares: the period with the one before it; without a period the month of the data date
 * with the month before.
 * @param dataDate local date or time of the latest event; null while there is none
 */
export function comparisonOf(period: Period, dataDate: string | null): Comparison | null {
	const current =
		period.kind !== 'all' ? period : dataDate === null ? null : periodOf(dataDate, 'month');
	const before = current && previousPeriod(current);
	return current && before ? { current, before } : null;
}

function earliest(first: string, limit: string): string {
	return first > limit ? first : limit;
}

function steps(from: string, to: string, next: (day: string) => string): string[] {
	const days: string[] = [];
	for (let day = from; day <= to; day = next(day)) days.push(day);
	return days;
}

function mondayOf(day: string): string {
	const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
	return addDays(day, -((weekday + 6) % 7));
}

function addDays(day: string, days: number): string {
	return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** First day of the month that lies `months` after that of `day`. */
function addMonths(day: string, months: number): string {
	const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
	return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
}

function daysBetween(from: string, to: string): number {
	return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY + 1;
}
