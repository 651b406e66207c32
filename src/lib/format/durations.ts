import { m } from '$lib/paraglide/messages';
import { getLocale, type Locale } from '$lib/paraglide/runtime';
import { formatNumber, NBSP, NONE } from './numbers';

/** The clock a budget runs on: seconds for `working` and `elapsed`, days for the others. */
export type Clock = 'working' | 'workday' | 'calendar' | 'elapsed';

/** How finely a time is known. */
export type Precision = 'second' | 'minute' | 'day';

/** The precision that the store writes as 1, 2 or 3; a second where nothing was written. */
export function precisionOf(stored: number | null): Precision {
	return (['second', 'minute', 'day'] as const)[(stored ?? 1) - 1] ?? 'second';
}

/** Seconds of a working day of 7,5 hours (37,5 hours in five days, Perpres 21/2023). */
const WORKDAY_SECONDS = 27_000;

export interface DurationOptions {
	/** How finely both ends are known, the coarser one; nothing finer is shown. */
	precision?: Precision | undefined;
	/** Minute values compared as written: adds `± 1 menit`. */
	marked?: boolean | undefined;
	/** The seconds run round the clock instead of in office hours. */
	elapsed?: boolean;
	locale?: Locale | undefined;
}

/**
 * A duration in seconds, working ones unless `elapsed`: `9 menit`, `5 menit 20 detik`, `21,4 jam`;
 * known to the day only: `± 2 hari kerja`. null gives —.
 *
 * Working hours are never turned into days, whose length differs between weekdays and offices,
 * unless the times are known to the day only.
 */
export function formatDuration(
	seconds: number | null | undefined,
	{
		precision = 'second',
		marked = false,
		elapsed = false,
		locale = getLocale()
	}: DurationOptions = {}
): string {
	if (seconds === null || seconds === undefined || Number.isNaN(seconds)) return NONE;
	if (seconds < 0) return `−${formatDuration(-seconds, { precision, marked, elapsed, locale })}`;
	const value =
		precision === 'day'
			? approximateDays(seconds, elapsed, locale)
			: exact(seconds, precision, elapsed, locale);
	return marked ? m.format_plus_minus_minute({ value }, { locale }) : value;
}

/** A number of days on a day clock: `2 hari kerja`, `30 hari kalender`. null gives —. */
export function formatDays(
	days: number | null | undefined,
	clock: 'workday' | 'calendar',
	locale: Locale = getLocale()
): string {
	if (days === null || days === undefined) return NONE;
	const value = formatNumber(days, 1, locale);
	if (clock === 'workday') {
		return days === 1 ? m.format_workday({}, { locale }) : m.format_workdays({ value }, { locale });
	}
	return days === 1
		? m.format_calendar_day({}, { locale })
		: m.format_calendar_days({ value }, { locale });
}

/**
 * Time used or allowed on a budget's own clock: seconds for `working` and `elapsed`, days for
 * `workday` and `calendar`.
 */
export function formatOnClock(
	amount: number | null | undefined,
	clock: Clock,
	options: DurationOptions = {}
): string {
	const { precision, marked, locale } = options;
	return clock === 'workday' || clock === 'calendar'
		? formatDays(amount, clock, locale)
		: formatDuration(amount, { precision, marked, locale, elapsed: clock === 'elapsed' });
}

/**
 * Time used against a limit: where less than an hour is between them it is said in all its parts, `1 jam 22 detik`, because
 * one decimal of hours would show both as the same. null gives —.
 * @param amount, limit on the budget's own clock, as in formatOnClock
 */
export function formatBesideLimit(
	amount: number | null,
	limit: number | null,
	clock: Clock,
	options: DurationOptions = {}
): string {
	const days = clock === 'workday' || clock === 'calendar';
	const near = amount !== null && limit !== null && Math.abs(amount - limit) < HOUR;
	return days || !near || amount < HOUR || options.precision === 'day'
		? formatOnClock(amount, clock, options)
		: inParts(amount, options.precision === 'minute', options.locale ?? getLocale());
}

/** Hours, minutes and seconds, without those that are none. */
function inParts(seconds: number, toMinute: boolean, locale: Locale): string {
	const whole = toMinute ? Math.round(seconds / 60) * 60 : Math.round(seconds);
	const rest = whole % HOUR;
	return [
		m.format_hours({ value: formatNumber((whole - rest) / HOUR, 0, locale) }, { locale }),
		rest >= 60 && m.format_minutes({ value: Math.floor(rest / 60) }, { locale }),
		rest % 60 > 0 && m.format_seconds({ value: rest % 60 }, { locale })
	]
		.filter(Boolean)
		.join(' ');
}

/**
 * Two durations of one clock, for axes and `used / budget`: the unit is that of the larger one.
 * @returns `9 / 10 menit`
 */
export function formatAgainst(
	used: number,
	budget: number,
	clock: Clock,
	locale: Locale = getLocale()
): string {
	const [size, unit] = scale(Math.max(used, budget), clock);
	const left = formatNumber(used / size, 1, locale);
	return `${left} / ${unit(formatNumber(budget / size, 1, locale), locale)}`;
}

/** Seconds as hours, for chart axes. */
export const HOUR = 3600;

function exact(seconds: number, precision: Precision, elapsed: boolean, locale: Locale): string {
	const whole = Math.round(seconds);
	if (precision === 'second' && whole < 60) return m.format_seconds({ value: whole }, { locale });
	if (precision === 'second' && whole < 3600 && whole % 60 !== 0) {
		const parts = { minutes: Math.floor(whole / 60), seconds: whole % 60 };
		return m.format_minutes_seconds(parts, { locale });
	}
	const minutes = Math.round(seconds / 60);
	if (minutes === 0 && seconds > 0) return m.format_under_minute({}, { locale });
	if (minutes < 60) return m.format_minutes({ value: minutes }, { locale });
	if (elapsed && minutes >= 48 * 60) {
		return m.format_days({ value: formatNumber(minutes / 1440, 1, locale) }, { locale });
	}
	return m.format_hours({ value: formatNumber(minutes / 60, 1, locale) }, { locale });
}

function approximateDays(seconds: number, elapsed: boolean, locale: Locale): string {
	const days = Math.round(seconds / (elapsed ? 86_400 : WORKDAY_SECONDS));
	const value = elapsed
		? days === 1
			? m.format_day({}, { locale })
			: m.format_days({ value: formatNumber(days, 0, locale) }, { locale })
		: formatDays(days, 'workday', locale);
	return m.format_approximately({ value }, { locale });
}

type Unit = (value: string, locale: Locale) => string;

function scale(largest: number, clock: Clock): [size: number, unit: Unit] {
	if (clock === 'workday') return [1, (value, locale) => m.format_workdays({ value }, { locale })];
	if (clock === 'calendar') {
		return [1, (value, locale) => m.format_calendar_days({ value }, { locale })];
	}
	if (largest >= HOUR) return [HOUR, (value, locale) => m.format_hours({ value }, { locale })];
	return [60, (value, locale) => m.format_minutes({ value }, { locale })];
}

/** Keeps the unit of a formatted duration on the line of its number. */
export function unbroken(text: string): string {
	return text.replaceAll(' ', NBSP);
}
