import { UserError } from '$lib/domain/user-error';
import type { Reading } from '../../database/store';
import { findUnit } from '../../offices/units';
import { localHolidays } from '../../offices/local-holidays';
import { monthTotals, specialDays, weekdayHours, weekSeconds, yearTotals } from './calendar-year';

/**
 * Everything the calendar page shows: a year of one unit's calendar (the default one without a unit), its office
 * hours, the units, and the outages of the unit or of all.
 * @param given year: null for the one that the data reaches, else of today; a year outside the calendar falls back
 * to that too. today: `YYYY-MM-DD`
 */
export async function readCalendar(
	store: Reading,
	given: { unit: string | null; year: number | null; today: string }
) {
	const chosen = given.unit === null ? null : await findUnit(store, given.unit);
	const office = await store.get('calendar/office', { unit: chosen?.unit ?? null });
	if (!office) throw new UserError('calendar_missing');
	const [first, last] = [yearOf(office.first_day), yearOf(office.last_day)];
	const years = Array.from({ length: last - first + 1 }, (_, at) => first + at);
	const units = await store.all('calendar/units');
	const year = await pickYear(store, { ...given, unit: chosen?.unit ?? null, years });
	const [days, hours, outages, own] = await Promise.all([
		store.all('calendar/days', {
			calendar: office.calendar,
			from: `${year}-01-01`,
			to: `${year}-12-31`
		}),
		store.all('calendar/hours', { calendar: office.calendar, to: `${year}-12-31` }),
		store.all('calendar/outages', { unit: chosen?.unit ?? null }),
		chosen ? localHolidays(store, chosen) : []
	]);
	const months = monthTotals(days);
	const week = weekdayHours(hours);
	return {
		title: office.title,
		unit: chosen && { code: chosen.code, name: chosen.name, zone: chosen.zone },
		year,
		years,
		days,
		months,
		total: yearTotals(year, months),
		special: specialDays(days),
		week,
		weekSeconds: weekSeconds(week, 'normal'),
		weekSecondsRamadan: weekSeconds(week, 'ramadan'),
		units,
		outages,
		/** Dates that the unit itself closed, of any year. */
		ownHolidays: own
	};
}

async function pickYear(
	store: Reading,
	given: { unit: number | null; year: number | null; today: string; years: number[] }
): Promise<number> {
	const { years } = given;
	if (given.year !== null && years.includes(given.year)) return given.year;
	const reached = await store.get('reading/data_date', { unit: given.unit });
	const year = yearOf(reached?.data_date ?? given.today);
	const [first = year, last = year] = [years[0], years.at(-1)];
	return Math.min(last, Math.max(first, year));
}

function yearOf(date: string): number {
	return Number(date.slice(0, 4));
}
