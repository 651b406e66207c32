import type { ColumnType } from '$lib/domain/csv/to-csv';
import type { ReportMetadata } from '$lib/domain/reporting/report';

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
	columns: ReportColumn[];
	rows: () => AsyncIterable<ReportCell[][]> | Iterable<ReportCell[][]>;
}

/**
 * A report as every format writes it: what it states about itself, figures, the findings, the rows they rest on.
 * Whoever fills this in has all formats.
 */
export interface ReportContents {
	title: string;
	metadata: ReportMetadata;
	/** Metadata for people: name and value. */
	facts: [name: string, value: ReportCell][];
	/** Figures, each with what it rests on. */
	summary: [name: string, value: ReportCell][];
	/** Tables that stand before the findings: groups, or the layout's own. */
	overviews: ReportTable[];
	findings: ReportTable;
	evidence: ReportTable;
	coverage: ReportTable;
}
