import { describe, expect, it } from 'vitest';
import { detailText } from './words';

describe('the details of an entry', () => {
	it.each([
		['{"role":"analis","units":"all"}', 'peran: Analis · unit: semua'],
		['{"fullName":"constructor"}', 'nama lengkap: constructor'],
		['{"toString":"x"}', 'toString: x'],
		['{"events":12,"files":["a.csv"]}', 'kejadian: 12 · file: ["a.csv"]']
	])('%s', (detail, text) => {
		expect(detailText(detail)).toBe(text);
	});
});
