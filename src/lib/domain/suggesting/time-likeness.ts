const DATE_FIRST = /^\d{4}-\d{1,2}-\d{1,2}(?:[T ]\d{1,2}:\d{2}|$)/;
const NUMERIC = /^\d{1,2}([/.-])\d{1,2}\1(?:\d{4}|\d{2})(?:[ ,T]+\d{1,2}[:.]\d{2}|$)/;
/** Days and months in words: "15 Januari 2025 08:00", "Jul 3, 2025, 12:00:00AM". */
const IN_WORDS =
	/^(?:\d{1,2}[ -][a-z]{3,9}\.?[ -]\d{4}|[a-z]{3,9}\.? \d{1,2}, ?\d{4})(?:[ ,]+\d{1,2}[:.]\d{2}|$)/i;
const MONTHS = /(jan|feb|mar|apr|mei|may|jun|jul|agu|aug|sep|okt|oct|nov|des|dec)/i;

/** Whether a cell looks like a point in time, in one of the forms that exports write; it may still not be readable. */
export function looksLikeTime(cell: string): boolean {
	const text = cell.trim();
	if (DATE_FIRST.test(text) || NUMERIC.test(text)) return true;
	return IN_WORDS.test(text) && MONTHS.test(text);
}
