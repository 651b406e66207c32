import { DAY_SECONDS, type LocalSeconds, dayOf } from './local-time';
import { type WorkingTime, checkOrder } from './working-time';

/** How finely a time was written down. */
export type Precision = 'second' | 'minute' | 'day';

/** A time with its precision; of `day` only the date counts. */
export interface Moment {
	at: LocalSeconds;
	precision: Precision;
}

/**
 * What a duration can have been, in seconds. `marginSeconds` is 60 where an end is written to the
 * minute: such values are compared as written and shown ± 1 minute.
 */
export interface DurationRange {
	least: number;
	greatest: number;
	marginSeconds: number;
}

/** The coarser of two precisions: no duration is shown finer than this. */
export function coarserPrecision(a: Precision, b: Precision): Precision {
	return (['day', 'minute', 'second'] as const).find((p) => p === a || p === b) ?? 'second';
}

/**
 * The least and the greatest working time that two moments allow. A moment of day precision may lie
 * anywhere from 00:00 to 24:00 of its date, but never so that the end precedes the start. Null
 * (`calendar_not_covered`) as for workingSeconds.
 * Throws `calendar_end_before_start` when even the earliest start follows the latest end.
 */
export function workingSecondsRange(
	workingTime: WorkingTime,
	start: Moment,
	end: Moment
): DurationRange | null {
	const bounds = outerBounds(start, end);
	if (!workingTime.coversDays(dayOf(start.at), dayOf(end.at))) return null;
	return rangeOf(bounds, (at) => workingTime.workingSecondsUpTo(at), start, end);
}

/** The least and the greatest elapsed (24 × 7) seconds that two moments allow. Throws as above. */
export function elapsedSecondsRange(start: Moment, end: Moment): DurationRange {
	return rangeOf(outerBounds(start, end), (at) => at, start, end);
}

/**
 * Judges a range against a budget in seconds: late only if the least possible time exceeds it, on time
 * only if the greatest fits, else unknown. Exactly the budget is on time.
 */
export function judgeRange(
	{ least, greatest }: Pick<DurationRange, 'least' | 'greatest'>,
	budgetSeconds: number
): 'on_time' | 'late' | 'unknown' {
	if (least > budgetSeconds) return 'late';
	return greatest <= budgetSeconds ? 'on_time' : 'unknown';
}

interface Bounds {
	start: readonly [earliest: number, latest: number];
	end: readonly [earliest: number, latest: number];
}

function outerBounds(start: Moment, end: Moment): Bounds {
	const bounds = { start: boundsOf(start), end: boundsOf(end) };
	checkOrder(bounds.start[0], bounds.end[1]);
	// A row dated one day cannot end before a start that is known to the second on a later day.
	if (dayOf(end.at) < dayOf(start.at)) checkOrder(start.at, end.at);
	return bounds;
}

function boundsOf({ at, precision }: Moment): readonly [number, number] {
	if (precision !== 'day') return [at, at];
	const midnight = dayOf(at) * DAY_SECONDS;
	return [midnight, midnight + DAY_SECONDS];
}

function rangeOf(
	bounds: Bounds,
	clock: (at: LocalSeconds) => number,
	start: Moment,
	end: Moment
): DurationRange {
	const least = Math.max(0, clock(bounds.end[0]) - clock(bounds.start[1]));
	const greatest = clock(bounds.end[1]) - clock(bounds.start[0]);
	const marginSeconds = coarserPrecision(start.precision, end.precision) === 'minute' ? 60 : 0;
	return { least, greatest, marginSeconds };
}
