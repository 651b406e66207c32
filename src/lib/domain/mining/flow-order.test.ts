import fc from 'fast-check';
import { expect, test } from 'vitest';
import { flowOrder } from './flow-order';

test('a step that comes late stands late, whatever its number, also where rare paths lead back from it', () => {
	const path = (source: number | null, target: number | null, weight: number) => ({
		source,
		target,
		weight
	});
	const paths = [
		...[path(null, -5, 90), path(-5, -4, 90), path(-4, -3, 88), path(-3, -1, 85)],
		...[path(-1, null, 80), path(-1, -4, 3), path(-3, -3, 9), path(null, -1, 2)]
	];
	expect(flowOrder([-1, -3, -4, -5], paths)).toEqual([-5, -4, -3, -1]);
});

test('each activity stands once, and where nothing leads back every path leads on', () => {
	const pairs = fc.array(fc.tuple(fc.nat(8), fc.nat(8), fc.integer({ min: 1, max: 9 })));
	fc.assert(
		fc.property(pairs, (some) => {
			const nodes = Array.from({ length: 9 }, (_, node) => node);
			const paths = some.map(([source, target, weight]) => ({ source, target, weight }));
			expect([...flowOrder(nodes, paths)].sort()).toEqual(nodes);
			const onward = paths.filter(({ source, target }) => source < target);
			const order = flowOrder(nodes, onward);
			for (const { source, target } of onward)
				expect(order.indexOf(source)).toBeLessThan(order.indexOf(target));
		})
	);
});
