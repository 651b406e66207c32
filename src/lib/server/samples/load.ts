import { join } from 'node:path';
import { formatLocal } from '$lib/domain/calendar/local-time';
import type { Store } from '../database/store';
import { importFiles } from '../importing/import-files';
import { rebuildOutages } from '../reference/outages';
import { confirmInferences } from './confirmations';
import { readManifest, samplesFolder } from './manifest';
import { addSampleServices } from './services';
import { removeSamples } from './remove';

/**
 * Loads the samples of `data/samples` into a store that has never had an import: their offices, what these
 * have confirmed of the SOPs, their outages, the logs, all of them one import, and their supporting services. Answers whether it did.
 * When a file cannot be imported, nothing of the samples stays. Throws what readManifest,
 * confirmInferences and importFiles throw.
 * @param now the instant, UTC, ISO without zone
 */
export async function loadSamples(store: Store, { now }: { now: string }): Promise<boolean> {
	const had = await store.get('samples/anything_imported');
	if (had?.imported) return false;
	const manifest = readManifest(store.home);
	// Events later than the import would not count as data: a machine whose clock is behind shows the same samples.
	const afterData = formatLocal(manifest.dataDate);
	const at = now > afterData ? now : afterData;
	await store.write(async (tx) => {
		for (const { code, name, zone } of manifest.units)
			await tx.run('samples/add_unit', { code, name, zone });
		const units = new Map(
			(await tx.all('samples/units')).map(({ code, unit }) => [code, unit] as const)
		);
		for (const outage of manifest.outages)
			await tx.run('calendar/add_outage', {
				unit: units.get(outage.unit) ?? null,
				started: formatLocal(outage.from),
				ended: formatLocal(outage.until),
				reason: outage.reason,
				evidence: outage.evidence,
				outage_file: null,
				file_row: null,
				by: manifest.confirmations.by,
				now: at
			});
		await rebuildOutages(tx);
		await confirmInferences(tx, manifest.confirmations);
	});
	try {
		await importFiles({
			store,
			files: manifest.files.map(({ file, sop, profile, unit }) => ({
				path: join(store.home, samplesFolder, file),
				name: file,
				reading: { sop, profile, unit }
			})),
			by: manifest.confirmations.by,
			now: at,
			sample: true
		});
		await addSampleServices(store, manifest, at);
	} catch (error) {
		await removeSamples(store, { now: at });
		throw error;
	}
	return true;
}
