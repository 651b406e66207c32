import Circle from '@lucide/svelte/icons/circle';
import CircleHelp from '@lucide/svelte/icons/circle-question-mark';
import Diamond from '@lucide/svelte/icons/diamond';
import MoonStar from '@lucide/svelte/icons/moon';
import Triangle from '@lucide/svelte/icons/triangle';
import { formatWeekday } from '$lib/format/dates';
import { formatDuration } from '$lib/format/durations';
import { m } from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';

/** What the page needs of a date. */
export interface ShownDay {
	day: string;
	weekday: number;
	kind: string;
	title: string | null;
	decree: string | null;
	estimated: boolean;
}

/** How a kind of day looks: word, sign and the class that colours it; ordinary days have no sign. */
const LOOKS = {
	workday: { word: m.calendar_kind_workday, sign: null, filled: false },
	weekend: { word: m.calendar_kind_weekend, sign: null, filled: false },
	libur_nasional: { word: m.calendar_kind_libur_nasional, sign: Circle, filled: true },
	cuti_bersama: { word: m.calendar_kind_cuti_bersama, sign: Diamond, filled: true },
	libur_lokal: { word: m.calendar_kind_libur_lokal, sign: Triangle, filled: true },
	ramadan: { word: m.calendar_kind_ramadan, sign: MoonStar, filled: true },
	not_covered: { word: m.calendar_kind_not_covered, sign: CircleHelp, filled: false }
} as const;

export type DayKindName = keyof typeof LOOKS;

/** The kinds in the order of the legend. */
export const DAY_KINDS = Object.keys(LOOKS) as DayKindName[];

/** The look of a kind of day. */
export function lookOf(kind: string) {
	return LOOKS[Object.hasOwn(LOOKS, kind) ? (kind as DayKindName) : 'workday'];
}

/** A date in words: `Sabtu, 21 Maret 2026: libur nasional, Idul Fitri 1447 H · tanggal perkiraan`. */
export function dayText(day: ShownDay): string {
	const named = { date: formatWeekday(day.day), kind: lookOf(day.kind).word() };
	const text =
		day.title === null
			? m.calendar_day_text(named)
			: m.calendar_day_text_titled({ ...named, title: day.title });
	return [text, day.decree, day.estimated ? m.calendar_day_estimated() : null]
		.filter((part) => part !== null)
		.join(' · ');
}

/** A time of day from its seconds: `07.30`, in English `07:30`. */
export function formatClock(seconds: number): string {
	const parts = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
	const text = parts.map((part) => String(part).padStart(2, '0'));
	return text.join(getLocale() === 'id' ? '.' : ':');
}

/** Office time in hours, however long: `1.762,5 jam`. */
export function formatHours(seconds: number): string {
	return formatDuration(seconds, { precision: 'minute' });
}

/** The name of a weekday, 1 is Monday: `Senin`, short `Sen`. */
export function weekdayName(weekday: number, style: 'long' | 'short'): string {
	const locale = getLocale() === 'id' ? 'id-ID' : 'en-GB';
	// 1 January 2024 was a Monday.
	return new Intl.DateTimeFormat(locale, { weekday: style, timeZone: 'UTC' }).format(
		Date.UTC(2024, 0, weekday)
	);
}

/** The name of a month `YYYY-MM`: `Maret`, with the year `Maret 2026`. */
export function monthName(month: string, withYear = false): string {
	const locale = getLocale() === 'id' ? 'id-ID' : 'en-GB';
	const options = { month: 'long', timeZone: 'UTC' } as const;
	return new Intl.DateTimeFormat(
		locale,
		withYear ? { ...options, year: 'numeric' } : options
	).format(Date.parse(`${month}-01T00:00:00Z`));
}
