import { describe, expect, it } from 'vitest';
import { UserError } from '../user-error';
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
	it('lists ways in the order of the rows, each with the edges it rests on', () => {
		expect(graph.waysOf(looped).map(({ from, to, condition }) => [from, to, condition])).toEqual([
			['1', '2', null],
			['2', '3', null],
			['3', '4', 'ya'],
			['3', '1', 'tidak'],
			['4', '5', null]
		]);
		expect(graph.waysOf(grouped).map(({ from, to, edges }) => [from, to, edges.length])).toEqual([
			['1', '2', 1],
			['1', '3', 1],
			['2', '4', 1],
			['2', '3', 0],
			['3', '4', 1],
			['3', '2', 0]
		]);
	});

	it('knows what may follow and precede a step', () => {
		expect(graph.successors(looped, '3')).toEqual(['4', '1']);
		expect(graph.predecessors(looped, '1')).toEqual(['3']);
		expect(graph.successors(looped, 'none')).toEqual([]);
	});

	it('lets the steps of a group follow one another in any order, and lead on from each', () => {
		expect(graph.successors(grouped, '1')).toEqual(['2', '3']);
		expect(graph.successors(grouped, '2')).toEqual(['4', '3']);
		expect(graph.predecessors(grouped, '4')).toEqual(['2', '3']);
	});

	it('begins and ends with any step of a group that one of them begins or ends', () => {
		const both = read(
			row('1', 'group: g, start: true') +
				row('2', 'group: g') +
				row('3', 'group: h, optional: true') +
				row('4', 'group: h, optional: true, end: true')
		);
		expect(graph.startSteps(both).map(({ id }) => id)).toEqual(['1', '2']);
		expect(graph.endSteps(both).map(({ id }) => id)).toEqual(['3', '4']);
		expect([...graph.completingSteps(both)].sort()).toEqual(['1', '2', '3', '4']);
	});

	it('refuses a group that is too large, and an outcome that leads to a step of its own group', () => {
		const rows = (count: number, more = '') =>
			Array.from({ length: count }, (_, at) => row(String(at + 1), `group: g${at ? '' : more}`));
		const code = (steps: string) => {
			try {
				return read(steps) && null;
			} catch (error) {
				return error instanceof UserError ? [error.code, error.params['step']] : error;
			}
		};
		expect(code(rows(6, ', start: true').join(''))).toBeNull();
		expect(code(rows(7, ', start: true').join(''))).toEqual(['sop_group_size', '1']);
		const branch = ", next: [{ to: '2', condition: ya }, { to: '3', condition: tidak }]";
		expect(code(rows(3, branch).join(''))).toEqual(['sop_group_branch', '1']);
	});

	it('tells branches apart from plain steps', () => {
		expect(looped.steps.filter(graph.isBranch).map((step) => step.id)).toEqual(['3']);
	});

	it('completes a case at an end, and before it where only optional steps are left', () => {
		expect([...graph.completingSteps(looped)].sort()).toEqual(['4', '5']);
	});

	it('reaches every step and every end of a sound SOP', () => {
		expect(graph.reachableSteps(looped).size).toBe(5);
		expect(graph.stepsLeadingToEnd(looped).size).toBe(5);
	});
});
