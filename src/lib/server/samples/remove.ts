import type { Store } from '../database/store';
import { undoImport } from '../importing/undo';
import { prepareRebuild, rebuildCases } from '../pipeline/rebuild';
import { rebuildOutages } from '../reference/outages';
import { forgetMergesOfGone } from '../suppliers/merges';
import { knownSuppliers } from '../suppliers/read-suppliers';
import { forgetConfirmations } from './confirmations';

/** Whether the store has samples: an office of theirs, or an import that is in force. */
export async function hasSamples(store: Store): Promise<boolean> {
	const units = await store.all('samples/units');
	return units.length > 0 || (await store.all('samples/imports')).length > 0;
}

/**
 * Takes the samples away: undoes their imports, which stay in the history as undone, and forgets their offices,
 * outages, confirmations, supporting services and what was said of their suppliers; cases that rest on a confirmation are judged anew. What was not a sample stays; an
 * office of the samples into which somebody imported files of their own stays as an unconfirmed office.
 * @param now the instant, UTC, ISO without zone
 */
export async function removeSamples(store: Store, { now }: { now: string }): Promise<void> {
	const before = await knownSuppliers(store);
	for (const { import: number } of await store.all('samples/imports'))
		await undoImport({ store, import: number, now });
	await store.write(async (tx) => {
		const processes = await forgetConfirmations(tx);
		await tx.run('samples/forget_acts');
		await tx.run('samples/forget_sheets');
		await tx.run('samples/forget_documents');
		await tx.run('samples/forget_services');
		await tx.run('samples/forget_outages');
		await rebuildOutages(tx);
		await prepareRebuild(tx);
		for (const process of processes) await tx.run('reference/processes/touch', { process });
		await tx.run('samples/touch_cases');
		await tx.run('samples/release_units');
		await tx.run('samples/forget_units');
		await tx.run('samples/forget_calendar_days');
		await tx.run('samples/forget_calendars');
		await tx.run('samples/forget_data_dates');
		await rebuildCases(tx, { now });
	});
	await forgetMergesOfGone(store, { before, after: await knownSuppliers(store) });
}
