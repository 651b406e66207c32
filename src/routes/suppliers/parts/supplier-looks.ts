import type { Band } from '$lib/domain/evaluations/scheme';
import type { ChartColour } from '$lib/components/charts/options';
import { getLocale } from '$lib/paraglide/runtime';

/** A supplier as lists and charts show it. */
export type SupplierRow = {
	id: string;
	name: string;
	spellings: number;
	n: number;
	mean: number | null;
	band: string | null;
	zero: boolean;
	enough: boolean;
	packages: number;
	finished: number;
	notEvaluated: number;
	judged: number;
	late: number;
	stepsJudged: number;
	stepsLate: number;
};

/** What lists show of a supplier. */
export function rowOf(one: {
	id: string;
	name: string;
	names: string[];
	packages: unknown[];
	finished: number;
	notEvaluated: number;
	judged: number;
	late: number;
	steps: { judged: number; late: number };
	standing: { n: number; mean: number | null; band: Band | null; zero: boolean; enough: boolean };
}): SupplierRow {
	const { n, mean, band, zero, enough } = one.standing;
	const { id, name, names, packages, finished, notEvaluated, judged, late } = one;
	const spellings = names.length;
	return {
		...{ id, name, spellings, n, mean, band: band?.id ?? null, zero, enough },
		...{ packages: packages.length, finished, notEvaluated, judged, late },
		...{ stepsJudged: one.steps.judged, stepsLate: one.steps.late }
	};
}

/** A title of a scheme in the reader's language. */
export function localTitle(title: { id: string; en: string }): string {
	return title[getLocale()];
}

/** The colour of a band by its place among the bands, best first: the last is bad, the one before it wants attention. */
export function bandColour(at: number, count: number): ChartColour {
	if (at === count - 1) return 'late';
	if (at === count - 2) return 'near';
	return at === 0 ? 'ok' : 'accent';
}
