import { followMerges } from '$lib/domain/evaluations/identity';
import { UserError } from '$lib/domain/user-error';
import type { Store } from '../database/store';

/**
 * Joins a supplier to another because a person says that they are one; nothing of the imports changes, and it can be
 * taken back. Throws UserError `supplier_merge_same` where they are one already.
 * @param now the instant, UTC, ISO without zone
 */
export async function mergeSuppliers(
	store: Store,
	given: { key: string; into: string; by: string; now: string }
): Promise<void> {
	await store.write(async (tx) => {
		const merges = await tx.all('suppliers/merges');
		const follow = followMerges(
			new Map(merges.map(({ supplier_key, joined_to }) => [supplier_key, joined_to]))
		);
		const [from, into] = [follow(given.key), follow(given.into)];
		if (from === into) throw new UserError('supplier_merge_same');
		await tx.run('suppliers/add_merge', {
			supplier_key: from,
			joined_to: into,
			by: given.by,
			now: given.now
		});
	});
}

/** Takes a confirmed merge back. Throws UserError `supplier_merge_unknown`. */
export async function splitSupplier(store: Store, key: string): Promise<void> {
	await store.write(async (tx) => {
		if ((await tx.run('suppliers/forget_merge', { supplier_key: key })) === 0)
			throw new UserError('supplier_merge_unknown');
	});
}

/**
 * Forgets what was said of suppliers that nothing speaks of any more. `before` are the keys that were known before
 * something was taken away, `after` those that still are: a merge of a supplier whose import was undone long ago stays.
 */
export async function forgetMergesOfGone(
	store: Store,
	{ before, after }: { before: ReadonlySet<string>; after: ReadonlySet<string> }
): Promise<void> {
	await store.write(async (tx) => {
		for (const { supplier_key } of await tx.all('suppliers/merges'))
			if (before.has(supplier_key) && !after.has(supplier_key))
				await tx.run('suppliers/forget_merge', { supplier_key });
	});
}
