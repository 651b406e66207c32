/**
 * Colours of activities that can be told apart on the ground in force, in the order of the legend: hues all around the circle at one
 * lightness, so that no activity stands out by its colour alone.
 */
export function activityColours(count: number, dark: boolean): string[] {
	return Array.from({ length: count }, (_, at) => {
		// Two lightnesses in turn: neighbours differ by more than their hue.
		const lightness = (dark ? 72 : 52) + (at % 2 === 0 ? -5 : 7);
		const hue = Math.round(25 + (at * 360) / Math.max(1, count));
		return `oklch(${lightness}% 0.14 ${hue})`;
	});
}

/** A CSS colour as a pixel of ImageData. */
export function pixelOf(context: OffscreenCanvasRenderingContext2D, colour: string): number {
	context.fillStyle = colour;
	context.fillRect(0, 0, 1, 1);
	const { data } = context.getImageData(0, 0, 1, 1);
	return new Uint32Array(data.buffer.slice(0, 4))[0] ?? 0;
}
