import { createHash } from 'node:crypto';
import { dayNumber } from '$lib/domain/calendar/local-time';
import {
	followMerges,
	readTaxNumber,
	suggestMerges,
	supplierKeys,
	type Told
} from '$lib/domain/evaluations/identity';
import type { Scheme } from '$lib/domain/evaluations/scheme';
import {
	compareStandings,
	readEvaluation,
	standingOf,
	type ReadEvaluation,
	type Standing
} from '$lib/domain/evaluations/standing';
import type { Store } from '../database/store';
import type { Scope } from '../reading/scope';
import { findScheme, PACKAGE_SCHEME } from './schemes';

/** A package of a supplier, with its evaluation where it has one. */
export interface SupplierPackage {
	case: number;
	key: string;
	name: string | null;
	unit: string;
	unitName: string;
	kind: string | null;
	finished: boolean;
	endDay: string | null;
	/** Calendar days from the planned end of the work to the last handover; null where either is not known. */
	delay: number | null;
	evaluation: ReadEvaluation | null;
}

/** A supplier of packages. */
export interface Supplier {
	/** Stands in addresses; says nothing of the tax number. */
	id: string;
	key: string;
	name: string;
	/** All spellings, the name among them. */
	names: string[];
	tax: string | null;
	packages: SupplierPackage[];
	standing: Standing;
	/** Finished packages, and those of them without an evaluation. */
	finished: number;
	notEvaluated: number;
	/** Packages whose work has a planned end and a handover, and those handed over later. */
	judged: number;
	late: number;
}

/** Two suppliers that may be one. */
export interface MergeSuggestion {
	why: 'name' | 'code';
	a: { key: string; name: string };
	b: { key: string; name: string };
}

export interface Suppliers {
	scheme: Scheme;
	/** As they rank. */
	suppliers: Supplier[];
	suggestions: MergeSuggestion[];
	merges: { key: string; joinedTo: string; by: string; at: string; name: string }[];
}

/**
 * The suppliers of packages with their evaluations, as the LKPP scheme reads them. The period is that of the end of
 * the packages. Throws as findScheme.
 */
export async function readSuppliers(store: Store, scope: Scope): Promise<Suppliers> {
	const scheme = findScheme(store.home, PACKAGE_SCHEME);
	const { unit, from, to } = scope;
	const [named, evaluated, merges] = await Promise.all([
		store.all('suppliers/packages', { unit, from, to }),
		store.all('packages/evaluations', { process: null, unit, from, to }),
		store.all('suppliers/merges')
	]);
	const told: Told[] = [...named, ...evaluated];
	const keyOf = supplierKeys(told);
	const follow = followMerges(
		new Map(merges.map(({ supplier_key, joined_to }) => [supplier_key, joined_to]))
	);
	const found = new Map<string, { told: Told[]; packages: Map<number, SupplierPackage> }>();
	const groupOf = (row: Told) => {
		const key = follow(keyOf(row));
		let group = found.get(key);
		if (!group) found.set(key, (group = { told: [], packages: new Map() }));
		group.told.push(row);
		return group;
	};
	for (const row of named) {
		const { packages } = groupOf(row);
		packages.set(row.case_id, {
			case: row.case_id,
			key: row.case_key,
			name: row.name,
			unit: row.unit,
			unitName: row.unit_name,
			kind: row.kind,
			finished: row.finished,
			endDay: row.end_day,
			delay:
				row.planned === null || row.handed === null
					? null
					: dayNumber(row.handed) - dayNumber(row.planned),
			evaluation: null
		});
	}
	for (const row of evaluated) {
		// A row without name, code or number evaluates nobody that could be ranked.
		if (row.supplier === null && row.code === null && row.tax === null) continue;
		const { packages } = groupOf(row);
		const known = packages.get(row.case_id);
		packages.set(row.case_id, {
			case: row.case_id,
			key: row.case_key,
			name: known?.name ?? null,
			unit: row.unit,
			unitName: row.unit_name,
			kind: known?.kind ?? null,
			finished: known?.finished ?? false,
			endDay: row.end_day,
			delay: known?.delay ?? null,
			evaluation: readEvaluation(scheme, row)
		});
	}
	const suppliers = [...found].map(([key, group]) => supplierOf(scheme, key, group));
	suppliers.sort(
		(a, b) => compareStandings(a.standing, b.standing) || a.name.localeCompare(b.name, 'id')
	);
	const nameOf = new Map(told.map((row) => [keyOf(row), row.supplier ?? row.code ?? '—']));
	return {
		scheme,
		suppliers,
		suggestions: suggestMerges(told)
			.filter(({ key, other }) => follow(key) !== follow(other))
			.map(({ key, other, why }) => ({
				why,
				a: { key, name: nameOf.get(key) ?? key },
				b: { key: other, name: nameOf.get(other) ?? other }
			})),
		merges: merges.flatMap((row) => {
			const name = nameOf.get(row.supplier_key);
			if (name === undefined) return [];
			const { supplier_key: key, joined_to: joinedTo } = row;
			return [{ key, joinedTo, name, by: row.confirmed_by, at: row.confirmed_at }];
		})
	};
}

function supplierOf(
	scheme: Scheme,
	key: string,
	group: { told: Told[]; packages: Map<number, SupplierPackage> }
): Supplier {
	const packages = [...group.packages.values()].sort((a, b) =>
		(b.endDay ?? '').localeCompare(a.endDay ?? '')
	);
	const evaluations = packages.flatMap(({ evaluation }) => evaluation ?? []);
	const names = countedNames(group.told);
	const finished = packages.filter((one) => one.finished);
	const judged = packages.filter(({ delay }) => delay !== null);
	return {
		id: createHash('sha256').update(key).digest('hex').slice(0, 12),
		key,
		name: names[0] ?? key.slice(key.indexOf(':') + 1),
		names,
		tax: group.told.map(({ tax }) => readTaxNumber(tax)).find((tax) => tax !== null) ?? null,
		packages,
		standing: standingOf(scheme, evaluations),
		finished: finished.length,
		notEvaluated: finished.filter(({ evaluation }) => evaluation === null).length,
		judged: judged.length,
		late: judged.filter(({ delay }) => (delay ?? 0) > 0).length
	};
}

/** The spellings of a name, the most frequent first. */
function countedNames(told: readonly Told[]): string[] {
	const counts = new Map<string, number>();
	for (const { supplier } of told)
		if (supplier !== null) counts.set(supplier, (counts.get(supplier) ?? 0) + 1);
	return [...counts]
		.sort(([a, n], [b, o]) => o - n || a.localeCompare(b, 'id'))
		.map(([name]) => name);
}
