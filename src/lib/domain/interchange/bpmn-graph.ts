import type { Sop } from '../sop/types';
import { flowNodes } from './flow-net';

/** A node of a BPMN process; gateways are exclusive. */
export interface BpmnNode {
	id: string;
	kind: 'startEvent' | 'endEvent' | 'task' | 'exclusiveGateway';
	name: string;
	/** Who is accountable; of tasks alone. */
	actors: readonly string[];
	/** Row of the step that it belongs to, from 0. */
	row: number;
}

/** A sequence flow with the outcome that takes it. */
export interface BpmnFlow {
	from: string;
	to: string;
	name: string;
}

/** What a BPMN process is made of. */
export interface BpmnGraph {
	nodes: BpmnNode[];
	flows: BpmnFlow[];
}

/**
 * An SOP as the graph of a BPMN process: a task per step, an exclusive gateway where ways meet or part, one start event and
 * one end event. Ways that need no gateway have none.
 */
export function bpmnGraph(sop: Sop): BpmnGraph {
	const steps = flowNodes(sop);
	const number = new Map(steps.map(({ id }, index) => [id, index + 1]));
	const gateway = (id: string, row: number): BpmnNode => ({
		id,
		kind: 'exclusiveGateway',
		name: '',
		actors: [],
		row
	});
	const flows: BpmnFlow[] = [];
	const lead = (from: string, to: string, name = '') => flows.push({ from, to, name });
	const nodes: BpmnNode[] = [
		{ id: 'start', kind: 'startEvent', name: '', actors: [], row: -1 },
		gateway('begin', -1)
	];
	lead('start', 'begin');
	steps.forEach((step, row) => {
		const n = row + 1;
		const task: BpmnNode = {
			id: `task${n}`,
			kind: 'task',
			name: `${step.no} ${step.label}`,
			actors: step.actors,
			row
		};
		nodes.push(gateway(`join${n}`, row), gateway(`omit${n}`, row), task, gateway(`split${n}`, row));
		if (step.start) lead('begin', `join${n}`);
		lead(`join${n}`, `omit${n}`);
		lead(`omit${n}`, `task${n}`);
		if (step.optional) lead(`omit${n}`, `split${n}`);
		lead(`task${n}`, `split${n}`);
		for (const { to, condition } of step.next)
			lead(`split${n}`, `join${number.get(to) ?? 0}`, condition ?? '');
		if (step.end) lead(`split${n}`, 'finish');
	});
	nodes.push(gateway('finish', steps.length), {
		id: 'end',
		kind: 'endEvent',
		name: '',
		actors: [],
		row: steps.length
	});
	lead('finish', 'end');
	return withoutNeedlessGateways({ nodes, flows });
}

/** A gateway with one way in and one way out decides nothing. */
function withoutNeedlessGateways({ nodes, flows }: BpmnGraph): BpmnGraph {
	let ways = flows;
	const kept = nodes.filter((node) => {
		if (node.kind !== 'exclusiveGateway') return true;
		const into = ways.filter(({ to }) => to === node.id);
		const out = ways.filter(({ from }) => from === node.id);
		const [first] = into;
		const [last] = out;
		if (into.length !== 1 || out.length !== 1 || !first || !last) return true;
		const name = first.name || last.name;
		ways = ways.map((way) => (way === first ? { from: first.from, to: last.to, name } : way));
		ways = ways.filter((way) => way !== last);
		return false;
	});
	return { nodes: kept, flows: ways };
}
