import { sopGraph } from '$lib/domain/conformance/sop-graph';
import type { SopGraph } from '$lib/domain/conformance/sop-graph';
import type { Sop } from '$lib/domain/sop/types';
import type { Reading } from '../database/store';
import { confirmationKey } from '../reference/sops';

/** The SOP versions of the store as graphs, by the number of the version; what an office has confirmed is not inferred. */
export async function readSopGraphs(store: Pick<Reading, 'all'>): Promise<Map<number, SopGraph>> {
	const graphs = new Map<number, SopGraph>();
	for (const { version, sop: id, document } of await store.all('sop/catalogue_versions')) {
		const confirmed = new Set(
			(await store.all('reference/confirmations', { sop: id })).map((row) =>
				confirmationKey(row.step_id, row.field, row.target)
			)
		);
		graphs.set(
			version,
			sopGraph(JSON.parse(document) as Sop, (step, field, target) =>
				confirmed.has(confirmationKey(step, field, target))
			)
		);
	}
	return graphs;
}
