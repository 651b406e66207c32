import { expect, test } from 'vitest';
import { readMoves } from './moves';

const next = new Map([
	[1, [2]],
	[2, [3, 1]],
	[3, []]
]);
const leadsTo = (from: number, to: number) => next.get(from)?.includes(to) ?? false;
const read = (...steps: (number | null)[]) => readMoves(steps, leadsTo);
const predecessors = (...steps: (number | null)[]) => read(...steps).map((m) => m.predecessor);

test('each step of a straight case is preceded by the event before it', () => {
	expect(predecessors(1, 2, 3)).toEqual([null, 1, 2]);
});

test('an event outside the SOP between two steps leaves the second without a predecessor', () => {
	expect(predecessors(1, null, 2, 3)).toEqual([null, null, null, 3]);
	expect(read(1, null, 2)[1]).toMatchObject({ kind: 1, step: null, occurrence: null });
});

test('a skipped step leaves the next one without a predecessor', () => {
	expect(predecessors(1, 3)).toEqual([null, null]);
});

test('the passes of a loop are counted and none of them is charged with another', () => {
	const moves = read(1, 2, 1, 2, 3);
	expect(moves.map((m) => m.occurrence)).toEqual([1, 1, 2, 2, 1]);
	expect(moves.map((m) => m.lastPass)).toEqual([false, false, true, true, true]);
	expect(moves.map((m) => m.predecessor)).toEqual([null, null, null, null, null]);
});
