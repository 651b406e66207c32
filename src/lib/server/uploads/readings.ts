import { createHash } from 'node:crypto';
import { normaliseHeader } from '$lib/domain/importing/fields';
import type { Store } from '../database/store';
import { saveMapping } from '../importing/saved-profiles';
import { fileReading, type FileReading } from './job-request';

/** How a file with some header was last read. */
export interface RememberedReading {
	reading: FileReading;
	/** Whether it was the person who asks, and not somebody else. */
	own: boolean;
}

/**
 * How files with this header were last read: by the person who asks, else by anybody, without the office that they
 * named, which is theirs. undefined where nobody read such a file.
 */
export async function findReading(
	store: Store,
	{ names, owner }: { names: readonly string[]; owner: string }
): Promise<RememberedReading | undefined> {
	const row = await store.get('uploads/readings/find', { header: headerMark(names), owner });
	if (!row) return undefined;
	const parsed = fileReading.safeParse(JSON.parse(row.reading));
	if (!parsed.success) return undefined;
	const { unit, ...reading } = parsed.data;
	return { own: row.own, reading: row.own && unit !== undefined ? { ...reading, unit } : reading };
}

/**
 * Keeps how somebody read files with this header, for their next one; columns that they mapped by hand also for files
 * that come without a person: from a folder, a program, the command line. The office is not among these.
 * @param given.name of the file
 * @param given.by the name of the person
 * @param given.now the instant, UTC, ISO without zone
 */
export async function rememberReading(
	store: Store,
	given: {
		name: string;
		names: readonly string[];
		owner: string;
		by: string;
		reading: FileReading;
		now: string;
	}
): Promise<void> {
	const { owner, now, by, name, names: columns } = given;
	const { map } = given.reading;
	if (map && Object.keys(map).length > 0) {
		const mapping = { ...given.reading, map };
		delete mapping.unit;
		await saveMapping(store, { name, columns, mapping, by, now });
	}
	const header = headerMark(given.names);
	await store.writeAside(async (tx) => {
		await tx.run('uploads/readings/forget', { header, owner });
		const reading = JSON.stringify(given.reading);
		await tx.run('uploads/readings/add', { header, owner, reading, now });
	});
}

/** By what a header is known: capitals and signs make no difference, the order of columns does not either. */
function headerMark(names: readonly string[]): string {
	const folded = names.map(normaliseHeader).sort();
	return createHash('sha256').update(JSON.stringify(folded)).digest('hex');
}
