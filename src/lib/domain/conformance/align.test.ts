import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Aligner } from './align';
import type { Alignment } from './align';
import type { StepModel } from './model';

/** Least cost by relaxing (events read, state) until nothing changes: slow, and written for nothing else. */
function exhaustiveCost(model: StepModel, sequence: readonly number[], complete: boolean): number {
	const best = new Map<string, number>([['0 0', 0]]);
	for (let changed = true; changed;) {
		changed = false;
		for (const [key, cost] of [...best]) {
			const [index = 0, state = 0] = key.split(' ').map(Number);
			const offers: [number, number, number][] = [];
			if (index < sequence.length) offers.push([index + 1, state, cost + 1]);
			for (const step of model.successors[state] ?? []) {
				offers.push([index, step, cost + (model.free.has(step) ? 0 : 1)]);
				if (sequence[index] === step) offers.push([index + 1, step, cost]);
			}
			for (const [i, s, c] of offers) {
				if (c < (best.get(`${i} ${s}`) ?? Infinity)) {
					best.set(`${i} ${s}`, c);
					changed = true;
				}
			}
		}
	}
	const finals = [...best].filter(([key]) => {
		const [index, state = 0] = key.split(' ').map(Number);
		return index === sequence.length && (!complete || model.ends.has(state));
	});
	return Math.min(Infinity, ...finals.map(([, cost]) => cost));
}

/** Whether the moves read the whole sequence along a path of the SOP. */
function isReading(
	model: StepModel,
	sequence: readonly number[],
	complete: boolean,
	{ moves }: Alignment
): boolean {
	let state = 0;
	let index = 0;
	for (const move of moves) {
		if (move.kind !== 2 && (move.index !== index || sequence[index++] !== move.step)) return false;
		if (move.kind === 1) continue;
		if (!model.successors[state]?.includes(move.step)) return false;
		state = move.step;
	}
	return index === sequence.length && (!complete || model.ends.has(state));
}

const models = fc.integer({ min: 1, max: 5 }).chain((size) => {
	const step = fc.integer({ min: 1, max: size });
	return fc.record({
		size: fc.constant(size),
		successors: fc.array(fc.uniqueArray(step, { maxLength: 3 }), {
			minLength: size + 1,
			maxLength: size + 1
		}),
		ends: fc.uniqueArray(step, { minLength: 1 }).map((steps) => new Set(steps)),
		free: fc.uniqueArray(step, { maxLength: 2 }).map((steps) => new Set(steps))
	});
});

describe('an optimal alignment', () => {
	test('costs what exhaustive search finds, and is a reading of the sequence along the SOP', () => {
		fc.assert(
			fc.property(
				models,
				fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 7 }),
				fc.boolean(),
				(model, raw, complete) => {
					const sequence = raw.map((step) => (step > model.size ? 0 : step));
					const alignment = new Aligner(model).align(sequence, complete);
					const least = exhaustiveCost(model, sequence, complete);
					if (alignment === undefined) {
						expect(least).toBe(Infinity);
						return;
					}
					expect(alignment.cost).toBe(least);
					expect(isReading(model, sequence, complete, alignment)).toBe(true);
					expect(new Aligner(model).align(sequence, complete)).toEqual(alignment);
				}
			),
			{ numRuns: 2000 }
		);
	});

	const straight: StepModel = {
		size: 4,
		successors: [[1], [2], [3], [4], []],
		ends: new Set([4]),
		free: new Set()
	};
	const kinds = (model: StepModel, sequence: number[], complete = true) =>
		new Aligner(model)
			.align(sequence, complete)
			?.moves.map((move) => `${'slm'[move.kind]}${move.step}`)
			.join(' ');

	test('shows a skipped step as a model move where it was due', () => {
		expect(kinds(straight, [1, 3, 4])).toBe('s1 m2 s3 s4');
	});

	test('reads a running case as a prefix, without the steps to come', () => {
		expect(kinds(straight, [1, 2], false)).toBe('s1 s2');
	});

	test('takes the log move before the model move where both cost the same', () => {
		expect(kinds(straight, [1, 3, 2, 4])).toBe('s1 l3 s2 m3 s4');
	});

	test('passes over an optional step for nothing', () => {
		const model = { ...straight, free: new Set([3]) };
		expect(new Aligner(model).align([1, 2, 4], true)).toMatchObject({ cost: 0 });
	});

	test('a step that branches takes the first edge of the SOP where several cost the same', () => {
		const branch = { ...straight, successors: [[1], [3, 2], [4], [4], []] };
		expect(kinds(branch, [1, 4])).toBe('s1 m3 s4');
	});

	test('an SOP without an end has no complete alignment, but prefixes', () => {
		const endless = { ...straight, ends: new Set<number>() };
		expect(new Aligner(endless).shortestPath).toBeUndefined();
		expect(kinds(endless, [1, 2])).toBeUndefined();
		expect(kinds(endless, [1, 2], false)).toBe('s1 s2');
	});

	test('gives the same moves whatever it aligned before', () => {
		const used = new Aligner(straight);
		used.align([4, 3, 2, 1, 1, 2, 3, 4, 0, 0], true);
		expect(used.align([1, 3], true)).toEqual(new Aligner(straight).align([1, 3], true));
	});
});

describe('logs that mean harm', () => {
	const size = 17;
	const steps = Array.from({ length: size }, (_, index) => index + 1);
	const loop: StepModel = {
		size,
		successors: [
			[1],
			...steps.map((step) => (step === 10 ? [11, 7] : step < size ? [step + 1] : []))
		],
		ends: new Set([size]),
		free: new Set(steps.filter((step) => step % 2 === 0))
	};

	test('a case of 100,000 events of any kind is aligned, exactly', () => {
		const sequence = Array.from({ length: 100_000 }, (_, index) => (index * 7919) % (size + 1));
		const alignment = new Aligner(loop).align(sequence, true);
		const log = alignment?.moves.filter(({ kind }) => kind === 1).length ?? 0;
		const missing =
			alignment?.moves.filter(({ kind, step }) => kind === 2 && !loop.free.has(step)).length ?? 0;
		expect(log + missing).toBe(alignment?.cost);
		expect(alignment && isReading(loop, sequence, true, alignment)).toBe(true);
	});

	test('a loop that is taken 10,000 times costs nothing', () => {
		const turn = [7, 8, 9, 10];
		const sequence = [1, 2, 3, 4, 5, 6, ...Array.from({ length: 10_000 }, () => turn).flat()];
		expect(new Aligner(loop).align([...sequence, 11, 12, 13, 14, 15, 16, 17], true)?.cost).toBe(0);
	});
});
