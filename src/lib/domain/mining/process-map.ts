import type { CaseState } from '../filters/filters';

/** An activity of a map: how often it happens, in how many cases. */
export interface MapNode {
	node: number;
	cases: number;
	passes: number;
}

/** What came next after what; null is where cases begin (source) or end (target). */
export interface MapEdge {
	source: number | null;
	target: number | null;
	/** Of a path to where cases end or were last seen: in what state they are; null of all others. */
	ending: CaseState | null;
	cases: number;
	passes: number;
}

/** What tells a path from all others of a map. */
export function pathKey({
	source,
	target,
	ending
}: Pick<MapEdge, 'source' | 'target' | 'ending'>): string {
	return `${source}>${target ?? ending}`;
}

/** More activities than this make no picture that anybody reads. */
export const MAP_NODES = 60;

/** More paths than this make no picture that anybody reads, and no layout in time. */
export const MAP_EDGES = 240;

/**
 * The activities that a map keeps: the most frequent ones, as many as the share of all asks for, at least one
 * and at most MAP_NODES. What is left out is skipped in each case, so that the cases of a map stay whole.
 * @param share 0 to 1
 */
export function keepActivities<Node extends MapNode>(
	nodes: readonly Node[],
	share: number
): Node[] {
	const most = Math.min(MAP_NODES, Math.max(1, Math.ceil(nodes.length * share)));
	return [...nodes].sort((a, b) => b.passes - a.passes || a.node - b.node).slice(0, most);
}

/**
 * The paths that a map keeps: the strongest way from the beginning to each activity and from it to the end, so that nothing that
 * happens hangs loose; and of the others the most frequent ones, as many as the share of them asks for, at most MAP_EDGES. So no
 * path is hidden that is more frequent than one which nothing needs to hang on. The strongest way is the one whose rarest path is
 * the most frequent. Paths keep their order; the same graph keeps the same paths.
 * @param edges of a graph in which each activity lies on a way from the beginning to the end
 * @param share 0 to 1
 */
export function keepPaths<Edge extends MapEdge>(edges: readonly Edge[], share: number): Edge[] {
	const ranked = [...edges].sort(byStrength);
	const kept = new Set<Edge>([
		...strongestTree(ranked, ({ source, target }) => [source, target]),
		...strongestTree(ranked, ({ source, target }) => [target, source])
	]);
	const others = ranked.filter((edge) => !kept.has(edge));
	const most = Math.min(MAP_EDGES, Math.ceil(others.length * share));
	for (const edge of others.slice(0, most)) kept.add(edge);
	return edges.filter((edge) => kept.has(edge));
}

/**
 * For each activity the last path of its strongest way from the root. Grown as Prim grows a tree: always by the most frequent path
 * that leads out of what is reached. The end of one direction is the root of the other and is no way through.
 */
function strongestTree<Edge extends MapEdge>(
	ranked: readonly Edge[],
	ends: (edge: Edge) => [from: number | null, to: number | null]
): Edge[] {
	const out = new Map<number | null, { edge: Edge; rank: number }[]>();
	ranked.forEach((edge, rank) => {
		const [from] = ends(edge);
		const list = out.get(from);
		if (list) list.push({ edge, rank });
		else out.set(from, [{ edge, rank }]);
	});
	const tree: Edge[] = [];
	const reached = new Set<number | null>([null]);
	let front = [...(out.get(null) ?? [])];
	while (front.length > 0) {
		front = front.filter(({ edge }) => !reached.has(ends(edge)[1]));
		const next = front.reduce<(typeof front)[number] | null>(
			(best, item) => (best === null || item.rank < best.rank ? item : best),
			null
		);
		if (next === null) break;
		const [, to] = ends(next.edge);
		reached.add(to);
		tree.push(next.edge);
		front.push(...(out.get(to) ?? []));
	}
	return tree;
}

function byStrength(a: MapEdge, b: MapEdge): number {
	return (
		b.passes - a.passes ||
		(a.source ?? -Infinity) - (b.source ?? -Infinity) ||
		(a.target ?? Infinity) - (b.target ?? Infinity) ||
		(a.ending ?? '').localeCompare(b.ending ?? '', 'en') ||
		0
	);
}
