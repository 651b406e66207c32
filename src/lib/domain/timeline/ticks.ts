import { DAY_SECONDS, formatLocal, type LocalSeconds } from '../calendar/local-time';
import type { TimeScale } from './scale';
import type { Shade } from './shades';

/** A mark on the axis; grain says what to write at it. */
export interface Tick {
	instant: LocalSeconds;
	/** Percent of the line. */
	at: number;
	grain: 'time' | 'day' | 'month';
}

const MINUTE = 60;
const HOUR = 3600;
const STEPS = [
	...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * MINUTE),
	...[1, 2, 4, 6, 12].map((hours) => hours * HOUR),
	...[1, 2, 7, 14].map((days) => days * DAY_SECONDS)
];
const MONTH_STEPS = [1, 2, 3, 6, 12, 24, 60];

/** The first Monday of 1970, so that weeks are marked at their beginning. */
const MONDAY = 4 * DAY_SECONDS;

/**
 * The marks of an axis: round instants at the finest distance at which no more than `most` fit, and none
 * closer to the one before than their even share would allow where closed time is compressed.
 * @param most marks that have room
 * @param closed closed time that the scale compresses, see shadesOf: a date is then marked where the office
 * opens, and a date without office hours not at all
 */
export function ticksOf(scale: TimeScale, most: number, closed: readonly Shade[] = []): Tick[] {
	const span = scale.until - scale.from;
	const open = span - closedWithin(scale, closed);
	const step = STEPS.find(
		(seconds) =>
			// Hours are marked in open time only, dates everywhere.
			(seconds < DAY_SECONDS ? open : span) / seconds <= most &&
			// Coarse hours would fall into the nights that are left out.
			(closed.length === 0 || seconds <= 2 * HOUR || seconds >= DAY_SECONDS)
	);
	const instants = step === undefined ? months(scale, most) : multiples(scale, step);
	const grain = step === undefined ? 'month' : step >= DAY_SECONDS ? 'day' : 'time';
	const ticks: Tick[] = [];
	for (const instant of openings(instants, closed, grain === 'time')) {
		const at = scale.at(instant);
		const last = ticks.at(-1);
		// A mark at the very end has no room for its text.
		if (at > 100 - 40 / most || (last && at - last.at < 70 / most)) continue;
		ticks.push({ instant, at, grain });
	}
	return ticks;
}

function closedWithin({ from, until }: TimeScale, closed: readonly Shade[]): number {
	return closed.reduce(
		(sum, shade) => sum + Math.max(0, Math.min(shade.until, until) - Math.max(shade.from, from)),
		0
	);
}

/** Each instant, or the end of the closed stretches that it lies in; each once. Marks of hours stay where they are, or out. */
function openings(
	instants: readonly LocalSeconds[],
	closed: readonly Shade[],
	hours: boolean
): LocalSeconds[] {
	if (hours) {
		return instants.filter((at) => !closed.some(({ from, until }) => from < at && at < until));
	}
	const moved = instants.map((instant) =>
		closed.reduce((at, shade) => (shade.from <= at && at < shade.until ? shade.until : at), instant)
	);
	return [...new Set(moved)];
}

function multiples(scale: TimeScale, step: number): LocalSeconds[] {
	const anchor = step >= 7 * DAY_SECONDS ? MONDAY : 0;
	const first = anchor + Math.ceil((scale.from - anchor) / step) * step;
	const instants: LocalSeconds[] = [];
	for (let instant = first; instant <= scale.until; instant += step) instants.push(instant);
	return instants;
}

function months(scale: TimeScale, most: number): LocalSeconds[] {
	const [firstYear, firstMonth] = yearAndMonth(scale.from);
	const [lastYear, lastMonth] = yearAndMonth(scale.until);
	const count = (lastYear - firstYear) * 12 + lastMonth - firstMonth;
	const step = MONTH_STEPS.find((size) => count / size <= most) ?? 120;
	const instants: LocalSeconds[] = [];
	for (let month = firstMonth + 1; month <= firstMonth + count; month++) {
		if ((firstYear * 12 + month) % step === 0) instants.push(Date.UTC(firstYear, month, 1) / 1000);
	}
	return instants;
}

function yearAndMonth(instant: LocalSeconds): [year: number, month: number] {
	const text = formatLocal(instant);
	return [Number(text.slice(0, 4)), Number(text.slice(5, 7)) - 1];
}
