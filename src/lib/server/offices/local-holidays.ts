import { dayNumber } from '$lib/domain/calendar/local-time';
import { UserError } from '$lib/domain/user-error';
import type { Reading, Store, Transaction } from '../database/store';
import { rejudgeUnit } from './rejudge';
import { findUnit } from './units';
import type { FoundUnit } from './units';

/** A day on which one office is closed, and what sets it. */
export interface LocalHoliday {
	day: string;
	title: string;
	/** A letter or regulation; null where none is named. */
	decree: string | null;
}

const LONGEST_TEXT = 300;

/**
 * Closes a unit's office on a date. The unit then has a calendar of its own, a copy of the one it had with its
 * local holidays on it, and its cases are read anew. Throws UserError: `unknown_unit`, `calendar_date_invalid`,
 * `holiday_title_missing`, `text_too_long`, `holiday_not_covered` {date}, `holiday_already_off` {date}.
 * @param given decree: empty where none is named
 * @param now the instant, UTC, ISO without zone
 */
export async function addLocalHoliday(
	store: Store,
	given: { unit: string; day: string; title: string; decree: string },
	now: string
): Promise<void> {
	dayNumber(given.day);
	const [title, decree] = [given.title.trim(), given.decree.trim()];
	if (title === '') throw new UserError('holiday_title_missing');
	for (const text of [title, decree])
		if (text.length > LONGEST_TEXT) throw new UserError('text_too_long', { most: LONGEST_TEXT });
	await store.write(async (tx) => {
		const unit = await findUnit(tx, given.unit);
		const day = await tx.get('calendar/find_day', { calendar: unit.calendar, day: given.day });
		if (!day?.covered) throw new UserError('holiday_not_covered', { date: given.day });
		if (!day.open) throw new UserError('holiday_already_off', { date: given.day });
		const added = { day: given.day, title, decree: decree === '' ? null : decree };
		await setLocalHolidays(tx, unit, [...(await localHolidays(tx, unit)), added]);
		await rejudgeUnit(tx, unit.unit, now);
	});
}

/**
 * Opens a unit's office again on a date that was closed by addLocalHoliday. Without any such date the unit has the
 * calendar again on which its own was based. Throws UserError: `unknown_unit`, `holiday_not_found` {date}.
 * @param now the instant, UTC, ISO without zone
 */
export async function removeLocalHoliday(
	store: Store,
	given: { unit: string; day: string },
	now: string
): Promise<void> {
	await store.write(async (tx) => {
		const unit = await findUnit(tx, given.unit);
		const holidays = await localHolidays(tx, unit);
		const left = holidays.filter(({ day }) => day !== given.day);
		if (left.length === holidays.length)
			throw new UserError('holiday_not_found', { date: given.day });
		await setLocalHolidays(tx, unit, left);
		await rejudgeUnit(tx, unit.unit, now);
	});
}

/** The local holidays of a unit that were added in the product, by date. */
export async function localHolidays(store: Reading, unit: FoundUnit): Promise<LocalHoliday[]> {
	const base = await baseOf(store, unit);
	if (base.calendar === unit.calendar) return [];
	const rows = await store.all('calendar/own_holidays', {
		calendar: unit.calendar,
		base: base.calendar
	});
	return rows.map(({ day, title, decree }) => ({ day, title: title ?? '', decree }));
}

/**
 * Lays the local holidays of all units anew over the calendars they are based on, where those changed since, and
 * answers the calendars that differ: their units' cases are to be read anew.
 */
export async function refreshOwnCalendars(tx: Transaction): Promise<number[]> {
	const calendars = await tx.all('reference/calendars/all');
	const changed: number[] = [];
	for (const { code } of await tx.all('calendar/units')) {
		const unit = await findUnit(tx, code);
		const base = await baseOf(tx, unit);
		const own = calendars.find(({ calendar }) => calendar === unit.calendar);
		if (base.calendar === unit.calendar || own?.content_hash === base.content_hash) continue;
		await setLocalHolidays(tx, unit, await localHolidays(tx, unit));
		changed.push(unit.calendar);
	}
	return changed;
}

/** Between the calendar that a unit's own one is based on and the unit: neither ids nor file names hold it. */
const OWN = ' + ';

async function baseOf(store: Reading, unit: FoundUnit) {
	const code = unit.calendar_code.split(OWN)[0];
	const base = (await store.all('reference/calendars/all')).find((row) => row.code === code);
	if (!base) throw new Error(`calendar ${unit.calendar_code} has no base`);
	return base;
}

async function setLocalHolidays(
	tx: Transaction,
	unit: FoundUnit,
	holidays: readonly LocalHoliday[]
): Promise<void> {
	const base = await baseOf(tx, unit);
	const known = await tx.all('reference/calendars/all');
	const isOwn = unit.calendar !== base.calendar;
	const calendar = isOwn ? unit.calendar : Math.max(...known.map((row) => row.calendar)) + 1;
	await tx.run('reference/calendars/forget', { calendar });
	await tx.run('reference/calendars/forget_days', { calendar });
	if (holidays.length === 0) {
		await tx.run('calendar/set_unit_calendar', { unit: unit.unit, calendar: base.calendar });
		return;
	}
	await tx.run('reference/calendars/add', {
		calendar,
		code: `${base.code}${OWN}${unit.code}`,
		title: base.title,
		// That of its base, which tells when the base has changed.
		content_hash: base.content_hash
	});
	await tx.run('calendar/fill_own_calendar', {
		calendar,
		base: base.calendar,
		day: holidays.map(({ day }) => day),
		title: holidays.map(({ title }) => title),
		decree: holidays.map(({ decree }) => decree)
	});
	await tx.run('calendar/set_unit_calendar', { unit: unit.unit, calendar });
}
