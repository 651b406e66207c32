/**
 * The end of the scale that all bullet bars of one column share: room for every median and budget,
 * and for 95th percentiles up to twice that; longer ones run off the scale.
 * @param bars values of one unit; ratios to the budget where budgets differ much
 */
export function bulletScale(
	bars: readonly { median: number | null; p95: number | null; budget: number | null }[]
): number {
	const core = Math.max(0, ...bars.flatMap((bar) => [bar.median ?? 0, bar.budget ?? 0]));
	const tail = Math.max(0, ...bars.map((bar) => bar.p95 ?? 0));
	return Math.max(core * 1.1, Math.min(tail * 1.03, core * 2)) || 1;
}
