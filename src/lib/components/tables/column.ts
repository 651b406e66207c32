import type { ColumnType } from '$lib/domain/csv/to-csv';

/** A column of a table, and of its download. */
export interface Column<Row> {
	key: string & keyof Row;
	label: string;
	/** What it holds: numbers stand right and stay numbers in downloads. Text unless given. */
	type?: ColumnType;
	/** The cell's text; the value itself unless given. */
	format?: (row: Row) => string;
	/** Where the rows behind the cell are. */
	href?: (row: Row) => string | null;
	/** Links that sort by this column, and how it is sorted now. */
	sort?: { href: string; direction: 'ascending' | 'descending' | null };
	/** Any CSS width. */
	width?: string;
	/** Explains the heading. */
	hint?: string;
}
