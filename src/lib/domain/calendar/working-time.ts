import { UserError } from '../user-error';
import type { CalendarDay } from './calendar';
import { slotSeconds } from './expand';
import {
	DAY_SECONDS,
	type LocalDate,
	type LocalSeconds,
	dateOfDay,
	dayNumber,
	dayOf,
	formatLocal
} from './local-time';

/**
 * Working time over a run of calendar days: W(t), the office time elapsed up to t, is constant outside
 * office hours, and the working time between two instants is W(b) − W(a), equal to counting the
 * office seconds one by one. Every answer that would need a date that is not covered is null.
 */
export class WorkingTime {
	readonly days: readonly CalendarDay[];
	/** Day numbers of the first and last date known here. */
	readonly firstDay: number;
	readonly lastDay: number;
	/** Position in `days` of the n-th working date, counted from 1. */
	readonly #workdays: number[] = [];
	readonly #totalSeconds: number;

	/**
	 * `days` as expandCalendar gives them: one for each date, without a gap.
	 * Throws `calendar_days_broken` otherwise.
	 */
	constructor(days: readonly CalendarDay[]) {
		const [first, last] = [days[0], days.at(-1)];
		if (!first || !last) throw new UserError('calendar_days_broken', { date: '—' });
		this.days = days;
		this.firstDay = dayNumber(first.date);
		this.lastDay = dayNumber(last.date);
		this.#totalSeconds = last.baseSeconds + slotSeconds(last.slots);
		days.forEach(({ date, slots }, index) => {
			if (dayNumber(date) !== this.firstDay + index)
				throw new UserError('calendar_days_broken', { date });
			if (slots.length > 0) this.#workdays.push(index);
		});
	}

	/** The stored row of a date, undefined outside the run. */
	day(date: LocalDate): CalendarDay | undefined {
		return this.days[dayNumber(date) - this.firstDay];
	}

	/**
	 * W(t): office seconds from 00:00 of the first date to `at`. Never falls as `at` grows; 0 before the
	 * run, its whole office time after it. Dates that are not covered add nothing, so compare two values
	 * only where `covers` holds.
	 */
	workingSecondsUpTo(at: LocalSeconds): number {
		const day = dayOf(at);
		if (day < this.firstDay) return 0;
		const row = this.days[day - this.firstDay];
		if (!row) return this.#totalSeconds;
		const inDay = at - day * DAY_SECONDS;
		let seconds = row.baseSeconds;
		for (const [start, end] of row.slots) {
			if (inDay > start) seconds += Math.min(inDay, end) - start;
		}
		return seconds;
	}

	/**
	 * Working seconds from `start` to `end`; null (`calendar_not_covered`) when any date from the date of
	 * `start` to the date of `end`, both included, is not covered.
	 * Throws `calendar_end_before_start`.
	 */
	workingSeconds(start: LocalSeconds, end: LocalSeconds): number | null {
		checkOrder(start, end);
		if (!this.covers(start, end)) return null;
		return this.workingSecondsUpTo(end) - this.workingSecondsUpTo(start);
	}

	/** Whether every date from that of `start` to that of `end` is covered. */
	covers(start: LocalSeconds, end: LocalSeconds): boolean {
		return this.coversDays(dayOf(start), dayOf(end));
	}

	/** Whether every day number from `from` to `to`, both included, is covered; true if there is none. */
	coversDays(from: number, to: number): boolean {
		if (to < from) return true;
		if (from < this.firstDay || to > this.lastDay) return false;
		return this.#uncoveredUpTo(to) === this.#uncoveredUpTo(from - 1);
	}

	/** The first date between two instants that is not covered, to name the reason; null if none. */
	firstUncoveredDate(start: LocalSeconds, end: LocalSeconds): LocalDate | null {
		if (this.covers(start, end)) return null;
		let day = dayOf(start);
		while (this.coversDays(day, day)) day++;
		return dateOfDay(day);
	}

	/**
	 * The instant at which a budget of working seconds that starts at `start` is used up: the earliest t
	 * with W(t) − W(start) = seconds. A budget that fills a day to its close ends at the close, not on the
	 * next morning; a budget of 0 ends at once. Null when a date on the way is not covered.
	 * Throws a RangeError for a negative budget.
	 */
	addWorkingSeconds(start: LocalSeconds, seconds: number): LocalSeconds | null {
		if (!(seconds >= 0)) throw new RangeError(`working budget of ${seconds} seconds`);
		const target = this.workingSecondsUpTo(start) + seconds;
		if (seconds === 0) return this.covers(start, start) ? start : null;
		if (target > this.#totalSeconds) return null;
		const index = this.#dayReaching(target);
		const { baseSeconds, slots } = this.days[index] as CalendarDay;
		let left = target - baseSeconds;
		for (const [from, until] of slots) {
			if (left <= until - from) {
				const at = (this.firstDay + index) * DAY_SECONDS + from + left;
				return this.covers(start, at) ? at : null;
			}
			left -= until - from;
		}
		return null;
	}

	/** Number of working dates up to and including a day number. */
	workdaysUpTo(day: number): number {
		if (day < this.firstDay) return 0;
		return (this.days[day - this.firstDay] ?? this.days.at(-1))?.workdayOrdinal ?? 0;
	}

	/** The day number of the n-th working date of the run (n counted from 1), null if there is none. */
	workday(ordinal: number): number | null {
		const index = this.#workdays[ordinal - 1];
		return index === undefined ? null : this.firstDay + index;
	}

	#uncoveredUpTo(day: number): number {
		return this.days[day - this.firstDay]?.uncoveredOrdinal ?? 0;
	}

	/** Position of the working date in which W reaches a value that is above 0 and in the run. */
	#dayReaching(target: number): number {
		let [low, high] = [0, this.#workdays.length - 1];
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			const index = this.#workdays[middle] as number;
			if ((this.days[index] as CalendarDay).baseSeconds < target) low = middle;
			else high = middle - 1;
		}
		return this.#workdays[low] as number;
	}
}

/** Throws `calendar_end_before_start` unless `start` ≤ `end`. */
export function checkOrder(start: LocalSeconds, end: LocalSeconds): void {
	if (end < start)
		throw new UserError('calendar_end_before_start', {
			start: formatLocal(start),
			end: formatLocal(end)
		});
}
