import { z } from 'zod';
import type { Note, SheetPlace } from '$lib/domain/importing/about-file';
import { UserError } from '$lib/domain/user-error';
import type { Store } from '../../database/store';
import { readMapping, type ReadAs } from './imports-mapping';
import { shownBy, type Shown } from './imports-shown';

const importsShown = 25;
const casesShown = 12;
const rejectsShown = 50;

/** The history of imports, latest first. */
export interface ImportHistory {
	imports: (ImportCounts & ImportHead)[];
	/** Imports there are in all, and those that were not undone. */
	total: number;
	inForce: number;
	/** The number before which the next page begins; null on the last. */
	next: number | null;
}

export interface ImportHead {
	import: number;
	/** Instants, UTC, without zone. */
	at: string;
	undoneAt: string | null;
	by: string;
	sample: boolean;
	durationMs: number;
}

/** What an import's files came to: of one that was undone when it was made, but for its cases, which are 0. */
export interface ImportCounts {
	files: string[];
	rows: number;
	used: number;
	duplicates: number;
	rejected: number;
	events: number;
	cases: number;
}

/** A page of the history. @param before only imports with a smaller number; null for the latest */
export async function readImports(store: Store, before: number | null): Promise<ImportHistory> {
	const [rows, count] = await Promise.all([
		store.all('imports/page', { before, most: importsShown + 1 }),
		store.get('imports/count')
	]);
	const shown = rows.slice(0, importsShown);
	const [cases, records] = await Promise.all([
		countCases(store, shown),
		recordsOf(
			store,
			shown.flatMap((row) => (row.undone_at === null ? [] : [row.import]))
		)
	]);
	return {
		imports: shown.map((row) => ({
			...headOf(row),
			...(row.undone_at === null
				? {
						files: row.names?.flatMap((name) => name ?? []) ?? [],
						rows: row.read_rows,
						used: row.used,
						duplicates: row.duplicates,
						rejected: row.rejected,
						events: row.events
					}
				: sumOf(records.filter((record) => record.import === row.import))),
			cases: cases.get(row.import) ?? 0
		})),
		total: count?.imports ?? 0,
		inForce: count?.in_force ?? 0,
		next: rows.length > importsShown ? (shown.at(-1)?.import ?? null) : null
	};
}

/** One file of an import: rows = used + duplicates + rejected. */
export interface ImportedFile extends ReadAs {
	file: number;
	name: string;
	sha256: string;
	bytes: number;
	process: { code: string; title: string; kind: string };
	rows: number;
	used: number;
	duplicates: number;
	rejected: number;
	events: number;
	/** What to know about the file: the text is the message `error_<code>`. */
	notes: Note[];
	/** Where a spreadsheet shows its records; empty where that is not known. */
	places: SheetPlace[];
	/** The time of its events; null where it has none, or the import was undone. */
	shown: Shown | null;
}

export type RejectGroupRow = {
	file: number;
	name: string;
	reason: string;
	column: string | null;
	records: number;
	samples: { record: number; value: string | null }[];
};

export interface ImportDetail extends ImportHead {
	files: ImportedFile[];
	cases: number;
	rejectGroups: RejectGroupRow[];
}

/**
 * One import with its files, as they came to when it was made where it is undone, and why records of theirs were
 * rejected.
 * @throws UserError `unknown_import` {import}
 */
export async function readImport(store: Store, number: number): Promise<ImportDetail> {
	const row = await store.get('imports/one', { import: number });
	if (!row) throw new UserError('unknown_import', { import: number });
	const [files, groups, cases, steps] = await Promise.all([
		row.undone_at === null
			? store.all('imports/files', { import: number })
			: recordsOf(store, [number]),
		store.all('imports/reject_groups', { import: number }),
		countCases(store, [row]),
		store.all('imports/shown_steps', { import: number })
	]);
	return {
		...headOf(row),
		cases: cases.get(number) ?? 0,
		files: files.map((file) => ({
			file: file.file,
			name: file.name,
			sha256: file.sha256,
			bytes: file.bytes,
			process: { code: file.process_code, title: file.process_title, kind: file.process_kind },
			rows: file.read_rows,
			used: file.used,
			duplicates: file.duplicates,
			rejected: file.rejected,
			events: file.events,
			notes: parseList(file.notes, note),
			places: parsePlaces(file.places),
			shown: shownBy(
				steps.filter((step) => step.file === file.file),
				readMapping(file).shows
			),
			...readMapping(file)
		})),
		rejectGroups: groups.map(({ file, name, reason, column_name, records, samples }) => ({
			file,
			name,
			reason,
			column: column_name,
			records,
			samples: samples.flatMap((sample) =>
				sample ? [{ record: sample.record ?? 0, value: sample.value }] : []
			)
		}))
	};
}

const note = z.object({
	code: z.string(),
	params: z.record(z.string(), z.union([z.string(), z.number()]))
});
const place = z.object({ record: z.number(), sheet: z.string(), row: z.number() });

/** Where a spreadsheet shows the records of a file, as the store keeps it; empty where that is not known. */
export function parsePlaces(text: string | null): SheetPlace[] {
	return parseList(text, place);
}

function parseList<T>(text: string | null, item: z.ZodType<T>): T[] {
	return text === null ? [] : z.array(item).parse(JSON.parse(text));
}

/** The number of an import in an address. @throws UserError `unknown_import` {import} */
export function parseImportNumber(text: string): number {
	const number = /^[1-9]\d{0,8}$/.exec(text)?.[0];
	if (number === undefined) throw new UserError('unknown_import', { import: text.slice(0, 20) });
	return Number(number);
}

/** A page of the cases that an import says anything of. @param after the last case of the page before, 0 first */
export async function readImportCases(store: Store, number: number, after: number) {
	const rows = await store.all('imports/cases', { import: number, after, most: casesShown + 1 });
	const cases = rows.slice(0, casesShown);
	return { cases, next: rows.length > casesShown ? (cases.at(-1)?.case_id ?? null) : null };
}

/** Which rejects are asked for: of a file, for a reason, after a place in the list. */
export interface RejectsAsked {
	import: number;
	file: number | null;
	reason: string | null;
	/** The last record of the page before. */
	after: { file: number; record: number };
}

/** A page of rejected records, in the order of files and their records. */
export async function readRejects(store: Store, asked: RejectsAsked, most: number = rejectsShown) {
	const { after, ...rest } = asked;
	const rows = await store.all('imports/rejects', {
		...rest,
		after_file: after.file,
		after_record: after.record,
		most: most + 1
	});
	const rejects = rows.slice(0, most);
	const last = rejects.at(-1);
	return {
		rejects,
		next: rows.length > most && last ? { file: last.file, record: last.record } : null
	};
}

/** What undoing an import takes away, to be said before it is done. */
export async function readUndoEffect(store: Store, number: number) {
	const effect = await store.get('imports/undo_effect', { import: number });
	if (!effect) throw new Error('an aggregate without a row');
	return { events: effect.events, casesGone: effect.cases_gone, casesKept: effect.cases_kept };
}

/** What became of the files of imports when they were made: of an import that is undone nothing else is left. */
function recordsOf(store: Store, imports: readonly number[]) {
	return imports.length === 0
		? Promise.resolve([])
		: store.all('uploads/history/records', { imports });
}

function sumOf(records: Awaited<ReturnType<typeof recordsOf>>): Omit<ImportCounts, 'cases'> {
	const sum = (key: 'read_rows' | 'used' | 'duplicates' | 'rejected' | 'events') =>
		records.reduce((total, record) => total + record[key], 0);
	return {
		files: records.map(({ name }) => name),
		rows: sum('read_rows'),
		used: sum('used'),
		duplicates: sum('duplicates'),
		rejected: sum('rejected'),
		events: sum('events')
	};
}

type HeadRow = {
	import: number;
	imported_at: string;
	imported_by: string;
	sample: boolean;
	duration_ms: number;
	undone_at: string | null;
};

function headOf(row: HeadRow): ImportHead {
	return {
		import: row.import,
		at: row.imported_at,
		undoneAt: row.undone_at,
		by: row.imported_by,
		sample: row.sample,
		durationMs: row.duration_ms
	};
}

/** Counting reads the sources of every event; what an import in force says does not change, so each is counted once. */
const counted = new WeakMap<Store, Map<number, number>>();

async function countCases(
	store: Store,
	imports: readonly { import: number; undone_at: string | null }[]
): Promise<Map<number, number>> {
	let known = counted.get(store);
	if (!known) counted.set(store, (known = new Map()));
	const answer = new Map<number, number>();
	const wanted: number[] = [];
	for (const { import: number, undone_at } of imports) {
		const cases = undone_at === null ? known.get(number) : 0;
		if (cases === undefined) wanted.push(number);
		else answer.set(number, cases);
	}
	if (wanted.length === 0) return answer;
	for (const { import: number, cases } of await store.all('imports/count_cases', {
		imports: wanted
	})) {
		known.set(number, cases);
		answer.set(number, cases);
	}
	return answer;
}
