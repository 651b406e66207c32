import { formatDuration } from '$lib/format/durations';
import { formatCount, NONE } from '$lib/format/numbers';
import { m } from '$lib/paraglide/messages';
import type { DrawnEdge, MapChoice } from '$lib/server/reading/mining/map';

/** A precision of the store in words of formats: no time is shown finer than it is known. */
export function precisionOf(precision: number | null): 'minute' | 'day' {
	return precision === 3 ? 'day' : 'minute';
}

/** An activity as the document numbers it. */
export function nodeLabel({ no, label }: { no: string; label: string }): string {
	return no === '' ? label : `${no}. ${label}`;
}

/** What stands at a path: how often it is taken or how long it takes. */
export function edgeValue(edge: DrawnEdge, measure: MapChoice['measure']): string {
	if (measure === 'count') return formatCount(edge.passes);
	const seconds = measure === 'median' ? edge.median : edge.p95;
	return seconds === null
		? NONE
		: formatDuration(seconds, { precision: precisionOf(edge.precision) });
}

/** One end of a path, by name. */
export function endName(
	nodes: readonly { node: number; no: string; label: string }[],
	node: number | null,
	side: 'source' | 'target'
): string {
	const found = nodes.find((row) => row.node === node);
	if (found) return nodeLabel(found);
	return side === 'source' ? m.mining_start() : m.mining_end();
}

/** A label in lines that fit, the last one cut. */
export function wrapLabel(text: string, width: number, lines: number): string[] {
	const wrapped: string[] = [];
	for (const word of text.split(/\s+/)) {
		const last = wrapped.at(-1);
		if (last !== undefined && last.length + word.length < width) {
			wrapped[wrapped.length - 1] = `${last} ${word}`;
		} else wrapped.push(word);
	}
	const shown = wrapped.slice(0, lines);
	const end = shown.at(-1) ?? '';
	if (wrapped.length > lines || end.length > width) {
		shown[shown.length - 1] = `${end.slice(0, width - 1).trimEnd()}…`;
	}
	return shown;
}
