import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findDot, makeField, moveView, paintDots, WHOLE_VIEW, zoomView } from './dot-field';

const columns = {
	caseId: Int32Array.from([7, 7, 3, 3, 3]),
	minute: Int32Array.from([100, 160, 120, 130, 200]),
	node: Int32Array.from([1, 2, 1, -5, 2])
};
const nodes = [1, 2, -5];

test('cases lie one below the other in the order of the answer, on the calendar or from where each began', () => {
	const field = makeField(columns, { nodes, elapsed: false });
	expect([...field.cases]).toEqual([7, 3]);
	expect([...field.starts]).toEqual([0, 2, 5]);
	expect([...field.row]).toEqual([0, 0, 1, 1, 1]);
	expect([...field.activity]).toEqual([0, 1, 0, 2, 1]);
	expect([field.from, field.until]).toEqual([100, 200]);
	const elapsed = makeField(columns, { nodes, elapsed: true });
	expect([...elapsed.at]).toEqual([0, 60, 0, 10, 80]);
});

test('every dot in view is painted in its colour, and an activity without colour not at all', () => {
	const field = makeField(columns, { nodes, elapsed: false });
	const [width, height] = [100, 20];
	const data = new Uint32Array(width * height);
	paintDots(field, WHOLE_VIEW, { data, width, height }, Uint32Array.from([5, 6, 0]));
	expect(data[0]).toBe(5);
	expect(data[60]).toBe(6);
	expect(data[10 * width + 20]).toBe(5);
	expect(data[10 * width + 30]).toBe(0);
	const right = { ...WHOLE_VIEW, left: 0.5 };
	paintDots(field, right, { data, width, height }, Uint32Array.from([5, 6, 0]));
	expect(data[20]).toBe(6);
	expect(data.includes(5)).toBe(false);
});

test('the dot under the pointer is found, wherever the view lies', () => {
	const field = makeField(columns, { nodes, elapsed: false });
	expect(findDot(field, WHOLE_VIEW, { x: 0.59, y: 0.2 }, 0.02)).toBe(1);
	expect(findDot(field, WHOLE_VIEW, { x: 0.45, y: 0.2 }, 0.02)).toBeNull();
	const view = { left: 0.2, right: 0.4, top: 0.5, bottom: 1 };
	expect(findDot(field, view, { x: 0.5, y: 0.5 }, 0.02)).toBe(3);
});

test('however a reader zooms and moves, the view stays within the field', () => {
	const share = fc.double({ min: 0, max: 1, noNaN: true });
	const step = fc.record({
		factor: fc.double({ min: 0.01, max: 10, noNaN: true }),
		point: fc.record({ x: share, y: share }),
		by: fc.record({
			x: fc.double({ min: -2, max: 2, noNaN: true }),
			y: fc.double({ min: -2, max: 2, noNaN: true })
		})
	});
	fc.assert(
		fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
			let view = WHOLE_VIEW;
			for (const { factor, point, by } of steps) view = moveView(zoomView(view, factor, point), by);
			for (const [from, until] of [
				[view.left, view.right],
				[view.top, view.bottom]
			] as const) {
				expect(from).toBeGreaterThanOrEqual(0);
				expect(until).toBeLessThanOrEqual(1 + 1e-9);
				expect(until).toBeGreaterThan(from);
			}
		})
	);
});
