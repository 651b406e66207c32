import { rangePeriod } from '$lib/domain/filters/period';
import { formatDate, formatMonth, formatPeriod } from '$lib/format/dates';
import { formatPercent } from '$lib/format/numbers';
import { m } from '$lib/paraglide/messages';
import { budgetedOf, judgedOf, rateOf, SMALL_N } from '$lib/domain/rates/tally';
import type { Trend, TrendPoint, TrendSeries } from '$lib/server/reading/overview/trend';
import { pointsText, shorten } from '../texts';

/** A week or month as a row of the chart's table: `rate_0`, `n_0`, `coverage_0` are of the first series. */
export type TrendTableRow = {
	label: string;
	from: string;
	to: string;
	[figure: string]: string | number | null;
};

/** Movements below this are called level: two points. */
const LEVEL = 0.02;

/** The name of a line. */
export function seriesTitle({ title }: TrendSeries): string {
	return title ?? m.overview_trend_all();
}

/** The short name of a week (its Monday) or month, for the axis. */
export function bucketText(from: string, bucket: 'week' | 'month'): string {
	if (bucket === 'month') return formatMonth(from);
	const [day = '', month = ''] = formatDate(from, { style: 'short' }).split(' ');
	return `${day} ${month}`;
}

/** A point as a row of figures; shares are of 1. */
export function trendRow(point: TrendPoint, bucket: 'week' | 'month'): TrendTableRow {
	const range = rangePeriod(point.from, point.to);
	const row: TrendTableRow = {
		label: range && bucket === 'week' ? formatPeriod(range) : bucketText(point.from, bucket),
		from: point.from,
		to: point.to
	};
	point.tallies.forEach((tally, at) => {
		const budgeted = budgetedOf(tally);
		row[`rate_${at}`] = rateOf(tally);
		row[`n_${at}`] = judgedOf(tally);
		row[`coverage_${at}`] = budgeted === 0 ? null : judgedOf(tally) / budgeted;
	});
	return row;
}

/** What the lines show: how the whole moved, and the SOP that moved most if it moved otherwise. */
export function trendSentence({ moves, bucket }: Trend): string {
	const [whole, ...sops] = moves;
	if (!whole) return m.overview_trend_untold({ least: SMALL_N });
	const told = sops
		.filter((move) => Math.abs(difference(move)) >= LEVEL)
		.sort((a, b) => Math.abs(difference(b)) - Math.abs(difference(a)))
		.slice(0, 1);
	const flat =
		sops.length > told.length && sops.filter((m) => Math.abs(difference(m)) >= LEVEL).length <= 1;
	return [
		write(whole),
		...told.map(write),
		...(flat && told.length > 0 ? [m.overview_trend_rest_flat({ points: pointsText(LEVEL) })] : [])
	].join(' ');

	function write(move: Trend['moves'][number]): string {
		const texts = {
			title: shorten(seriesTitle(move.series), 48),
			first: bucketText(move.first.from, bucket),
			rate: formatPercent(move.last.rate)
		};
		const moved = difference(move);
		if (Math.abs(moved) < LEVEL) return m.overview_trend_flat(texts);
		const points = pointsText(moved);
		return moved < 0
			? m.overview_trend_down({ ...texts, points })
			: m.overview_trend_up({ ...texts, points });
	}
}

function difference({ first, last }: Trend['moves'][number]): number {
	return last.rate - first.rate;
}
