import { SequenceReader } from '../conformance/sequence-reader';
import { graphOf, readSopSources } from '../conformance/sop-graphs';
import type { Transaction } from '../database/store';
import { readChoices } from './choices';

/**
 * Decides the order of events within dates that hold an event known to the day only: the SOP's own, or that of the source
 * where it aligns with the SOP at less cost. Expects the SOP versions and the free steps of the touched cases.
 */
export async function chooseOrders(tx: Transaction): Promise<void> {
	if (!(await tx.get('pipeline/order/dated_events'))?.any) return;
	const choices = await readChoices(tx);
	if (choices.size > 0) await tx.run('pipeline/order/place_choices');
	if ((await tx.run('pipeline/order/find_contested_cases')) === 0) return;
	const sources = await readSopSources(tx);
	const graphs = new Map(sources.map((source) => [source.version, graphOf(source)]));
	const readers = new Map<string, SequenceReader>();
	const contests: string[] = [];
	for (const row of await tx.all('pipeline/order/contests')) {
		const graph = graphs.get(row.version);
		if (!graph) continue;
		const key = `${row.version} ${row.free.join()}`;
		const reader =
			readers.get(key) ?? new SequenceReader(graph, row.free, new Map(choices.get(row.version)));
		readers.set(key, reader);
		const own = reader.cost(row.own_steps, row.own_complete);
		const source = reader.cost(row.source_steps, row.source_complete);
		if (source < own) contests.push(row.contest);
	}
	if (contests.length > 0) await tx.run('pipeline/order/keep_source_order', { contests });
}
