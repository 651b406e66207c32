import { createHash } from 'node:crypto';
import type { CalendarDay } from '$lib/domain/calendar/calendar';
import { expandCalendar } from '$lib/domain/calendar/expand';
import { loadCalendars } from '../calendars/load';
import type { Store, Transaction } from '../database/store';

/** By how much W jumps at a date that is not covered: more than any office time there will ever be. */
const UNCOVERED_JUMP = 1_000_000_000_000;

/** Writes the calendars of `data/calendars` into the store where they changed. Answers the changed ids. */
export async function seedCalendars(store: Store): Promise<number[]> {
	const changed: number[] = [];
	const stored = await store.all('reference/calendars/all');
	for (const calendar of loadCalendars(store.home)) {
		const from = calendar.covered.map((range) => range.from).sort()[0];
		const to = calendar.covered
			.map((range) => range.to)
			.sort()
			.at(-1);
		if (from === undefined || to === undefined) continue;
		const days = expandCalendar(calendar, from, to);
		const contentHash = createHash('sha256').update(JSON.stringify(days)).digest('hex');
		const known = stored.find((row) => row.code === calendar.id);
		if (known?.content_hash === contentHash) continue;
		const id = known?.calendar ?? Math.max(0, ...stored.map((row) => row.calendar)) + 1;
		await store.write(async (tx) => {
			await tx.run('reference/calendars/forget', { calendar: id });
			await tx.run('reference/calendars/forget_days', { calendar: id });
			await tx.run('reference/calendars/add', {
				calendar: id,
				code: calendar.id,
				title: calendar.title,
				content_hash: contentHash
			});
			await addDays(tx, id, days);
		});
		if (known) changed.push(id);
		else
			stored.push({
				calendar: id,
				code: calendar.id,
				title: calendar.title,
				content_hash: contentHash
			});
	}
	return changed;
}

async function addDays(tx: Transaction, calendar: number, days: CalendarDay[]): Promise<void> {
	const slot = (index: number, end: 0 | 1) => days.map((day) => day.slots[index]?.[end] ?? 0);
	await tx.run('reference/calendars/add_days', {
		calendar,
		day: days.map((day) => day.date),
		covered: days.map((day) => day.covered),
		kind: days.map((day) => day.kind),
		title: days.map((day) => day.title),
		decree: days.map((day) => day.decree),
		estimated: days.map((day) => day.estimated),
		slot1_start: slot(0, 0),
		slot1_end: slot(0, 1),
		slot2_start: slot(1, 0),
		slot2_end: slot(1, 1),
		slot3_start: slot(2, 0),
		slot3_end: slot(2, 1),
		working_base: days.map(
			(day) => day.baseSeconds + UNCOVERED_JUMP * (day.uncoveredOrdinal - (day.covered ? 0 : 1))
		),
		workday_ordinal: days.map((day) => day.workdayOrdinal)
	});
}
