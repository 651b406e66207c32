/** A path by its weight; null is where cases begin or end. */
export interface WeightedPath {
	source: number | null;
	target: number | null;
	weight: number;
}

/**
 * Orders activities as cases mostly run, so that few and rare paths lead back: what nothing more comes to goes first, what leads
 * nowhere more goes last, and between them first what most leaves of what comes to it (P. Eades, X. Lin, W. Smyth, 1993).
 * Ties keep the order in which the activities are given.
 */
export function flowOrder(nodes: readonly number[], paths: readonly WeightedPath[]): number[] {
	const left = new Set(nodes);
	const inner = paths.flatMap(({ source, target, weight }) =>
		source === null || target === null || source === target ? [] : [{ source, target, weight }]
	);
	const [first, last]: [number[], number[]] = [[], []];
	while (left.size > 0) {
		const [into, out] = [new Map<number, number>(), new Map<number, number>()];
		for (const { source, target, weight } of inner) {
			if (!left.has(source) || !left.has(target)) continue;
			into.set(target, (into.get(target) ?? 0) + weight);
			out.set(source, (out.get(source) ?? 0) + weight);
		}
		const some = [...left];
		const surplus = (node: number) => (out.get(node) ?? 0) - (into.get(node) ?? 0);
		const sink = some.findLast((node) => !out.has(node));
		const source = some.find((node) => !into.has(node));
		const taken =
			source ?? sink ?? some.reduce((best, node) => (surplus(node) > surplus(best) ? node : best));
		if (source === undefined && sink !== undefined) last.unshift(sink);
		else first.push(taken);
		left.delete(taken);
	}
	return [...first, ...last];
}
