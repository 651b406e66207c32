import { UserError } from '../user-error';
import type { Calendar, CalendarDay, DateRange, OfficeHours, Slot } from './calendar';
import { type LocalDate, dateOfDay, dayNumber, weekdayOfDay } from './local-time';

type DayFacts = Pick<CalendarDay, 'covered' | 'kind' | 'title' | 'decree' | 'estimated' | 'slots'>;

/**
 * One row for each date from `from` to `to` (both included), with the running sums that make any
 * working duration one subtraction. On one date the stronger fact names the kind: not covered,
 * national holiday or cuti bersama, local holiday, weekday off, Ramadan, workday.
 * Throws `calendar_range_invalid` when `to` is before `from`.
 */
export function expandCalendar(calendar: Calendar, from: LocalDate, to: LocalDate): CalendarDay[] {
	const [first, last] = [dayNumber(from), dayNumber(to)];
	if (last < first) throw new UserError('calendar_range_invalid', { from, to });
	const holidays = new Map(
		// National days are set last: where an office also lists one as local, the decree names it.
		[...calendar.localHolidays, ...calendar.holidays].map((holiday) => [holiday.date, holiday])
	);
	const days: CalendarDay[] = [];
	let [baseSeconds, workdayOrdinal, uncoveredOrdinal] = [0, 0, 0];
	for (let day = first; day <= last; day++) {
		const date = dateOfDay(day);
		const facts = factsOf(calendar, holidays, date, day);
		if (facts.slots.length > 0) workdayOrdinal++;
		if (!facts.covered) uncoveredOrdinal++;
		days.push({ date, ...facts, baseSeconds, workdayOrdinal, uncoveredOrdinal });
		baseSeconds += slotSeconds(facts.slots);
	}
	return days;
}

function factsOf(
	calendar: Calendar,
	holidays: Map<LocalDate, Calendar['holidays'][number]>,
	date: LocalDate,
	day: number
): DayFacts {
	const holiday = holidays.get(date);
	const period = calendar.periods.find((range) => contains(range, date));
	const known = calendar.covered.some((range) => contains(range, date));
	if (!known || period?.announced === false) {
		// The name of a holiday in an unannounced period is still worth showing.
		const title = holiday?.title ?? period?.title ?? null;
		const decree = holiday ? holiday.decree : (period?.basis ?? null);
		const estimated = holiday?.estimated ?? period !== undefined;
		return { covered: false, kind: 'not_covered', title, decree, estimated, slots: [] };
	}
	if (holiday) {
		const { kind, title, decree, estimated } = holiday;
		return { covered: true, kind, title, decree, estimated, slots: [] };
	}
	const hours = (period?.hours ?? calendar.weekly)[weekdayOfDay(day)];
	const slots = hours ? slotsOf(hours) : [];
	const plain = { covered: true, title: null, decree: null, estimated: false, slots };
	if (slots.length === 0) return { ...plain, kind: 'weekend' };
	if (!period) return { ...plain, kind: 'workday' };
	return { ...plain, kind: period.kind, title: period.title, decree: period.basis };
}

/** Dates are written so that text order is time order. */
function contains(range: DateRange, date: LocalDate): boolean {
	return range.from <= date && date <= range.to;
}

/** The office hours of a day with its breaks cut out, in seconds of the day, sorted. */
export function slotsOf({ open, close, breaks }: OfficeHours): Slot[] {
	const slots: Slot[] = [];
	let start = open;
	for (const [from, until] of [...breaks].sort((a, b) => a[0] - b[0])) {
		if (from > start) slots.push([start, from]);
		start = Math.max(start, until);
	}
	if (close > start) slots.push([start, close]);
	return slots;
}

/** Office seconds in a day's slots. */
export function slotSeconds(slots: readonly Slot[]): number {
	return slots.reduce((sum, [start, end]) => sum + end - start, 0);
}
