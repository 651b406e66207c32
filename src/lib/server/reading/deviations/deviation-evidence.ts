import type { Reading } from '../../database/store';

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

/**
 * Fills in the first source row of deviations that have no event of their own: of a skipped step, the row before the gap;
 * of a case as a whole, its first. Every deviation leads down to import, file and row.
 */
export async function withEvidence<Row extends Sourced>(
	store: Reading,
	rows: readonly Row[]
): Promise<Row[]> {
	const ids = rows.filter(({ record }) => record === null).map(({ id }) => id);
	if (ids.length === 0) return [...rows];
	const found = new Map<string, Sourced>();
	for (const { id, file, file_name, sha256, import: number, record } of await store.all(
		'deviations/evidence',
		{ ids }
	))
		if (!found.has(id)) found.set(id, { id, file, file_name, sha256, import: number, record });
	return rows.map((row) => ({ ...row, ...found.get(row.id) }));
}
