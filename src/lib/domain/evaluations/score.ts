import type { Band, Scheme } from './scheme';

/**
 * A total in hundred-thousandths, the product of a whole percent and a score in thousandths: a whole number, because
 * 0.3 × 3 + 0.2 × 3 + 0.3 × 3 + 0.2 × 3 is not 3 in binary fractions.
 */
export type ExactTotal = number;

/** One point of a total. */
export const POINT = 100_000;

/** Why there is no total. */
export type NoTotal = 'missing_aspect' | 'outside_scale';

/** Scores by the aspect's id; null or absent is an aspect that nobody scored. */
export type Scores = Readonly<Record<string, number | null>>;

/** What a sheet comes to. */
export type Result =
	{ total: ExactTotal; band: Band; why: null } | { total: null; band: null; why: NoTotal };

/** A score in whole thousandths; null for what is no score. */
export function thousandths(score: number | null | undefined): number | null {
	return score === null || score === undefined || !Number.isFinite(score)
		? null
		: Math.round(score * 1000);
}

/**
 * The total of a sheet and its band: the sum of weight times score. A missing aspect leaves no total, a score outside
 * the scale neither. 0 is the result of a contract ended through the supplier's fault, and only of such: either the
 * sheet says so, or all of its aspects are 0.
 * Rule: Peraturan LKPP 4/2021 for its scheme; others compute alike.
 */
export function totalOf(
	scheme: Scheme,
	{ scores, terminated }: { scores: Scores; terminated: boolean }
): Result {
	if (scheme.zeroTerminated && terminated) return resultOf(scheme, 0);
	const given = scheme.aspects.map(({ id }) => thousandths(scores[id]));
	if (given.some((score) => score === null))
		return { total: null, band: null, why: 'missing_aspect' };
	if (scheme.zeroTerminated && given.every((score) => score === 0)) return resultOf(scheme, 0);
	const [least, most] = [scheme.scale.least * 1000, scheme.scale.most * 1000];
	if (given.some((score) => score !== null && (score < least || score > most)))
		return { total: null, band: null, why: 'outside_scale' };
	const total = scheme.aspects.reduce((sum, { weight }, at) => sum + weight * (given[at] ?? 0), 0);
	return resultOf(scheme, total);
}

/** A stated total (2,4) as an exact one. */
export function exactTotal(stated: number): ExactTotal {
	return (thousandths(stated) ?? 0) * 100;
}

/** An exact total as a number for people. */
export function plainTotal(total: ExactTotal): number {
	return total / POINT;
}

/** The band of a total, or of the mean of totals: of `sum` over `count`, without dividing. */
export function bandOf(scheme: Scheme, sum: ExactTotal, count = 1): Band {
	const found = scheme.bands.find(({ from }) => sum >= Math.round(from * POINT) * count);
	const last = scheme.bands.at(-1);
	if (!last) throw new RangeError(`${scheme.id} has no bands`);
	return found ?? last;
}

function resultOf(scheme: Scheme, total: ExactTotal): Result {
	return { total, band: bandOf(scheme, total), why: null };
}
