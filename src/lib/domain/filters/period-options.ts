import { periodOf, periodRange, previousPeriod, type DateRange, type Period } from './period';

/** The periods offered in a list, the latest first. */
export interface PeriodOptions {
	months: Period[];
	quarters: Period[];
	semesters: Period[];
	years: Period[];
}

const OFFERED = { month: 12, quarter: 6, semester: 4, year: 4 } as const;

/**
 * Which periods to offer, counted back from the last day that has data.
 * @param data the first and last local date with data; a period wholly before `from` is left out
 */
export function periodOptions(data: DateRange): PeriodOptions {
	return {
		months: backFrom(data, 'month'),
		quarters: backFrom(data, 'quarter'),
		semesters: backFrom(data, 'semester'),
		years: backFrom(data, 'year')
	};
}

function backFrom(data: DateRange, kind: keyof typeof OFFERED): Period[] {
	const offered: Period[] = [];
	let period: Period | null = periodOf(data.to, kind);
	while (period && offered.length < OFFERED[kind]) {
		const range = periodRange(period);
		if (!range || range.to < data.from) break;
		offered.push(period);
		period = previousPeriod(period);
	}
	return offered;
}
