import { lineOption, type ChartSpec } from '$lib/components/charts/options';
import type { ChartOption } from '$lib/components/charts/echart.svelte';

/** The n behind each value of a series, and whether it is enough to be told. */
export interface TrendMarks {
	/** Of the chart, in CSS pixels. */
	height: number;
	/** series by series, place by place */
	small: readonly (readonly boolean[])[];
	/** Writes a value of a series at a place, with its n. */
	tip: (series: number, place: number) => string;
}

interface Series {
	data: (number | null)[];
	color: string;
	name: string;
	symbol: string;
	endLabel: object;
}

/**
 * Lines in which only values that rest on enough are joined; the others stand as hollow marks without a
 * line, so that a week of three cases does not look like a fall.
 */
export function trendOption(spec: ChartSpec, marks: TrendMarks): ChartOption {
	const told = spec.series.map((series, at) => ({
		...series,
		values: series.values.map((value, place) => (marks.small[at]?.[place] ? null : value))
	}));
	const lines = lineOption({ ...spec, series: told });
	return (context) => {
		const option = lines(context) as { series: Series[]; tooltip: object; grid: object };
		const hollow = option.series.flatMap((line, at) => {
			const data = (spec.series[at]?.values ?? []).map((value, place) =>
				marks.small[at]?.[place] ? value : null
			);
			return data.every((value) => value === null)
				? []
				: [
						{
							type: 'line',
							lineStyle: { width: 0 },
							name: line.name,
							color: line.color,
							symbol: line.symbol,
							symbolSize: 6,
							itemStyle: {
								color: context.theme.surface,
								borderColor: line.color,
								borderWidth: 1.4
							},
							data,
							z: 3
						}
					];
		});
		const nudges = nudge(told, spec, marks.height);
		const named = option.series.map((line, at) => ({
			...line,
			endLabel: { ...line.endLabel, offset: [0, nudges[at] ?? 0] }
		}));
		const tooltip = {
			...option.tooltip,
			formatter: (points: unknown) => {
				const place = (Array.isArray(points) ? points : [points])[0] as
					{ dataIndex: number; name: string } | undefined;
				if (!place) return '';
				const rows = spec.series.map((_, at) => marks.tip(at, place.dataIndex));
				return [place.name, ...rows].join('\n');
			}
		};
		// The names stand below each other where there is no room beside the lines.
		const grid = context.narrow
			? { ...option.grid, bottom: 24 * option.series.length + 4 }
			: option.grid;
		return { ...option, grid, series: [...named, ...hollow], tooltip };
	};
}

const LINE_HEIGHT = 16;
/** What the axis and the margins take of the height. */
const AROUND = 40;

/** How far each name at the end of a line moves down, in pixels, so that none lies on another. */
function nudge(
	series: readonly { values: readonly (number | null)[] }[],
	{ min = 0, max = 1 }: Pick<ChartSpec, 'min' | 'max'>,
	height: number
): number[] {
	const scale = (height - AROUND) / (max - min || 1);
	const ends = series
		.map(({ values }, at) => ({
			at,
			y: (max - (values.findLast((v) => v !== null) ?? max)) * scale
		}))
		.sort((a, b) => a.y - b.y);
	const nudges: number[] = series.map(() => 0);
	let free = -Infinity;
	for (const { at, y } of ends) {
		const place = Math.max(y, free);
		nudges[at] = place - y;
		free = place + LINE_HEIGHT;
	}
	return nudges;
}
