import type { DayKind } from '$lib/domain/calendar/calendar';
import { dateOf, formatLocal, parseLocal } from '$lib/domain/calendar/local-time';
import { boundsOf } from '$lib/domain/timeline/layout';
import { shadesOf, type Shade } from '$lib/domain/timeline/shades';
import type { Reading } from '../../database/store';
import type { CaseEvent } from './case-sequence';

/** What lies behind the bars of a case; instants are local seconds. */
export interface CaseTimeline {
	from: number;
	until: number;
	/** The data date, until which an open event runs; null where the case is not running. */
	now: number | null;
	/** Closed time of the office. */
	shades: Shade[];
	outages: { from: number; until: number; reason: string; evidence: string | null }[];
}

/** Longer cases show no breaks, and still longer ones no nights: nobody could see them. */
const DAYS_WITH_BREAKS = 60;
const DAYS_WITH_NIGHTS = 400;
const DAY = 86_400;

/**
 * The time that a case lies in, with the office's closed time and outages; null where nothing of it has a
 * time.
 * @param until the data date of a running case, local
 */
export async function loadTimeline(
	store: Reading,
	given: { unit: string; calendar: number; events: readonly CaseEvent[]; until: string | null }
): Promise<CaseTimeline | null> {
	const now = given.until === null ? null : parseLocal(given.until);
	const bounds = boundsOf(
		given.events.map((event) => ({
			started: event.started === null ? null : parseLocal(event.started),
			completed: event.completed === null ? null : parseLocal(event.completed),
			dayOnly: event.precision === 'day'
		})),
		now
	);
	if (!bounds) return null;
	const [days, outages] = await Promise.all([
		store.all('cases/calendar_days', {
			calendar: given.calendar,
			from: dateOf(bounds.from),
			to: dateOf(bounds.until)
		}),
		store.all('cases/outages', {
			unit: given.unit,
			from: formatLocal(bounds.from),
			to: formatLocal(bounds.until)
		})
	]);
	const span = (bounds.until - bounds.from) / DAY;
	const shades = shadesOf(
		days.map((day) => ({
			day: day.day,
			kind: day.kind as DayKind,
			title: day.title,
			slots: [
				[day.slot1_start, day.slot1_end],
				[day.slot2_start, day.slot2_end],
				[day.slot3_start, day.slot3_end]
			]
		}))
	).filter(
		({ kind }) =>
			(kind !== 'break' || span <= DAYS_WITH_BREAKS) &&
			(kind !== 'night' || span <= DAYS_WITH_NIGHTS)
	);
	return {
		...bounds,
		now,
		shades,
		outages: outages.map(({ started, ended, reason, evidence }) => ({
			from: parseLocal(started),
			until: parseLocal(ended),
			reason,
			evidence
		}))
	};
}
