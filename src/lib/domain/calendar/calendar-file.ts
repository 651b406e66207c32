import { z } from 'zod';
import { UserError } from '../user-error';
import type { Calendar, DateRange, Holiday, OfficeHours, WeeklyHours } from './calendar';
import { slotsOf } from './expand';
import { type LocalDate, type Weekday, WEEKDAYS, dayNumber, secondsOfClock } from './local-time';
import { ZONE_IDS } from './zones';

/** Where a value stands in its file, so that an error can name the line: keys and list positions. */
export type Path = readonly (string | number)[];

/** A place in a file; lines count from 1. */
export interface Place {
	file: string;
	line: number;
}

/** What a file says, not yet checked, with what is needed to name a place in it. */
export interface FileContent {
	content: unknown;
	placeOf: (path: Path) => Place;
}

/** The holidays that hold for the whole country, and the dates for which that list is complete. */
export interface NationalHolidays {
	covered: DateRange[];
	holidays: Holiday[];
}

const MAX_SLOTS = 3;

const date = z.string().refine(passes(dayNumber));
const clock = z.string().refine(passes(secondsOfClock));
const text = z.string().trim().min(1);
const range = z.strictObject({ from: date, to: date });
const day = z.strictObject({
	date,
	title: text,
	decree: text.nullable(),
	estimated: z.boolean()
});

const officeHours = z.strictObject({
	open: clock,
	close: clock,
	breaks: z.array(z.tuple([clock, clock])).default([])
});

const nationalSchema = z.strictObject({
	covered: z.array(range).min(1),
	decrees: z.array(z.strictObject({ id: text, title: text })),
	days: z.array(day.extend({ kind: z.enum(['libur_nasional', 'cuti_bersama']) }))
});

const calendarSchema = z.strictObject({
	id: z.string().regex(/^[a-z0-9-]+$/),
	title: text,
	basis: text,
	zones: z.array(z.enum(ZONE_IDS)).min(1),
	holidays: text,
	hours: z.record(z.string(), z.partialRecord(z.enum(WEEKDAYS), officeHours)),
	weekly: text,
	periods: z.array(
		range.extend({
			kind: z.literal('ramadan'),
			title: text,
			announced: z.boolean(),
			basis: text,
			hours: text
		})
	),
	localHolidays: z.array(day)
});

/**
 * Reads the national holidays: covered ranges, decrees and days.
 * Throws `calendar_value_invalid` (file, line, field, value), `calendar_day_twice`,
 * `calendar_dates_reversed`, `calendar_reference_unknown`, each with file and line.
 */
export function parseNationalHolidays(source: FileContent): NationalHolidays {
	const { covered, decrees, days } = parse(nationalSchema, source);
	checkRanges(source, 'covered', covered);
	checkDays(source, 'days', days);
	const titles = new Map(decrees.map(({ id, title }) => [id, title]));
	const holidays = days.map((row, index) => ({
		...row,
		decree: row.decree && lookUp(source, ['days', index, 'decree'], titles, row.decree)
	}));
	return { covered, holidays };
}

/**
 * Reads a calendar file; `national` holds the holiday files by name.
 * Throws as parseNationalHolidays, and `calendar_hours_invalid` for a break outside the opening hours,
 * hours that end before they begin, or more than three stretches of work in a day.
 */
export function parseCalendar(
	source: FileContent,
	national: ReadonlyMap<string, NationalHolidays>
): Calendar {
	const file = parse(calendarSchema, source);
	checkRanges(source, 'periods', file.periods);
	checkDays(source, 'localHolidays', file.localHolidays);
	const hours = new Map(
		Object.entries(file.hours).map(([name, week]) => [name, weeklyHours(source, name, week)])
	);
	const country = lookUp(source, ['holidays'], national, file.holidays);
	return {
		id: file.id,
		title: file.title,
		basis: file.basis,
		zones: file.zones,
		weekly: lookUp(source, ['weekly'], hours, file.weekly),
		periods: file.periods.map((period, index) => ({
			...period,
			hours: lookUp(source, ['periods', index, 'hours'], hours, period.hours)
		})),
		holidays: country.holidays,
		localHolidays: file.localHolidays.map((row) => ({ ...row, kind: 'libur_lokal' })),
		covered: country.covered
	};
}

function parse<T>(schema: z.ZodType<T>, source: FileContent): T {
	const result = schema.safeParse(source.content);
	if (result.success) return result.data;
	const issue = result.error.issues[0];
	// An unknown key is reported by zod at the object that holds it.
	const unknown = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
	const path = [...(issue?.path ?? []), ...unknown].map((key) =>
		typeof key === 'symbol' ? String(key) : key
	);
	throw failure('calendar_value_invalid', source, path, {
		value: shown(path.reduce<unknown>(childOf, source.content))
	});
}

function childOf(value: unknown, key: string | number): unknown {
	if (typeof value !== 'object' || value === null) return undefined;
	return (value as Record<string | number, unknown>)[key];
}

function shown(value: unknown): string {
	return value === undefined ? '—' : (JSON.stringify(value).slice(0, 80) ?? '—');
}

function failure(
	code: string,
	{ placeOf }: FileContent,
	path: Path,
	params: Record<string, string | number> = {}
): UserError {
	return new UserError(code, { ...placeOf(path), field: path.join('.'), ...params });
}

function passes(read: (value: string) => unknown): (value: string) => boolean {
	return (value) => {
		try {
			read(value);
			return true;
		} catch {
			return false;
		}
	};
}

function lookUp<T>(
	source: FileContent,
	path: Path,
	known: ReadonlyMap<string, T>,
	name: string
): T {
	const found = known.get(name);
	if (found === undefined)
		throw failure('calendar_reference_unknown', source, path, { value: name });
	return found;
}

/** Ranges must run forwards and not overlap: one date has one set of hours. */
function checkRanges(source: FileContent, list: string, ranges: readonly DateRange[]): void {
	ranges.forEach(({ from, to }, index) => {
		if (to < from)
			throw failure('calendar_dates_reversed', source, [list, index, 'to'], { from, to });
		const earlier = ranges.slice(0, index).find((other) => other.from <= to && from <= other.to);
		if (earlier)
			throw failure('calendar_ranges_overlap', source, [list, index, 'from'], { from, to });
	});
}

function checkDays(source: FileContent, list: string, days: readonly { date: LocalDate }[]): void {
	const seen = new Set<LocalDate>();
	days.forEach((row, index) => {
		if (seen.has(row.date))
			throw failure('calendar_day_twice', source, [list, index, 'date'], { date: row.date });
		seen.add(row.date);
	});
}

function weeklyHours(
	source: FileContent,
	name: string,
	week: Partial<Record<Weekday, z.infer<typeof officeHours>>>
): WeeklyHours {
	const hoursOf = (weekday: Weekday): OfficeHours | null => {
		const written = week[weekday];
		if (!written) return null;
		const hours = {
			open: secondsOfClock(written.open),
			close: secondsOfClock(written.close),
			breaks: written.breaks.map(
				([from, until]) => [secondsOfClock(from), secondsOfClock(until)] as const
			)
		};
		if (!isPossible(hours))
			throw failure('calendar_hours_invalid', source, ['hours', name, weekday], {
				value: shown(written)
			});
		return hours;
	};
	return Object.fromEntries(WEEKDAYS.map((weekday) => [weekday, hoursOf(weekday)])) as WeeklyHours;
}

function isPossible(hours: OfficeHours): boolean {
	const { open, close, breaks } = hours;
	const slots = slotsOf(hours).length;
	return (
		open < close &&
		breaks.every(([from, until]) => open <= from && from < until && until <= close) &&
		slots > 0 &&
		slots <= MAX_SLOTS
	);
}
