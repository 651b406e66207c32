import { recordPlace } from '$lib/format/places';
import type { Queries } from '../../database/generated/queries';
import type { Reading } from '../../database/store';
import type { Source } from '../cases/case-sequence';
import { parsePlaces } from '../imports/imports';
import { citedRowName } from '../names';

/** A deviation with the first source row that it rests on. */
interface Sourced {
	id: string;
	/** Its number, where who asks links to the row. */
	file?: number | null;
	file_name: string | null;
	sha256: string | null;
	import: number | null;
	record: number | null;
}

/** Fills in the first source row of deviations that have no event of their own. */
export async function withEvidence<Row extends Sourced>(
	store: Reading,
	rows: readonly Row[]
): Promise<Row[]> {
	const ids = rows.filter(({ record }) => record === null).map(({ id }) => id);
	if (ids.length === 0) return [...rows];
	const [sources, files] = await Promise.all([firstSources(store, ids), readFiles(store)]);
	return rows.map((row) => {
		const source = sources.get(row.id);
		const file = files.get(source?.file ?? -1);
		if (!source || !file) return row;
		const { name, sha256, import: number } = file;
		return { ...row, ...source, file_name: name, sha256, import: number };
	});
}

/** A source row: the number of its file and its own in it. */
export interface SourceRow {
	file: number;
	record: number;
}

/**
 * The first source row of deviations that have no event of their own, by their identities: of a skipped step, the row
 * before the gap; of a case as a whole, its first. Every deviation leads down to import, file and row.
 */
export async function firstSources(
	store: Reading,
	ids: readonly string[]
): Promise<Map<string, SourceRow>> {
	const found = new Map<string, SourceRow>();
	if (ids.length === 0) return found;
	for await (const rows of await store.parts('deviations/evidence', { ids }))
		for (const { place, file, record } of rows) {
			const id = ids[place - 1];
			if (id !== undefined && !found.has(id)) found.set(id, { file, record });
		}
	return found;
}

/** All imported files by their numbers. */
export async function readFiles(
	store: Reading
): Promise<Map<number, Queries['reporting/files']['row']>> {
	return new Map((await store.all('reporting/files')).map((row) => [row.file, row]));
}

/** A source row of a deviation, with where its reader finds it and what it tells. */
export interface EvidenceRow extends Source {
	place: string;
	cites: string;
}

/**
 * The source rows that one deviation rests on, in the reader's language: of its event; of a skipped step those around the gap;
 * of a case all.
 */
export async function readEvidence(store: Reading, id: string): Promise<EvidenceRow[]> {
	const [rows, files] = await Promise.all([
		store.all('deviations/evidence', { ids: [id] }),
		readFiles(store)
	]);
	const numbers = [...new Set(rows.map(({ file }) => file))];
	const places = new Map(
		await Promise.all(
			numbers.map(async (file) => {
				const kept = await store.get('imports/places', { file });
				return [file, parsePlaces(kept?.places ?? null)] as const;
			})
		)
	);
	return rows.flatMap((row) => {
		const { file, record } = row;
		const found = files.get(file);
		if (!found) return [];
		const { name, sha256, import: number } = found;
		const place = recordPlace(places.get(file) ?? [], record);
		return [{ file, record, name, sha256, import: number, place, cites: citedRowName(row) }];
	});
}
