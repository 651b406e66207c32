import type { Scheme } from '$lib/domain/evaluations/scheme';
import { plainTotal } from '$lib/domain/evaluations/score';
import { isEvaluated, type Supplier, type SupplierPackage } from './supplier';

/** Evaluated packages by band, in the order of the scheme's bands, of one group. */
export interface BandRow {
	group: string;
	/** With a total. */
	n: number;
	counts: number[];
}

/** The mean of the totals of a month. */
export interface TrendRow {
	/** YYYY-MM. */
	month: string;
	n: number;
	/** null in a month without an evaluation. */
	mean: number | null;
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

/** The trend of totals by the month in which the packages ended, see trendOfMonths. */
export function trendOf(packages: readonly SupplierPackage[]): TrendRow[] {
	return trendOfMonths(
		packages.flatMap(({ endDay, evaluation }) =>
			endDay === null || evaluation?.total == null ? [] : [{ day: endDay, total: evaluation.total }]
		)
	);
}

/**
 * The mean of exact totals by month, from the first to the last month; one in between without any has no mean, so that
 * no line is drawn across it. Days are local, YYYY-MM-DD.
 */
export function trendOfMonths(totals: readonly { day: string; total: number }[]): TrendRow[] {
	const months = new Map<string, { n: number; sum: number }>();
	for (const { day, total } of totals) {
		const month = day.slice(0, 7);
		const found = months.get(month) ?? { n: 0, sum: 0 };
		months.set(month, { n: found.n + 1, sum: found.sum + total });
	}
	const known = [...months.keys()].sort();
	const rows: TrendRow[] = [];
	for (let month = known[0]; month !== undefined && month <= (known.at(-1) ?? '');) {
		const { n, sum } = months.get(month) ?? { n: 0, sum: 0 };
		rows.push({ month, n, mean: n === 0 ? null : plainTotal(sum) / n });
		month = monthAfter(month);
	}
	return rows;
}

function monthAfter(month: string): string {
	const [year = 0, at = 0] = month.split('-').map(Number);
	const next = at === 12 ? [year + 1, 1] : [year, at + 1];
	return `${String(next[0]).padStart(4, '0')}-${String(next[1]).padStart(2, '0')}`;
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
		if (isEvaluated(one)) row.evaluated++;
		else row.notEvaluated++;
	}
	return [...units.values()].sort((a, b) => b.notEvaluated - a.notEvaluated);
}

/** What ended in a quarter. */
export interface PeriodRow {
	/** null for packages whose end nobody knows, which stand last. */
	year: number | null;
	/** 1 to 4. */
	quarter: number;
	/** Evaluations with a total, and their mean; null without any. */
	n: number;
	mean: number | null;
	finished: number;
	/** Of the finished ones. */
	notEvaluated: number;
	/** Handed over after the planned end. */
	late: number;
}

/** What ended in each quarter of a year, first to last, so that the rows add up to all packages. */
export function periodsOf(packages: readonly SupplierPackage[]): PeriodRow[] {
	const rows = new Map<string, PeriodRow & { sum: number }>();
	for (const one of packages) {
		const { endDay, finished, evaluation, delay } = one;
		const year = endDay === null ? null : Number(endDay.slice(0, 4));
		const quarter = Math.ceil(Number(endDay?.slice(5, 7) ?? 0) / 3);
		const key = `${year ?? ''} ${quarter}`;
		const row = rows.get(key) ?? {
			...{ year, quarter, n: 0, mean: null, sum: 0 },
			...{ finished: 0, notEvaluated: 0, late: 0 }
		};
		rows.set(key, row);
		if (evaluation?.total != null) {
			row.n++;
			row.sum += evaluation.total;
		}
		if (finished) row.finished++;
		if (finished && !isEvaluated(one)) row.notEvaluated++;
		if (delay !== null && delay > 0) row.late++;
	}
	return [...rows.values()]
		.sort((a, b) => (a.year ?? Infinity) - (b.year ?? Infinity) || a.quarter - b.quarter)
		.map(({ sum, ...row }) => ({ ...row, mean: row.n === 0 ? null : plainTotal(sum) / row.n }));
}
