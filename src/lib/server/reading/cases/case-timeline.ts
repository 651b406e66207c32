import type { DayKind } from '$lib/domain/calendar/calendar';
import {
	dateOf,
	DAY_SECONDS,
	dayOf,
	formatLocal,
	parseLocal
} from '$lib/domain/calendar/local-time';
import { dueOf, officeTimeBetween } from '$lib/domain/timeline/due';
import { boundsOf } from '$lib/domain/timeline/layout';
import { shadesOf, type Shade } from '$lib/domain/timeline/shades';
import type { Queries } from '../../database/generated/queries';
import type { Reading } from '../../database/store';
import type { CaseEvent } from './case-sequence';

/** What lies behind the bars of a case; instants are local seconds. */
export interface CaseTimeline {
	from: number;
	until: number;
	/** The data date, until which an open event runs; null where the case is not running. */
	now: number | null;
	/** Office time from the first event that is known to the data date, in seconds; null where the case is not running, or not known. */
	soFarSeconds: number | null;
	/** Closed time of the office. */
	shades: Shade[];
	outages: { from: number; until: number; reason: string; evidence: string | null }[];
	/** What an event was allowed to take, net of outages, where its end lies within the picture. */
	budgets: { event: number; from: number; until: number }[];
	/** The case's own schedule: a stage, when it was planned, and the event that is its document. */
	plans: Plan[];
}

/** A planned stage of a case. */
export interface Plan {
	stage: string;
	from: number | null;
	until: number;
	/** The event that is its document; null where there is none yet, or where no document is known to belong to the stage. */
	event: number | null;
	/** It ends with a document that is not there yet. */
	awaited: boolean;
}

type Window = Queries['cases/windows']['row'];

/** Longer cases show no breaks, and still longer ones no nights: nobody could see them. */
const DAYS_WITH_BREAKS = 60;
const DAYS_WITH_NIGHTS = 400;

/**
 * The time that a case lies in, with the office's closed time and outages; null where nothing of it has a
 * time.
 * @param until the data date of a running case, local
 */
export async function loadTimeline(
	store: Reading,
	given: {
		unit: string;
		calendar: number;
		events: readonly CaseEvent[];
		/** Plans and milestones. */
		others: readonly CaseEvent[];
		windows: readonly Window[];
		until: string | null;
	}
): Promise<CaseTimeline | null> {
	const now = given.until === null ? null : parseLocal(given.until);
	const plans = plansOf(given);
	const bounds = boundsOf(
		[
			...given.events.map((event) => ({
				started: event.started === null ? null : parseLocal(event.started),
				completed: event.completed === null ? null : parseLocal(event.completed),
				dayOnly: event.precision === 'day'
			})),
			...plans.map(({ from, until }) => ({ started: from, completed: until, dayOnly: false }))
		],
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
	const span = (bounds.until - bounds.from) / DAY_SECONDS;
	const closed = shadesOf(
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
	);
	// Dates that the calendar does not have at all cast no shade.
	const whole = days.length > dayOf(bounds.until) - dayOf(bounds.from);
	const shades = closed.filter(
		({ kind }) =>
			(kind !== 'break' || span <= DAYS_WITH_BREAKS) &&
			(kind !== 'night' || span <= DAYS_WITH_NIGHTS)
	);
	return {
		...bounds,
		now,
		soFarSeconds: now === null || !whole ? null : soFar(given.events, now, closed),
		shades,
		outages: outages.map(({ started, ended, reason, evidence }) => ({
			from: parseLocal(started),
			until: parseLocal(ended),
			reason,
			evidence
		})),
		budgets: given.events.flatMap((event) => budgetOf(event, closed, bounds.until)),
		plans
	};
}

/** Of a first event that is known to the day, the least that is possible: from the end of that date. */
function soFar(events: readonly CaseEvent[], now: number, closed: readonly Shade[]): number | null {
	const begun = events.flatMap(({ started, completed, precision }) => {
		const at = started ?? completed;
		if (at === null) return [];
		return [precision === 'day' ? (dayOf(parseLocal(at)) + 1) * DAY_SECONDS : parseLocal(at)];
	});
	if (begun.length === 0) return null;
	return officeTimeBetween(Math.min(...begun), now, closed);
}

function plansOf(given: { windows: readonly Window[]; others: readonly CaseEvent[] }): Plan[] {
	const governed = new Set(given.windows.map((window) => window.planned_event));
	return [
		...given.windows.map((window) => ({
			stage: window.stage,
			from: window.planned_started === null ? null : parseLocal(window.planned_started),
			until: parseLocal(window.planned_completed),
			event: window.document_event,
			awaited: window.document_event === null
		})),
		...given.others
			.filter(({ kind, event }) => kind === 'planned' && !governed.has(event))
			.flatMap(({ activity, started, completed }) => {
				const end = completed ?? started;
				if (end === null) return [];
				const from = started === null ? null : parseLocal(started);
				return [{ stage: activity, from, until: parseLocal(end), event: null, awaited: false }];
			})
	].sort((one, other) => (one.from ?? one.until) - (other.from ?? other.until));
}

/** From where an event is judged, to where its budget and what fell into outages are used up. */
function budgetOf(
	event: CaseEvent,
	closed: readonly Shade[],
	known: number
): CaseTimeline['budgets'] {
	const { measure } = event;
	if (!measure?.clock || !measure.budget) return [];
	const begun = measure.basis === 'service' ? event.started : event.since;
	if (begun === null || (measure.basis !== 'service' && measure.basis !== 'sojourn')) return [];
	const from = parseLocal(begun);
	const lost = (measure.gross ?? 0) - (measure.net ?? 0);
	const budget = measure.budget + lost;
	const until = dueOf({ from, budget, clock: measure.clock, shades: closed, known });
	return until === null ? [] : [{ event: event.event, from, until }];
}
