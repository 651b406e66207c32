import type { SheetPlace } from '$lib/domain/importing/about-file';
import { UserError } from '$lib/domain/user-error';
import type { Queries } from '../../../database/generated/queries';
import type { Store } from '../../../database/store';
import { findRecords, type FoundRecord } from '../../../importing/staging/find-records';
import { eventKind, type CaseEvent } from '../../cases/case-sequence';
import { parsePlaces } from '../imports';
import { readMapping, type ReadAs } from '../imports-mapping';
import { findRowSource } from './row-source';

/** Rows shown before and after the one that is asked for. */
const AROUND = 3;

/** A row of an imported file as the file writes it. */
export interface SourceRow extends FoundRecord {
	/** Whether the product made something of it, or refused it. */
	used: boolean;
}

/** What the store says of a row. */
export interface RowOutcome {
	/** The facts of the log that the row says. */
	events: (Omit<Queries['imports/rows/events']['row'], 'kind'> & Pick<CaseEvent, 'kind'>)[];
	/** What it says of a case as a whole. */
	facts: Queries['imports/rows/facts']['row'][];
	/** Why it was rejected; null where it was not. */
	reject: Queries['imports/rows/rejects']['row'] | null;
}

/** A row of an imported file with its neighbours, and what became of it. */
export interface SourceRowPage extends RowOutcome {
	import: number;
	/** Instant, UTC, without zone, and by whom; null for readers who do not see every office of the import. */
	made: { at: string; by: string } | null;
	file: { file: number; name: string; sha256: string; bytes: number; rows: number };
	places: SheetPlace[];
	readAs: ReadAs;
	record: number;
	/** The row and those around it; empty where `missing` says why there are none. */
	rows: SourceRow[];
	/**
	 * Why the row cannot be shown as it was written: its file was not kept, is of a format without text (Parquet), or the
	 * reader does not see the office that it may speak of.
	 */
	missing: 'not_kept' | 'no_text' | 'other_office' | null;
}

/**
 * One row of an imported file as it stands in the file, with its neighbours, and what the store made of it. Who sees
 * some offices only of those that the import speaks of sees the rows of these only.
 * @throws UserError `unknown_import` {import}, `source_row_undone` {import}, `source_row_not_found` {row, rows}; those of findRecords where the kept file
 * is damaged
 */
export async function readSourceRow(
	store: Store,
	asked: { import: number; file: number | null; record: number | null }
): Promise<SourceRowPage> {
	const { import: number, file: wanted, record } = asked;
	const file = await store.get('imports/rows/file', { import: number, file: wanted });
	if (!file) {
		const known = await store.get('imports/one', { import: number });
		throw new UserError(known?.undone_at ? 'source_row_undone' : 'unknown_import', {
			import: number
		});
	}
	const rows = file.read_rows;
	if (record === null || record < 1 || record > rows)
		throw new UserError('source_row_not_found', { row: record ?? 0, rows });
	const range = { from: Math.max(1, record - AROUND), to: Math.min(rows, record + AROUND) };
	const said = { file: file.file, ...range };
	const [events, facts, rejects, source] = await Promise.all([
		store.all('imports/rows/events', said),
		store.all('imports/rows/facts', said),
		store.all('imports/rows/rejects', said),
		findRowSource(store, file)
	]);
	const seen = new Set([...events, ...facts, ...rejects].map((row) => row.record));
	const allowed = (one: number): boolean => file.whole || seen.has(one);
	const found = !allowed(record) ? undefined : source && (await findRecords(source, range));
	const shown = (found ?? [])
		.filter((row) => allowed(row.record))
		.map((row) => ({ ...row, used: seen.has(row.record) }));
	return {
		import: number,
		made:
			file.imported_at !== null && file.imported_by !== null
				? { at: file.imported_at, by: file.imported_by }
				: null,
		file: { file: file.file, name: file.name, sha256: file.sha256, bytes: file.bytes, rows },
		places: parsePlaces(file.places),
		readAs: readMapping(file),
		record,
		rows: shown,
		missing: !allowed(record)
			? 'other_office'
			: !source
				? 'not_kept'
				: found === undefined
					? 'no_text'
					: null,
		events: events
			.filter((row) => row.record === record)
			.map((row) => ({ ...row, kind: eventKind(row.kind) })),
		facts: facts.filter((row) => row.record === record),
		reject: rejects.find((row) => row.record === record) ?? null
	};
}
