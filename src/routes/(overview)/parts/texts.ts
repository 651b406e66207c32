import { formatAgainst, formatOnClock, HOUR, type Clock } from '$lib/format/durations';
import { formatNumber, formatPercent } from '$lib/format/numbers';
import { m } from '$lib/paraglide/messages';
import type { StepFigures } from '$lib/server/reading/overview/steps';
import { budgetedOf, judgedOf, rateOf, type Tally } from '$lib/domain/rates/tally';

/** On-time rate of a tally as percent; — when nothing was judged. */
export function rateText(tally: Tally, digits = 1): string {
	return formatPercent(rateOf(tally), digits);
}

/** Which share of what has a budget could be judged; — when nothing has one. */
export function coverageText(tally: Tally): string {
	const budgeted = budgetedOf(tally);
	return formatPercent(budgeted === 0 ? null : judgedOf(tally) / budgeted, 0);
}

/** A difference of shares in points, without its sign: `2,1 poin`. */
export function pointsText(difference: number): string {
	return m.format_points({ value: formatNumber(Math.abs(difference) * 100) });
}

/** Does a difference show as zero? */
export function isLevel(difference: number): boolean {
	return Math.abs(difference) * 100 < 0.05;
}

/** A text cut at a word, so that a sentence stays a sentence. */
export function shorten(text: string, length: number): string {
	if (text.length <= length) return text;
	const cut = text.slice(0, length);
	return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), length / 2)).replace(/[,;.\s]+$/, '')} …`;
}

/** A step by number and activity: `5 · Memeriksa kelengkapan`. */
export function stepText({ no, activity }: { no: string; activity: string }, length = 80): string {
	// Service limits have no number of their own.
	return no === '' ? shorten(activity, length) : `${no} · ${shorten(activity, length)}`;
}

/** Time beyond the budgets of a step. */
export function overText({ over, clock }: Pick<StepFigures, 'over' | 'clock'>): string {
	return clock === null ? '—' : amountText(over, clock);
}

/** An amount on a clock; seconds are not told where hours are counted. */
export function amountText(amount: number, clock: Clock): string {
	return formatOnClock(amount, clock, { precision: amount >= 600 ? 'minute' : 'second' });
}

/** Time used against the budget, in one unit where the budget does not vanish in it. */
export function usedText(used: number, budget: number, clock: Clock): string {
	const apart = (clock === 'working' || clock === 'elapsed') && used >= HOUR && budget < HOUR;
	return apart
		? `${amountText(used, clock)} / ${amountText(budget, clock)}`
		: formatAgainst(used, budget, clock);
}
