import type { Field } from '$lib/domain/importing/fields';
import type { Note, SheetPlace } from '$lib/domain/importing/about-file';
import type { Recognition } from '$lib/domain/importing/recognise';
import type { Store, Transaction } from '../database/store';

/** How a file is read; what is left out, its columns decide. */
export interface FileReading {
	/** Id of the profile. */
	profile?: string | undefined;
	/**
	 * The SOP whose executions the cases are: its id, or a function that registers an SOP in the transaction of the
	 * import and answers its process, and whether the SOP is another than before.
	 */
	sop?:
		| string
		| ((tx: Transaction) => Promise<{ process: number; version: number; changed: boolean }>)
		| undefined;
	/** What a log without an SOP is called: logs of one name are one process. Left out, the common log. */
	log?: string | undefined;
	/** Code of the office: goes before a unit column that was recognised, after one that was mapped by hand. */
	unit?: string | undefined;
	/** Field → column of the file. */
	map?: Partial<Record<Field, string>> | undefined;
	/** Formats of times, letters as in strptime, for files whose times have more than one meaning. */
	timeFormats?: readonly string[] | undefined;
	/** Whether the offsets that times carry are real; undefined leaves it to the profile. */
	offsets?: 'false' | 'real' | undefined;
}

/** A file to import: where it lies, and the name by which people know it. */
export interface ImportSource {
	path: string;
	name: string;
	/** How this file is read where that differs from the import's other files: each thing said here goes before. */
	reading?: FileReading | undefined;
}

/** The files of an import and how they are read, all of them unless a file says otherwise. */
export interface ImportOptions extends FileReading {
	store: Store;
	files: readonly ImportSource[];
	/** Who imports. */
	by: string;
	/** The instant, UTC, ISO without zone. */
	now: string;
	/** Whether the cases are samples, which can be removed together. */
	sample?: boolean | undefined;
	/** Whether Parquet is taken: only where the person who names the file is at the command line, or was when it came. */
	parquet?: boolean | undefined;
	/** Number of an import that is undone in the same transaction: its files are read anew. */
	replaces?: number | undefined;
	onProgress?: ((progress: ImportProgress) => void) | undefined;
	/** Aborting leaves nothing behind. */
	signal?: AbortSignal | undefined;
}

export interface ImportProgress {
	phase: 'copying' | 'reading' | 'settling' | 'measuring';
	/** The file that is being read, where it is one. */
	file: string | undefined;
	/** Of the phase, 0 to 1, where it is known. */
	fraction: number | undefined;
}

export interface Reject {
	/** Number of the record in the file, from 1, without the header. */
	row: number;
	/** The file's own name of the column; null where the whole record is at fault. */
	column: string | null;
	value: string | null;
	/** The text is the message `reject_<reason>`. */
	reason: string;
}

/** What became of a file: rows = used + duplicates + rejected. */
export interface FileResult {
	file: string;
	sha256: string;
	profile: string;
	recognition: Recognition;
	rows: number;
	used: number;
	duplicates: number;
	rejected: number;
	/** Events that this file was the first to say. */
	events: number;
	/** The first of them. */
	rejects: Reject[];
	/** Set when the same bytes were read in the same way before: then nothing was done. */
	sameAs: number | null;
	/** What to know about the file: the text is the message `error_<code>`. */
	notes: Note[];
	/** Where a spreadsheet shows its records; empty where that is not known. */
	places: SheetPlace[];
}

export interface ImportResult {
	/** The import's number; that of the earlier one when all files had been imported before; null for a check. */
	import: number | null;
	files: FileResult[];
	/** Cases to which the import adds something, and how many of them are new. */
	cases: { touched: number; created: number };
}

export interface RejectGroup {
	reason: string;
	column: string | null;
	records: number;
	samples: { row: number; value: string | null }[];
}

/** What an import would come to, and why rows would be rejected, per file in the order of `files`. */
export interface CheckResult extends ImportResult {
	rejectGroups: RejectGroup[][];
}
