import type { Note, SheetPlace } from '$lib/domain/importing/about-file';
import type { BrokenRecord } from './csv/records';
import type { Encoding } from './sniff';

/** How the database reads a staged file. Parquet is staged only where the caller asks for it. */
export type Container = 'csv' | 'json' | 'parquet';

/** What a file was before it was staged. */
export type FileFormat = 'csv' | 'json' | 'xlsx' | 'xes' | 'parquet';

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
	/** Where a spreadsheet shows the records, which are counted without the header; empty where it shows none. */
	places: SheetPlace[];
}
