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
	type ReadEvaluation
} from '$lib/domain/evaluations/standing';
import type { Reading } from '../database/store';
import type { Scope } from '../reading/scope';
import { chooseScheme, looseRows, nameOf, schemeOf } from './schemes/of-packages';
import { listSchemes } from './schemes/versions';
import {
	isEvaluated,
	type Named,
	type Supplier,
	type SupplierPackage,
	type Suppliers
} from './supplier';

/** What rows say of one supplier. */
interface Group {
	told: Told[];
	packages: Map<number, SupplierPackage>;
	/** The evaluations of each package, by the name of the version of the scheme that they were made with. */
	results: Map<number, Map<string, ReadEvaluation>>;
}

/**
 * The suppliers of packages with their evaluations. Who is who is worked out over all rows that can be seen, so that a
 * supplier stays the same under any filter. The period is that of the end of the packages, of steps that of their
 * completion. Each evaluation keeps the scheme and version it was made with; suppliers rank by one of them.
 * @param chosen `id.version` of that one; of null, or of one without results, what chooseScheme takes
 */
export async function readSuppliers(
	store: Reading,
	scope: Scope,
	chosen: string | null = null
): Promise<Suppliers> {
	const { unit, from, to } = scope;
	const [named, evaluated, merges, steps, units, sheetRows, schemes] = await Promise.all([
		store.kept('suppliers/packages'),
		store.kept('packages/evaluations', { process: null, unit: null, from: null, to: null }),
		store.kept('suppliers/merges'),
		store.kept('suppliers/own_steps', { unit, from, to }),
		store.kept('reading/units'),
		store.kept('suppliers/sheet_rows', { unit }),
		listSchemes(store)
	]);
	const office = units.find((one) => one.unit === unit)?.code ?? null;
	const within = (row: { unit: string; end_day: string | null }) =>
		(office === null || row.unit === office) &&
		(from === null || (row.end_day !== null && row.end_day >= from)) &&
		(to === null || (row.end_day !== null && row.end_day <= to));
	const packageOf = new Map(
		evaluated.flatMap((row) => (row.package === null ? [] : [[row.case_id, row.package] as const]))
	);
	const placed = <T extends { case_id: number }>(row: T): T => ({
		...row,
		case_id: packageOf.get(row.case_id) ?? row.case_id
	});
	const told: Told[] = [...named, ...evaluated].map(placed);
	const keyOf = supplierKeys(told);
	const follow = followMerges(
		new Map(merges.map(({ supplier_key, joined_to }) => [supplier_key, joined_to]))
	);
	const found = new Map<string, Group>();
	const groupOf = (row: Told) => {
		const key = follow(keyOf(row));
		let group = found.get(key);
		if (!group) found.set(key, (group = { told: [], packages: new Map(), results: new Map() }));
		group.told.push(row);
		return group;
	};
	/** Whom the package's own rows name. */
	const owners = new Map<number, Set<string>>();
	for (const row of named) {
		owners.set(row.case_id, (owners.get(row.case_id) ?? new Set()).add(follow(keyOf(row))));
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
			...{ evaluation: null, elsewhere: [] }
		});
	}
	const strangers = new Set<number>();
	for (const row of evaluated) {
		// A row without name, code or number evaluates nobody that could be ranked.
		if (row.supplier === null && row.code === null && row.tax === null) continue;
		const scheme = schemeOf(schemes, row);
		if (!within(row) || !scheme) continue;
		const here = placed(row);
		const owned = owners.get(here.case_id);
		if (row.package !== null && owned && !owned.has(follow(keyOf(here))))
			strangers.add(row.case_id);
		const { packages, results } = groupOf(here);
		const known = packages.get(here.case_id);
		packages.set(here.case_id, {
			case: here.case_id,
			key: row.case_key,
			name: known?.name ?? row.name,
			unit: row.unit,
			unitName: row.unit_name,
			kind: known?.kind ?? null,
			finished: known?.finished ?? false,
			endDay: row.end_day,
			delay: known?.delay ?? null,
			...{ evaluation: null, elsewhere: [] }
		});
		const evaluation = readEvaluation(scheme, row);
		const ofPackage = results.get(here.case_id) ?? new Map<string, ReadEvaluation>();
		const name = nameOf(scheme);
		const other = ofPackage.get(name);
		results.set(
			here.case_id,
			ofPackage.set(name, other ? joinEvaluations(other, evaluation) : evaluation)
		);
	}
	const made = [...found.values()].flatMap(({ results }) =>
		[...results.values()].flatMap((ofPackage) => [...ofPackage.values()])
	);
	const { scheme, inUse } = chooseScheme(schemes, made, chosen);
	for (const { packages, results } of found.values())
		for (const [number, ofPackage] of results) {
			const one = packages.get(number);
			if (!one) continue;
			one.evaluation = ofPackage.get(nameOf(scheme)) ?? null;
			one.elsewhere = [...ofPackage.values()].filter((other) => other !== one.evaluation);
		}
	const stepsOf = ownSteps(steps, told, (row) => follow(keyOf(row)));
	const suppliers = [...found].map(([key, group]) => supplierOf(scheme, key, group, stepsOf(key)));
	suppliers.sort(
		(a, b) => compareStandings(a.standing, b.standing) || a.name.localeCompare(b.name, 'id')
	);
	const labels = new Map(told.map((row) => [keyOf(row), row.supplier ?? row.code ?? '—']));
	const asNamed = (key: string): Named => ({
		...{ id: supplierId(key), key, basis: basisOf(key) },
		name: labels.get(key) ?? key.slice(key.indexOf(':') + 1)
	});
	return {
		scheme,
		inUse,
		loose: looseRows(sheetRows, schemes, strangers),
		suppliers,
		suggestions: suggestMerges(told)
			.filter(({ key, other }) => follow(key) !== follow(other))
			.map(({ key, other, why }) => ({ why, a: asNamed(key), b: asNamed(other) })),
		merges: merges
			.filter(({ supplier_key }) => labels.has(supplier_key))
			.map((row) => ({
				...asNamed(row.supplier_key),
				...{ joinedTo: row.joined_to, confirmedBy: row.confirmed_by, at: row.confirmed_at }
			}))
	};
}

/** The keys of all suppliers that rows speak of, before any merge. */
export async function knownSuppliers(store: Reading): Promise<Set<string>> {
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

function supplierOf(scheme: Scheme, key: string, group: Group, steps: Supplier['steps']): Supplier {
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
		standing: standingOf(
			scheme,
			evaluations,
			packages.flatMap(({ elsewhere }) => elsewhere)
		),
		finished: finished.length,
		notEvaluated: finished.filter((one) => !isEvaluated(one)).length,
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
