import { describe, expect, it } from 'vitest';
import * as graph from './graph';
import { parseSop } from './parse';

const row = (no: string, more = '') => `  - { no: '${no}', activity: Kegiatan ${no}, ${more} }\n`;
const read = (steps: string) =>
	parseSop(`id: a\ntitle: A\nsource: S\nheader: {}\nsteps:\n${steps}`, 'a.yaml');

const looped = read(
	row('1', 'start: true') +
		row('2') +
		row('3', "next: [{ to: '4', condition: ya }, { to: '1', condition: tidak }]") +
		row('4') +
		row('5', 'optional: true, end: true')
);
const grouped = read(
	row('1', 'start: true') + row('2', 'group: g') + row('3', 'group: g') + row('4', 'end: true')
);

describe('the graph of an SOP', () => {
	it('lists edges in the order of the rows and marks those that lead back', () => {
		expect(
			graph.flowEdges(looped).map(({ from, to, back, span }) => [from, to, back, span])
		).toEqual([
			['1', '2', false, 0],
			['2', '3', false, 0],
			['3', '4', false, 0],
			['3', '1', true, 1],
			['4', '5', false, 0]
		]);
	});

	it('knows what may follow and precede a step', () => {
		expect(graph.successors(looped, '3')).toEqual(['4', '1']);
		expect(graph.predecessors(looped, '1')).toEqual(['3']);
		expect(graph.successors(looped, 'none')).toEqual([]);
	});

	it('lets the steps of a group follow one another in any order', () => {
		expect(graph.successors(grouped, '3')).toEqual(['4', '2']);
		expect(graph.successors(grouped, '2')).toEqual(['3']);
	});

	it('tells branches and loops apart from plain steps', () => {
		expect(looped.steps.filter(graph.isBranch).map((step) => step.id)).toEqual(['3']);
		expect([...graph.stepsOnLoop(looped)]).toEqual(['1', '2', '3']);
		expect(graph.stepsOnLoop(grouped).size).toBe(0);
	});

	it('completes a case at an end, and before it where only optional steps are left', () => {
		expect([...graph.completingSteps(looped)].sort()).toEqual(['4', '5']);
	});

	it('finds the shortest complete path', () => {
		expect(graph.shortestCompletePath(looped, 'utama')).toEqual(['1', '2', '3', '4', '5']);
		expect(graph.shortestCompletePath(looped, 'none')).toBeNull();
	});

	it('reaches every step and every end of a sound SOP', () => {
		expect(graph.reachableSteps(looped).size).toBe(5);
		expect(graph.stepsLeadingToEnd(looped).size).toBe(5);
	});
});
