import type { BrokenRecord } from './csv/records';
import type { Encoding } from './sniff';

/** How the database reads a staged file. Parquet is staged only where the caller asks for it. */
export type Container = 'csv' | 'json' | 'parquet';

/** What a file was before it was staged. */
export type FileFormat = 'csv' | 'json' | 'xlsx' | 'xes' | 'parquet';

/** Something to say about a file that is read nevertheless; the text is the message `error_<code>`. */
export interface Note {
	code: string;
	params: Record<string, string | number>;
}

/** From this record on, until the next place, records follow each other row by row in a sheet. */
export interface SheetPlace {
	/** From 1. */
	record: number;
	sheet: string;
	/** The row as the spreadsheet numbers it, from 1. */
	row: number;
}

/** What a format says about how its columns are to be read; a person's choice goes before. */
export interface ReadingHints {
	/** Set where every time carries the offset that holds for it. */
	offsets?: 'real';
}

/** A file in the work folder, ready for the database to read: UTF-8, one sign for line ends, no blank lines. */
export interface StagedFile {
	/** As the person knows it. */
	name: string;
	/** In the work folder. */
	path: string;
	/** Of the bytes as they came, hexadecimal. */
	sha256: string;
	bytes: number;
	/** Whether it came as gzip. */
	compressed: boolean;
	format: FileFormat;
	/** Of a text as it came. */
	encoding: Encoding;
	container: Container;
	/** Columns of a CSV file; those of a JSON array are found when it is read. */
	names: string[];
	delimiter: string;
	/** Records without the header, of a CSV file. */
	records: number;
	/** Records that are in the staged file as placeholders. */
	broken: BrokenRecord[];
	hints: ReadingHints;
	notes: Note[];
	/** Where the records stand in a workbook; empty for other formats, whose records are counted without the header. */
	places: SheetPlace[];
}

/** The sheet and the row in which a record of a workbook stands; undefined for a file that is no workbook. */
export function sheetPlace(
	places: readonly SheetPlace[],
	record: number
): { sheet: string; row: number } | undefined {
	let low = 0;
	let high = places.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((places[middle] as SheetPlace).record <= record) low = middle + 1;
		else high = middle;
	}
	const place = places[low - 1];
	return place && { sheet: place.sheet, row: place.row + record - place.record };
}
