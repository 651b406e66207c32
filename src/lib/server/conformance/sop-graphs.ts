import { sopGraph } from '$lib/domain/conformance/sop-graph';
import type { SopGraph } from '$lib/domain/conformance/sop-graph';
import type { Sop } from '$lib/domain/sop/types';
import type { Reading } from '../database/store';
import { readConfirmed } from '../reference/sops/carry-over';

/** What an SOP version is as a graph, in a form that can be handed to another thread. */
export interface SopSource {
	version: number;
	/** The SOP as JSON. */
	document: string;
	/** Inferred values that an office has confirmed: step, field, target. */
	confirmed: [stepId: string, field: string, target: string][];
	/** Entries of sequences that stand for a text of several steps, with these steps. */
	choices?: [entry: number, steps: number[]][];
}

/** The SOP versions of the store. */
export async function readSopSources(store: Pick<Reading, 'all'>): Promise<SopSource[]> {
	const sources: SopSource[] = [];
	for (const { version, document } of await store.all('sop/catalogue_versions')) {
		const rows = (await readConfirmed(store, JSON.parse(document) as Sop)).values();
		const confirmed = [...rows].map(
			({ step_id, field, target }): SopSource['confirmed'][number] => [step_id, field, target]
		);
		sources.push({ version, document, confirmed });
	}
	return sources;
}

/** An SOP version as a graph; what an office has confirmed is not inferred. */
export function graphOf({ document, confirmed }: SopSource): SopGraph {
	const known = new Set(confirmed.map((value) => JSON.stringify(value)));
	return sopGraph(JSON.parse(document) as Sop, (...value) => known.has(JSON.stringify(value)));
}
