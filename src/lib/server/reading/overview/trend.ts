import {
	budgetedOf,
	isSmall,
	judgedOf,
	NO_TALLY,
	rateOf,
	sumTallies,
	type Tally
} from '$lib/domain/rates/tally';
import { tallyOf, type OccurrenceRow, type StepName } from './steps';
import { bucketEnd, type TrendWindow } from './window';

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

const LINES = 3;

/**
 * The on-time rate of the office's own steps over time; null when nothing with a budget was completed.
 * Arranges rows as lines: all SOPs together first, then the SOPs with most judged occurrences, of which
 * only those that have enough in at least two thirds of the weeks or months become a line. Empty weeks before the
 * first occurrence are left out.
 */
export function drawTrend(given: {
	rows: readonly OccurrenceRow[];
	names: readonly StepName[];
	/** null when there is nothing to draw */
	window: TrendWindow | null;
	/** of SOPs, by code */
	titles: ReadonlyMap<string, string>;
}): Trend | null {
	const { rows, window, titles } = given;
	const own = new Map(
		given.names
			.filter(({ supplier }) => !supplier)
			.map(({ version, step, process }) => [`${version} ${step}`, process])
	);
	const byProcess = new Map<string, Map<string, Tally>>();
	for (const row of rows) {
		const process = own.get(`${row.version} ${row.step}`);
		const tally = tallyOf(row);
		if (process === undefined || row.since === null || budgetedOf(tally) === 0) continue;
		const days = byProcess.get(process) ?? new Map<string, Tally>();
		days.set(row.since, sumTallies([days.get(row.since) ?? NO_TALLY, tally]));
		byProcess.set(process, days);
	}
	const first = [...byProcess.values()].flatMap((days) => [...days.keys()]).sort()[0];
	if (!window || first === undefined) return null;
	const { bucket, from, to } = window;
	const starts = window.starts.filter((start) => start >= first);
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
			from: start < from ? from : start,
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
