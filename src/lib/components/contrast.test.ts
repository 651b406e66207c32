import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../app.css', import.meta.url), 'utf8');
const colours = new Map(
	[...css.matchAll(/--color-([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map((match) => [
		match[1] ?? '',
		[match[2] ?? '', match[3] ?? ''] as const
	])
);

const STATUSES = ['ok', 'near', 'late', 'excused', 'unknown', 'provisional', 'accent'];
const GROUNDS = ['bg', 'surface', 'surface-2'];
const TEXT: [ink: string, ground: string][] = [
	...['ink', 'ink-2', 'ink-3', 'accent'].flatMap((ink) =>
		GROUNDS.map((ground): [string, string] => [ink, ground])
	),
	...STATUSES.flatMap((status): [string, string][] => [
		[status, `${status}-soft`],
		[status, 'surface'],
		['ink', `${status}-soft`],
		['ink-2', `${status}-soft`]
	]),
	['on-accent', 'accent'],
	...[1, 2, 3, 4, 5, 6].map((n): [string, string] => [`series-${n}`, 'surface'])
];

describe.each([
	['light', 0],
	['dark', 1]
] as const)('in the %s theme', (_name, theme) => {
	it.each(TEXT)('%s can be read on %s', (ink, ground) => {
		expect(contrast(colour(ink, theme), colour(ground, theme))).toBeGreaterThanOrEqual(4.5);
	});

	it.each(['ok', 'near-fill', 'late', 'excused', 'unknown'])(
		'an area of %s can be seen',
		(area) => {
			expect(contrast(colour(area, theme), colour('surface', theme))).toBeGreaterThanOrEqual(3);
		}
	);

	it.each(['surface', 'bg'])('the edge of a control can be seen on %s', (ground) => {
		expect(contrast(colour('control', theme), colour(ground, theme))).toBeGreaterThanOrEqual(3);
	});
});

function colour(name: string, theme: 0 | 1): string {
	const found = colours.get(name)?.[theme];
	if (!found) throw new Error(`app.css has no colour ${name}`);
	return found;
}

/** Contrast of two colours, 1 to 21 (WCAG 2.2, "contrast ratio"). */
function contrast(a: string, b: string): number {
	const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
	return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
	const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
		const part = parseInt(hex.slice(at, at + 2), 16) / 255;
		return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
