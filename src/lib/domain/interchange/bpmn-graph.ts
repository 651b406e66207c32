import type { Sop } from '../sop/types';
import { flowBlocks } from './flow-net';

/** Kinds of nodes of a BPMN process. */
export type BpmnKind = 'startEvent' | 'endEvent' | 'task' | 'exclusiveGateway' | 'parallelGateway';

/** A node of a BPMN process. */
export interface BpmnNode {
	id: string;
	kind: BpmnKind;
	name: string;
	/** Who is accountable; of tasks alone. */
	actors: readonly string[];
	/** Which of the steps of a group it belongs to, of how many; null where it stands alone in its row. */
	lane: { at: number; of: number } | null;
}

/** A sequence flow with the outcome that takes it. */
export interface BpmnFlow {
	from: string;
	to: string;
	name: string;
}

/** What a BPMN process is made of; nodes in the order of the document. */
export interface BpmnGraph {
	nodes: BpmnNode[];
	flows: BpmnFlow[];
}

/**
 * An SOP as the graph of a BPMN process: a task per step, an exclusive gateway where ways meet or part, parallel gateways around
 * steps that may be done in any order, one start event and one end event. Ways that need no gateway have none.
 */
export function bpmnGraph(sop: Sop): BpmnGraph {
	const blocks = flowBlocks(sop);
	const flows: BpmnFlow[] = [];
	const nodes: BpmnNode[] = [];
	const lead = (from: string, to: string, name = '') => flows.push({ from, to, name });
	const draw = (id: string, kind: BpmnKind, more: Partial<BpmnNode> = {}) =>
		nodes.push({ ...{ id, kind, name: '', actors: [], lane: null }, ...more });
	const numbers = blocks.map(({ steps }) => steps[0]?.number ?? 0);
	draw('start', 'startEvent');
	draw('begin', 'exclusiveGateway');
	lead('start', 'begin');
	blocks.forEach(({ steps, start, end, next }, at) => {
		const n = numbers[at] ?? 0;
		const several = steps.length > 1;
		draw(`enter${n}`, 'exclusiveGateway');
		if (start) lead('begin', `enter${n}`);
		if (several) {
			draw(`fork${n}`, 'parallelGateway');
			lead(`enter${n}`, `fork${n}`);
		}
		steps.forEach(({ number, no, label, actors, optional }, place) => {
			const lane = several ? { at: place, of: steps.length } : null;
			draw(`omit${number}`, 'exclusiveGateway', { lane });
			draw(`task${number}`, 'task', { name: `${no} ${label}`, actors, lane });
			draw(`done${number}`, 'exclusiveGateway', { lane });
			lead(several ? `fork${n}` : `enter${n}`, `omit${number}`);
			lead(`omit${number}`, `task${number}`);
			lead(`task${number}`, `done${number}`);
			if (optional) lead(`omit${number}`, `done${number}`);
			lead(`done${number}`, several ? `join${n}` : `leave${n}`);
		});
		if (several) {
			draw(`join${n}`, 'parallelGateway');
			lead(`join${n}`, `leave${n}`);
		}
		draw(`leave${n}`, 'exclusiveGateway');
		for (const { to, condition } of next)
			lead(`leave${n}`, `enter${numbers[to] ?? 0}`, condition ?? '');
		if (end) lead(`leave${n}`, 'finish');
	});
	draw('finish', 'exclusiveGateway');
	draw('end', 'endEvent');
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
