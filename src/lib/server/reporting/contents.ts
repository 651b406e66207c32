import type { ColumnType } from '$lib/domain/csv/to-csv';
import type { ReportMetadata } from '$lib/domain/reporting/report';
import { formatDate, formatUtc, zoneOfAll } from '$lib/format/dates';

/** A value of a report's cell; what it is, its column says. */
export type ReportCell = string | number | null;

/** A column of a table; `date` holds local dates and times as ISO text. */
export interface ReportColumn {
	label: string;
	type: ColumnType;
	/** Characters that it is wide in a workbook. */
	width: number;
	/** Of a date: whether it can hold a time of day. */
	time?: true;
}

/** A table whose rows are made while they are written: a report of any length takes little memory. */
export interface ReportTable {
	/** Names the sheet of a workbook. */
	name: string;
	title: string;
	/** By which rule its cells say what they say, where that is not plain. */
	note?: string;
	columns: ReportColumn[];
	/** Of its columns on paper, in points; '*' shares what is left. Left out: as their types want. */
	widths?: (number | '*')[];
	rows: () => AsyncIterable<ReportCell[][]> | Iterable<ReportCell[][]>;
}

/** How the findings are set on paper, where not all of their columns fit. */
export interface OnPaper {
	/**
	 * Places of the columns that are printed, several below each other in one, and how wide they are in points; '*' shares
	 * what is left.
	 */
	columns: readonly { at: number | readonly number[]; width: number | '*' }[];
	/** The rows with what they say, in one column more; left out where they stand as in the other formats. */
	evidence?: ReportTable;
	/** Of how many rows only the first are printed. */
	cut: (most: number, total: number) => string;
	/**
	 * Bars of the first overview: the place of its values, and how many bars at most; `left` names one more for what is left,
	 * where values can be added up. null for none.
	 */
	chart: {
		title: string;
		at: number;
		colour: string;
		most: number;
		left?: (count: number) => string;
	} | null;
}

/**
 * A report as every format writes it: what it states about itself, figures, the findings, the rows they rest on.
 * Whoever fills this in has all formats.
 */
export interface ReportContents {
	title: string;
	/** What was found, in words, for who reads no further. */
	lead?: string;
	metadata: ReportMetadata;
	/** Metadata for people: name and value. */
	facts: [name: string, value: ReportCell][];
	/** Figures, each with what it rests on. */
	summary: [name: string, value: ReportCell][];
	/** Tables that stand before the findings: groups, or the layout's own. */
	overviews: ReportTable[];
	findings: ReportTable;
	paper: OnPaper;
	evidence: ReportTable;
	coverage: ReportTable;
}

/** When a report was made, by the clock of its offices. */
export function madeAt(metadata: ReportMetadata): string {
	return officeTime(metadata.stamp.madeAt, zoneOf(metadata));
}

/** By whose clock a report speaks: that of its offices; of the capital where they are of several zones, or none. */
export function zoneOf({ units }: ReportMetadata): string {
	return zoneOfAll(units) ?? 'WIB';
}

/** An instant by the clock of an office. @param at UTC, ISO without zone */
export function officeTime(at: string, zone: string): string {
	return formatUtc(at.replace(' ', 'T'), zone);
}

/** A local time in short, as a log writes it, without the midnight of a date that has no time. */
export function localTime(at: string | null): string {
	if (at === null) return '';
	const clock = at.slice(11, 19);
	const day = formatDate(at, { style: 'short' });
	return clock === '' || clock === '00:00:00' ? day : `${day} ${clock}`;
}
