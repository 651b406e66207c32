import { UserError } from '../user-error';

/**
 * A reading of the unit's own clock: seconds from 1970-01-01T00:00:00 to that reading, counted as if
 * the local clock were UTC. Indonesia has no daylight saving time, so every local day has 86,400 of
 * them and differences are true durations.
 */
export type LocalSeconds = number;

/** A date of the unit's own calendar, `YYYY-MM-DD`. */
export type LocalDate = string;

export const DAY_SECONDS = 86_400;

export const WEEKDAYS = [
	'monday',
	'tuesday',
	'wednesday',
	'thursday',
	'friday',
	'saturday',
	'sunday'
] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/**
 * Days from 1970-01-01 to a date.
 * Throws `calendar_date_invalid` for anything that is not an existing day written `YYYY-MM-DD`.
 */
export function dayNumber(date: LocalDate): number {
	const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date);
	if (parts) {
		const day = Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])) / 86_400_000;
		// Date.UTC rolls 30 February over into March: reading it back is the check.
		if (dateOfDay(day) === date) return day;
	}
	throw new UserError('calendar_date_invalid', { date });
}

/** The date that lies so many days after 1970-01-01. */
export function dateOfDay(day: number): LocalDate {
	return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** The day number of the date an instant falls on; 00:00:00 belongs to the day it begins. */
export function dayOf(at: LocalSeconds): number {
	return Math.floor(at / DAY_SECONDS);
}

/** The date an instant falls on. */
export function dateOf(at: LocalSeconds): LocalDate {
	return dateOfDay(dayOf(at));
}

/** 00:00 of a date. */
export function startOfDate(date: LocalDate): LocalSeconds {
	return dayNumber(date) * DAY_SECONDS;
}

/**
 * The last date on which a due time of 24:00 is still met. A due time is an instant at which the time
 * is used up, so 24:00 of the 5th, which is 00:00 of the 6th, names the 5th.
 */
export function dueDate(due: LocalSeconds): LocalDate {
	return dateOfDay(Math.ceil(due / DAY_SECONDS) - 1);
}

/** The weekday of a day number. */
export function weekdayOfDay(day: number): Weekday {
	// 1970-01-01 was a Thursday.
	return WEEKDAYS[(((day + 3) % 7) + 7) % 7] as Weekday;
}

/**
 * Reads `YYYY-MM-DD`, `YYYY-MM-DD HH:MM` or `YYYY-MM-DDTHH:MM:SS` as written on the local clock;
 * fractions of a second are kept, 24:00 is the end of its date.
 * Throws `calendar_time_unreadable`; a zone or offset is not readable here (see zones.ts).
 */
export function parseLocal(text: string): LocalSeconds {
	const parts = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?$/.exec(text);
	const [hours, minutes, seconds] = [2, 3, 4].map((i) => Number(parts?.[i] ?? 0)) as [
		number,
		number,
		number
	];
	const inDay = hours * 3600 + minutes * 60 + seconds;
	if (!parts || minutes > 59 || seconds >= 60 || inDay > DAY_SECONDS)
		throw new UserError('calendar_time_unreadable', { text });
	return startOfDate(parts[1] as string) + inDay;
}

/** Writes an instant as the local clock shows it, `YYYY-MM-DDTHH:MM:SS`, without a zone. */
export function formatLocal(at: LocalSeconds): string {
	return new Date(Math.floor(at) * 1000).toISOString().slice(0, 19);
}

/**
 * Seconds of the day for a clock time `HH:MM`, from 00:00 to 24:00.
 * Throws `calendar_time_unreadable`.
 */
export function secondsOfClock(text: string): number {
	const parts = /^(\d\d):([0-5]\d)$/.exec(text);
	const seconds = Number(parts?.[1]) * 3600 + Number(parts?.[2]) * 60;
	if (!(seconds <= DAY_SECONDS)) throw new UserError('calendar_time_unreadable', { text });
	return seconds;
}
