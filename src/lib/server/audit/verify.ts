import type { Reading } from '../database/store';
import { GENESIS, hashEntry } from './append';

/** What the verification of the record came to. */
export interface Verification {
	/** Entries that were looked at. */
	entries: number;
	/** The hash of the last one: written down elsewhere, it proves later that nothing before it changed. */
	head: string;
	/** The first entry that does not fit, and why; null when all do. */
	broken: { entry: number; reason: 'number' | 'link' | 'content' | 'end' | 'anchor' } | null;
}

const page = 5000;

/**
 * Walks the record from its first entry: each has the next number, names the hash of the one before it, and has the hash
 * of its own content; the last is the one that the store notes apart.
 * @param anchor an entry with its hash as it was written down earlier: it must still stand there
 */
export async function verifyAudit(
	store: Reading,
	anchor?: { entry: number; hash: string }
): Promise<Verification> {
	let entries = 0;
	let previous = GENESIS;
	let anchored = anchor === undefined;
	for (;;) {
		const rows = await store.all('audit/chain', { after: entries, most: page });
		for (const row of rows) {
			const broken = (reason: 'number' | 'link' | 'content' | 'anchor'): Verification => ({
				entries,
				head: previous,
				broken: { entry: row.entry, reason }
			});
			if (row.entry !== entries + 1)
				return { ...broken('number'), broken: { entry: entries + 1, reason: 'number' } };
			if (row.previous_hash !== previous) return broken('link');
			const { happened_at: at, unit_code: unit, previous_hash: previousHash, hash, ...rest } = row;
			if (hashEntry({ ...rest, at, unit, previousHash }) !== hash) return broken('content');
			if (anchor?.entry === row.entry) {
				if (anchor.hash !== hash) return broken('anchor');
				anchored = true;
			}
			entries = row.entry;
			previous = hash;
		}
		if (rows.length < page) break;
	}
	const head = await store.get('audit/head');
	const ends = head ? head.entry === entries && head.hash === previous : entries === 0;
	if (!ends) return { entries, head: previous, broken: { entry: entries + 1, reason: 'end' } };
	if (!anchored && anchor)
		return { entries, head: previous, broken: { entry: anchor.entry, reason: 'anchor' } };
	return { entries, head: previous, broken: null };
}
