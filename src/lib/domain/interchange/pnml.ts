import type { Sop } from '../sop/types';
import { flowNodes } from './flow-net';
import { XML_HEAD, xmlText } from './xml';

/** A Petri net whose every place holds at most one token; an empty label is a silent transition. */
export interface Net {
	places: readonly string[];
	transitions: readonly { id: string; label: string; from: string; to: string }[];
	source: string;
	sink: string;
}

/**
 * An SOP as a workflow net that allows what the SOP allows and nothing else: a place before and one after each step, a
 * silent transition for each way between them, one for each step that may be left out, and one place each to begin and
 * to end in.
 */
export function sopNet(sop: Sop): Net {
	const nodes = flowNodes(sop);
	const number = new Map(nodes.map(({ id }, index) => [id, index + 1]));
	const before = (id: string) => `before${number.get(id) ?? 0}`;
	const after = (id: string) => `after${number.get(id) ?? 0}`;
	const transitions = nodes.flatMap((node) => {
		const n = number.get(node.id) ?? 0;
		return [
			...(node.start ? [{ id: `begin${n}`, label: '', from: 'source', to: before(node.id) }] : []),
			{ id: `step${n}`, label: node.label, from: before(node.id), to: after(node.id) },
			...(node.optional
				? [{ id: `omit${n}`, label: '', from: before(node.id), to: after(node.id) }]
				: []),
			...node.next.map(({ to }) => ({
				id: `way${n}to${number.get(to) ?? 0}`,
				label: '',
				from: after(node.id),
				to: before(to)
			})),
			...(node.end ? [{ id: `finish${n}`, label: '', from: after(node.id), to: 'sink' }] : [])
		];
	});
	return {
		places: ['source', ...nodes.flatMap(({ id }) => [before(id), after(id)]), 'sink'],
		transitions,
		source: 'source',
		sink: 'sink'
	};
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
		`<arc id="in-${id}" source="${from}" target="${id}"/>`,
		`<arc id="out-${id}" source="${id}" target="${to}"/>`
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
