import { normaliseActivity } from '$lib/domain/sop/normalise';
import type { Transaction } from '../database/store';

/** The activity of an event that a changed schedule makes. */
export const changedSchedule = 'Jadwal diubah';

/** Whether anything is known that later files may say otherwise. */
export async function hasPictures(tx: Transaction): Promise<boolean> {
	return (await tx.get('pipeline/snapshots/count_snapshots'))?.any ?? false;
}

/**
 * Compares the pictures of the touched cases with each other, in the order of their pulls, and puts an observed event
 * among the kept ones for each difference. Which import came first makes none.
 */
export async function findChanges(tx: Transaction): Promise<void> {
	await tx.run('pipeline/snapshots/find_changes', { plan: changedSchedule });
	await tx.run('pipeline/snapshots/number_changes');
	const created = await tx.all('pipeline/snapshots/new_words');
	if (created.length > 0)
		await tx.run('importing/encode/add_activities', {
			texts: created.map(({ text }) => text),
			step_refs: created.map(() => ''),
			names: created.map(({ text }) => normaliseActivity(text))
		});
	await tx.run('pipeline/snapshots/drop_observed_events');
	await tx.run('pipeline/snapshots/add_observed_events');
}

/** Puts what findChanges found in the place of what the store has of the same cases. */
export async function storeChanges(tx: Transaction): Promise<void> {
	await tx.run('pipeline/snapshots/forget_observed_sources');
	await tx.run('pipeline/snapshots/forget_observed_details');
	await tx.run('pipeline/snapshots/forget_changes');
	await tx.run('pipeline/snapshots/add_words');
	await tx.run('pipeline/snapshots/add_changes');
	await tx.run('pipeline/snapshots/add_observed_sources');
	await tx.run('pipeline/snapshots/add_observed_details');
}
