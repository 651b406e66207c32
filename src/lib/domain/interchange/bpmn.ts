import type { Sop } from '../sop/types';
import { bpmnGraph } from './bpmn-graph';
import type { BpmnNode } from './bpmn-graph';
import { XML_HEAD, xmlText } from './xml';

const SPACES = [
	'xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"',
	'xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"',
	'xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"',
	'xmlns:di="http://www.omg.org/spec/DD/20100524/DI"',
	'targetNamespace="https://tepat.invalid/sop"'
].join(' ');

const ROW = 130;
const SIZES = {
	task: { width: 260, height: 90 },
	exclusiveGateway: { width: 50, height: 50 },
	startEvent: { width: 36, height: 36 },
	endEvent: { width: 36, height: 36 }
} as const;
/** Where gateways stand beside their task; tasks and events share one column. */
const COLUMNS: Readonly<Record<string, number>> = { join: 60, omit: 130, split: 480 };
const MIDDLE = 310;

/**
 * An SOP as BPMN 2.0 (ISO/IEC 19510): the process and a drawing of it, row by row as in the document. Actors stand in the
 * documentation of their tasks.
 */
export function sopBpmn(sop: Sop): string {
	const { nodes, flows } = bpmnGraph(sop);
	const named = (name: string) => (name === '' ? '' : ` name="${xmlText(name)}"`);
	const flowId = (index: number) => `flow${index + 1}`;
	const ways = flows.map((flow, index) => ({ ...flow, id: flowId(index) }));
	const boxes = new Map(nodes.map((node) => [node.id, boxOf(node)]));
	const elements = nodes.map((node) => {
		const { id, kind, name, actors } = node;
		const said =
			actors.length > 0 ? `<documentation>${xmlText(actors.join(', '))}</documentation>` : '';
		const into = ways.filter(({ to }) => to === id).map((way) => `<incoming>${way.id}</incoming>`);
		const out = ways
			.filter(({ from }) => from === id)
			.map((way) => `<outgoing>${way.id}</outgoing>`);
		const towards =
			kind !== 'exclusiveGateway'
				? ''
				: ` gatewayDirection="${into.length > 1 ? (out.length > 1 ? 'Mixed' : 'Converging') : 'Diverging'}"`;
		return `<${kind} id="${id}"${named(name)}${towards}>${said}${into.join('')}${out.join('')}</${kind}>`;
	});
	const sequence = ways.map(
		({ id, from, to, name }) =>
			`<sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}"${named(name)}/>`
	);
	const shapes = nodes.map(({ id }) => {
		const { x, y, width, height } = boxes.get(id) ?? NOWHERE;
		return `<bpmndi:BPMNShape id="shape-${id}" bpmnElement="${id}"><dc:Bounds x="${x}" y="${y}" width="${width}" height="${height}"/></bpmndi:BPMNShape>`;
	});
	const lines = ways.map(({ id, from, to }) => {
		const points = docked(boxes.get(from) ?? NOWHERE, boxes.get(to) ?? NOWHERE).map(
			({ x, y }) => `<di:waypoint x="${x}" y="${y}"/>`
		);
		return `<bpmndi:BPMNEdge id="line-${id}" bpmnElement="${id}">${points.join('')}</bpmndi:BPMNEdge>`;
	});
	return [
		`${XML_HEAD}<definitions ${SPACES} id="definitions">`,
		`<process id="sop"${named(sop.title)} isExecutable="false">`,
		...elements,
		...sequence,
		'</process>',
		'<bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="sop">',
		...shapes,
		...lines,
		'</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>',
		'</definitions>',
		''
	].join('\n');
}

interface Box {
	x: number;
	y: number;
	width: number;
	height: number;
}

const NOWHERE: Box = { x: 0, y: 0, width: 0, height: 0 };

/** A line from the border of one box to that of another: what ends in the middle of a shape lies under it. */
function docked(from: Box, to: Box): { x: number; y: number }[] {
	return [
		[from, to],
		[to, from]
	].map(([own = NOWHERE, other = NOWHERE]) => {
		const [x, y] = [own.x + own.width / 2, own.y + own.height / 2];
		const [dx, dy] = [other.x + other.width / 2 - x, other.y + other.height / 2 - y];
		const reach = Math.max(Math.abs(dx) / (own.width / 2), Math.abs(dy) / (own.height / 2));
		return reach === 0
			? { x, y }
			: { x: Math.round(x + dx / reach), y: Math.round(y + dy / reach) };
	});
}

/** Centred on the row of its step. */
function boxOf({ id, kind, row }: BpmnNode) {
	const { width, height } = SIZES[kind];
	const centre = COLUMNS[id.replace(/\d+$/, '')] ?? MIDDLE;
	// The gateway at which all ways begin or end stands between its event and the first or last step.
	const aside = id === 'start' ? -0.5 : id === 'end' ? 0.5 : 0;
	return {
		x: centre - width / 2,
		y: Math.round((row + 2 + aside) * ROW - height / 2),
		width,
		height
	};
}
