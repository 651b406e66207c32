import { DAY_SECONDS, dayOf, type LocalSeconds } from '../calendar/local-time';
import type { Clock } from '../sop/types';
import type { Shade } from './shades';

/**
 * When a budget that begins at an instant is used up: after that much office time (`working`) or time (`elapsed`, in seconds),
 * or at the end of the n-th working or calendar date after the date it begins (`workday`, `calendar`, in days).
 * @param shades closed time of the office in order, all of it
 * @param known until when the closed time is known
 * @returns null where that lies beyond what is known
 */
export function dueOf(given: {
	from: LocalSeconds;
	budget: number;
	clock: Clock;
	shades: readonly Shade[];
	known: LocalSeconds;
}): LocalSeconds | null {
	const { from, budget, clock, shades, known } = given;
	const due =
		clock === 'elapsed'
			? from + budget
			: clock === 'calendar'
				? (dayOf(from) + budget + 1) * DAY_SECONDS
				: clock === 'workday'
					? afterWorkdays(from, budget, shades, known)
					: afterOfficeTime(from, budget, shades);
	return due > known ? null : due;
}

/**
 * The office time between two instants.
 * @param shades closed time of the office between them, all of it
 * @returns seconds; null where some of it lies on dates that the calendar does not cover
 */
export function officeTimeBetween(
	from: LocalSeconds,
	until: LocalSeconds,
	shades: readonly Shade[]
): number | null {
	let open = Math.max(0, until - from);
	for (const shade of shades) {
		const closed = Math.min(shade.until, until) - Math.max(shade.from, from);
		if (closed <= 0) continue;
		if (shade.kind === 'not_covered') return null;
		open -= closed;
	}
	return open;
}

function afterOfficeTime(
	from: LocalSeconds,
	budget: number,
	shades: readonly Shade[]
): LocalSeconds {
	let [at, left] = [from, budget];
	for (const shade of shades) {
		if (shade.until <= at) continue;
		const open = Math.max(0, shade.from - at);
		if (left <= open) return at + left;
		left -= open;
		at = shade.until;
	}
	return at + left;
}

function afterWorkdays(
	from: LocalSeconds,
	budget: number,
	shades: readonly Shade[],
	known: LocalSeconds
): LocalSeconds {
	let [day, left] = [dayOf(from), budget];
	while (left > 0 && day * DAY_SECONDS <= known) {
		day++;
		if (!isClosed(day, shades)) left--;
	}
	return (day + 1) * DAY_SECONDS;
}

function isClosed(day: number, shades: readonly Shade[]): boolean {
	const [start, end] = [day * DAY_SECONDS, (day + 1) * DAY_SECONDS];
	const closed = shades.reduce(
		(sum, shade) => sum + Math.max(0, Math.min(shade.until, end) - Math.max(shade.from, start)),
		0
	);
	return closed >= DAY_SECONDS;
}
