import { downloadText } from '$lib/components/charts/download';

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
	name: string,
	format: 'svg' | 'png'
): Promise<void> {
	const text = pictureOf(svg, size);
	if (format === 'svg') {
		downloadText(text, `${name}.svg`, 'image/svg+xml');
		return;
	}
	const image = new Image();
	const url = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
	image.src = url;
	await image.decode();
	const canvas = document.createElement('canvas');
	canvas.width = size.width * 2;
	canvas.height = size.height * 2;
	canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
	URL.revokeObjectURL(url);
	const link = document.createElement('a');
	link.href = canvas.toDataURL('image/png');
	link.download = `${name}.png`;
	link.click();
}

/** The text of a map as a file of its own: with its colours, without its links. */
function pictureOf(
	svg: SVGSVGElement,
	{ width, height }: { width: number; height: number }
): string {
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
		element.removeAttribute('class');
		element.removeAttribute('href');
	});
	copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
	copy.setAttribute('width', String(width));
	copy.setAttribute('height', String(height));
	const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
	ground.setAttribute('width', '100%');
	ground.setAttribute('height', '100%');
	ground.setAttribute('fill', getComputedStyle(document.body).backgroundColor);
	copy.prepend(ground);
	return new XMLSerializer().serializeToString(copy);
}
