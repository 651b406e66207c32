import { DAY_SECONDS, type LocalSeconds, dayOf } from './local-time';
import { type WorkingTime, checkOrder } from './working-time';

/**
 * Day budgets. A budget of n days that starts on some date has used up the dates *after* it, up to and
 * including the date of the end; it is due at 24:00 of the n-th. The start may be a day off. A limit
 * "selama n hari" counts its first day too (`countsFirstDay`).
 */
export interface DayCounting {
	countsFirstDay: boolean;
}

const AFTER_START: DayCounting = { countsFirstDay: false };

/**
 * Working dates used between two instants: those in (start date, end date], with `countsFirstDay` in
 * [start date, end date]. Null when one of the counted dates is not covered.
 * Throws `calendar_end_before_start`.
 */
export function workingDates(
	workingTime: WorkingTime,
	start: LocalSeconds,
	end: LocalSeconds,
	{ countsFirstDay }: DayCounting = AFTER_START
): number | null {
	checkOrder(start, end);
	const before = lastUncounted(start, countsFirstDay);
	if (!workingTime.coversDays(before + 1, dayOf(end))) return null;
	return workingTime.workdaysUpTo(dayOf(end)) - workingTime.workdaysUpTo(before);
}

/**
 * Calendar dates used between two instants, counted like working dates. Every date counts, so this is
 * known for any year. Throws `calendar_end_before_start`.
 */
export function calendarDates(
	start: LocalSeconds,
	end: LocalSeconds,
	{ countsFirstDay }: DayCounting = AFTER_START
): number {
	checkOrder(start, end);
	return dayOf(end) - lastUncounted(start, countsFirstDay);
}

/**
 * 24:00 of the n-th working date. Of a budget with a fraction only whole dates can be used, so 2,5
 * days are due with the second. Null when a date on the way is not covered.
 * Throws a RangeError for a negative budget.
 */
export function dueWorkday(
	workingTime: WorkingTime,
	start: LocalSeconds,
	days: number,
	{ countsFirstDay }: DayCounting = AFTER_START
): LocalSeconds | null {
	const before = lastUncounted(start, countsFirstDay);
	const whole = wholeDays(days);
	const due = whole === 0 ? before : workingTime.workday(workingTime.workdaysUpTo(before) + whole);
	if (due === null || !workingTime.coversDays(before + 1, due)) return null;
	return endOfDay(due);
}

/** 24:00 of the n-th calendar date; weeks are seven of them. Throws a RangeError if negative. */
export function dueCalendarDays(
	start: LocalSeconds,
	days: number,
	{ countsFirstDay }: DayCounting = AFTER_START
): LocalSeconds {
	return endOfDay(lastUncounted(start, countsFirstDay) + wholeDays(days));
}

/**
 * 24:00 of the same day of the month n months later, or of that month's last day where it has no such
 * day (31 January and one month: 28 or 29 February). With `countsFirstDay` the month ends on the day
 * before: 1 January "selama 1 bulan" ends with 31 January.
 * Throws a RangeError unless n is a whole number from 0.
 */
export function dueCalendarMonths(
	start: LocalSeconds,
	months: number,
	{ countsFirstDay }: DayCounting = AFTER_START
): LocalSeconds {
	if (!Number.isInteger(months) || months < 0) throw new RangeError(`budget of ${months} months`);
	const date = new Date(dayOf(start) * 86_400_000);
	const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + months];
	const lastOfMonth = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
	// Day 0 is the last day of the month before, which is what "selama" from the 1st asks for.
	const day = Math.min(date.getUTCDate() - (countsFirstDay ? 1 : 0), lastOfMonth);
	return endOfDay(Date.UTC(year, month, day) / 86_400_000);
}

/**
 * The number of dates that a budget of months allows from this start, so that months too have a ratio
 * used / allowed. Counted like calendarDates.
 */
export function calendarDatesInMonths(
	start: LocalSeconds,
	months: number,
	counting: DayCounting = AFTER_START
): number {
	const due = dueCalendarMonths(start, months, counting);
	return due / DAY_SECONDS - 1 - lastUncounted(start, counting.countsFirstDay);
}

/** The day number after which dates are counted. */
export function lastUncounted(start: LocalSeconds, countsFirstDay: boolean): number {
	return dayOf(start) - (countsFirstDay ? 1 : 0);
}

/** 24:00 of a day number. */
export function endOfDay(day: number): LocalSeconds {
	return (day + 1) * DAY_SECONDS;
}

/** The whole dates of a budget. Throws a RangeError when it is negative or no number. */
export function wholeDays(days: number): number {
	if (!(days >= 0)) throw new RangeError(`budget of ${days} days`);
	return Math.floor(days);
}
