import { formatPeriod } from '$lib/format/dates';
import { formatCount } from '$lib/format/numbers';
import { m } from '$lib/paraglide/messages';
import type { Overview } from '$lib/server/reading/overview/overview';
import { isSmall, judgedOf, rateOf } from '$lib/domain/rates/tally';
import { coverageText, isLevel, overText, pointsText, rateText, shorten } from '../texts';

/**
 * The finding that the page opens with, in sentences: the rate with its coverage and n, how it moved, what
 * cost most time, and what needs action. Each sentence is there only where the data bear it. What weighs
 * stands between double asterisks.
 */
export function leadSentences(overview: Overview): string[] {
	return [
		...rateSentences(overview),
		...changeSentences(overview),
		...causeSentences(overview),
		...openSentences(overview)
	];
}

function rateSentences({ own }: Overview): string[] {
	const n = judgedOf(own);
	const provisional =
		own.provisional > 0
			? [m.overview_lead_provisional({ count: formatCount(own.provisional) })]
			: [];
	if (n === 0) return [m.overview_lead_none(), ...provisional];
	const texts = { coverage: coverageText(own), n: formatCount(n) };
	return [
		own.late === 0
			? m.overview_lead_all(texts)
			: m.overview_lead_rate({ rate: rateText(own), ...texts }),
		...(isSmall(own) ? [m.overview_lead_small()] : [])
	];
}

function changeSentences({ comparing, period }: Overview): string[] {
	if (!comparing || isSmall(comparing.now) || isSmall(comparing.then)) return [];
	const difference = (rateOf(comparing.now) ?? 0) - (rateOf(comparing.then) ?? 0);
	const points = pointsText(difference);
	const before = formatPeriod(comparing.before);
	if (period.kind !== 'all') {
		const n = formatCount(judgedOf(comparing.then));
		if (isLevel(difference)) return [m.overview_lead_same({ period: before, n })];
		return [
			difference < 0
				? m.overview_lead_down({ points, period: before, n })
				: m.overview_lead_up({ points, period: before, n })
		];
	}
	const texts = {
		current: formatPeriod(comparing.current),
		before,
		rate: rateText(comparing.now),
		n: formatCount(judgedOf(comparing.now))
	};
	if (isLevel(difference)) return [m.overview_lead_month_same(texts)];
	return [
		difference < 0
			? m.overview_lead_month_down({ ...texts, points })
			: m.overview_lead_month_up({ ...texts, points })
	];
}

function causeSentences({ steps: [worst] }: Overview): string[] {
	if (!worst) return [];
	// The marks of emphasis are ours; a document's own asterisks would break them.
	const step = shorten(worst.activity.replaceAll('*', ''), 72);
	const over = overText(worst);
	return [
		worst.tally.late === 1
			? m.overview_lead_cause_one({ step, over })
			: m.overview_lead_cause({ step, over, late: formatCount(worst.tally.late) })
	];
}

function openSentences({ open }: Overview): string[] {
	const [late, risk] = [formatCount(open.late), formatCount(open.at_risk)];
	if (open.late > 0) {
		return [
			open.at_risk > 0
				? m.overview_lead_open_both({ late, risk })
				: m.overview_lead_open_late({ late })
		];
	}
	if (open.at_risk > 0) return [m.overview_lead_open_risk({ risk })];
	const judged = open.on_track;
	return judged > 0 ? [m.overview_lead_open_none({ judged: formatCount(judged) })] : [];
}
