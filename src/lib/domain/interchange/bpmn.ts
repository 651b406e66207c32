import type { Sop } from '../sop/types';
import { bpmnGraph } from './bpmn-graph';
import { layOut } from './bpmn-layout';
import { XML_HEAD, xmlText } from './xml';

const SPACES = [
	'xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"',
	'xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"',
	'xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"',
	'xmlns:di="http://www.omg.org/spec/DD/20100524/DI"',
	'targetNamespace="https://tepat.invalid/sop"'
].join(' ');

/**
 * An SOP as BPMN 2.0 (ISO/IEC 19510): the process and a drawing of it, row by row as in the document. Actors stand in the
 * documentation of their tasks.
 */
export function sopBpmn(sop: Sop): string {
	const { nodes, flows } = bpmnGraph(sop);
	const named = (name: string) => (name === '' ? '' : ` name="${xmlText(name)}"`);
	const flowId = (index: number) => `flow${index + 1}`;
	const ways = flows.map((flow, index) => ({ ...flow, id: flowId(index) }));
	const layout = layOut({ nodes, flows });
	const elements = nodes.map((node) => {
		const { id, kind, name, actors } = node;
		const said =
			actors.length > 0 ? `<documentation>${xmlText(actors.join(', '))}</documentation>` : '';
		const into = ways.filter(({ to }) => to === id).map((way) => `<incoming>${way.id}</incoming>`);
		const out = ways
			.filter(({ from }) => from === id)
			.map((way) => `<outgoing>${way.id}</outgoing>`);
		const towards = !kind.endsWith('Gateway')
			? ''
			: ` gatewayDirection="${into.length > 1 ? (out.length > 1 ? 'Mixed' : 'Converging') : 'Diverging'}"`;
		return `<${kind} id="${id}"${named(name)}${towards}>${said}${into.join('')}${out.join('')}</${kind}>`;
	});
	const sequence = ways.map(
		({ id, from, to, name }) =>
			`<sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}"${named(name)}/>`
	);
	const shapes = nodes.flatMap(({ id, kind }) => {
		const box = layout.boxes.get(id);
		if (!box) return [];
		const marker = kind === 'exclusiveGateway' ? ' isMarkerVisible="true"' : '';
		const { x, y, width, height } = box;
		return `<bpmndi:BPMNShape id="shape-${id}" bpmnElement="${id}"${marker}><dc:Bounds x="${x}" y="${y}" width="${width}" height="${height}"/></bpmndi:BPMNShape>`;
	});
	const lines = ways.map(({ id }, at) => {
		const points = (layout.lines[at] ?? []).map(({ x, y }) => `<di:waypoint x="${x}" y="${y}"/>`);
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
