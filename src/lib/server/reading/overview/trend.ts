import type { Period } from '$lib/domain/filters/period';
import type { Queries } from '../../database/generated/queries';
import type { Reading } from '../../database/store';
import {
	isSmall,
	judgedOf,
	NO_TALLY,
	rateOf,
	sumTallies,
	type Tally
} from '$lib/domain/rates/tally';
import { bucketEnd, trendWindow } from './window';

type TrendRow = Queries['overview/trend']['row'];

/** A week or month: its first and last day, and the tally of each series in it. */
export interface TrendPoint {
	from: string;
	to: string;
	/** In the order of the series. */
	tallies: Tally[];
}

/** A line: all SOPs together (`process` null), or one of them. */
export interface TrendSeries {
	process: string | null;
	title: string | null;
}

/** How the rate went from the first to the last week or month that has enough to tell. */
export interface TrendMove {
	series: TrendSeries;
	first: { from: string; rate: number; n: number };
	last: { from: string; rate: number; n: number };
}

export interface Trend {
	bucket: 'week' | 'month';
	series: TrendSeries[];
	points: TrendPoint[];
	/** One for each series that has two weeks or months with enough to tell, in the order of the series. */
	moves: TrendMove[];
}

const LINES = 4;

/** The on-time rate of the office's own steps over time. null when nothing was completed in the scope. */
export async function readTrend(
	store: Reading,
	given: {
		unit: number | null;
		process: number | null;
		period: Period;
		/** by code */
		titles: ReadonlyMap<string, string>;
	}
): Promise<Trend | null> {
	const scope = { unit: given.unit, process: given.process };
	const span = await store.get('overview/span', scope);
	const window = trendWindow(
		given.period,
		span?.first_day && span.last_day ? { first: span.first_day, last: span.last_day } : null
	);
	if (!window) return null;
	const { bucket, from, to, starts } = window;
	const rows = await store.all('overview/trend', { ...scope, bucket, from, to });
	return drawTrend({ rows, bucket, starts, to, titles: given.titles });
}

/**
 * Arranges rows as lines: all SOPs together first, then the SOPs with most judged occurrences, of which
 * only those that have enough in at least two thirds of the weeks or months become a line. Empty weeks before the
 * first occurrence are left out.
 */
export function drawTrend(given: {
	rows: readonly TrendRow[];
	bucket: 'week' | 'month';
	starts: readonly string[];
	/** last day shown: the last week or month may be cut short by it */
	to: string;
	titles: ReadonlyMap<string, string>;
}): Trend | null {
	const { rows, bucket, to, titles } = given;
	const first = rows[0]?.since;
	if (first === undefined) return null;
	const starts = given.starts.filter((start) => start >= first);
	const byProcess = new Map<string, Map<string, Tally>>();
	for (const row of rows) {
		const days = byProcess.get(row.process) ?? new Map<string, Tally>();
		days.set(row.since, tallyOf(row));
		byProcess.set(row.process, days);
	}
	const lines = [...byProcess]
		.map(([process, days]) => ({
			process,
			days,
			n: judgedOf(sumTallies([...days.values()])),
			told: [...days.values()].filter((tally) => !isSmall(tally)).length
		}))
		.filter(({ told }) => told > 1 && told * 3 >= starts.length * 2)
		.sort((a, b) => b.n - a.n || a.process.localeCompare(b.process))
		.slice(0, LINES);
	// One SOP is the same line twice.
	const shown = byProcess.size > 1 ? lines : [];
	const single = byProcess.size === 1 ? ([...byProcess.keys()][0] ?? null) : null;
	const series: TrendSeries[] = [
		{ process: single, title: single === null ? null : (titles.get(single) ?? single) },
		...shown.map(({ process }) => ({ process, title: titles.get(process) ?? process }))
	];
	const points = starts.map((start) => {
		const end = bucketEnd(start, bucket);
		const all = [...byProcess.values()].map((days) => days.get(start) ?? NO_TALLY);
		return {
			from: start,
			to: end < to ? end : to,
			tallies: [sumTallies(all), ...shown.map(({ days }) => days.get(start) ?? { ...NO_TALLY })]
		};
	});
	return { bucket, series, points, moves: series.flatMap((line, at) => moveOf(line, at, points)) };
}

function moveOf(series: TrendSeries, at: number, points: readonly TrendPoint[]): TrendMove[] {
	const told = points.flatMap((point) => {
		const tally = point.tallies[at];
		const rate = tally && !isSmall(tally) ? rateOf(tally) : null;
		return tally && rate !== null ? [{ from: point.from, rate, n: judgedOf(tally) }] : [];
	});
	const [first, last] = [told[0], told.at(-1)];
	return first && last && first !== last ? [{ series, first, last }] : [];
}

function tallyOf(row: TrendRow): Tally {
	return { ...NO_TALLY, onTime: row.on_time, late: row.late, unmeasured: row.unjudged };
}
