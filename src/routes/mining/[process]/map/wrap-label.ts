/**
 * A label in lines that fit, the last one cut where not all of it does; also a word that is longer than a line is cut.
 * @param room of a line
 * @param measure how much of it a text takes; its letters unless given
 */
export function wrapLabel(
	text: string,
	room: number,
	lines: number,
	measure: (text: string) => number = (some) => some.length
): string[] {
	const wrapped: string[] = [];
	for (const word of text.split(/\s+/)) {
		const last = wrapped.at(-1);
		if (last !== undefined && measure(`${last} ${word}`) <= room)
			wrapped[wrapped.length - 1] = `${last} ${word}`;
		else wrapped.push(word);
	}
	return wrapped
		.slice(0, lines)
		.map((line, at) => cut(line, room, measure, at === lines - 1 && wrapped.length > lines));
}

function cut(
	line: string,
	room: number,
	measure: (text: string) => number,
	goesOn: boolean
): string {
	if (!goesOn && measure(line) <= room) return line;
	let shown = line;
	while (shown !== '' && measure(`${shown}…`) > room) shown = shown.slice(0, -1).trimEnd();
	return `${shown}…`;
}

/**
 * Measures text of a font in CSS pixels; in a browser only.
 * @param font as style sheets write it: `600 11px Inter`
 */
export function textMeter(font: string): (text: string) => number {
	const context = document.createElement('canvas').getContext('2d');
	if (!context) return (text) => text.length * 7;
	context.font = font;
	const known = new Map<string, number>();
	return (text) => {
		const width = known.get(text) ?? context.measureText(text).width;
		known.set(text, width);
		return width;
	};
}
