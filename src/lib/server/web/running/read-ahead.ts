import type { Store } from '../../database/store';
import { readPatiently } from '../../database/patient-reading';
import { readOpenings } from '../../reading/openings';

/** Several writes in a row are one change to readers. */
const SETTLED_MILLISECONDS = 300;

const shared = globalThis as { tepatReadsAhead?: boolean };

/**
 * Works the heavy answers of the pages out in the background when the store was opened and whenever it changed, so that
 * the first reader after an import does not wait for what the import made old: what readers asked lately, then the pages
 * as they open. It gives way to readers and to writes, and ends when the store changes again or closes.
 */
export function readAhead(store: Store): void {
	if (shared.tepatReadsAhead) return;
	shared.tepatReadsAhead = true;
	let changes = 0;
	let timer: NodeJS.Timeout | undefined;
	const soon = () => {
		const now = ++changes;
		clearTimeout(timer);
		timer = setTimeout(() => {
			const ends = () => store.closed || changes !== now;
			void store.renewAnswers().then(() => readOpenings(readPatiently(store, ends)));
		}, SETTLED_MILLISECONDS);
		timer.unref();
	};
	const end = store.onChange(soon);
	process.on('sveltekit:shutdown', () => {
		end();
		clearTimeout(timer);
	});
	soon();
}
