import { SMALL_N } from './tally';
import { wilsonInterval } from './wilson';

/** A share of something counted. */
export interface Share {
	hits: number;
	n: number;
}

/**
 * Whether two shares differ: `few` where one rests on fewer than SMALL_N, so that nobody ranks an office on four cases;
 * `differs` where their 95 % intervals (Wilson) do not meet, which is the cautious reading; else `alike`.
 */
export function compareShares(one: Share, other: Share): 'few' | 'differs' | 'alike' {
	if (one.n < SMALL_N || other.n < SMALL_N) return 'few';
	const [a, b] = [wilsonInterval(one.hits, one.n), wilsonInterval(other.hits, other.n)];
	if (!a || !b) return 'few';
	return a.high < b.low || b.high < a.low ? 'differs' : 'alike';
}
