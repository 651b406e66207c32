import { mostTimeFormats } from '../importing/time-format';

/** Which part of `01/02/2026` comes first. */
export type DateOrder = 'day' | 'month';

/** Times that mean one thing or another, and what to call each reading. */
export interface TimeQuestion {
	/** One of them, as the file writes it; where there is one, one that tells the readings apart. */
	example: string;
	/** The order that values decide, such as 31/12/2026; null where all fit both, or some each. */
	decided: DateOrder | null;
	/** Formats, letters as in strptime, by order. */
	formats: Record<DateOrder, string[]>;
	/** The example's date, `YYYY-MM-DD`, by order; null where it is none. */
	dates: Record<DateOrder, string | null>;
}

const NUMERIC =
	/^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?:([ T]|, )(\d{1,2})([:.])(\d{2})([:.]\d{2})?(?:( ?)([AaPp][Mm]))?)?$/;

/** How a clock stands after a date whose order was decided; the rows that the preview did not read may have any of them. */
const CLOCKS = ['', ' %H:%M', ' %H:%M:%S', ' %H.%M'];

/** What has to be asked about the times of a column; null when each of them has one meaning. */
export function askAboutTimes(values: readonly string[]): TimeQuestion | null {
	const parts = values.flatMap((value) => {
		const match = NUMERIC.exec(value.trim());
		return match ? [match] : [];
	});
	if (parts.length === 0) return null;
	const dayFirst = parts.find((match) => Number(match[1]) > 12);
	const monthFirst = parts.find((match) => Number(match[3]) > 12);
	const telling =
		parts.find((match) => match[1] !== match[3] && isMonth(match[1]) && isMonth(match[3])) ??
		parts[0];
	if (!telling) return null;
	const shapes = (order: DateOrder) => {
		const seen = parts.map((match) => formatOf(match, order));
		const possible = parts.flatMap((match) =>
			CLOCKS.map((clock) => dateFormat(match, order) + clock)
		);
		return [...new Set([...seen, ...possible])].slice(0, mostTimeFormats);
	};
	return {
		example: telling[0],
		decided: dayFirst && !monthFirst ? 'day' : monthFirst && !dayFirst ? 'month' : null,
		formats: { day: shapes('day'), month: shapes('month') },
		dates: { day: dateOf(telling, 'day'), month: dateOf(telling, 'month') }
	};
}

/** Whether some of these times carry an offset, `Z` or `+07:00`, so that it matters whether it is real. */
export function haveOffsets(values: readonly string[]): boolean {
	return values.some((value) =>
		/\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:Z|[+-]\d{2}(?::?\d{2})?)$/i.test(value.trim())
	);
}

function isMonth(part: string | undefined): boolean {
	return Number(part) >= 1 && Number(part) <= 12;
}

function formatOf(match: RegExpExecArray, order: DateOrder): string {
	const [, , , , , gap, , sign, , seconds, space = '', half] = match;
	const date = dateFormat(match, order);
	if (gap === undefined) return date;
	const clock = `${half ? '%I' : '%H'}${sign}%M${seconds ? `${seconds.charAt(0)}%S` : ''}`;
	return `${date}${gap}${clock}${half ? `${space}%p` : ''}`;
}

function dateFormat([, , sign = '', , year = '']: RegExpExecArray, order: DateOrder): string {
	const first = order === 'day' ? ['%d', '%m'] : ['%m', '%d'];
	return [...first, year.length === 4 ? '%Y' : '%y'].join(sign);
}

function dateOf(match: RegExpExecArray, order: DateOrder): string | null {
	const [, first, , second, year = ''] = match;
	const [day, month] = order === 'day' ? [first, second] : [second, first];
	if (!isMonth(month) || Number(day) < 1 || Number(day) > 31) return null;
	const full = year.length === 4 ? year : `20${year}`;
	return `${full}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
