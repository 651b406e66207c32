import type { DayKind, Slot } from '../calendar/calendar';
import {
	DAY_SECONDS,
	startOfDate,
	type LocalDate,
	type LocalSeconds
} from '../calendar/local-time';

/** A date of an office's calendar, as a timeline needs it. */
export interface OfficeDay {
	day: LocalDate;
	kind: DayKind;
	/** Name of the holiday or period; null on an ordinary day. */
	title: string | null;
	/** Office hours of the date, sorted; none on a day off. */
	slots: readonly Slot[];
}

/** Why an office is closed. */
export type ShadeKind = 'night' | 'break' | 'weekend' | 'holiday' | 'not_covered';

/** A stretch of time outside office hours. */
export interface Shade {
	kind: ShadeKind;
	from: LocalSeconds;
	until: LocalSeconds;
	/** Name of the holiday; null for the others. */
	title: string | null;
}

/**
 * The stretches of a row of dates in which the office is closed, in order and without gaps between what
 * belongs together: a night runs from closing to opening, adjacent days off of one kind and name are one.
 * @param days consecutive dates
 */
export function shadesOf(days: readonly OfficeDay[]): Shade[] {
	const shades: Shade[] = [];
	const add = (shade: Shade): void => {
		const last = shades.at(-1);
		if (shade.until <= shade.from) return;
		if (
			last &&
			last.until === shade.from &&
			last.kind === shade.kind &&
			last.title === shade.title
		) {
			last.until = shade.until;
		} else shades.push(shade);
	};
	for (const { day, kind, title, slots } of days) {
		const start = startOfDate(day);
		const closed = (from: number, until: number, why: ShadeKind, name: string | null = null) =>
			add({ kind: why, from: start + from, until: start + until, title: name });
		const used = slots.filter(([open, close]) => close > open);
		const [first, last] = [used[0], used.at(-1)];
		if (!first || !last) {
			closed(0, DAY_SECONDS, reason(kind), kind === 'weekend' ? null : title);
			continue;
		}
		closed(0, first[0], 'night');
		used.forEach(([, close], index) => {
			const next = used[index + 1];
			if (next) closed(close, next[0], 'break');
		});
		closed(last[1], DAY_SECONDS, 'night');
	}
	return shades;
}

function reason(kind: DayKind): ShadeKind {
	if (kind === 'weekend' || kind === 'not_covered') return kind;
	// An office without hours on an ordinary day is off, whatever the day is called.
	return kind === 'workday' || kind === 'ramadan' ? 'weekend' : 'holiday';
}
