import { downloadText } from '$lib/components/charts/download';
import type { PictureHead } from './drawn';
import { LABEL_BOX } from './map-layout';
import { textMeter, wrapLabel } from './wrap-label';

const SVG = 'http://www.w3.org/2000/svg';

/** Of a picture: the font of the page is not in the file, and whoever opens it need not have it. */
const FONT = 'Arial, "Liberation Sans", Helvetica, sans-serif';

/** CSS pixels: around what stands above the map, of its lines, and the least width that it takes. */
const HEAD = { margin: 16, line: 18, title: 24, width: 560, sample: 28 } as const;

/** What a picture must carry itself: it has no style sheet. */
const CARRIED = [
	...['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'font-family', 'font-size'],
	...['font-weight', 'text-anchor', 'paint-order']
];

/**
 * Saves a map as it looks, on a ground of its own: as SVG, or as PNG at twice its size.
 * @param size of the whole map in CSS pixels, whatever part of it is in view
 */
export async function saveMap(
	svg: SVGSVGElement,
	size: { width: number; height: number },
	{ name, format, head }: { name: string; format: 'svg' | 'png'; head: PictureHead }
): Promise<void> {
	const { text, ...whole } = pictureOf(svg, size, head);
	if (format === 'svg') {
		downloadText(text, `${name}.svg`, 'image/svg+xml');
		return;
	}
	const image = new Image();
	const url = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
	image.src = url;
	await image.decode();
	const canvas = document.createElement('canvas');
	canvas.width = whole.width * 2;
	canvas.height = whole.height * 2;
	canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
	URL.revokeObjectURL(url);
	const link = document.createElement('a');
	link.href = canvas.toDataURL('image/png');
	link.download = `${name}.png`;
	link.click();
}

/** The text of a map as a file of its own: with its colours, without its links, under what it shows in words. */
function pictureOf(
	svg: SVGSVGElement,
	size: { width: number; height: number },
	head: PictureHead
): { text: string; width: number; height: number } {
	const copy = svg.cloneNode(true);
	if (!(copy instanceof SVGSVGElement)) throw new Error('the copy of a picture is none');
	const originals = [...svg.querySelectorAll('*')];
	[...copy.querySelectorAll('*')].forEach((element, at) => {
		const original = originals[at];
		if (!original) return;
		const style = getComputedStyle(original);
		for (const property of CARRIED) {
			element.setAttribute(property, style.getPropertyValue(property));
		}
		if (element instanceof SVGTextElement) element.setAttribute('font-family', FONT);
	});
	for (const node of copy.querySelectorAll<SVGGElement>('[data-label]')) nameAnew(node);
	for (const element of copy.querySelectorAll('*')) {
		for (const name of ['class', 'href', 'data-label']) element.removeAttribute(name);
	}
	const width = Math.max(HEAD.width, Math.ceil(size.width));
	const { parts, height: above } = headOf(svg, head, width);
	const height = above + Math.ceil(size.height);
	copy.setAttribute('width', String(size.width));
	copy.setAttribute('height', String(size.height));
	copy.setAttribute('x', String((width - size.width) / 2));
	copy.setAttribute('y', String(above));
	const whole = make('svg', { width, height, viewBox: `0 0 ${width} ${height}` });
	whole.setAttribute('xmlns', SVG);
	const fill = getComputedStyle(document.body).backgroundColor;
	whole.append(make('rect', { width: '100%', height: '100%', fill }), ...parts, copy);
	return { text: new XMLSerializer().serializeToString(whole), width, height };
}

/** Wraps the name of an activity as the font of the picture needs it; no other font may make a line longer than its box. */
function nameAnew(node: SVGGElement): void {
	const [first, ...others] = node.querySelectorAll<SVGTextElement>('.activity');
	if (!first) return;
	for (const other of others) other.remove();
	const { x, y, width, line, lines } = LABEL_BOX;
	const style = ['font-weight', 'font-size'].map((name) => first.getAttribute(name) ?? '');
	const measure = textMeter(`${style.join(' ')} ${FONT}`);
	const pieces = wrapLabel(node.dataset.label ?? '', width, lines, measure);
	const texts = pieces.map((piece, row) => {
		const text = first.cloneNode(false);
		if (!(text instanceof SVGTextElement)) throw new Error('the copy of a text is none');
		text.textContent = piece;
		text.setAttribute('x', String(x));
		text.setAttribute('y', String(y + row * line));
		text.setAttribute('textLength', String(Math.round(measure(piece) * 10) / 10));
		text.setAttribute('lengthAdjust', 'spacingAndGlyphs');
		return text;
	});
	first.replaceWith(...texts);
}

/** Title, scope and legend above a map of a width. */
function headOf(
	svg: SVGSVGElement,
	{ title, lines, ways, notes }: PictureHead,
	width: number
): { parts: SVGElement[]; height: number } {
	const { color } = getComputedStyle(document.body);
	const measure = textMeter(`12px ${FONT}`);
	const room = width - 2 * HEAD.margin;
	const parts: SVGElement[] = [];
	let y: number = HEAD.margin;
	const write = (content: string, x: number, bold = false): void => {
		const element = make('text', {
			...{ x, y, fill: color, 'font-family': FONT },
			...(bold ? { 'font-size': '16px', 'font-weight': 'bold' } : { 'font-size': '12px' })
		});
		element.textContent = content;
		parts.push(element);
	};
	y += HEAD.line;
	write(wrapLabel(title, room, 1, textMeter(`bold 16px ${FONT}`))[0] ?? '', HEAD.margin, true);
	y += HEAD.title;
	for (const line of lines)
		for (const piece of wrapLabel(line, room, 3, measure)) {
			write(piece, HEAD.margin);
			y += HEAD.line;
		}
	for (const { kind, text } of ways) {
		const drawn = svg.querySelector(`.edge.${kind} .way`);
		if (!drawn) continue;
		const { stroke, strokeDasharray } = getComputedStyle(drawn);
		const d = `M${HEAD.margin},${y - 4}h${HEAD.sample}`;
		parts.push(
			make('path', {
				d,
				stroke,
				'stroke-dasharray': strokeDasharray,
				'stroke-width': 3,
				fill: 'none'
			})
		);
		write(text, HEAD.margin + HEAD.sample + 8);
		y += HEAD.line;
	}
	// What stands beside the map's legend on the page may stand among its lines here.
	for (const note of notes.filter((one) => !lines.includes(one)))
		for (const piece of wrapLabel(note, room, 3, measure)) {
			write(piece, HEAD.margin);
			y += HEAD.line;
		}
	return { parts, height: y };
}

function make(name: string, attributes: Record<string, string | number>): SVGElement {
	const element = document.createElementNS(SVG, name);
	for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
	return element;
}
