import { createHash } from 'node:crypto';
import { dayNumber } from '$lib/domain/calendar/local-time';
import {
	foldSupplierName,
	followMerges,
	readTaxNumber,
	suggestMerges,
	supplierKeys,
	type Told
} from '$lib/domain/evaluations/identity';
import type { Scheme } from '$lib/domain/evaluations/scheme';
import {
	compareStandings,
	joinEvaluations,
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
	/** Steps of SOPs that they did themselves under exactly one supplier's name: judged ones, and the late among them. */
	steps: { judged: number; late: number };
}

/** A supplier as somebody decides on it. */
export interface Named {
	/** As in addresses: the key may hold a tax number. */
	id: string;
	key: string;
	name: string;
	/** What it is known by; of a tax number its last four digits. */
	basis: { by: 'tax' | 'code' | 'name'; text: string };
}

/** Two suppliers that may be one. */
export interface MergeSuggestion {
	why: 'name' | 'code';
	a: Named;
	b: Named;
}

export interface Suppliers {
	scheme: Scheme;
	/** As they rank. */
	suppliers: Supplier[];
	suggestions: MergeSuggestion[];
	merges: (Named & { joinedTo: string; confirmedBy: string; at: string })[];
}

/**
 * The suppliers of packages with their evaluations, as the LKPP scheme reads them. Who is who is worked out over all
 * rows that can be seen, so that a supplier stays the same under any filter. The period is that of the end of the
 * packages, of steps that of their completion. Throws as findScheme.
 */
export async function readSuppliers(store: Store, scope: Scope): Promise<Suppliers> {
	const scheme = findScheme(store.home, PACKAGE_SCHEME);
	const { unit, from, to } = scope;
	const [named, evaluated, merges, steps, units] = await Promise.all([
		store.all('suppliers/packages'),
		store.all('packages/evaluations', { process: null, unit: null, from: null, to: null }),
		store.all('suppliers/merges'),
		store.all('suppliers/own_steps', { unit, from, to }),
		store.all('reading/units')
	]);
	const office = units.find((one) => one.unit === unit)?.code ?? null;
	const within = (row: { unit: string; end_day: string | null }) =>
		(office === null || row.unit === office) &&
		(from === null || (row.end_day !== null && row.end_day >= from)) &&
		(to === null || (row.end_day !== null && row.end_day <= to));
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
		if (!within(row)) continue;
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
		if (!within(row)) continue;
		const { packages } = groupOf(row);
		const known = packages.get(row.case_id);
		const evaluation = readEvaluation(scheme, row);
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
			evaluation: known?.evaluation ? joinEvaluations(known.evaluation, evaluation) : evaluation
		});
	}
	const stepsOf = ownSteps(steps, told, (row) => follow(keyOf(row)));
	const suppliers = [...found].map(([key, group]) => supplierOf(scheme, key, group, stepsOf(key)));
	suppliers.sort(
		(a, b) => compareStandings(a.standing, b.standing) || a.name.localeCompare(b.name, 'id')
	);
	const nameOf = new Map(told.map((row) => [keyOf(row), row.supplier ?? row.code ?? '—']));
	const asNamed = (key: string): Named => ({
		...{ id: supplierId(key), key, basis: basisOf(key) },
		name: nameOf.get(key) ?? key.slice(key.indexOf(':') + 1)
	});
	return {
		scheme,
		suppliers,
		suggestions: suggestMerges(told)
			.filter(({ key, other }) => follow(key) !== follow(other))
			.map(({ key, other, why }) => ({ why, a: asNamed(key), b: asNamed(other) })),
		merges: merges
			.filter(({ supplier_key }) => nameOf.has(supplier_key))
			.map((row) => ({
				...asNamed(row.supplier_key),
				...{ joinedTo: row.joined_to, confirmedBy: row.confirmed_by, at: row.confirmed_at }
			}))
	};
}

/** The keys of all suppliers that rows speak of, before any merge. */
export async function knownSuppliers(store: Store): Promise<Set<string>> {
	const told: Told[] = [
		...(await store.all('suppliers/packages')),
		...(await store.all('packages/evaluations', {
			process: null,
			unit: null,
			from: null,
			to: null
		}))
	];
	const keyOf = supplierKeys(told);
	return new Set(told.map(keyOf));
}

/** The address of a supplier: a key may hold a tax number, which no address should. */
function supplierId(key: string): string {
	return createHash('sha256').update(key).digest('hex').slice(0, 12);
}

function basisOf(key: string): Named['basis'] {
	const text = key.slice(key.indexOf(':') + 1);
	if (key.startsWith('npwp:')) return { by: 'tax', text: text.slice(-4) };
	return { by: key.startsWith('kode:') ? 'code' : 'name', text };
}

/** Steps are logged under a name only: they count for a supplier where no other goes by that name. */
function ownSteps(
	steps: readonly { name: string; on_time: number; late: number }[],
	told: readonly Told[],
	keyOf: (row: Told) => string
): (key: string) => Supplier['steps'] {
	const keys = new Map<string, Set<string>>();
	for (const row of told) {
		if (row.supplier === null) continue;
		const name = foldSupplierName(row.supplier);
		const known = keys.get(name);
		if (known) known.add(keyOf(row));
		else keys.set(name, new Set([keyOf(row)]));
	}
	const sums = new Map<string, Supplier['steps']>();
	for (const { name, on_time, late } of steps) {
		const [key, ...others] = keys.get(foldSupplierName(name)) ?? [];
		if (key === undefined || others.length > 0) continue;
		const sum = sums.get(key) ?? { judged: 0, late: 0 };
		sums.set(key, { judged: sum.judged + on_time + late, late: sum.late + late });
	}
	return (key) => sums.get(key) ?? { judged: 0, late: 0 };
}

function supplierOf(
	scheme: Scheme,
	key: string,
	group: { told: Told[]; packages: Map<number, SupplierPackage> },
	steps: Supplier['steps']
): Supplier {
	const packages = [...group.packages.values()].sort((a, b) =>
		(b.endDay ?? '').localeCompare(a.endDay ?? '')
	);
	const evaluations = packages.flatMap(({ evaluation }) => evaluation ?? []);
	const names = countedNames(group.told);
	const finished = packages.filter((one) => one.finished);
	const judged = packages.filter(({ delay }) => delay !== null);
	return {
		id: supplierId(key),
		key,
		name: names[0] ?? key.slice(key.indexOf(':') + 1),
		names,
		tax: group.told.map(({ tax }) => readTaxNumber(tax)).find((tax) => tax !== null) ?? null,
		packages,
		standing: standingOf(scheme, evaluations),
		finished: finished.length,
		notEvaluated: finished.filter(({ evaluation }) => evaluation === null).length,
		judged: judged.length,
		late: judged.filter(({ delay }) => (delay ?? 0) > 0).length,
		steps
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
