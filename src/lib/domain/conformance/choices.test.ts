import { describe, expect, test } from 'vitest';
import { Aligner } from './align';
import { settleChoices } from './choices';
import { describeMoves } from './moves';

/** The text 9 is step 2 or step 4 of five steps in a row; the text 8 is step 2 or 3, of which either may be done. */
const choices = new Map([
	[9, [2, 4]],
	[8, [2, 3]]
]);

function read(successors: number[][], sequence: number[], complete = true) {
	const graph = { successors, inferred: () => false, inferredFrom: () => false };
	const aligner = new Aligner({
		...{ size: 5, successors, ends: new Set([5]), free: new Set<number>(), choices }
	});
	const aligned = aligner.align(sequence, complete);
	if (!aligned) throw new Error('not aligned');
	const settled = settleChoices(aligner, choices, { sequence, complete, ...aligned });
	return describeMoves(settled.moves, graph, {
		...{ free: new Set<number>(), complete, certain: () => undefined },
		...{ open: settled.open, others: settled.others }
	});
}

const straight = [[1], [2], [3], [4], [5], []];
const either = [[1], [2, 3], [4], [4], [5], []];

describe('a text of several steps', () => {
	test('is the step that is due where it stands', () => {
		const moves = read(straight, [1, 9, 3, 9, 5]);
		expect(moves.map(({ step }) => step)).toEqual([1, 2, 3, 4, 5]);
		expect(moves.every(({ deviation }) => deviation === null)).toBe(true);
	});

	test('is none of them where each fits as well, and accuses nobody', () => {
		const moves = read(either, [1, 8, 4, 5]);
		expect(moves.map(({ step, deviation }) => [step, deviation])).toEqual([
			...[
				[1, null],
				[null, null],
				[4, null],
				[5, null]
			]
		]);
		// Nor is it anybody's time: what follows it has no known step before.
		expect(moves.map(({ predecessor }) => predecessor)).toEqual([null, 1, null, 3]);
	});

	test('that stays open makes what one reading finds and another does not provisional', () => {
		// Either 2 or 4 is missing: the one text cannot say which.
		const moves = read(straight, [1, 9, 5]);
		const accused = moves.filter(({ deviation }) => deviation !== null);
		expect(accused.length).toBeGreaterThan(0);
		expect(
			accused
				.filter(({ step }) => step === null || step === 2 || step === 4)
				.every(({ provisional }) => provisional)
		).toBe(true);
		expect(accused.filter(({ step }) => step === 3)).toMatchObject([
			{ deviation: 'skipped', provisional: false }
		]);
	});

	test('off the path is the step that the path misses, else it stays open', () => {
		const missed = read(straight, [1, 3, 4, 9, 5]);
		expect(missed.flatMap(({ step, deviation }) => (deviation ? [[step, deviation]] : []))).toEqual(
			[[2, 'out_of_order']]
		);
		const again = read(straight, [1, 2, 3, 4, 5, 9]);
		expect(again.at(-1)).toMatchObject({ kind: 1, step: null, provisional: true });
	});
});
