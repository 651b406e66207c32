import { expect, test } from 'vitest';
import type { ChartContext } from '$lib/components/charts/echart.svelte';
import { trendOption } from './trend-option';

const theme = new Proxy(
	{},
	{ get: (_, key) => (key === 'series' ? ['blue', 'red'] : String(key)) }
);
const context = (narrow: boolean): ChartContext => ({
	theme: theme as ChartContext['theme'],
	width: narrow ? 320 : 700,
	narrow
});

interface Drawn {
	series: { name: string; data: (number | null)[]; endLabel?: { offset: number[] } }[];
	grid: { bottom: number };
	tooltip: { formatter: (points: unknown) => string };
}

function draw(narrow = false): Drawn {
	const option = trendOption(
		{
			categories: ['5 Okt', '12 Okt', '19 Okt'],
			series: [
				{ name: 'Semua SOP', values: [0.9, 0.2, 0.9] },
				{ name: 'SOP A', values: [0.8, 0.85, 0.9] }
			],
			format: (value) => `${value * 100} %`,
			min: 0,
			max: 1
		},
		{
			height: 400,
			small: [
				[false, true, false],
				[false, false, false]
			],
			tip: (series, place) => `baris ${series} titik ${place}`
		}
	);
	return option(context(narrow)) as unknown as Drawn;
}

test('a week of too few cases is a mark beside the line, never a point of it', () => {
	const [line, other, marks, ...more] = draw().series;
	expect(line?.data).toEqual([0.9, null, 0.9]);
	expect(other?.data).toEqual([0.8, 0.85, 0.9]);
	expect(marks).toMatchObject({ name: 'Semua SOP', data: [null, 0.2, null] });
	expect(more).toEqual([]);
});

test('names of lines that end at one height stand below each other', () => {
	const offsets = draw().series.flatMap(({ endLabel }) => (endLabel ? [endLabel.offset] : []));
	expect(offsets).toEqual([
		[0, 0],
		[0, 16]
	]);
});

test('a narrow chart leaves room for one line of legend per series', () => {
	expect(draw(true).grid.bottom).toBeGreaterThan(draw(false).grid.bottom);
});

test('the tooltip tells every series at the place, with its n', () => {
	expect(draw().tooltip.formatter([{ dataIndex: 1, name: '12 Okt' }])).toBe(
		'12 Okt\nbaris 0 titik 1\nbaris 1 titik 1'
	);
});
