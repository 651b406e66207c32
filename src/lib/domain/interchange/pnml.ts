import type { Sop } from '../sop/types';
import { flowBlocks } from './flow-net';
import { XML_HEAD, xmlText } from './xml';

/** A transition takes a token from each place it comes from and gives one to each it leads to; an empty label is silent. */
export interface NetTransition {
	id: string;
	label: string;
	from: readonly string[];
	to: readonly string[];
}

/** A Petri net whose every place holds at most one token. */
export interface Net {
	places: readonly string[];
	transitions: readonly NetTransition[];
	source: string;
	sink: string;
}

/**
 * An SOP as a workflow net that allows what the SOP allows and nothing else: a place before and one after each step, a
 * silent transition for each way between them, one for each step that may be left out, and one place each to begin and
 * to end in. The steps of a group in any order stand beside each other between a silent transition that begins them all and
 * one that waits for them all.
 */
export function sopNet(sop: Sop): Net {
	const blocks = flowBlocks(sop);
	const named = blocks.map(({ steps }) => {
		const first = steps[0]?.number ?? 0;
		return steps.length > 1
			? { first, into: `enter${first}`, out: `leave${first}` }
			: { first, into: `before${first}`, out: `after${first}` };
	});
	const places: string[] = [];
	const transitions: NetTransition[] = [];
	const add = (id: string, from: string[], to: string[], label = '') =>
		transitions.push({ id, label, from, to });
	blocks.forEach(({ steps, start, end, next }, at) => {
		const { first, into, out } = named[at] ?? { first: 0, into: '', out: '' };
		if (start) add(`begin${first}`, ['source'], [into]);
		const before = steps.map(({ number }) => `before${number}`);
		const after = steps.map(({ number }) => `after${number}`);
		if (steps.length > 1) {
			places.push(into, out);
			add(`fork${first}`, [into], before);
			add(`join${first}`, after, [out]);
		}
		steps.forEach(({ number, label, optional }) => {
			const [from, to] = [`before${number}`, `after${number}`];
			places.push(from, to);
			add(`step${number}`, [from], [to], label);
			if (optional) add(`omit${number}`, [from], [to]);
		});
		for (const { to } of next) {
			const target = named[to];
			if (target) add(`way${first}to${target.first}`, [out], [target.into]);
		}
		if (end) add(`finish${first}`, [out], ['sink']);
	});
	return { places: ['source', ...places, 'sink'], transitions, source: 'source', sink: 'sink' };
}

/**
 * An SOP as PNML (ISO/IEC 15909-2, place/transition nets), with its initial and final marking and silent transitions
 * marked as PM4Py and ProM write them.
 */
export function sopPnml(sop: Sop): string {
	const net = sopNet(sop);
	const name = (text: string) => `<name><text>${xmlText(text)}</text></name>`;
	const silent = '<toolspecific tool="ProM" version="6.4" activity="$invisible$"/>';
	const places = net.places.map((id) => {
		const marked = id === net.source ? '<initialMarking><text>1</text></initialMarking>' : '';
		return `<place id="${id}">${name(id)}${marked}</place>`;
	});
	const transitions = net.transitions.map(
		({ id, label }) =>
			`<transition id="${id}">${label === '' ? name(id) + silent : name(label)}</transition>`
	);
	const arcs = net.transitions.flatMap(({ id, from, to }) => [
		...from.map((place) => `<arc id="${place}-${id}" source="${place}" target="${id}"/>`),
		...to.map((place) => `<arc id="${id}-${place}" source="${id}" target="${place}"/>`)
	]);
	return [
		`${XML_HEAD}<pnml xmlns="http://www.pnml.org/version-2009/grammar/pnml">`,
		'<net id="sop" type="http://www.pnml.org/version-2009/grammar/ptnet">',
		name(sop.title),
		'<page id="flow">',
		...places,
		...transitions,
		...arcs,
		'</page>',
		`<finalmarkings><marking><place idref="${net.sink}"><text>1</text></place></marking></finalmarkings>`,
		'</net>',
		'</pnml>',
		''
	].join('\n');
}
