/**
 * A label in lines that fit, the last one cut where not all of it does. A word that is longer than a line is broken: names of
 * things are long where languages join words, and their end often tells them apart.
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
	for (const word of text.split(/\s+/).flatMap((one) => broken(one, room, measure))) {
		const last = wrapped.at(-1);
		if (last !== undefined && measure(`${last} ${word.text}`) <= room && !word.goesOn)
			wrapped[wrapped.length - 1] = `${last} ${word.text}`;
		else wrapped.push(word.text);
	}
	return wrapped
		.slice(0, lines)
		.map((line, at) => cut(line, room, measure, at === lines - 1 && wrapped.length > lines));
}

/** A word in pieces that fit, each but the first a continuation. */
function broken(
	word: string,
	room: number,
	measure: (text: string) => number
): { text: string; goesOn: boolean }[] {
	const pieces: { text: string; goesOn: boolean }[] = [];
	let rest = [...word];
	while (measure(rest.join('')) > room && rest.length > 1) {
		let length = rest.length - 1;
		while (length > 1 && measure(rest.slice(0, length).join('')) > room) length--;
		pieces.push({ text: rest.slice(0, length).join(''), goesOn: pieces.length > 0 });
		rest = rest.slice(length);
	}
	return [...pieces, { text: rest.join(''), goesOn: pieces.length > 0 }];
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
