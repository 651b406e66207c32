import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sax from 'sax';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { stepOf } from '../conformance/model';
import { sopGraph } from '../conformance/sop-graph';
import { sopOfVariant } from '../sop/from-variant';
import { parseSop } from '../sop/parse';
import type { Sop, Step } from '../sop/types';
import { sopBpmn } from './bpmn';
import { sopPnml } from './pnml';

/** A net as PM4Py reads it out of a file: what is invisible has no label, and markings count the tokens of places. */
interface ReadNet {
	transitions: { label: string | null; takes: string[]; gives: string[] }[];
	initial: string[];
	final: string[];
}

function readPnml(xml: string): ReadNet {
	const transitions = new Map<string, ReadNet['transitions'][number]>();
	const arcs: [string, string][] = [];
	const [initial, final]: string[][] = [[], []];
	const path: string[] = [];
	let id = '';
	let place = '';
	const parser = sax.parser(true);
	parser.onerror = (error) => {
		throw error;
	};
	parser.onopentag = ({ name, attributes }) => {
		const of = attributes as Record<string, string>;
		path.push(name);
		if (name === 'place') place = of.id ?? of.idref ?? '';
		if (name === 'transition') {
			id = of.id ?? '';
			transitions.set(id, { label: id, takes: [], gives: [] });
		}
		if (name === 'arc') arcs.push([of.source ?? '', of.target ?? '']);
		const transition = transitions.get(id);
		if (name === 'toolspecific' && of.tool?.includes('ProM') && transition)
			if (of.activity?.includes('invisible')) transition.label = null;
	};
	parser.ontext = (text) => {
		const where = path.slice(-3).join('/');
		const transition = transitions.get(id);
		if (where === 'transition/name/text' && transition) transition.label = text;
		if (where === 'place/initialMarking/text' && text === '1') initial?.push(place);
		if (where === 'marking/place/text' && text === '1') final?.push(place);
	};
	parser.onclosetag = () => path.pop();
	parser.write(xml).close();
	for (const [source, target] of arcs) {
		transitions.get(target)?.takes.push(source);
		transitions.get(source)?.gives.push(target);
	}
	return { transitions: [...transitions.values()], initial: initial ?? [], final: final ?? [] };
}

/** A BPMN process of a file as a net: its sequence flows hold the tokens. */
function readBpmn(xml: string): ReadNet {
	const nodes: { kind: string; name: string; into: string[]; out: string[] }[] = [];
	let inside = '';
	const parser = sax.parser(true);
	parser.onopentag = ({ name, attributes }) => {
		inside = name;
		if (/Event$|^task$|Gateway$/.test(name))
			nodes.push({ kind: name, name: String(attributes.name ?? ''), into: [], out: [] });
	};
	parser.ontext = (text) => {
		const node = nodes.at(-1);
		if (inside === 'incoming') node?.into.push(text);
		if (inside === 'outgoing') node?.out.push(text);
	};
	parser.onclosetag = () => (inside = '');
	parser.write(xml).close();
	const of = (wanted: string) => nodes.filter(({ kind }) => kind === wanted);
	return {
		initial: of('startEvent').flatMap(({ out }) => out),
		final: of('endEvent').flatMap(({ into }) => into),
		transitions: nodes.flatMap(({ kind, name, into, out }): ReadNet['transitions'] => {
			if (kind === 'task') return [{ label: name, takes: into, gives: out }];
			if (kind === 'parallelGateway') return [{ label: null, takes: into, gives: out }];
			if (kind !== 'exclusiveGateway') return [];
			return into.flatMap((from) => out.map((to) => ({ label: null, takes: [from], gives: [to] })));
		})
	};
}

/** A set of states, what is one step further from it, and whether a case may be complete in it. */
interface Walk {
	first: string[];
	step: (from: readonly string[], label: string) => string[];
	complete: (at: readonly string[]) => boolean;
}

const spread = (first: Iterable<string>, onward: (state: string) => string[]) => {
	const seen = new Set(first);
	for (const state of seen) for (const next of onward(state)) seen.add(next);
	return [...seen].sort();
};

/** The token game: each state is a marking. A place that would hold two tokens is a fault of the net. */
function walkNet({ transitions, initial, final }: ReadNet): Walk {
	const write = (places: Iterable<string>) => [...places].sort().join(' ');
	const fire = (state: string, label: string | null) =>
		transitions.flatMap(({ label: own, takes, gives }) => {
			const marked = new Set(state.split(' '));
			if (own !== label || !takes.every((place) => marked.has(place))) return [];
			for (const place of takes) marked.delete(place);
			for (const place of gives) {
				if (marked.has(place)) throw new Error(`two tokens in ${place}`);
				marked.add(place);
			}
			return [write(marked)];
		});
	const rest = (states: string[]) => spread(states, (state) => fire(state, null));
	return {
		first: rest([write(initial)]),
		step: (from, label) => rest(from.flatMap((state) => fire(state, label))),
		complete: (at) => at.includes(write(final))
	};
}

/** The SOP as conformance reads it: a step that is optional may be passed over. */
function walkSop(sop: Sop, name: (step: Step) => string = (step) => step.activity): Walk {
	const graph = sopGraph(sop);
	const label = (state: number) => {
		const step = sop.steps[stepOf(graph, state) - 1];
		return step && name(step);
	};
	const onward = (state: string) => graph.successors[Number(state)] ?? [];
	const rest = (states: string[]) =>
		spread(states, (state) =>
			onward(state)
				.filter((next) => graph.optional.has(stepOf(graph, next)))
				.map(String)
		);
	return {
		first: rest(['0']),
		step: (from, wanted) =>
			rest(
				from.flatMap((state) =>
					onward(state)
						.filter((next) => label(next) === wanted)
						.map(String)
				)
			),
		complete: (at) => at.some((state) => graph.ends.has(Number(state)))
	};
}

/** Sequences of any length that one of the two allows and the other does not; none where they are the same. */
function differences(a: Walk, b: Walk, labels: readonly string[]): string[][] {
	const seen = new Set<string>();
	const found: string[][] = [];
	const queue = [{ path: [] as string[], a: a.first, b: b.first }];
	for (const { path, ...at } of queue) {
		const key = JSON.stringify(at);
		if (seen.has(key)) continue;
		seen.add(key);
		if (a.complete(at.a) !== b.complete(at.b)) found.push(path);
		for (const label of labels) {
			const next = { path: [...path, label], a: a.step(at.a, label), b: b.step(at.b, label) };
			if (next.a.length > 0 || next.b.length > 0) queue.push(next);
		}
	}
	return found;
}

const row = (no: number, more: object = {}) => ({
	...{ no: String(no), activity: `Kegiatan ${no}` },
	...more
});
const own = (id: string, steps: object[]) =>
	parseSop(stringify({ ...{ id, title: id, source: 'S', header: {} }, steps }), `${id}.yaml`);

const folder = join(import.meta.dirname, '../../../../data/sop');
const sops = [
	...readdirSync(folder)
		.filter((name) => name.endsWith('.yaml'))
		.map((name) => parseSop(readFileSync(join(folder, name), 'utf8'), name)),
	own('any-order', [
		row(1, { group: 'a', start: true }),
		row(2, { group: 'a' }),
		row(3),
		row(4, { group: 'b' }),
		row(5, { group: 'b', optional: true }),
		row(6, { group: 'b' }),
		row(7, {
			next: [
				{ to: '8', condition: 'ya' },
				{ to: '4', condition: 'tidak' }
			]
		}),
		row(8, { group: 'c', end: true }),
		row(9, { group: 'c' })
	]),
	own('optional-group', [
		row(1, { start: true }),
		row(2, { group: 'a', optional: true }),
		row(3, { group: 'a', optional: true }),
		row(4, { optional: true, end: true })
	]),
	parseSop(
		stringify(
			sopOfVariant({
				...{ id: 'loops', title: 'Loops', source: 'log.csv' },
				activities: ['A', 'B', 'A', 'C', 'B', 'B', 'D']
			})
		),
		'loops.yaml'
	)
];

describe('a model of a file, played with tokens', () => {
	test.each(sops.map((sop) => [sop.id, sop] as const))(
		'%s allows the sequences that conformance finds nothing wrong with, of any length, and no other',
		(_, sop) => {
			const net = readPnml(sopPnml(sop));
			expect([net.initial.length, net.final.length]).toEqual([1, 1]);
			const labels = [...new Set(sop.steps.map(({ activity }) => activity))];
			expect(
				net.transitions
					.filter(({ label }) => label !== null)
					.map(({ label }) => label)
					.sort()
			).toEqual(sop.steps.map(({ activity }) => activity).sort());
			expect(differences(walkNet(net), walkSop(sop), labels)).toEqual([]);
		}
	);

	test.each(sops.map((sop) => [sop.id, sop] as const))('%s does so as BPMN', (_, sop) => {
		const name = (step: Step) => `${step.no} ${step.activity}`;
		const net = readBpmn(sopBpmn(sop));
		expect(differences(walkNet(net), walkSop(sop, name), sop.steps.map(name))).toEqual([]);
	});

	test('a net that allows something else is told from it', () => {
		const straight = own('a', [row(1, { start: true }), row(2), row(3, { end: true })]);
		const looser = own('b', [
			row(1, { start: true }),
			row(2, { optional: true }),
			row(3, { end: true })
		]);
		const labels = ['Kegiatan 1', 'Kegiatan 2', 'Kegiatan 3'];
		expect(differences(walkNet(readPnml(sopPnml(looser))), walkSop(straight), labels)).toEqual([
			['Kegiatan 1', 'Kegiatan 3']
		]);
	});
});
