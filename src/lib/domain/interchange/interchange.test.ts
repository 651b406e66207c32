import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sax from 'sax';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseSop } from '../sop/parse';
import { bpmnGraph } from './bpmn-graph';
import { sopBpmn } from './bpmn';
import { xesHead, xesTrace, XES_END } from './xes';
import { xmlText } from './xml';

const folder = join(import.meta.dirname, '../../../../data/sop');
const catalogue = readdirSync(folder)
	.filter((name) => name.endsWith('.yaml'))
	.map((name) => parseSop(readFileSync(join(folder, name), 'utf8'), name));

/** Elements with their attributes, read strictly. */
function elements(xml: string): { name: string; attributes: Record<string, string> }[] {
	const found: { name: string; attributes: Record<string, string> }[] = [];
	const parser = sax.parser(true);
	parser.onerror = (error) => {
		throw error;
	};
	parser.onopentag = ({ name, attributes }) =>
		found.push({ name, attributes: attributes as Record<string, string> });
	parser.write(xml).close();
	return found;
}

describe.each(catalogue.map((sop) => [sop.id, sop] as const))('%s', (_, sop) => {
	test('as BPMN is well formed, has a task per step, and every node lies between start and end', () => {
		const found = elements(sopBpmn(sop));
		const named = (name: string) => found.filter((element) => element.name === name);
		expect(named('task')).toHaveLength(sop.steps.length);
		expect(named('startEvent')).toHaveLength(1);
		expect(named('endEvent')).toHaveLength(1);
		const { nodes, flows } = bpmnGraph(sop);
		expect(named('bpmndi:BPMNShape')).toHaveLength(nodes.length);
		expect(named('bpmndi:BPMNEdge')).toHaveLength(flows.length);
		for (const { id, kind } of nodes) {
			const into = flows.filter(({ to }) => to === id).length;
			const out = flows.filter(({ from }) => from === id).length;
			if (kind !== 'startEvent') expect([id, into > 0]).toEqual([id, true]);
			if (kind !== 'endEvent') expect([id, out > 0]).toEqual([id, true]);
			if (kind === 'task') expect([id, into, out]).toEqual([id, 1, 1]);
			if (kind === 'exclusiveGateway') expect([id, into > 1 || out > 1]).toEqual([id, true]);
		}
	});
});

test('any text stands in XML as it was, but for what XML cannot hold', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), (text) => {
			const [element] = elements(`<a b="${xmlText(text)}"/>`);
			const kept = text
				.toWellFormed()
				// eslint-disable-next-line no-control-regex -- these are what XML cannot hold
				.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd');
			expect(element?.attributes.b).toBe(kept);
		})
	);
});

test('a case is a trace whose times say their zone', () => {
	const event = {
		caseKey: 'EP-1',
		unit: 'u',
		process: 'p',
		state: 'completed',
		zone: 'Asia/Makassar',
		activity: `<b>'; drop table "event"`,
		started: '2026-06-02 08:00:00',
		completed: '2026-06-02 08:30:00.5',
		dayOnly: false,
		actor: 'Ani & Budi',
		role: null,
		stepId: null,
		stepText: null
	};
	const open = { ...event, completed: null, stepId: '7', stepText: 'Menyetujui' };
	const found = elements(xesHead() + xesTrace({ name: 'EP-1', events: [event, open] }) + XES_END);
	const values = (key: string) =>
		found.filter((e) => e.attributes.key === key).map((e) => e.attributes.value);
	expect(values('time:timestamp')).toEqual([
		'2026-06-02T08:30:00.500+08:00',
		'2026-06-02T08:00:00.000+08:00'
	]);
	expect(values('start_timestamp')).toEqual(['2026-06-02T08:00:00.000+08:00']);
	expect(values('lifecycle:transition')).toEqual(['complete', 'complete', 'start']);
	const none = '__INVALID__';
	expect(values('concept:name')).toEqual([none, none, 'EP-1', event.activity, 'Menyetujui']);
	expect(values('activity_text')).toEqual([none, event.activity, event.activity]);
});
