import type { Transaction } from '../database/store';

/**
 * Works out anew what measuring needs of the outages: those of a unit joined where they overlap, with the
 * office time elapsed up to both ends, and the working dates lost entirely. The cases that an outage
 * touches are not judged anew here: the caller knows which changed.
 */
export async function rebuildOutages(tx: Transaction): Promise<void> {
	await tx.stage('05_macros');
	await tx.run('outages/forget_spans');
	await tx.run('outages/add_spans');
	await tx.run('outages/forget_lost_days');
	await tx.run('outages/add_lost_days');
}
