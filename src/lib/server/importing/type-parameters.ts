import type { KeptColumn } from '$lib/domain/importing/plan';
import type { EventKind, Precision } from '$lib/domain/importing/profile';
import type { TimeFormat } from '$lib/domain/importing/time-format';

/** Kinds of times as the store keeps them. */
export const kindNumbers: Record<EventKind, number> = {
	actual: 1,
	document: 2,
	planned: 3,
	observed: 4
};

/** Precisions of times as the store keeps them. */
export const precisionNumbers: Record<Precision, number> = { second: 1, minute: 2, day: 3 };

/** A position from 0 as the database counts it, from 1; null where there is no column. */
export function oneBased(position: number | undefined): number | null {
	return position === undefined ? null : position + 1;
}

/** Columns that are kept, as equally long lists. */
export function keptParameters(columns: readonly KeptColumn[]) {
	return {
		names: columns.map(({ name }) => name),
		positions: columns.map(({ position }) => position + 1)
	};
}

/** As keptParameters, with what is taken of each cell. */
export function takenParameters(columns: readonly KeptColumn[]) {
	return {
		...keptParameters(columns),
		takes: columns.map(({ take }) => take ?? 'text'),
		keys: columns.map(({ key }) => key ?? '')
	};
}

/** Formats of times, as equally long lists. */
export function formatParameters(formats: readonly TimeFormat[]) {
	return {
		formats: formats.map(({ format }) => format),
		format_precisions: formats.map(({ precision }) => precision)
	};
}
