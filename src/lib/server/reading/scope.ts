import type { Filters } from '$lib/domain/filters/filters';
import { periodRange } from '$lib/domain/filters/period';
import { UserError } from '$lib/domain/user-error';
import type { Reading } from '../database/store';

/** What a reader looks at, as queries take it: null is all. Dates are local and inclusive. */
export type Scope = {
	unit: number | null;
	process: number | null;
	from: string | null;
	to: string | null;
};

/** Everything. */
export const WHOLE: Scope = { unit: null, process: null, from: null, to: null };

/**
 * Looks up the ids of a scope. Throws UserError `unknown_unit` {unit, known} or `unknown_sop` {sop, known}
 * for ids that the store does not have.
 */
export async function findScope(
	store: Reading,
	given: { unit: string | null; sop: string | null; from: string | null; to: string | null }
): Promise<Scope> {
	return {
		unit: given.unit === null ? null : await findUnit(store, given.unit),
		process: given.sop === null ? null : await findProcess(store, given.sop),
		from: given.from,
		to: given.to
	};
}

/** The scope of a page's filters. Throws as findScope. */
export function scopeOfFilters(store: Reading, filters: Filters): Promise<Scope> {
	const range = periodRange(filters.period);
	return findScope(store, {
		unit: filters.unit,
		sop: filters.sop,
		from: range?.from ?? null,
		to: range?.to ?? null
	});
}

async function findUnit(store: Reading, code: string): Promise<number> {
	const units = await store.kept('reading/units');
	const unit = units.find((row) => row.code === code);
	if (unit) return unit.unit;
	throw new UserError('unknown_unit', { unit: code, known: list(units.map((row) => row.code)) });
}

async function findProcess(store: Reading, code: string): Promise<number> {
	const processes = await store.kept('reading/processes');
	const process = processes.find((row) => row.code === code);
	if (process) return process.process;
	throw new UserError('unknown_sop', { sop: code, known: list(processes.map((row) => row.code)) });
}

function list(codes: string[]): string {
	return codes.length === 0 ? '—' : codes.join(', ');
}
