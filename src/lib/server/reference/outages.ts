import type { Transaction } from '../database/store';

/**
 * Works out anew what measuring needs of the outages: those of a unit joined where they overlap, with the
 * office time elapsed up to both ends, and the working dates lost entirely. The cases that an outage
 * touches are not judged anew here: the caller knows which changed.
 */
export async function rebuildOutages(tx: Transaction): Promise<void> {
	await tx.run('staging/00_macro_office_seconds');
	await tx.run('staging/00_macro_second_of_day');
	await tx.run('staging/09_macro_days');
	await tx.run('outages/forget_spans');
	await tx.run('outages/add_spans');
	await tx.run('outages/forget_lost_days');
	await tx.run('outages/add_lost_days');
}
