import {
	DAY_SECONDS,
	type LocalSeconds,
	dayNumber,
	dayOf,
	weekdayOfDay
} from '../calendar/local-time';
import { type JoinedOutages, addWorkingSecondsWithOutages } from '../calendar/outages';
import type { WorkingTime } from '../calendar/working-time';
import type { Random } from './random';

/** How busy a week is against an ordinary one, by the month it falls in: the year's budget is spent late. */
const monthWeights = [0.7, 0.9, 0.85, 0.95, 1, 1.1, 1.05, 1, 1.25, 1.45];
const weekdayWeights = { monday: 1.5, tuesday: 1.1, wednesday: 1, thursday: 0.95, friday: 0.65 };

/** The earliest instant from `at` on that lies in office hours. Throws a RangeError past the calendar. */
export function nextOfficeInstant(workingTime: WorkingTime, at: LocalSeconds): LocalSeconds {
	for (let day = dayOf(at); day <= workingTime.lastDay; day++) {
		for (const [start, end] of workingTime.days[day - workingTime.firstDay]?.slots ?? []) {
			if (at < day * DAY_SECONDS + end) return Math.max(at, day * DAY_SECONDS + start);
		}
	}
	throw new RangeError(`no office hours after ${at}`);
}

/** The instant at which so many office seconds have passed, outages not counted. */
export function afterWork(
	workingTime: WorkingTime,
	at: LocalSeconds,
	seconds: number,
	outages: JoinedOutages = []
): LocalSeconds {
	const end = addWorkingSecondsWithOutages(workingTime, outages, at, seconds);
	if (end === null) throw new RangeError(`${seconds} office seconds after ${at} are not covered`);
	return end;
}

/** 00:00 of the date so many working days after that of `at`. */
export function afterWorkdays(
	workingTime: WorkingTime,
	at: LocalSeconds,
	days: number
): LocalSeconds {
	if (days === 0) return dayOf(at) * DAY_SECONDS;
	const day = workingTime.workday(workingTime.workdaysUpTo(dayOf(at)) + days);
	if (day === null) throw new RangeError(`${days} working days after ${at} are not covered`);
	return day * DAY_SECONDS;
}

/**
 * When so many cases arrive between two dates, in order: more on Mondays, in the last week of a month
 * and towards the end of the budget year, mostly before noon.
 */
export function arrivals(
	random: Random,
	workingTime: WorkingTime,
	{ count, from, until }: { count: number; from: string; until: string }
): LocalSeconds[] {
	const days: number[] = [];
	for (let day = dayNumber(from); day <= dayNumber(until); day++) {
		if (workingTime.days[day - workingTime.firstDay]?.slots.length) days.push(day);
	}
	const weights = days.map((day) => {
		const date = new Date(day * DAY_SECONDS * 1000);
		const weekday = weekdayOfDay(day);
		const ordinary = weekday in weekdayWeights ? weekdayWeights[weekday as 'monday'] : 1;
		const monthEnd = date.getUTCDate() > 23 ? 1.3 : 1;
		return ordinary * monthEnd * (monthWeights[date.getUTCMonth()] ?? 1);
	});
	return Array.from({ length: count }, () => {
		const day = days[random.weighted(weights)] as number;
		const slots = workingTime.days[day - workingTime.firstDay]?.slots ?? [];
		const [start, end] = (random.chance(0.68) ? slots[0] : slots.at(-1)) as [number, number];
		const inSlot = Math.floor(random.next() * (end - start - 900));
		return day * DAY_SECONDS + start + inSlot;
	}).sort((a, b) => a - b);
}
