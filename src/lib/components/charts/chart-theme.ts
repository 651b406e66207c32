/** The colours a chart draws with, resolved from the tokens for the theme in force. */
export interface ChartTheme {
	ink: string;
	ink2: string;
	ink3: string;
	line: string;
	lineStrong: string;
	surface: string;
	accent: string;
	ok: string;
	near: string;
	late: string;
	excused: string;
	unknown: string;
	/** For series that are no status, in order. */
	series: string[];
	fontFamily: string;
}

/** Reads the tokens as they apply to an element of the page. */
export function readChartTheme(node: HTMLElement): ChartTheme {
	// A token holds both themes; only a property that uses it resolves to one colour.
	const probe = document.createElement('span');
	probe.hidden = true;
	node.append(probe);
	const colour = (token: string): string => {
		probe.style.color = `var(--color-${token})`;
		return getComputedStyle(probe).color;
	};
	const theme: ChartTheme = {
		ink: colour('ink'),
		ink2: colour('ink-2'),
		ink3: colour('ink-3'),
		line: colour('line'),
		lineStrong: colour('line-strong'),
		surface: colour('surface'),
		accent: colour('accent'),
		ok: colour('ok'),
		near: colour('near-fill'),
		late: colour('late'),
		excused: colour('excused'),
		unknown: colour('unknown'),
		series: [1, 2, 3, 4, 5, 6].map((n) => colour(`series-${n}`)),
		fontFamily: getComputedStyle(node).fontFamily
	};
	probe.remove();
	return theme;
}

/**
 * Calls back whenever the colours change: the reader's choice, the device's scheme, and print,
 * which is always light.
 * @returns a function that stops watching
 */
export function watchTheme(changed: () => void): () => void {
	const scheme = matchMedia('(prefers-color-scheme: dark)');
	const print = matchMedia('print');
	const choice = new MutationObserver(changed);
	choice.observe(document.documentElement, { attributeFilter: ['data-theme'] });
	scheme.addEventListener('change', changed);
	print.addEventListener('change', changed);
	return () => {
		choice.disconnect();
		scheme.removeEventListener('change', changed);
		print.removeEventListener('change', changed);
	};
}
