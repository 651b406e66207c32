import {
	type DayCounting,
	calendarDates,
	dueWorkday,
	endOfDay,
	lastUncounted,
	wholeDays,
	workingDates
} from './day-budget';
import { DAY_SECONDS, type LocalSeconds, dayOf } from './local-time';
import { type WorkingTime, checkOrder } from './working-time';

/** A time in which the network or SPSE was down; `until` is null while it still is. */
export interface Outage {
	from: LocalSeconds;
	until: LocalSeconds | null;
}

/** Outages sorted, without overlap; `until` is Infinity while the last one lasts. */
export type JoinedOutages = readonly (readonly [from: LocalSeconds, until: LocalSeconds])[];

const AFTER_START: DayCounting = { countsFirstDay: false };

/**
 * Joins outages that overlap or touch, so that no second is excused twice.
 * Throws `calendar_end_before_start` for one that ends before it starts.
 */
export function joinOutages(outages: readonly Outage[]): JoinedOutages {
	const joined: [number, number][] = [];
	for (const { from, until } of [...outages].sort((a, b) => a.from - b.from)) {
		const end = until ?? Infinity;
		checkOrder(from, end);
		const last = joined.at(-1);
		if (last && from <= last[1]) last[1] = Math.max(last[1], end);
		else joined.push([from, end]);
	}
	return joined;
}

/** Elapsed seconds of outage between two instants. Throws `calendar_end_before_start`. */
export function outageSeconds(
	outages: JoinedOutages,
	start: LocalSeconds,
	end: LocalSeconds
): number {
	checkOrder(start, end);
	return overlaps(outages, start, end).reduce((sum, [from, until]) => sum + until - from, 0);
}

/**
 * Working seconds between two instants that fell into an outage; null where the calendar does not
 * cover the dates between them. Throws `calendar_end_before_start`.
 */
export function outageWorkingSeconds(
	workingTime: WorkingTime,
	outages: JoinedOutages,
	start: LocalSeconds,
	end: LocalSeconds
): number | null {
	checkOrder(start, end);
	if (!workingTime.covers(start, end)) return null;
	return lostSeconds(workingTime, outages, start, end);
}

/** Working time with and without the outages. Both are kept: net decides, gross is the fact. */
export interface GrossAndNet {
	gross: number;
	net: number;
}

/** Gross and net working seconds between two instants; null and errors as for workingSeconds. */
export function grossAndNetWorkingSeconds(
	workingTime: WorkingTime,
	outages: JoinedOutages,
	start: LocalSeconds,
	end: LocalSeconds
): GrossAndNet | null {
	const gross = workingTime.workingSeconds(start, end);
	if (gross === null) return null;
	return { gross, net: gross - lostSeconds(workingTime, outages, start, end) };
}

/**
 * Day numbers of the working dates from `firstDay` to `lastDay` (both included) all of whose office
 * hours fell into outages. A break need not be covered, and two outages may share a day.
 */
export function lostWorkdays(
	workingTime: WorkingTime,
	outages: JoinedOutages,
	firstDay: number,
	lastDay: number
): number[] {
	const lost = new Set<number>();
	const [from, to] = [
		Math.max(firstDay, workingTime.firstDay),
		Math.min(lastDay, workingTime.lastDay)
	];
	for (const [start, end] of overlaps(outages, from * DAY_SECONDS, endOfDay(to))) {
		for (let day = dayOf(start); day * DAY_SECONDS < end; day++) {
			const [opens, closes] = [day * DAY_SECONDS, endOfDay(day)];
			const office = workingTime.workingSecondsUpTo(closes) - workingTime.workingSecondsUpTo(opens);
			if (office > 0 && lostSeconds(workingTime, outages, opens, closes) === office) lost.add(day);
		}
	}
	return [...lost].sort((a, b) => a - b);
}

/**
 * Working dates used, gross and net of those lost entirely: a day budget extends by each of them.
 * Counted, null and errors as for workingDates.
 */
export function grossAndNetWorkingDates(
	workingTime: WorkingTime,
	outages: JoinedOutages,
	start: LocalSeconds,
	end: LocalSeconds,
	counting: DayCounting = AFTER_START
): GrossAndNet | null {
	const gross = workingDates(workingTime, start, end, counting);
	if (gross === null) return null;
	return { gross, net: gross - lostBetween(workingTime, outages, start, end, counting) };
}

/**
 * Calendar dates used, gross and net of the working dates lost entirely; null where the calendar,
 * which says what a working date is, does not cover the counted dates and an outage touches them.
 */
export function grossAndNetCalendarDates(
	workingTime: WorkingTime,
	outages: JoinedOutages,
	start: LocalSeconds,
	end: LocalSeconds,
	counting: DayCounting = AFTER_START
): GrossAndNet | null {
	const gross = calendarDates(start, end, counting);
	const first = lastUncounted(start, counting.countsFirstDay) + 1;
	const touched = overlaps(outages, first * DAY_SECONDS, endOfDay(dayOf(end))).length > 0;
	if (touched && !workingTime.coversDays(first, dayOf(end))) return null;
	return { gross, net: gross - lostBetween(workingTime, outages, start, end, counting) };
}

/** 24:00 of the n-th working date that was not lost entirely; null and errors as for dueWorkday. */
export function dueWorkdayWithOutages(
	workingTime: WorkingTime,
	outages: JoinedOutages,
	start: LocalSeconds,
	days: number,
	counting: DayCounting = AFTER_START
): LocalSeconds | null {
	const first = lastUncounted(start, counting.countsFirstDay) + 1;
	let extended = wholeDays(days);
	for (;;) {
		const due = dueWorkday(workingTime, start, extended, counting);
		if (due === null) return null;
		const lost = lostWorkdays(workingTime, outages, first, due / DAY_SECONDS - 1).length;
		if (extended === wholeDays(days) + lost) return due;
		// Later dates can be lost as well: extend until no further one is.
		extended = wholeDays(days) + lost;
	}
}

/**
 * The instant at which a budget of working seconds is used up when outages do not count; null when a
 * date on the way is not covered or the last outage has no end yet.
 */
export function addWorkingSecondsWithOutages(
	workingTime: WorkingTime,
	outages: JoinedOutages,
	start: LocalSeconds,
	seconds: number
): LocalSeconds | null {
	let extended = seconds;
	for (;;) {
		const due = workingTime.addWorkingSeconds(start, extended);
		if (due === null) return null;
		const lost = lostSeconds(workingTime, outages, start, due);
		if (extended === seconds + lost) return due;
		extended = seconds + lost;
	}
}

function lostBetween(
	workingTime: WorkingTime,
	outages: JoinedOutages,
	start: LocalSeconds,
	end: LocalSeconds,
	{ countsFirstDay }: DayCounting
): number {
	const first = lastUncounted(start, countsFirstDay) + 1;
	return lostWorkdays(workingTime, outages, first, dayOf(end)).length;
}

function lostSeconds(
	workingTime: WorkingTime,
	outages: JoinedOutages,
	start: LocalSeconds,
	end: LocalSeconds
): number {
	return overlaps(outages, start, end).reduce(
		(sum, [from, until]) =>
			sum + workingTime.workingSecondsUpTo(until) - workingTime.workingSecondsUpTo(from),
		0
	);
}

function overlaps(outages: JoinedOutages, start: LocalSeconds, end: LocalSeconds): JoinedOutages {
	return outages
		.filter(([from, until]) => from < end && until > start)
		.map(([from, until]) => [Math.max(from, start), Math.min(until, end)] as const);
}
