/** The quantile of the normal distribution that leaves 2,5 % on either side. */
const Z = 1.959963984540054;

/**
 * The interval in which a share lies with 95 % confidence, by Wilson's score (E. B. Wilson, 1927), which is right for few
 * cases and for shares near 0 and 1, too; null where nothing was counted.
 * @param hits of `n`
 */
export function wilsonInterval(hits: number, n: number): { low: number; high: number } | null {
	if (n <= 0) return null;
	const share = hits / n;
	const scale = 1 + (Z * Z) / n;
	const middle = (share + (Z * Z) / (2 * n)) / scale;
	const half = (Z / scale) * Math.sqrt((share * (1 - share)) / n + (Z * Z) / (4 * n * n));
	// Nothing and all are the ends of their intervals exactly; computed, they come out a rounding error beside them.
	return {
		low: hits === 0 ? 0 : Math.max(0, Math.min(share, middle - half)),
		high: hits === n ? 1 : Math.min(1, Math.max(share, middle + half))
	};
}
