import { expect, test } from 'vitest';
import { eachUnderWay, makeReplay, measureWay, placeOnWay, runningAt } from './replay-field';

/** Two cases, 7 with a detour by activity 9 and 8 without; 9 → 2 is not drawn. */
const COLUMNS = {
	caseId: Int32Array.of(7, 7, 7, 7, 8, 8),
	minute: Int32Array.of(100, 110, 130, 150, 120, 160),
	node: Int32Array.of(1, 9, 2, 3, 1, 2)
};
const NODES = [1, 2, 3, 9].map((node) => ({ node }));
const PATHS = [
	{ source: null, target: 1 },
	{ source: 1, target: 2 },
	{ source: 1, target: 9 },
	{ source: 2, target: 3 }
];

function underWay(field: ReturnType<typeof makeReplay>, minute: number): [number, number][] {
	const found: [number, number][] = [];
	eachUnderWay(field, minute, (path, share) => found.push([path, share]));
	return found;
}

test('each case is where its own times put it, and on no path before or after', () => {
	const field = makeReplay(COLUMNS, NODES, PATHS);
	expect([field.start, field.end]).toEqual([100, 160]);
	expect(underWay(field, 105)).toEqual([[2, 0.5]]);
	expect(underWay(field, 120)).toEqual([[1, 0]]);
	expect(underWay(field, 140)).toEqual([
		[3, 0.5],
		[1, 0.5]
	]);
	expect(underWay(field, 99)).toEqual([]);
	expect(underWay(field, 160)).toEqual([]);
});

test('a passage without a drawn path is counted, never drawn elsewhere', () => {
	expect(makeReplay(COLUMNS, NODES, PATHS).hidden).toBe(1);
	expect(makeReplay(COLUMNS, NODES, []).path.length).toBe(0);
	expect(makeReplay(COLUMNS, NODES, []).hidden).toBe(4);
});

test('an activity that the map leaves out is skipped, so that the case passes by in one way', () => {
	const field = makeReplay(COLUMNS, NODES.slice(0, 3), PATHS);
	expect(field.hidden).toBe(0);
	expect(underWay(field, 115)).toEqual([[1, 0.5]]);
});

test('cases run from their first to their last event, both included', () => {
	const field = makeReplay(COLUMNS, NODES, PATHS);
	expect([99, 100, 119, 120, 150, 151, 160, 161].map((at) => runningAt(field, at))).toEqual([
		0, 1, 1, 2, 2, 1, 1, 0
	]);
});

test('no events are nothing to move', () => {
	const none = { caseId: new Int32Array(), minute: new Int32Array(), node: new Int32Array() };
	const field = makeReplay(none, NODES, PATHS);
	expect([field.start, field.end, field.hidden, runningAt(field, 0)]).toEqual([0, 0, 0, 0]);
});

test('a place on a path is found by its length, round corners and to the side', () => {
	const way = measureWay([
		{ x: 0, y: 0 },
		{ x: 0, y: 30 },
		{ x: 10, y: 30 }
	]);
	expect(placeOnWay(way, 0, 0)).toEqual({ x: 0, y: 0 });
	expect(placeOnWay(way, 0.5, 0)).toEqual({ x: 0, y: 20 });
	expect(placeOnWay(way, 1, 0)).toEqual({ x: 10, y: 30 });
	expect(placeOnWay(way, 0.5, 4)).toEqual({ x: -4, y: 20 });
	expect(placeOnWay(measureWay([]), 0.5, 0)).toEqual({ x: 0, y: 0 });
});
