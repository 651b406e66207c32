import type { LocalDate, Weekday } from './local-time';
import type { Zone } from './zones';

/** Office hours within one date: from and until, in seconds of the day. */
export type Slot = readonly [start: number, end: number];

/** Opening time, closing time and breaks of one weekday, in seconds of the day. */
export interface OfficeHours {
	open: number;
	close: number;
	breaks: Slot[];
}

/** Hours for each weekday; null is a weekday off. */
export type WeeklyHours = Record<Weekday, OfficeHours | null>;

/** A range of dates, both ends included. */
export interface DateRange {
	from: LocalDate;
	to: LocalDate;
}

/**
 * Dates with other hours. A period that is not announced is only known to fall within its range: on
 * those dates the hours are unknown and nothing is measured.
 */
export interface Period extends DateRange {
	kind: 'ramadan';
	title: string;
	announced: boolean;
	/** What the dates rest on, as it can be shown to a reader. */
	basis: string;
	hours: WeeklyHours;
}

export type HolidayKind = 'libur_nasional' | 'cuti_bersama' | 'libur_lokal';

export interface Holiday {
	date: LocalDate;
	kind: HolidayKind;
	title: string;
	/** The decree that sets the day, or null where it is not known. */
	decree: string | null;
	/** The date is computed, not decreed (the sighting of the moon decides). */
	estimated: boolean;
}

/**
 * When an office works. The calendar speaks of the local clock only; a unit names its calendar and its
 * zone separately, so one calendar serves all zones in `zones`.
 */
export interface Calendar {
	id: string;
	title: string;
	/** What the hours rest on. */
	basis: string;
	zones: Zone[];
	weekly: WeeklyHours;
	periods: Period[];
	holidays: Holiday[];
	localHolidays: Holiday[];
	/** Dates whose holidays are known; outside them nothing is measured. */
	covered: DateRange[];
}

export type DayKind = 'workday' | 'weekend' | HolidayKind | 'ramadan' | 'not_covered';

/** One date of a calendar, as it is stored and as working time is computed from it. */
export interface CalendarDay {
	date: LocalDate;
	/** False where the hours are not known; such a date has no slots. */
	covered: boolean;
	kind: DayKind;
	/** Name of the holiday or period, null on an ordinary day. */
	title: string | null;
	/** What sets the holiday or period, null where nothing is known. */
	decree: string | null;
	estimated: boolean;
	/** Office hours without breaks, sorted, at most three. */
	slots: Slot[];
	/** Office seconds from the first expanded date to 00:00 of this one. */
	baseSeconds: number;
	/** Number of working dates (dates with office hours) up to and including this one. */
	workdayOrdinal: number;
	/** Number of dates that are not covered up to and including this one. */
	uncoveredOrdinal: number;
}
