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
	/^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?:([ T]|, )(\d{1,2}):(\d{2})(:\d{2})?(?:( ?)([AaPp][Mm]))?)?$/;

/** No import takes more. */
const mostFormats = 4;

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
	const shapes = (order: DateOrder) =>
		[...new Set(parts.map((match) => formatOf(match, order)))].slice(0, mostFormats);
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
	const [, , sign = '', , year = '', gap, , , seconds, space = '', half] = match;
	const first = order === 'day' ? ['%d', '%m'] : ['%m', '%d'];
	const date = [...first, year.length === 4 ? '%Y' : '%y'].join(sign);
	if (gap === undefined) return date;
	const clock = `${half ? '%I' : '%H'}:%M${seconds ? ':%S' : ''}${half ? `${space}%p` : ''}`;
	return `${date}${gap}${clock}`;
}

function dateOf(match: RegExpExecArray, order: DateOrder): string | null {
	const [, first, , second, year = ''] = match;
	const [day, month] = order === 'day' ? [first, second] : [second, first];
	if (!isMonth(month) || Number(day) < 1 || Number(day) > 31) return null;
	const full = year.length === 4 ? year : `20${year}`;
	return `${full}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
