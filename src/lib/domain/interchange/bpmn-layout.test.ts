import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { parseSop } from '../sop/parse';
import { bpmnGraph } from './bpmn-graph';
import { layOut } from './bpmn-layout';
import type { Box, Point } from './bpmn-layout';

const folder = join(import.meta.dirname, '../../../../data/sop');
const row = (no: number, more: object = {}) => ({ no: String(no), activity: `K ${no}`, ...more });
const groups = parseSop(
	stringify({
		...{ id: 'groups', title: 'Groups', source: 'S', header: {} },
		steps: [
			row(1, { group: 'a', start: true }),
			row(2, { group: 'a', optional: true }),
			row(3, { group: 'a', activity: 'Memeriksa kelengkapan dan keabsahan dokumen '.repeat(6) }),
			row(4, {
				next: [
					{ to: '5', condition: 'ya' },
					{ to: '1', condition: 'tidak' },
					{ to: '7', condition: 'batal' }
				]
			}),
			row(5, { group: 'b' }),
			row(6, { group: 'b', optional: true }),
			row(7, { end: true })
		]
	}),
	'groups.yaml'
);
const sops = [
	...readdirSync(folder)
		.filter((name) => name.endsWith('.yaml'))
		.map((name) => parseSop(readFileSync(join(folder, name), 'utf8'), name)),
	groups
];

const overlap = (a: Box, b: Box) =>
	a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** Distance of a point from the border of a box; a gateway is the diamond within it. */
function fromBorder(point: Point, box: Box, gateway: boolean): number {
	const [dx, dy] = [
		Math.abs(point.x - box.x - box.width / 2) / (box.width / 2),
		Math.abs(point.y - box.y - box.height / 2) / (box.height / 2)
	];
	return Math.abs((gateway ? dx + dy : Math.max(dx, dy)) - 1) * (box.width / 2);
}

describe.each(sops.map((sop) => [sop.id, sop] as const))('the drawing of %s', (_, sop) => {
	const graph = bpmnGraph(sop);
	const { boxes, lines } = layOut(graph);

	test('has a place for each node, on the page and over no other', () => {
		expect([...boxes.keys()]).toEqual(graph.nodes.map(({ id }) => id));
		const all = [...boxes.values()];
		for (const { x, y } of all) expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
		for (const [at, box] of all.entries())
			for (const other of all.slice(at + 1)) expect(overlap(box, other)).toBe(false);
	});

	test('has a line for each flow, square, from the border of one node to that of the other, through none', () => {
		expect(lines).toHaveLength(graph.flows.length);
		graph.flows.forEach(({ from, to }, at) => {
			const line = lines[at] ?? [];
			expect(line.length).toBeGreaterThanOrEqual(2);
			for (const [id, end] of [
				[from, line[0]],
				[to, line.at(-1)]
			] as const) {
				const box = boxes.get(id);
				const gateway = id.match(/^(task|start|end)/) === null;
				if (!box || !end) throw new Error(`${id} is not drawn`);
				expect(fromBorder(end, box, gateway)).toBeLessThan(1);
			}
			line.slice(1).forEach((end, before) => {
				const start = line[before] ?? end;
				expect(start.x === end.x || start.y === end.y).toBe(true);
				const stretch = {
					...{ x: Math.min(start.x, end.x), y: Math.min(start.y, end.y) },
					...{ width: Math.abs(start.x - end.x), height: Math.abs(start.y - end.y) }
				};
				for (const [id, box] of boxes)
					if (id !== from && id !== to) expect([id, overlap(stretch, box)]).toEqual([id, false]);
			});
		});
	});
});
