/** A stretch of local dates that figures are counted in. `all` is no limit. */
export type Period =
	| { kind: 'all' }
	| { kind: 'month'; year: number; month: number }
	| { kind: 'quarter'; year: number; quarter: number }
	| { kind: 'semester'; year: number; semester: number }
	| { kind: 'year'; year: number }
	| { kind: 'range'; from: string; to: string };

/** Two local dates, `YYYY-MM-DD`, both inside. */
export interface DateRange {
	from: string;
	to: string;
}

/** No limit. */
export const ALL: Period = { kind: 'all' };

const FIRST_YEAR = 2000;
const LAST_YEAR = 2099;

/**
 * Reads a period as the address bar writes it: `2026-10`, `2026-Q4`, `2026-S2`, `2026`,
 * `2026-10-01..2026-10-31`. Years run from 2000 to 2099, so that a slip of the finger is noticed.
 * @returns null when the text is no period
 */
export function parsePeriod(text: string): Period | null {
	const range = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/.exec(text);
	if (range) return rangePeriod(range[1] ?? '', range[2] ?? '');
	const parts = /^(\d{4})(?:-(\d{2}|Q[1-4]|S[12]))?$/.exec(text);
	if (!parts) return null;
	const year = Number(parts[1]);
	if (year < FIRST_YEAR || year > LAST_YEAR) return null;
	const part = parts[2];
	if (part === undefined) return { kind: 'year', year };
	const number = Number(part.replace(/^[QS]/, ''));
	if (part.startsWith('Q')) return { kind: 'quarter', year, quarter: number };
	if (part.startsWith('S')) return { kind: 'semester', year, semester: number };
	return number >= 1 && number <= 12 ? { kind: 'month', year, month: number } : null;
}

/**
 * A range of local dates, both ends inside.
 * @returns null when an end is no date of the calendar, or the end comes before the start
 */
export function rangePeriod(from: string, to: string): Period | null {
	return isDate(from) && isDate(to) && from <= to ? { kind: 'range', from, to } : null;
}

/** The period as the address bar writes it; empty for `all`, which is never written. */
export function serializePeriod(period: Period): string {
	switch (period.kind) {
		case 'all':
			return '';
		case 'month':
			return `${period.year}-${pad(period.month)}`;
		case 'quarter':
			return `${period.year}-Q${period.quarter}`;
		case 'semester':
			return `${period.year}-S${period.semester}`;
		case 'year':
			return String(period.year);
		case 'range':
			return `${period.from}..${period.to}`;
	}
}

/** First and last local date of the period, both inside; null for `all`. */
export function periodRange(period: Period): DateRange | null {
	switch (period.kind) {
		case 'all':
			return null;
		case 'month':
			return months(period.year, period.month, 1);
		case 'quarter':
			return months(period.year, period.quarter * 3 - 2, 3);
		case 'semester':
			return months(period.year, period.semester * 6 - 5, 6);
		case 'year':
			return months(period.year, 1, 12);
		case 'range':
			return { from: period.from, to: period.to };
	}
}

/**
 * The period of the same kind just before, to compare with; a range is preceded by the range of as
 * many days. null for `all`.
 */
export function previousPeriod(period: Period): Period | null {
	switch (period.kind) {
		case 'all':
			return null;
		case 'month':
			return period.month > 1
				? { ...period, month: period.month - 1 }
				: { ...period, year: period.year - 1, month: 12 };
		case 'quarter':
			return period.quarter > 1
				? { ...period, quarter: period.quarter - 1 }
				: { ...period, year: period.year - 1, quarter: 4 };
		case 'semester':
			return period.semester > 1
				? { ...period, semester: 1 }
				: { ...period, year: period.year - 1, semester: 2 };
		case 'year':
			return { kind: 'year', year: period.year - 1 };
		case 'range': {
			const days = dayNumber(period.to) - dayNumber(period.from) + 1;
			return {
				kind: 'range',
				from: dateOf(dayNumber(period.from) - days),
				to: dateOf(dayNumber(period.from) - 1)
			};
		}
	}
}

/** The month, quarter, semester or year that a local date `YYYY-MM-DD` lies in. */
export function periodOf(
	date: string,
	kind: 'month' | 'quarter' | 'semester' | 'year'
): Exclude<Period, { kind: 'all' | 'range' }> {
	const year = Number(date.slice(0, 4));
	const month = Number(date.slice(5, 7));
	switch (kind) {
		case 'month':
			return { kind, year, month };
		case 'quarter':
			return { kind, year, quarter: Math.ceil(month / 3) };
		case 'semester':
			return { kind, year, semester: Math.ceil(month / 6) };
		case 'year':
			return { kind, year };
	}
}

/** Is it a date of the calendar, `YYYY-MM-DD`, between 2000 and 2099? */
export function isDate(text: string): boolean {
	if (!/^20\d{2}-\d{2}-\d{2}$/.test(text)) return false;
	const time = Date.parse(`${text}T00:00:00Z`);
	return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function months(year: number, first: number, count: number): DateRange {
	const last = first + count - 1;
	// Day 0 of the next month is the last day of this one.
	const days = new Date(Date.UTC(year, last, 0)).getUTCDate();
	return { from: `${year}-${pad(first)}-01`, to: `${year}-${pad(last)}-${pad(days)}` };
}

function dayNumber(date: string): number {
	return Date.parse(`${date}T00:00:00Z`) / 86_400_000;
}

function dateOf(day: number): string {
	return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

function pad(value: number): string {
	return String(value).padStart(2, '0');
}
