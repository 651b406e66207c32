import type { ColumnType } from '$lib/domain/csv/to-csv';
import { formatCount } from '$lib/format/numbers';

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
	/** A text that may be a whole sentence, such as an activity: two lines of it are shown, the rest when pointed at. */
	long?: boolean;
	/** Explains the heading. */
	hint?: string;
}

/** A column of counts: whole numbers at the right. */
export function countColumn<Key extends string>(
	key: Key,
	label: string
): { key: Key; label: string; type: 'number'; format: (row: Record<Key, number>) => string } {
	return { key, label, type: 'number', format: (row) => formatCount(row[key]) };
}
