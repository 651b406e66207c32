import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	keepActivities,
	keepPaths,
	MAP_EDGES,
	MAP_NODES,
	pathKey,
	type MapEdge
} from './process-map';

/** The graph of what follows what in some sequences, as the store counts it. */
function graphOf(cases: readonly (readonly number[])[]): MapEdge[] {
	const edges = new Map<string, MapEdge>();
	for (const steps of cases) {
		const places = [null, ...steps, null];
		for (let at = 1; at < places.length; at++) {
			const [source = null, target = null] = [places[at - 1], places[at]];
			const ending = target === null ? (steps.length % 3 === 0 ? 'running' : 'completed') : null;
			const key = pathKey({ source, target, ending });
			const edge = edges.get(key) ?? { source, target, ending, cases: 1, passes: 0 };
			edges.set(key, { ...edge, passes: edge.passes + 1 });
		}
	}
	return [...edges.values()];
}

function reach(edges: readonly MapEdge[], forward: boolean): Set<number> {
	const reached = new Set<number>();
	const queue: (number | null)[] = [null];
	while (queue.length > 0) {
		const at = queue.pop() ?? null;
		for (const edge of edges) {
			const [from, to] = forward ? [edge.source, edge.target] : [edge.target, edge.source];
			if (from !== at || to === null || reached.has(to)) continue;
			reached.add(to);
			queue.push(to);
		}
	}
	return reached;
}

const logs = fc.array(fc.array(fc.integer({ min: -4, max: 12 }), { minLength: 1, maxLength: 12 }), {
	minLength: 1,
	maxLength: 30
});
const share = fc.double({ min: 0, max: 1, noNaN: true });

test('whatever the paths slider says, each activity is reached from the beginning and reaches the end', () => {
	fc.assert(
		fc.property(logs, share, (cases, paths) => {
			const edges = graphOf(cases);
			const nodes = new Set(cases.flat());
			const kept = keepPaths(edges, paths);
			expect(reach(kept, true)).toEqual(nodes);
			expect(reach(kept, false)).toEqual(nodes);
		})
	);
});

test('moving the paths slider up only adds paths, and at its end shows all of them', () => {
	fc.assert(
		fc.property(logs, share, share, (cases, a, b) => {
			const edges = graphOf(cases);
			const few = keepPaths(edges, Math.min(a, b));
			const many = new Set(keepPaths(edges, Math.max(a, b)));
			expect(few.every((edge) => many.has(edge))).toBe(true);
			if (edges.length <= MAP_EDGES) expect(keepPaths(edges, 1)).toEqual(edges);
		})
	);
});

test('no hidden path is more frequent than a shown one that nothing hangs on', () => {
	fc.assert(
		fc.property(logs, share, (cases, paths) => {
			const edges = graphOf(cases);
			const kept = keepPaths(edges, paths);
			// What is there without the slider is what connects the activities.
			const needed = new Set(keepPaths(edges, 0));
			const free = kept.filter((edge) => !needed.has(edge)).map(({ passes }) => passes);
			const hidden = edges.filter((edge) => !kept.includes(edge)).map(({ passes }) => passes);
			expect(Math.max(0, ...hidden)).toBeLessThanOrEqual(Math.min(Infinity, ...free));
			if (paths > 0 && hidden.length > 0) expect(free.length).toBeGreaterThan(0);
		})
	);
});

test('a loop that is frequent is shown before rare paths, however few of the paths are asked for', () => {
	const plain = Array.from({ length: 50 }, () => [1, 2, 3, 4]);
	const looped = Array.from({ length: 10 }, () => [1, 2, 3, 2, 3, 2, 3, 4]);
	const kept = keepPaths(graphOf([...plain, ...looped, [1, 3, 4], [1, 2, 4], [2, 3, 4]]), 0.2);
	expect(kept.map(pathKey)).toContain('3>2');
	expect(kept).toHaveLength(6);
});

test('the order in which the graph is given decides nothing', () => {
	fc.assert(
		fc.property(logs, share, (cases, paths) => {
			const edges = graphOf(cases);
			const turned = keepPaths([...edges].reverse(), paths);
			expect(new Set(turned)).toEqual(new Set(keepPaths(edges, paths)));
		})
	);
});

test('the most frequent activities stay: at least one, at most as many as a picture takes', () => {
	const nodes = Array.from({ length: 100 }, (_, node) => ({ node, cases: 1, passes: node % 50 }));
	expect(keepActivities(nodes, 0).map(({ node }) => node)).toEqual([49]);
	expect(keepActivities(nodes, 0.04).map(({ node }) => node)).toEqual([49, 99, 48, 98]);
	expect(keepActivities(nodes, 1)).toHaveLength(MAP_NODES);
	expect(keepActivities([], 1)).toEqual([]);
});

test('without the slider only the strongest ways stay', () => {
	const often = Array.from({ length: 5 }, () => [1, 2, 3]);
	const kept = keepPaths(graphOf([...often, [1, 3], [2, 3]]), 0);
	expect(kept.map(({ source, target }) => [source, target])).toEqual([
		[null, 1],
		[1, 2],
		[2, 3],
		[3, null]
	]);
});
