import { describe, expect, it } from 'vitest';
import { caseFitness, logFitness } from './fitness';

describe('the fitness of a case', () => {
	it.each([
		['completed without a flaw', { cost: 0, events: 4, complete: true }, 1],
		['completed, one step of four missing', { cost: 1, events: 3, complete: true }, 1 - 1 / 7],
		['completed, nothing of it fits', { cost: 8, events: 4, complete: true }, 0],
		['running, one of four events is foreign', { cost: 1, events: 4, complete: false }, 0.75],
		['running, nothing happened yet', { cost: 0, events: 0, complete: false }, 1]
	])('%s', (_, aligned, fitness) => {
		expect(caseFitness(aligned, 4)).toBeCloseTo(fitness, 12);
	});

	it('is 1 for nothing to do and nothing done', () => {
		expect(caseFitness({ cost: 0, events: 0, complete: true }, 0)).toBe(1);
	});
});

describe('the fitness of a log', () => {
	it('counts each case of a variant, its average by case and its own by all that could be wrong', () => {
		const fits = { cost: 0, events: 4, shortestPath: 4, count: 3 };
		const half = { cost: 4, events: 4, shortestPath: 4, count: 1 };
		expect(logFitness([fits, half])).toEqual({ cost: 4, average: 0.875, log: 0.875 });
		expect(logFitness([fits, { ...half, events: 12 }]).log).toBe(0.9);
	});

	it('is unknown without completed cases', () => {
		expect(logFitness([])).toEqual({ cost: 0, average: null, log: null });
	});
});
