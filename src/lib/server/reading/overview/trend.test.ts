import { describe, expect, it } from 'vitest';
import type { OccurrenceRow, StepName } from './steps';
import { drawTrend } from './trend';
import type { TrendWindow } from './window';

const WEEKS = ['2026-10-05', '2026-10-12', '2026-10-19', '2026-10-26'];
const window: TrendWindow = {
	bucket: 'week',
	from: '2026-09-28',
	to: '2026-10-30',
	starts: ['2026-09-28', ...WEEKS]
};
const titles = new Map([
	['a', 'SOP A'],
	['b', 'SOP B']
]);

/** Step 1 is of SOP a, 2 of SOP b, 3 of a supplier in SOP a. */
const names: StepName[] = [1, 2, 3].map((step) => ({
	rank: 1,
	version: 1,
	step,
	process: step === 2 ? 'b' : 'a',
	step_id: String(step),
	no: String(step),
	activity: `Kegiatan ${step}`,
	actors: [],
	supplier: step === 3,
	clock: 'working'
}));

function row(since: string | null, step: number, onTime: number, late = 0): OccurrenceRow {
	return {
		version: 1,
		step,
		slot: 'now',
		since,
		on_time: onTime,
		late,
		excused: 0,
		unmeasured: 0,
		provisional: 0,
		no_budget: 0,
		over: 0
	};
}

describe('the trend', () => {
	it('has a line for all SOPs, then one for each SOP with enough in two thirds of the weeks', () => {
		const trend = drawTrend({
			rows: [
				...WEEKS.map((week) => row(week, 1, 30)),
				row('2026-10-05', 2, 30),
				row('2026-10-12', 2, 5)
			],
			names,
			window,
			titles
		});
		expect(trend?.series.map(({ title }) => title)).toEqual([null, 'SOP A']);
		expect(trend?.points.map(({ from }) => from)).toEqual(WEEKS);
		expect(trend?.points[0]?.tallies.map(({ onTime }) => onTime)).toEqual([60, 30]);
	});

	it('shows one SOP as one line', () => {
		const rows = WEEKS.map((week) => row(week, 1, 30));
		expect(drawTrend({ rows, names, window, titles })?.series).toEqual([
			{ process: 'a', title: 'SOP A' }
		]);
	});

	it('keeps a week without a case as a week, and ends the last one with the data', () => {
		const rows = [row('2026-10-05', 1, 30), row('2026-10-26', 1, 30)];
		const points = drawTrend({ rows, names, window, titles })?.points ?? [];
		expect(points.map(({ tallies }) => tallies[0]?.onTime)).toEqual([30, 0, 0, 30]);
		expect(points.at(-1)?.to).toBe('2026-10-30');
	});

	it('moves from the first to the last week that has enough, not to one of three cases', () => {
		const rows = [
			row('2026-10-05', 1, 30, 10),
			row('2026-10-12', 1, 39, 1),
			row('2026-10-26', 1, 0, 3)
		];
		const [move] = drawTrend({ rows, names, window, titles })?.moves ?? [];
		expect(move).toMatchObject({
			first: { from: '2026-10-05', rate: 0.75, n: 40 },
			last: { from: '2026-10-12', rate: 0.975, n: 40 }
		});
	});

	it('leaves out suppliers, and what lies outside the window', () => {
		const rows = [row('2026-10-05', 3, 30), row(null, 1, 30)];
		expect(drawTrend({ rows, names, window, titles })).toBeNull();
		expect(drawTrend({ rows: [row('2026-10-05', 1, 1)], names, window: null, titles })).toBeNull();
	});
});
