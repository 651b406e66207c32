import type { ChartOption } from './echart.svelte';

/**
 * Points of two measures; each is named in its tooltip.
 * @param mostX, mostY ends of the axes, which begin at 0
 */
export function scatterOption(spec: {
	points: readonly { name: string; x: number; y: number }[];
	xName: string;
	yName: string;
	formatX: (value: number) => string;
	formatY: (value: number) => string;
	mostX: number;
	mostY: number;
}): ChartOption {
	return ({ theme }) => {
		const axis = (name: string, max: number, formatter: (value: number) => string) => ({
			type: 'value',
			min: 0,
			max,
			name,
			nameLocation: 'middle',
			nameGap: 28,
			nameTextStyle: { color: theme.ink2, fontSize: 12 },
			// A share ends at 1, which thirds would not meet.
			...(max === 1 ? { interval: 0.25 } : { splitNumber: 4 }),
			splitLine: { lineStyle: { color: theme.line } },
			axisLabel: { color: theme.ink3, fontSize: 12, formatter, hideOverlap: true }
		});
		return {
			aria: { enabled: false },
			tooltip: {
				trigger: 'item',
				renderMode: 'richText',
				confine: true,
				backgroundColor: theme.surface,
				borderColor: theme.lineStrong,
				borderWidth: 1,
				textStyle: { color: theme.ink, fontSize: 12, fontFamily: theme.fontFamily },
				formatter: ({ dataIndex }: { dataIndex: number }) => {
					const point = spec.points[dataIndex];
					if (!point) return '';
					return `${point.name}\n${spec.yName}   ${spec.formatY(point.y)}\n${spec.xName}   ${spec.formatX(point.x)}`;
				}
			},
			grid: {
				left: 28,
				right: 16,
				top: 12,
				bottom: 28,
				outerBoundsMode: 'same',
				outerBoundsContain: 'axisLabel'
			},
			xAxis: axis(spec.xName, spec.mostX, spec.formatX),
			yAxis: axis(spec.yName, spec.mostY, spec.formatY),
			series: [
				{
					type: 'scatter',
					symbolSize: 11,
					data: spec.points.map(({ x, y }) => [x, y]),
					itemStyle: {
						color: theme.accent,
						opacity: 0.75,
						borderColor: theme.surface,
						borderWidth: 1
					}
				}
			]
		};
	};
}

/**
 * A profile over three aspects or more, from 0 at the centre to `most`. A series that misses a value is not drawn,
 * because a point at the centre would be a score of 0: leave out the aspects that nobody scored.
 */
export function radarOption(spec: {
	aspects: readonly string[];
	series: readonly { name: string; values: readonly (number | null)[] }[];
	most: number;
	format: (value: number) => string;
}): ChartOption {
	return ({ theme, narrow }) => ({
		aria: { enabled: false },
		legend: {
			show: spec.series.length > 1,
			bottom: 0,
			left: 0,
			itemWidth: 14,
			itemHeight: 8,
			textStyle: { color: theme.ink2, fontSize: 12 }
		},
		tooltip: {
			renderMode: 'richText',
			confine: true,
			backgroundColor: theme.surface,
			borderColor: theme.lineStrong,
			borderWidth: 1,
			textStyle: { color: theme.ink, fontSize: 12, fontFamily: theme.fontFamily }
		},
		radar: {
			radius: narrow ? '55%' : '62%',
			center: ['50%', '48%'],
			indicator: spec.aspects.map((name) => ({ name, min: 0, max: spec.most })),
			axisName: {
				color: theme.ink2,
				fontSize: 12,
				// Beside the shape a phone has room for a word.
				formatter: (name?: string) => (narrow ? (name ?? '').replaceAll(' ', '\n') : (name ?? ''))
			},
			axisLine: { lineStyle: { color: theme.line } },
			splitNumber: spec.most <= 5 ? spec.most : 4,
			splitLine: { lineStyle: { color: theme.line } },
			splitArea: { show: false }
		},
		series: [
			{
				type: 'radar',
				data: spec.series.map(({ name, values }, at) => ({
					name,
					value: values.includes(null) ? [] : values,
					lineStyle: { width: 2, type: at === 0 ? 'solid' : 'dashed' },
					symbol: at === 0 ? 'circle' : 'rect',
					itemStyle: { color: at === 0 ? theme.accent : (theme.series[1] ?? theme.ink3) },
					areaStyle: { opacity: at === 0 ? 0.15 : 0 }
				}))
			}
		]
	});
}
