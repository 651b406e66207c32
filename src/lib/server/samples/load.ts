import { join } from 'node:path';
import { formatLocal } from '$lib/domain/calendar/local-time';
import type { SampleFile } from '$lib/domain/samples/manifest';
import type { Store } from '../database/store';
import { importFiles } from '../importing/import-files';
import { rebuildOutages } from '../reference/outages';
import { confirmInferences } from './confirmations';
import { readManifest, samplesFolder } from './manifest';
import { removeSamples } from './remove';

/**
 * Loads the samples of `data/samples` into a store that has never had an import: their offices, what these
 * have confirmed of the SOPs, their outages, and the logs, each SOP's as one import. Answers whether it did.
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
				evidence: outage.evidence
			});
		await rebuildOutages(tx);
		await confirmInferences(tx, manifest.confirmations);
	});
	try {
		for (const group of groupsOf(manifest.files)) {
			const { sop, profile, unit } = group[0] as SampleFile;
			const files = group.map(({ file }) => ({
				path: join(store.home, samplesFolder, file),
				name: file
			}));
			const by = manifest.confirmations.by;
			await importFiles({ store, files, sop, profile, unit, by, now: at, sample: true });
		}
	} catch (error) {
		await removeSamples(store, { now: at });
		throw error;
	}
	return true;
}

/** Files that are imported together: those of one SOP, or of one profile and office. */
function groupsOf(files: readonly SampleFile[]): SampleFile[][] {
	const groups = new Map<string, SampleFile[]>();
	for (const file of files) {
		const key = [file.sop, file.profile, file.unit].join('|');
		groups.set(key, [...(groups.get(key) ?? []), file]);
	}
	return [...groups.values()];
}
