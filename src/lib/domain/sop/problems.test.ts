import { describe, expect, it } from 'vitest';
import { checkSop } from './problems';

const FINE = `id: contoh
title: Contoh
source: dibuat sendiri
header: {}
actors: [PPK]
steps:
  - no: '1'
    activity: Terima
    start: true
  - no: '2'
    activity: Serahkan
    actors: [PPK]
    time: 2 jam
    end: true
`;

const found = (text: string) =>
	checkSop(text, 'contoh.yaml').problems.map(({ line, error }) => [line, error.code]);

describe('an SOP file that is looked at before it is used', () => {
	it('is read where nothing is wrong with it', () => {
		const { sop, problems } = checkSop(FINE, 'contoh.yaml');
		expect(problems).toEqual([]);
		expect(sop?.steps.map(({ activity }) => activity)).toEqual(['Terima', 'Serahkan']);
	});

	it('names the line of what is no YAML', () => {
		expect(found(FINE.replace('title: Contoh', 'title: "Contoh'))[0]?.[1]).toBe('sop_yaml');
		expect(found(FINE.replace("no: '2'", "no: '2"))[0]?.[0]).toBeGreaterThanOrEqual(10);
	});

	it('names each value that the file must not hold with its line, and what is missing with that of its holder', () => {
		const wrong = FINE.replace('id: contoh', 'id: Contoh Saya').replace('start: true', 'start: ya');
		expect(found(wrong.replace('    activity: Serahkan\n', ''))).toEqual([
			[1, 'sop_field'],
			[9, 'sop_field'],
			[10, 'sop_field']
		]);
	});

	it('names the line of the step whose time, actor or target is wrong', () => {
		expect(found(FINE.replace('2 jam', 'dua hari-hari'))).toEqual([[10, 'sop_time']]);
		expect(found(FINE.replace('    actors: [PPK]', '    actors: [Pokja]'))).toEqual([
			[10, 'sop_unknown_actor']
		]);
		expect(found(FINE.replace('    start: true', "    next: [{ to: '9' }]"))).toEqual([
			[7, 'sop_unknown_step']
		]);
	});

	it('refuses what is no file at all', () => {
		for (const text of ['', '[]', '42', '\u0000']) expect(found(text).length).toBeGreaterThan(0);
	});
});
