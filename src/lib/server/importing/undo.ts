import { UserError } from '$lib/domain/user-error';
import type { Store, Transaction } from '../database/store';
import { prepareRebuild, rebuildCases } from '../pipeline/rebuild';
import { loadProfiles } from './profiles';
import { listSavedProfiles } from './saved-profiles';
import { forgetOrphans } from './settle';

/**
 * Takes back an import: the store is then as if the remaining imports had been made without it, in their order. What
 * another import says too stays, with that import as its source. The import itself stays in the history, as undone.
 * Answers how many events went and how many cases are touched.
 * @param now the instant, UTC, ISO without zone
 * @throws UserError `unknown_import` {import}, `import_already_undone` {import}
 */
export async function undoImport(given: {
	store: Store;
	import: number;
	now: string;
	signal?: AbortSignal | undefined;
}): Promise<{ events: number; cases: number }> {
	const { store, now, signal } = given;
	return store.write(
		(tx) => undoWithin(tx, store.home, given.import, now),
		signal ? { signal } : {}
	);
}

/** As undoImport, in a transaction that goes on. */
export async function undoWithin(
	tx: Transaction,
	home: string,
	number: number,
	now: string
): Promise<{ events: number; cases: number }> {
	const known = await tx.get('importing/undo/import_state', { import: number });
	if (!known) throw new UserError('unknown_import', { import: number });
	if (known.undone_at !== null) throw new UserError('import_already_undone', { import: number });
	await prepareRebuild(tx);
	await tx.stage('60_undo');
	const cases = await tx.run('importing/undo/touch_cases', { import: number });
	await tx.run('importing/undo/forget_sources', { import: number });
	const events = await tx.run('importing/undo/find_doomed_events');
	await tx.run('importing/undo/forget_details');
	await tx.run('importing/undo/forget_events');
	await tx.run('importing/undo/forget_facts', { import: number });
	await tx.run('importing/snapshots/forget', { import: number });
	await tx.run('importing/undo/forget_rejects', { import: number });
	await tx.run('importing/undo/forget_shown_activities', { import: number });
	await tx.run('importing/undo/forget_files', { import: number });
	await tx.run('importing/undo/move_sources_back');
	const saved = (await listSavedProfiles(tx)).map(({ profile }) => profile);
	const wide = [...loadProfiles(home).profiles, ...saved].filter(({ form }) => form === 'wide');
	await tx.run('importing/undo/recount_files', { wide_profiles: wide.map(({ id }) => id) });
	await tx.run('importing/store/name_units');
	await rebuildCases(tx, { now });
	await forgetOrphans(tx);
	await tx.run('importing/undo/mark_undone', { import: number, undone_at: now });
	return { events, cases };
}
