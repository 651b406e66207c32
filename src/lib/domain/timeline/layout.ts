import { DAY_SECONDS, dayOf, type LocalSeconds } from '../calendar/local-time';
import type { TimeScale } from './scale';
import type { Shade } from './shades';

/** A stretch on the line, in percent of its length. */
export interface Stretch {
	left: number;
	width: number;
}

/** What is known of when an event happened. */
export interface EventTimes {
	started: LocalSeconds | null;
	completed: LocalSeconds | null;
	/** Known to the day only: the event happened somewhere within its dates. */
	dayOnly: boolean;
	/** Completion of the step's predecessor, where it is known. */
	since: LocalSeconds | null;
	/** Started but not completed: runs until this instant. */
	openUntil: LocalSeconds | null;
}

/** How an event is drawn: a bar from start to completion, or a point, with what it waited before. */
export interface EventShape {
	bar: Stretch | null;
	/** Percent of the line: an event of which one instant is known. */
	point: number | null;
	/** From the predecessor's completion to the start (or to the only instant known). */
	wait: Stretch | null;
	/** The bar goes on. */
	open: boolean;
	/** The bar is where the event lies, not how long it took. */
	vague: boolean;
}

/** A bar narrower than this, in percent, could not be seen. */
const LEAST_WIDTH = 0.5;

/** The shape of an event on a scale. */
export function shapeOf(times: EventTimes, scale: TimeScale): EventShape {
	const { started, completed, dayOnly, since, openUntil } = times;
	const first = started ?? completed;
	const waited =
		since !== null && first !== null && first > since ? stretch(scale, since, first, 0) : null;
	if (first === null) return { bar: null, point: null, wait: null, open: false, vague: false };
	if (dayOnly) {
		const end = (dayOf(completed ?? first) + 1) * DAY_SECONDS;
		const bar = stretch(scale, dayOf(first) * DAY_SECONDS, end, LEAST_WIDTH);
		return { bar, point: null, wait: null, open: false, vague: true };
	}
	if (started !== null && (completed ?? openUntil) !== null) {
		const end = completed ?? (openUntil as LocalSeconds);
		return {
			bar: stretch(scale, started, Math.max(started, end), LEAST_WIDTH),
			point: null,
			wait: waited,
			open: completed === null,
			vague: false
		};
	}
	return { bar: null, point: scale.at(first), wait: waited, open: false, vague: false };
}

/**
 * The bounds of a case on the line: from its first to its last instant with a little room at both ends;
 * whole dates where an end is known to the day only.
 * @returns null when nothing is known
 */
export function boundsOf(
	events: readonly Pick<EventTimes, 'started' | 'completed' | 'dayOnly'>[],
	until: LocalSeconds | null
): { from: LocalSeconds; until: LocalSeconds } | null {
	const known = events.flatMap(({ started, completed, dayOnly }) => {
		const instants = [started, completed].filter((instant) => instant !== null);
		return dayOnly
			? instants.flatMap((at) => [dayOf(at) * DAY_SECONDS, (dayOf(at) + 1) * DAY_SECONDS])
			: instants;
	});
	if (until !== null && known.length > 0) known.push(until);
	if (known.length === 0) return null;
	const first = known.reduce((least, instant) => Math.min(least, instant));
	const last = known.reduce((most, instant) => Math.max(most, instant));
	const room = Math.max(120, (last - first) * 0.02);
	return { from: first - room, until: last + room };
}

/** A shade as it is drawn. */
export type PlacedShade = Shade & Stretch;

/**
 * The closed stretches wide enough to be seen; narrower ones are left out, so that a case of half a year
 * shows its holidays and not every night.
 * @param least percent of the line
 */
export function placeShades(
	shades: readonly Shade[],
	scale: TimeScale,
	least: number
): PlacedShade[] {
	return shades
		.filter((shade) => shade.until > scale.from && shade.from < scale.until)
		.map((shade) => ({ ...shade, ...stretch(scale, shade.from, shade.until, 0) }))
		.filter((shade) => shade.width >= least);
}

/** A stretch of time on the line, at least so wide, and never beyond the line's end. */
export function stretch(
	scale: TimeScale,
	from: LocalSeconds,
	until: LocalSeconds,
	least: number
): Stretch {
	const left = scale.at(from);
	const width = Math.max(least, scale.at(until) - left);
	return { left: Math.min(left, 100 - width), width };
}
