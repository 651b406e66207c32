import { periodRange, type Period } from '$lib/domain/filters/period';
import type { Comparison } from './window';

/** Where a row stands: in the later of two periods that are compared, in the earlier one, or in neither. */
export type Slot = 'now' | 'before' | 'other';

/** The dates of the periods compared, as queries take them. */
export function slotParams(comparison: Comparison | null) {
	const now = comparison && periodRange(comparison.current);
	const before = comparison && periodRange(comparison.before);
	return {
		from: now?.from ?? null,
		to: now?.to ?? null,
		before_from: before?.from ?? null,
		before_to: before?.to ?? null
	};
}

/** The slots that a period takes in: without a period all of them, else that of the period itself. */
export function slotsOf(period: Period): readonly Slot[] {
	return period.kind === 'all' ? ['now', 'before', 'other'] : ['now'];
}

/** The rows of some slots. */
export function inSlots<Row extends { slot: string }>(
	rows: readonly Row[],
	slots: readonly Slot[]
): Row[] {
	return rows.filter(({ slot }) => slots.some((chosen) => chosen === slot));
}
