import type { Scheme } from '$lib/domain/evaluations/scheme';
import { plainTotal } from '$lib/domain/evaluations/score';
import type { Supplier, SupplierPackage } from './read-suppliers';

/** Evaluated packages by band, in the order of the scheme's bands, of one group. */
export interface BandRow {
	group: string;
	/** With a total. */
	n: number;
	counts: number[];
}

/** The mean of the totals of packages that ended in a month. */
export interface TrendRow {
	/** YYYY-MM. */
	month: string;
	n: number;
	mean: number;
}

/** Finished packages of an office, and those without an evaluation. */
export interface CoverageRow {
	unit: string;
	finished: number;
	evaluated: number;
	notEvaluated: number;
}

/** How often each band occurs, by what `by` answers; null stands under `unknown`. Most evaluations first. */
export function bandsBy(
	scheme: Scheme,
	packages: readonly SupplierPackage[],
	by: (one: SupplierPackage) => string | null,
	unknown: string
): BandRow[] {
	const groups = new Map<string, BandRow>();
	for (const one of packages) {
		const at = scheme.bands.findIndex(({ id }) => id === one.evaluation?.band?.id);
		if (at < 0) continue;
		const group = by(one) ?? unknown;
		const row = groups.get(group) ?? { group, n: 0, counts: scheme.bands.map(() => 0) };
		groups.set(group, row);
		row.n++;
		row.counts[at] = (row.counts[at] ?? 0) + 1;
	}
	return [...groups.values()].sort((a, b) => b.n - a.n || a.group.localeCompare(b.group, 'id'));
}

/** The trend of totals by the month in which the packages ended; months without an evaluation are left out. */
export function trendOf(packages: readonly SupplierPackage[]): TrendRow[] {
	const months = new Map<string, { n: number; sum: number }>();
	for (const { endDay, evaluation } of packages) {
		if (endDay === null || evaluation?.total == null) continue;
		const month = endDay.slice(0, 7);
		const found = months.get(month) ?? { n: 0, sum: 0 };
		months.set(month, { n: found.n + 1, sum: found.sum + evaluation.total });
	}
	return [...months]
		.sort(([a], [b]) => a.localeCompare(b))
		.map(([month, { n, sum }]) => ({ month, n, mean: plainTotal(sum) / n }));
}

/** Which finished packages wait for their evaluation, by office; a package of two suppliers counts for each. */
export function coverageByUnit(suppliers: readonly Supplier[]): CoverageRow[] {
	const units = new Map<string, CoverageRow>();
	for (const one of suppliers.flatMap(({ packages }) => packages)) {
		if (!one.finished) continue;
		const row = units.get(one.unitName) ?? {
			unit: one.unitName,
			finished: 0,
			evaluated: 0,
			notEvaluated: 0
		};
		units.set(one.unitName, row);
		row.finished++;
		if (one.evaluation) row.evaluated++;
		else row.notEvaluated++;
	}
	return [...units.values()].sort((a, b) => b.notEvaluated - a.notEvaluated);
}
