import type { Transaction } from '../database/store';
import { hasPictures, storeChanges } from './snapshots';

/** Puts what measureCases worked out in the place of what the store has of the same cases. */
export async function storeCases(tx: Transaction): Promise<void> {
	await tx.run('pipeline/store/forget_activity_steps');
	await tx.run('pipeline/store/add_activity_steps');
	if (await hasPictures(tx)) await storeChanges(tx);
	await tx.run('pipeline/store/forget_events');
	await tx.run('pipeline/store/add_events');
	await tx.run('pipeline/store/forget_data_dates');
	await tx.run('pipeline/store/add_data_dates');
	await tx.run('pipeline/store/add_variants');
	await tx.run('pipeline/store/add_moves');
	await tx.run('pipeline/store/forget_measurements');
	await tx.run('pipeline/store/add_measurements');
	await tx.run('pipeline/store/forget_case_states');
	await tx.run('pipeline/store/add_case_states');
	await tx.run('pipeline/store/forget_unused_moves');
	await tx.run('pipeline/store/forget_unused_variants');
	await tx.run('pipeline/store/forget_schedule_windows');
	await tx.run('pipeline/store/add_schedule_windows');
	await tx.run('pipeline/store/forget_deviations');
	await tx.run('pipeline/store/add_deviations');
	await tx.run('pipeline/store/forget_document_checks');
	await tx.run('pipeline/store/add_document_checks');
}
