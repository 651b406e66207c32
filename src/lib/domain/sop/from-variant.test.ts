import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { sopOfVariant } from './from-variant';
import { successors } from './graph';
import { parseSop } from './parse';

const sopOf = (...activities: string[]) =>
	parseSop(
		stringify(sopOfVariant({ id: 'log', title: 'Log', source: 'log.csv', activities })),
		'log.yaml'
	);

describe('an SOP made from a variant', () => {
	it('has its activities as steps that follow each other, and is closed', () => {
		const sop = sopOf('Terima', 'Periksa', 'Serahkan');
		expect(sop.closed).toBe(true);
		expect(sop.steps.map(({ activity, start, end }) => [activity, start, end])).toEqual([
			['Terima', true, false],
			['Periksa', false, false],
			['Serahkan', false, true]
		]);
	});

	it('names who is accountable and how long it may take, where the office says so', () => {
		const draft = sopOfVariant({
			...{ id: 'log', title: 'Log', source: 'log.csv', office: 'Dinas Contoh' },
			activities: ['Terima', 'Periksa'],
			said: new Map([['Periksa', { actors: ['PPK', 'Pokja'], time: '2 jam' }]])
		});
		const sop = parseSop(stringify(draft), 'log.yaml');
		expect([sop.office, sop.actors]).toEqual(['Dinas Contoh', ['PPK', 'Pokja']]);
		expect(sop.steps.map(({ actors, budget }) => [actors, budget?.seconds ?? null])).toEqual([
			[[], null],
			[['PPK', 'Pokja'], 7200]
		]);
	});

	it('leads back where an activity occurs again', () => {
		const sop = sopOf('Terima', 'Periksa', 'Terima', 'Serahkan');
		expect(sop.steps).toHaveLength(3);
		expect(successors(sop, '1')).toEqual(['2', '3']);
		expect(successors(sop, '2')).toEqual(['1']);
	});

	it('takes names that are SQL, YAML or HTML as they are', () => {
		const names = ["'; drop table event; --", '- a: {b', '<img src=x onerror=alert(1)>', '#'];
		expect(sopOf(...names).steps.map(({ activity }) => activity)).toEqual(names);
	});

	it('can be walked as the variant goes, from its start to its end', () => {
		fc.assert(
			fc.property(
				fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1, maxLength: 12 }),
				(activities) => {
					const sop = sopOf(...activities);
					const ids = activities.map(
						(name) => sop.steps.find(({ activity }) => activity === name)?.id ?? ''
					);
					expect(sop.steps.find(({ id }) => id === ids[0])?.start).toBe(true);
					expect(sop.steps.find(({ id }) => id === ids.at(-1))?.end).toBe(true);
					ids.forEach((id, index) => {
						const next = ids[index + 1];
						if (next !== undefined) expect(successors(sop, id)).toContain(next);
					});
				}
			)
		);
	});
});
