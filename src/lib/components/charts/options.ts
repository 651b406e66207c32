import type { ChartContext, ChartOption } from './echart.svelte';
import type { ChartTheme } from './chart-theme';

/** A colour by what it means, or by its place among the series. */
export type ChartColour = 'accent' | 'ok' | 'near' | 'late' | 'excused' | 'unknown' | number;

/** Values along the categories; null is a gap, never a zero. */
export interface ChartSeries {
	name: string;
	values: readonly (number | null)[];
	colour?: ChartColour;
}

export interface ChartSpec {
	/** One label per place on the axis, in order. */
	categories: readonly string[];
	series: readonly ChartSeries[];
	/** Writes a value on the axis, at the marks and in the tooltip. */
	format: (value: number) => string;
	min?: number;
	max?: number;
	/** How far apart the marks of the value axis stand and where it ends, for so many that have room; round numbers unless given. */
	scale?: (marks: number) => { interval: number; max: number };
	/** A limit drawn across the chart. */
	limit?: { value: number; label: string };
}

const MARKS = ['circle', 'rect', 'triangle', 'diamond'] as const;

/**
 * Lines over time, each named at its end with its last value (below the chart where it is narrow).
 * Series differ by mark as well as by colour.
 */
export function lineOption(spec: ChartSpec): ChartOption {
	return (context) => {
		const { theme, narrow } = context;
		const named = !narrow && spec.series.length <= 6;
		return {
			...frame(spec, context),
			grid: {
				left: 4,
				right: named ? labelRoom(spec, context.width) : 12,
				top: 12,
				bottom: named || spec.series.length < 2 ? 4 : 30,
				outerBoundsMode: 'same',
				outerBoundsContain: 'axisLabel'
			},
			legend: legend(theme, !named && spec.series.length > 1),
			xAxis: categoryAxis(spec, theme, false),
			yAxis: valueAxis(spec, theme),
			series: spec.series.map((series, at) => ({
				type: 'line',
				name: series.name,
				data: [...series.values],
				color: colourOf(series, at, theme),
				symbol: MARKS[at % MARKS.length],
				symbolSize: 6,
				lineStyle: { width: 2.2 },
				connectNulls: false,
				emphasis: { focus: 'series' },
				endLabel: {
					show: named,
					distance: 8,
					color: colourOf(series, at, theme),
					fontWeight: 600,
					fontSize: 12,
					formatter: () => endLabel(series, spec)
				},
				labelLayout: { moveOverlap: 'shiftY' },
				markLine: at === 0 ? limitLine(spec, theme) : undefined
			}))
		};
	};
}

/**
 * Bars: side by side or stacked, upright or lying. Lying bars read from the top in the order of
 * the categories and have room for long names.
 */
export function barOption(
	spec: ChartSpec & { horizontal?: boolean; stacked?: boolean }
): ChartOption {
	return (context) => {
		const { theme } = context;
		const many = spec.series.length > 1;
		const category = categoryAxis(spec, theme, true, spec.horizontal ? context.width : undefined);
		const labelled = !many && spec.categories.length <= 16;
		// Lying bars that carry their value need no scale as well.
		const value = {
			...valueAxis(spec, theme, spec.horizontal ? context.width : undefined),
			show: !(spec.horizontal && labelled)
		};
		return {
			...frame(spec, context),
			grid: {
				left: 4,
				right: spec.horizontal && labelled ? 56 : 12,
				top: labelled && !spec.horizontal ? 22 : 12,
				bottom: many ? 30 : 4,
				outerBoundsMode: 'same',
				outerBoundsContain: 'axisLabel'
			},
			legend: legend(theme, many),
			xAxis: spec.horizontal ? value : category,
			yAxis: spec.horizontal ? { ...category, inverse: true } : value,
			series: spec.series.map((series, at) => ({
				type: 'bar',
				name: series.name,
				data: [...series.values],
				stack: spec.stacked ? 'all' : undefined,
				color: colourOf(series, at, theme),
				barMaxWidth: spec.horizontal ? 18 : 36,
				barCategoryGap: '35%',
				itemStyle: {
					borderColor: theme.surface,
					borderWidth: spec.stacked ? 1 : 0,
					borderRadius: spec.stacked ? 0 : 2
				},
				label: {
					show: labelled,
					position: spec.horizontal ? 'right' : 'top',
					color: theme.ink2,
					fontSize: 12,
					fontWeight: 600,
					formatter: ({ value: shown }: { value: unknown }) => write(shown, spec)
				},
				markLine: at === 0 ? limitLine(spec, theme) : undefined
			}))
		};
	};
}

/** The colour of a series in the theme in force. */
function colourOf(series: ChartSeries, at: number, theme: ChartTheme): string {
	const colour = series.colour ?? at;
	return typeof colour === 'number'
		? (theme.series[colour % theme.series.length] ?? theme.accent)
		: theme[colour];
}

function frame(spec: ChartSpec, { theme }: ChartContext) {
	return {
		aria: { enabled: false },
		tooltip: {
			trigger: 'axis',
			// HTML tooltips need inline styles and would run markup that comes with the data.
			renderMode: 'richText',
			confine: true,
			backgroundColor: theme.surface,
			borderColor: theme.lineStrong,
			borderWidth: 1,
			padding: [8, 10],
			textStyle: { color: theme.ink, fontSize: 12, lineHeight: 18, fontFamily: theme.fontFamily },
			axisPointer: { type: 'line', lineStyle: { color: theme.lineStrong, type: 'solid' } },
			formatter: (points: unknown) => tooltip(points, spec)
		}
	};
}

interface TooltipPoint {
	name: string;
	seriesName: string;
	value: unknown;
}

function tooltip(points: unknown, spec: ChartSpec): string {
	const list = (Array.isArray(points) ? points : [points]) as TooltipPoint[];
	const lines = list.map((point) =>
		spec.series.length > 1
			? `${point.seriesName}   ${write(point.value, spec)}`
			: write(point.value, spec)
	);
	return [list[0]?.name ?? '', ...lines].join('\n');
}

function write(value: unknown, spec: ChartSpec): string {
	return typeof value === 'number' ? spec.format(value) : '—';
}

function endLabel(series: ChartSeries, spec: ChartSpec): string {
	const last = series.values.findLast((value) => value !== null);
	return `${shorten(series.name, 26)} ${write(last, spec)}`;
}

function labelRoom(spec: ChartSpec, width: number): number {
	const longest = Math.max(0, ...spec.series.map((series) => endLabel(series, spec).length));
	return Math.min(longest * 7 + 20, width * 0.36);
}

function shorten(text: string, length: number): string {
	return text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}…`;
}

function legend(theme: ChartTheme, show: boolean) {
	return {
		show,
		bottom: 0,
		left: 0,
		itemWidth: 14,
		itemHeight: 8,
		itemGap: 16,
		icon: 'roundRect',
		textStyle: { color: theme.ink2, fontSize: 12 }
	};
}

function categoryAxis(spec: ChartSpec, theme: ChartTheme, gap: boolean, room?: number) {
	return {
		type: 'category',
		data: [...spec.categories],
		boundaryGap: gap,
		axisLine: { lineStyle: { color: theme.lineStrong } },
		axisTick: { show: false },
		axisLabel: {
			color: theme.ink2,
			fontSize: 12,
			hideOverlap: true,
			...(room === undefined
				? {}
				: {
						width: Math.min(280, room * 0.42),
						overflow: 'break',
						lineHeight: 15,
						// A bar without its name says nothing.
						interval: 0,
						hideOverlap: false,
						color: theme.ink
					})
		}
	};
}

/** @param room of a lying axis, in CSS pixels */
function valueAxis(spec: ChartSpec, theme: ChartTheme, room?: number) {
	const marks = room === undefined ? 4 : Math.min(6, Math.max(2, Math.floor((room * 0.58) / 60)));
	return {
		type: 'value',
		min: spec.min,
		max: spec.max,
		splitNumber: Math.min(4, marks),
		...spec.scale?.(marks),
		splitLine: { lineStyle: { color: theme.line } },
		axisLabel: { color: theme.ink3, fontSize: 12, formatter: spec.format, hideOverlap: true }
	};
}

function limitLine(spec: ChartSpec, theme: ChartTheme) {
	if (!spec.limit) return undefined;
	return {
		silent: true,
		symbol: 'none',
		lineStyle: { color: theme.ink, type: 'solid', width: 1.5 },
		label: {
			formatter: spec.limit.label,
			color: theme.ink,
			fontSize: 11,
			textBorderColor: theme.surface,
			textBorderWidth: 3,
			position: 'insideStartTop'
		},
		data: [{ yAxis: spec.limit.value }]
	};
}
