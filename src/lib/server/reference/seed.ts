import { loadCatalogue } from '../catalogue/load';
import type { Store } from '../database/store';
import { refreshOwnCalendars } from '../offices/local-holidays';
import { prepareRebuild, rebuildCases } from '../pipeline/rebuild';
import { seedCalendars } from './calendars';
import { seedSchemes } from '../suppliers/schemes/versions';
import { anchorSaid } from './sops/carry-over';
import { registerSop } from './sops/versions';

/**
 * Brings the reference data of `data/` into the store: evaluation schemes, calendars and the SOP catalogue, each only where
 * its content changed; cases of a changed SOP, all cases after a change of calendar, and cases that a store from before
 * alignments has, are read anew.
 * @param now the instant, UTC, ISO without zone
 */
export async function seedReferenceData(store: Store, now: string): Promise<void> {
	await seedSchemes(store, now);
	const changedCalendars = await seedCalendars(store);
	await store.write(async (tx) => {
		const calendars = [...changedCalendars, ...(await refreshOwnCalendars(tx))];
		await anchorSaid(tx);
		const versions: { process: number; version: number }[] = [];
		for (const sop of loadCatalogue(store.home)) {
			const { process, version, changed } = await registerSop(tx, sop);
			if (changed) versions.push({ process, version });
		}
		const unread = (await tx.get('reference/readings/any_unread'))?.unread ?? false;
		if (versions.length === 0 && calendars.length === 0 && !unread) return;
		await prepareRebuild(tx);
		await tx.run('reference/readings/touch_unread');
		for (const version of versions) await tx.run('reference/sops/touch_version', version);
		for (const calendar of calendars) await tx.run('reference/calendars/touch', { calendar });
		if (await tx.get('reference/readings/any_touched')) await rebuildCases(tx, { now });
	});
}
