import { formatLocal, parseLocal } from '$lib/domain/calendar/local-time';
import { localFromEpoch, parseZone } from '$lib/domain/calendar/zones';
import type { Period } from '$lib/domain/filters/period';
import { m } from '$lib/paraglide/messages';
import { getLocale, type Locale } from '$lib/paraglide/runtime';
import type { Precision } from './durations';
import { NONE } from './numbers';

/** The three zones of Indonesia, by the names officials use. */
const ZONE_NAMES: Record<string, string> = {
	'Asia/Jakarta': 'WIB',
	'Asia/Pontianak': 'WIB',
	'Asia/Makassar': 'WITA',
	'Asia/Jayapura': 'WIT'
};

/**
 * The office's name of a zone: `Asia/Makassar` is WITA; names already short, and zones
 * elsewhere, stay as they are.
 */
export function zoneName(zone: string): string {
	return ZONE_NAMES[zone] ?? zone;
}

/**
 * A local date: `20 November 2026`, short `20 Nov 2026`. null gives —.
 * @param date `YYYY-MM-DD`, or a local time that starts with it; never shifted between zones
 */
export function formatDate(
	date: string | null | undefined,
	{ style = 'long', locale = getLocale() }: { style?: 'long' | 'short'; locale?: Locale } = {}
): string {
	const at = wallClock(date);
	return at === null
		? NONE
		: dateFormat(locale, { day: 'numeric', month: style, year: 'numeric' }).format(at);
}

/**
 * A month: `Feb 26`. null gives —.
 * @param month `YYYY-MM`, or a date in it
 */
export function formatMonth(month: string | null, locale: Locale = getLocale()): string {
	const [, name = NONE, year = ''] = formatDate(month && `${month.slice(0, 7)}-01`, {
		style: 'short',
		locale
	}).split(' ');
	return `${name} ${year.slice(2)}`.trim();
}

/** A local date with its weekday: `Jumat, 20 November 2026`. null gives —. */
export function formatWeekday(
	date: string | null | undefined,
	locale: Locale = getLocale()
): string {
	const at = wallClock(date);
	return at === null
		? NONE
		: dateFormat(locale, {
				weekday: 'long',
				day: 'numeric',
				month: 'long',
				year: 'numeric'
			}).format(at);
}

/**
 * An instant no finer than it is known: of a date without a clock time the date alone, of seconds the seconds too. The store
 * keeps such a date as its midnight, which nobody has written. null gives —.
 * @param at local wall clock; @param zone of the unit
 */
export function formatInstant(
	at: string | null | undefined,
	zone: string,
	{
		precision,
		style = 'short',
		locale = getLocale()
	}: { precision: Precision; style?: 'long' | 'short'; locale?: Locale }
): string {
	return precision === 'day'
		? formatDate(at, { style, locale })
		: formatDateTime(at, zone, { style, seconds: precision === 'second', locale });
}

/**
 * A local time with its zone, which is always named: `20 November 2026, 15.42 WIB`. A time known
 * to the day only shows the date. null gives —.
 * @param at local wall clock `YYYY-MM-DD[T ]HH:MM[:SS]`, read as written: an offset in it, which
 * official exports set wrongly, is not applied
 * @param zone of the unit, IANA or short name
 * @param seconds show seconds too
 */
export function formatDateTime(
	at: string | null | undefined,
	zone: string,
	{
		style = 'long',
		seconds = false,
		locale = getLocale()
	}: { style?: 'long' | 'short'; seconds?: boolean; locale?: Locale } = {}
): string {
	const date = formatDate(at, { style, locale });
	const time = /[T ](\d{2}):(\d{2})(?::(\d{2}))?/.exec(at ?? '');
	if (!time || date === NONE) return date;
	const parts = [time[1], time[2], ...(seconds && time[3] ? [time[3]] : [])];
	return `${date}, ${parts.join(locale === 'id' ? '.' : ':')} ${zoneName(zone)}`;
}

/** Where no single office is meant, instants stand on the clock of the capital: WIB. */
const CAPITAL = 'Asia/Jakarta';

/**
 * When something was done with the product: an instant of the store (UTC, without zone) on the clock of the office that it
 * concerns, else WIB; the zone is named. null gives —.
 * @param zone of the office; null where it concerns several or none
 */
export function formatUtc(
	at: string | null | undefined,
	zone: string | null,
	style: 'long' | 'short' = 'long'
): string {
	const clock = zone ?? CAPITAL;
	if (at === null || at === undefined) return NONE;
	return formatDateTime(formatLocal(localFromEpoch(parseLocal(at), parseZone(clock))), clock, {
		style
	});
}

/** The zone that all offices have, null where they differ: on whose clock something is said about them together. */
export function zoneOfAll(offices: readonly { zone: string }[]): string | null {
	const zones = new Set(offices.map(({ zone }) => zone));
	return zones.size === 1 ? ([...zones][0] ?? null) : null;
}

/**
 * An instant of which nobody keeps how finely it is known, such as a data date or the end of a plan: at midnight sharp it is a
 * date, which is how one without a clock time is kept, and no office closes its books then. null gives —.
 */
export function formatMoment(
	at: string | null | undefined,
	zone: string,
	options: { style?: 'long' | 'short'; locale?: Locale } = {}
): string {
	return /[T ]00:00(?::00(?:\.0+)?)?(?:Z)?$/.test(at ?? '')
		? formatDate(at, options)
		: formatDateTime(at, zone, options);
}

/** The name of a period: `Oktober 2026`, `Triwulan 4 2026`, `1 – 31 Oktober 2026`. */
export function formatPeriod(period: Period, locale: Locale = getLocale()): string {
	switch (period.kind) {
		case 'all':
			return m.period_all({}, { locale });
		case 'month':
			return dateFormat(locale, { month: 'long', year: 'numeric' }).format(
				Date.UTC(period.year, period.month - 1, 1)
			);
		case 'quarter':
			return m.period_quarter({ quarter: period.quarter, year: period.year }, { locale });
		case 'semester':
			return m.period_semester({ semester: period.semester, year: period.year }, { locale });
		case 'year':
			return String(period.year);
		case 'range':
			return period.from === period.to
				? formatDate(period.from, { style: 'short', locale })
				: m.period_range(
						{
							from: formatDate(period.from, { style: 'short', locale }),
							to: formatDate(period.to, { style: 'short', locale })
						},
						{ locale }
					);
	}
}

function wallClock(text: string | null | undefined): number | null {
	const date = /^\d{4}-\d{2}-\d{2}/.exec(text ?? '')?.[0];
	if (date === undefined) return null;
	const time = Date.parse(`${date}T00:00:00Z`);
	return Number.isNaN(time) ? null : time;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function dateFormat(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
	const key = `${locale} ${JSON.stringify(options)}`;
	let format = formats.get(key);
	if (!format) {
		// Local dates are carried as UTC, so that the reader's own zone cannot shift them.
		format = new Intl.DateTimeFormat(locale === 'id' ? 'id-ID' : 'en-GB', {
			...options,
			timeZone: 'UTC'
		});
		formats.set(key, format);
	}
	return format;
}

/** A window of time in a zone, as `1 Okt 2026 08.00 WIB – …`; an end that is not known is left out. */
export function formatSpan(from: string | null, to: string | null, zone: string): string {
	const ends = [from, to].filter((at) => at !== null);
	return ends.map((at) => formatMoment(at, zone, { style: 'short' })).join(' – ') || NONE;
}
