import type { Store } from '../database/store';

/**
 * Keeps what became of the files of each import of which it is not kept yet: names, hashes, counts, profile. It stays
 * when the import is undone. To be called after an import and before an undo.
 */
export async function keepRecords(store: Store): Promise<void> {
	await store.writeAside((tx) => tx.run('uploads/history/keep_records'));
}
