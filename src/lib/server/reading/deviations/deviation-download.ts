import type { Store } from '../../database/store';
import type { DeviationFilters } from './deviation-filters';
import { listDeviations } from './deviation-list';
import { deviationsCsv, deviationsCsvLines } from './deviations-csv';
import type { Scope } from '../scope';
import { streamText } from '../stream-text';

const CHUNK_ROWS = 5_000;

/**
 * The deviations of a list as a CSV that is made while it is sent: the same rows in the same order as the
 * page shows, never all of them in memory. The reader's language is that of the call, which the moments
 * at which a client asks for more no longer know.
 */
export function streamDeviationsCsv(
	store: Store,
	given: { scope: Scope; filters: DeviationFilters }
): ReadableStream<Uint8Array> {
	return streamText(write(store, given));
}

async function* write(
	store: Store,
	given: { scope: Scope; filters: DeviationFilters }
): AsyncGenerator<string, void, void> {
	yield deviationsCsv([]);
	let key: string | null = null;
	do {
		const { rows, next } = await listDeviations(store, {
			...given,
			place: { key, backward: false },
			size: CHUNK_ROWS
		});
		if (rows.length > 0) yield deviationsCsvLines(rows);
		key = next;
	} while (key !== null);
}
