const dayMilliseconds = 86_400_000;
/** 9999-12-31, the last day a spreadsheet knows. */
const lastSerial = 2_958_466;

/** Numbers of the built-in formats that show a date or a time; 45 to 47 show a duration. */
const dateFormats = [
	[14, 22],
	[27, 36],
	[50, 58]
] as const;

/**
 * Whether a number format shows a date or a time of day.
 * @param id its number
 * @param code its pattern, for one that the workbook defines
 */
export function isDateFormat(id: number, code: string | undefined): boolean {
	if (code === undefined) return dateFormats.some(([from, to]) => id >= from && id <= to);
	const bare = code.replace(/"[^"]*"|\\.|_.|\*./g, '').replace(/;.*$/s, '');
	// Hours beyond a day, as in [h]:mm, are a duration.
	if (/\[(h+|m+|s+)\]/i.test(bare)) return false;
	return /[dmyhs]/i.test(bare.replace(/\[[^\]]*\]/g, '').replace(/general/gi, ''));
}

/**
 * The wall clock that a serial number stands for, as text: `YYYY-MM-DD` at midnight, `HH:MM:SS` for a time of day
 * alone, else `YYYY-MM-DD HH:MM:SS`, with thousandths where there are any. A spreadsheet knows no zone, and none is
 * added. Undefined for a number that is no date.
 * @param serial days since the workbook's epoch
 */
export function serialText(serial: number, from1904: boolean): string | undefined {
	if (!(serial >= 0 && serial < lastSerial)) return undefined;
	if (serial < 1 && serial > 0) return clock(Math.round(serial * dayMilliseconds));
	// The year 1900 has a 29 February there, which the calendar has not.
	const shifted = from1904 ? serial : serial < 60 ? serial + 1 : serial;
	const epoch = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
	const instant = epoch + Math.round(shifted * dayMilliseconds);
	const [day = ''] = new Date(instant).toISOString().split('T');
	const time = ((instant % dayMilliseconds) + dayMilliseconds) % dayMilliseconds;
	return time === 0 ? day : `${day} ${clock(time)}`;
}

function clock(milliseconds: number): string {
	const text = new Date(milliseconds).toISOString().slice(11, 23);
	return text.endsWith('.000') ? text.slice(0, 8) : text;
}
