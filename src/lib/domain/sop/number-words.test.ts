import { expect, it } from 'vitest';
import { numberFromWords } from './number-words';

it.each([
	['satu', 1],
	['sepuluh', 10],
	['sebelas', 11],
	['empat belas', 14],
	['dua puluh', 20],
	['empat puluh lima', 45],
	['seratus', 100],
	['seratus dua puluh', 120],
	['tiga ratus enam puluh lima', 365],
	['seratus sebelas', 111]
])('reads "%s"', (words, value) => {
	expect(numberFromWords(words)).toBe(value);
});

it.each([
	'',
	'lma',
	'puluh',
	'satu belas',
	'lima enam',
	'dua puluh sepuluh',
	'dua puluh tiga puluh'
])('finds no number in "%s"', (words) => {
	expect(numberFromWords(words)).toBeNull();
});
