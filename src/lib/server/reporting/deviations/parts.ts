import type { Queries } from '../../database/generated/queries';
import { letGo } from '../../database/let-go';
import type { ReportColumn } from '../contents';

/** Deviations that are read at once: a statement over some takes nearly as long as over many. */
const CHUNK = 16_384;
/** Parts that are read before those that were taken are let go. */
const KEPT_PARTS = 2;

/** A deviation that a report is about; `bare` where it has no event of its own. */
export type Identity = Queries['reporting/identities']['row'];

/** Columns of a table, each by its kind. */
export const text = (label: string, width = 16): ReportColumn => ({ label, type: 'text', width });
export const number = (label: string, width = 10): ReportColumn => ({
	label,
	type: 'number',
	width
});
export const date = (label: string): ReportColumn => ({ label, type: 'date', width: 12 });
export const time = (label: string): ReportColumn => ({
	label,
	type: 'date',
	width: 18,
	time: true
});

/** Reads a list some thousands at a time: the next ones while those before are written. */
export async function* ahead<T, R>(
	list: readonly T[],
	read: (some: readonly T[], start: number) => Promise<R>
): AsyncGenerator<R> {
	const from = (start: number): Promise<R> | undefined => {
		if (start >= list.length) return undefined;
		const reading = read(list.slice(start, start + CHUNK), start);
		// Heard of when it is waited for; who stops before that need not hear of it.
		reading.catch(() => undefined);
		return reading;
	};
	let next = from(0);
	for (let start = CHUNK; next; start += CHUNK) {
		if (start % (KEPT_PARTS * CHUNK) === 0) letGo();
		const now: R = await next;
		next = from(start);
		yield now;
	}
}
