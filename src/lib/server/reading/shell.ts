import type { Reading } from '../database/store';

/**
 * What the frame around every page shows: offices and SOPs to choose from, how far the data reaches (local
 * to the zone named), whether samples are loaded, and the counts beside the navigation.
 */
export async function loadShell(store: Reading) {
	const [[shell], units, processes] = await Promise.all([
		store.kept('reading/shell'),
		store.kept('reading/units'),
		store.kept('reading/processes')
	]);
	if (!shell) throw new Error('an aggregate without a row');
	return {
		units: units.map((unit) => ({ id: unit.code, name: unit.name, zone: unit.zone })),
		sops: processes
			.filter((process) => process.kind === 'sop')
			.map((process) => ({ id: process.code, title: process.title })),
		dataFrom: shell.data_from,
		dataDate: shell.data_date,
		dataZone: shell.data_zone ?? 'Asia/Jakarta',
		hasSamples: shell.has_samples,
		counts: {
			sops: shell.sops,
			deviations: shell.deviations,
			imports: shell.imports,
			packages: shell.packages
		}
	};
}
