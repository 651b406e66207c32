import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wrapLabel } from './wrap-label';

/** A font in which each letter has a width of its own. */
const wide = (text: string) =>
	[...text].reduce((sum, letter) => sum + ('mwMW…'.includes(letter) ? 9 : 5), 0);

test('no line of a label is wider than its room, and nothing is cut that fits', () => {
	const words = fc.array(fc.stringMatching(/^[a-zA-Z]{1,30}$/), { minLength: 1, maxLength: 12 });
	fc.assert(
		fc.property(words, fc.integer({ min: 40, max: 300 }), (some, room) => {
			const lines = wrapLabel(some.join(' '), room, 2, wide);
			expect(lines.length).toBeLessThanOrEqual(2);
			for (const line of lines) expect(wide(line)).toBeLessThanOrEqual(room);
			if (!lines.join('').includes('…'))
				expect(lines.join('').replaceAll(' ', '')).toBe(some.join(''));
			if (wide(some.join(' ')) <= room) expect(lines).toEqual([some.join(' ')]);
		})
	);
});

test('a word that is longer than a line is broken, and what has no room is cut', () => {
	expect(wrapLabel('Pertanggungjawaban', 10, 2)).toEqual(['Pertanggun', 'gjawaban']);
	expect(wrapLabel('ke Pertanggungjawaban', 10, 3)).toEqual(['ke', 'Pertanggun', 'gjawaban']);
	expect(wrapLabel('Pertanggungjawaban pekerjaan', 10, 2)).toEqual(['Pertanggun', 'gjawaban…']);
	expect(wrapLabel('satu dua tiga empat lima', 9, 2)).toEqual(['satu dua', 'tiga…']);
});
