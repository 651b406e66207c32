/** How step occurrences were judged. A rate is never shown without its coverage and its n. */
export interface Tally {
	/** On time, the excused ones among them. */
	onTime: number;
	late: number;
	/** Of the ones on time: late gross, on time net of outages. */
	excused: number;
	/** With a budget, but without what a verdict needs; also what was required of a completed case and not seen. */
	unmeasured: number;
	/** Judged by a value that was inferred and that no office has confirmed: neither on time nor late. */
	provisional: number;
	/** Of steps without a budget: outside coverage. */
	withoutBudget: number;
}

/** Fewer judged occurrences than this are shown, but no finding, trend or comparison rests on them. */
export const SMALL_N = 20;

/** Nothing happened. */
export const NO_TALLY: Readonly<Tally> = {
	onTime: 0,
	late: 0,
	excused: 0,
	unmeasured: 0,
	provisional: 0,
	withoutBudget: 0
};

/** Adds tallies up; of none it is NO_TALLY. */
export function sumTallies(tallies: readonly Tally[]): Tally {
	const total: Tally = { ...NO_TALLY };
	for (const tally of tallies) {
		for (const key of Object.keys(NO_TALLY) as (keyof Tally)[]) total[key] += tally[key];
	}
	return total;
}

/** The n of a rate: occurrences judged by what the office itself has laid down. */
export function judgedOf(tally: Tally): number {
	return tally.onTime + tally.late;
}

/** The denominator of the coverage: all occurrences, required or seen, that have a budget. */
export function budgetedOf(tally: Tally): number {
	return judgedOf(tally) + tally.unmeasured + tally.provisional;
}

/** On time as a share of what was judged, 0 to 1; null when nothing was. */
export function rateOf(tally: Tally): number | null {
	const judged = judgedOf(tally);
	return judged === 0 ? null : tally.onTime / judged;
}

/** Is the rate drawn from too little to be called a finding? */
export function isSmall(tally: Tally): boolean {
	return judgedOf(tally) < SMALL_N;
}
