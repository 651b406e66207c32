import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sax from 'sax';
import { describe, expect, test } from 'vitest';
import { parseSop } from '../sop/parse';
import { sopBpmn } from './bpmn';
import { sopPnml } from './pnml';
import { XES_END, xesHead, xesTrace } from './xes';

/** What other programs refuse a file for: read as their schemas say, element by element. */
interface Element {
	name: string;
	parent: string;
	attributes: Record<string, string>;
	children: string[];
	text: string;
}

function read(xml: string): Element[] {
	const found: Element[] = [];
	const open: Element[] = [];
	const parser = sax.parser(true);
	parser.onerror = (error) => {
		throw error;
	};
	parser.onopentag = ({ name, attributes }) => {
		const parent = open.at(-1);
		parent?.children.push(name);
		const element = {
			...{ name, parent: parent?.name ?? '', children: [], text: '' },
			attributes: attributes as Record<string, string>
		};
		open.push(element);
		found.push(element);
	};
	parser.ontext = (text) => {
		const element = open.at(-1);
		if (element) element.text += text;
	};
	parser.onclosetag = () => open.pop();
	parser.write(xml).close();
	return found;
}

/** No element stands before one that must come earlier. */
function expectOrder(children: readonly string[], order: readonly string[]): void {
	const places = children.map((child) => order.indexOf(child));
	expect(children.filter((_, at) => places[at] === -1)).toEqual([]);
	expect(places).toEqual([...places].sort((a, b) => a - b));
}

const NODES = ['startEvent', 'endEvent', 'task', 'exclusiveGateway', 'parallelGateway'];
const NAME = /^[A-Za-z_][\w.-]*$/;
const folder = join(import.meta.dirname, '../../../../data/sop');
const catalogue = readdirSync(folder)
	.filter((name) => name.endsWith('.yaml'))
	.map((name) => parseSop(readFileSync(join(folder, name), 'utf8'), name));

describe.each(catalogue.map((sop) => [sop.id, sop] as const))('%s', (_, sop) => {
	test('as BPMN has names of its own, resolves what it refers to, and draws what it has', () => {
		const found = read(sopBpmn(sop));
		const ids = found.flatMap(({ attributes }) => attributes.id ?? []);
		expect(new Set(ids).size).toBe(ids.length);
		for (const id of ids) expect(id).toMatch(NAME);
		const [root] = found;
		expect(root?.name).toBe('definitions');
		expect(root?.attributes.targetNamespace).toBeTruthy();
		const named = (name: string) => found.filter((element) => element.name === name);
		const nodes = new Set(NODES.flatMap(named).map(({ attributes }) => attributes.id));
		const flows = new Map(
			named('sequenceFlow').map(({ attributes }) => [attributes.id, attributes])
		);
		for (const { sourceRef, targetRef } of flows.values()) {
			expect(nodes).toContain(sourceRef);
			expect(nodes).toContain(targetRef);
		}
		// Each flow is told at both of its ends, in the order of the schema.
		expect(named('incoming')).toHaveLength(flows.size);
		expect(named('outgoing')).toHaveLength(flows.size);
		for (const { text } of [...named('incoming'), ...named('outgoing')])
			expect(flows.has(text)).toBe(true);
		for (const { name, children } of found)
			if (NODES.includes(name)) expectOrder(children, ['documentation', 'incoming', 'outgoing']);
		const drawn = (name: string) =>
			named(name).map(({ attributes }) => attributes.bpmnElement ?? '');
		expect(new Set(drawn('bpmndi:BPMNShape'))).toEqual(nodes);
		expect(new Set(drawn('bpmndi:BPMNEdge'))).toEqual(new Set(flows.keys()));
		expect(drawn('bpmndi:BPMNPlane')).toEqual(
			named('process').map(({ attributes }) => attributes.id)
		);
		for (const { name, children } of found)
			if (name === 'bpmndi:BPMNEdge') expect(children.length).toBeGreaterThanOrEqual(2);
		// A shape has its bounds, a plane its shapes and lines, a diagram its plane: nothing else.
		for (const { children } of named('bpmndi:BPMNShape')) expect(children).toEqual(['dc:Bounds']);
		for (const { attributes } of named('dc:Bounds'))
			for (const size of [attributes.width, attributes.height])
				expect(Number(size)).toBeGreaterThan(0);
		for (const { attributes } of named('di:waypoint'))
			for (const at of [attributes.x, attributes.y]) expect(Number.isFinite(Number(at))).toBe(true);
	});

	test('as PNML has names of its own, ties places to transitions alone, and marks where a case begins and ends', () => {
		const found = read(sopPnml(sop));
		const ids = found.flatMap(({ attributes }) => attributes.id ?? []);
		expect(new Set(ids).size).toBe(ids.length);
		for (const id of ids) expect(id).toMatch(NAME);
		const [root] = found;
		expect([root?.name, root?.attributes.xmlns]).toEqual([
			'pnml',
			'http://www.pnml.org/version-2009/grammar/pnml'
		]);
		const kinds = new Map(found.map(({ name, attributes }) => [attributes.id, name]));
		const arcs = found.filter(({ name }) => name === 'arc');
		expect(arcs.length).toBeGreaterThan(0);
		for (const { attributes, parent } of arcs) {
			expect(parent).toBe('page');
			expect([kinds.get(attributes.source), kinds.get(attributes.target)].sort()).toEqual([
				'place',
				'transition'
			]);
		}
		const named = (name: string) =>
			found.filter((element) => element.name === name && element.attributes.id !== undefined);
		for (const name of ['place', 'transition'])
			for (const { attributes, children } of named(name)) {
				expect(children[0]).toBe('name');
				const ways = arcs.filter(
					({ attributes: arc }) => attributes.id === arc.source || attributes.id === arc.target
				);
				expect(ways.length).toBeGreaterThan(0);
			}
		const [net] = named('net');
		expect(net?.attributes.type).toBe('http://www.pnml.org/version-2009/grammar/ptnet');
		expectOrder(net?.children ?? [], ['name', 'page', 'finalmarkings']);
		// What is silent says so as ProM and PM4Py read it; all else would be taken for an activity of that name.
		for (const { tool, activity } of found
			.filter(({ name }) => name === 'toolspecific')
			.map(({ attributes }) => attributes))
			expect([tool, activity]).toEqual(['ProM', '$invisible$']);
		expect(found.filter(({ name }) => name === 'initialMarking')).toHaveLength(1);
		const sinks = found.flatMap(({ attributes }) => attributes.idref ?? []);
		expect(sinks.map((id) => kinds.get(id))).toEqual(['place']);
	});
});

test('as XES declares what it uses: extensions, what every trace and event has, classifiers, in the order of the schema', () => {
	const event = {
		...{ caseKey: 'A-1', unit: 'u', process: 'p', state: 'completed', zone: 'Asia/Jakarta' },
		...{
			activity: 'Terima & catat',
			started: '2026-06-02 08:00:00',
			completed: '2026-06-02 08:30:00'
		},
		...{ actor: 'Ani', role: 'Loket', stepId: '1', stepText: 'Menerima', dayOnly: false }
	};
	const events = [event, { ...event, started: null }, { ...event, completed: null, actor: null }];
	const found = read(xesHead() + xesTrace({ name: 'A-1', events }) + XES_END);
	const [log] = found;
	// Attributes stand before what they are of, once each, under names that XML takes for names.
	for (const { name, children } of found)
		if (name === 'trace') expectOrder(children, ['string', 'event']);
	for (const { attributes } of found)
		if (attributes.key !== undefined) expect(attributes.key).toMatch(/^[A-Za-z_][\w.:-]*$/);
	for (const [, event = ''] of xesTrace({ name: 'A-1', events }).matchAll(
		/<event>(.*?)<\/event>/g
	)) {
		const keys = [...event.matchAll(/key="([^"]+)"/g)].map(([, key]) => key);
		expect(new Set(keys).size).toBe(keys.length);
	}
	// A decimal, as the schema of IEEE 1849 has it.
	expect(log?.attributes['xes.version']).toMatch(/^\d+\.\d+$/);
	expect(log?.attributes['xes.features']).toBe('');
	expectOrder(log?.children ?? [], ['extension', 'global', 'classifier', 'string', 'trace']);
	const named = (name: string) => found.filter((element) => element.name === name);
	const prefixes = new Set(named('extension').map(({ attributes }) => attributes.prefix));
	for (const { attributes } of named('extension'))
		expect(attributes.uri).toMatch(/^http:\/\/www\.xes-standard\.org\/\w+\.xesext$/);
	// What a file promises of every event, each event has; classifiers rest on that alone.
	const scopes = named('global').map(({ attributes }) => attributes.scope);
	expect(scopes).toEqual(['trace', 'event']);
	const typed = (name: string, key: string) => ['string', 'date'].includes(name) && key !== '';
	const promised = [...xesHead().matchAll(/<global scope="event">(.*)<\/global>/g)].flatMap(
		([, text = '']) => [...text.matchAll(/key="([^"]+)"/g)].map(([, key = '']) => key)
	);
	expect(promised.length).toBeGreaterThan(0);
	const trace = xesTrace({ name: 'A-1', events });
	for (const [, text = ''] of trace.matchAll(/<event>(.*?)<\/event>/g))
		for (const key of promised) expect(text).toContain(`key="${key}"`);
	for (const { attributes } of named('classifier'))
		for (const key of attributes.keys?.split(' ') ?? []) expect(promised).toContain(key);
	for (const { name, attributes } of found)
		if (typed(name, attributes.key ?? '')) {
			const [prefix, rest] = (attributes.key ?? '').split(':');
			if (rest !== undefined) expect(prefixes).toContain(prefix);
		}
	for (const { attributes } of named('date'))
		expect(attributes.value).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d\d:\d\d$/);
});
