import type { ECElementEvent, EChartsCoreOption, EChartsType } from 'echarts/core';
import type { Attachment } from 'svelte/attachments';
import { getLocale } from '$lib/paraglide/runtime';
import { readChartTheme, watchTheme, type ChartTheme } from './chart-theme';

/** Below this width in CSS pixels a chart has no room beside its lines for their names. */
const NARROW = 520;

/** What an option is made for. */
export interface ChartContext {
	theme: ChartTheme;
	/** CSS pixels. */
	width: number;
	narrow: boolean;
}

/** Makes the option for the colours and the room there is; called again when either changes. */
export type ChartOption = (context: ChartContext) => EChartsCoreOption;

export interface EChartSettings {
	option: ChartOption;
	/** A mark of the given data row was chosen. */
	onselect?: ((row: number) => void) | undefined;
	/** The library is there. */
	onready?: (chart: EChartsType) => void;
	/** The library could not be loaded. */
	onfail?: () => void;
}

/**
 * Draws a chart in an element: `<div {@attach echart(() => ({ option }))}>`. The library is loaded
 * when the first chart appears. Colours follow the theme, the size follows the element, and a
 * reader who asked for less motion gets none.
 */
export function echart(settings: () => EChartSettings): Attachment<HTMLElement> {
	return (node) => {
		let chart = $state.raw<EChartsType>();
		let gone = false;
		let stop = (): void => undefined;

		import('./echarts-core')
			.then(({ init }) => {
				if (gone) return;
				const made = init(node, null, { renderer: 'svg', locale: getLocale().toUpperCase() });
				made.on('click', (event) => {
					const { dataIndex } = event as ECElementEvent;
					settings().onselect?.(dataIndex);
				});
				stop = keepCurrent(made, node, () => draw(made, node, settings().option));
				chart = made;
				settings().onready?.(made);
			})
			.catch(() => {
				if (!gone) settings().onfail?.();
			});

		// Draws once the library is there, and again when what the option is made from changes.
		$effect(() => {
			const { option } = settings();
			if (chart) draw(chart, node, option);
		});

		return () => {
			gone = true;
			stop();
			chart?.dispose();
		};
	};
}

function draw(chart: EChartsType, node: HTMLElement, option: ChartOption): void {
	const width = node.clientWidth;
	const theme = readChartTheme(node);
	const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
	chart.setOption(
		{
			animation: !still,
			animationDuration: 250,
			textStyle: { fontFamily: theme.fontFamily, color: theme.ink2 },
			...option({ theme, width, narrow: width < NARROW })
		},
		{ notMerge: true }
	);
}

function keepCurrent(chart: EChartsType, node: HTMLElement, redraw: () => void): () => void {
	let narrow = node.clientWidth < NARROW;
	const size = new ResizeObserver(() => {
		if (node.clientWidth === 0) return;
		chart.resize();
		if (node.clientWidth < NARROW === narrow) return;
		narrow = !narrow;
		redraw();
	});
	size.observe(node);
	const unwatch = watchTheme(redraw);
	return () => {
		size.disconnect();
		unwatch();
	};
}
