import type { ElkNode } from 'elkjs/lib/elk-api';
import { flowOrder } from '$lib/domain/mining/flow-order';
import { pathKey, type MapEdge, type MapNode } from '$lib/domain/mining/process-map';

/** What a layout needs to know of an activity, and of a path between two. */
export type PlacedNode = Pick<MapNode, 'node'>;
export type PlacedEdge = Pick<MapEdge, 'source' | 'target' | 'ending'> & { weight: number };

/** CSS pixels of an activity. */
export const NODE = { width: 190, height: 54 } as const;

/** Where the name of an activity stands in it: CSS pixels, and how many lines it may take. */
export const LABEL_BOX = { x: 8, y: 16, width: NODE.width - 16, line: 14, lines: 2 } as const;

/** CSS pixels kept for what stands at a path. */
const LABEL = { width: 58, height: 16 } as const;

/** CSS pixels of the beginning and the end. */
export const END = 26;

export interface Point {
	x: number;
	y: number;
}

/** The middle of a label's line, and on which side of that point it stands. */
export interface WayLabel extends Point {
	anchor: 'start' | 'middle' | 'end';
}

/** Where everything of a map stands, in CSS pixels. */
export interface MapLayout {
	width: number;
	height: number;
	/** By the node's number. */
	nodes: Map<number, Point>;
	start: Point;
	end: Point;
	/** In the order of the edges: the way, and its label. */
	edges: { points: Point[]; label: WayLabel | null }[];
}

/** What identifies a layout: the same graph stands the same way. */
export function layoutKey(nodes: readonly PlacedNode[], edges: readonly PlacedEdge[]): string {
	return placeNodes(nodes, edges).join() + '|' + edges.map(pathKey).join();
}

/**
 * The order in which activities go down the map: steps in that of the SOP, the rest after them; without an SOP as cases mostly
 * run, since the numbers of activities say nothing.
 */
function placeNodes(nodes: readonly PlacedNode[], edges: readonly PlacedEdge[]): number[] {
	const place = (node: number) => (node >= 0 ? node : 1_000_000 - node);
	const ordered = nodes.map(({ node }) => node).sort((a, b) => place(a) - place(b));
	return ordered.some((node) => node >= 0) ? ordered : flowOrder(ordered, edges);
}

/** The graph as the layout library takes it. */
export function layoutGraph(nodes: readonly PlacedNode[], edges: readonly PlacedEdge[]): ElkNode {
	return {
		id: 'map',
		layoutOptions: {
			'elk.algorithm': 'layered',
			'elk.direction': 'DOWN',
			'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
			'elk.layered.cycleBreaking.strategy': 'MODEL_ORDER',
			'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
			'elk.layered.spacing.nodeNodeBetweenLayers': '44',
			'elk.spacing.nodeNode': '28',
			'elk.spacing.edgeNode': '16',
			'elk.spacing.edgeEdge': '12',
			'elk.spacing.edgeLabel': '3',
			'elk.edgeLabels.inline': 'true',
			'elk.padding': '[top=12,left=12,bottom=12,right=12]'
		},
		children: [
			{ id: 'start', width: END, height: END },
			...placeNodes(nodes, edges).map((node) => ({ id: `n${node}`, ...NODE })),
			{ id: 'end', width: END, height: END }
		],
		edges: edges.map(({ source, target }, at) => ({
			id: `e${at}`,
			sources: [source === null ? 'start' : `n${source}`],
			targets: [target === null ? 'end' : `n${target}`],
			labels: [{ id: `l${at}`, text: ' ', ...LABEL }]
		}))
	};
}

/** Reads where the layout library put everything. */
export function readLayout(graph: ElkNode): MapLayout {
	const at = new Map((graph.children ?? []).map(({ id, x = 0, y = 0 }) => [id, { x, y }]));
	const nodes = new Map<number, Point>();
	for (const [id, point] of at) if (id.startsWith('n')) nodes.set(Number(id.slice(1)), point);
	return {
		width: graph.width ?? 0,
		height: graph.height ?? 0,
		nodes,
		start: at.get('start') ?? { x: 0, y: 0 },
		end: at.get('end') ?? { x: 0, y: 0 },
		edges: (graph.edges ?? []).map((edge) => {
			const label = edge.labels?.[0];
			const points = (edge.sections ?? []).flatMap(({ startPoint, bendPoints = [], endPoint }) => [
				startPoint,
				...bendPoints,
				endPoint
			]);
			if (label?.x === undefined || label.y === undefined) return { points, label: null };
			const middle = {
				x: label.x + (label.width ?? 0) / 2,
				y: label.y + (label.height ?? 0) / 2
			};
			return { points, label: besideWay(points, middle) };
		})
	};
}

/** A label at the side of the upright piece of its way that passes it: the room kept for it is wider than most. */
function besideWay(points: readonly Point[], middle: Point): WayLabel {
	for (const [at, to] of points.entries()) {
		const from = points[at - 1];
		if (!from || Math.abs(from.x - to.x) > 1) continue;
		const passes = middle.y >= Math.min(from.y, to.y) && middle.y <= Math.max(from.y, to.y);
		const away = middle.x - to.x;
		if (!passes || Math.abs(away) > LABEL.width) continue;
		if (Math.abs(away) < LABEL.width / 4) return { ...middle, anchor: 'middle' };
		return away < 0
			? { x: to.x - 7, y: middle.y, anchor: 'end' }
			: { x: to.x + 7, y: middle.y, anchor: 'start' };
	}
	return { ...middle, anchor: 'middle' };
}

/** A way as an SVG path whose corners are rounded. */
export function roundedPath(points: readonly Point[], radius = 8): string {
	const [first, ...rest] = points;
	if (!first) return '';
	let path = `M${first.x},${first.y}`;
	rest.forEach((corner, at) => {
		const before = points[at];
		const after = rest[at + 1];
		if (!before || !after) {
			path += `L${corner.x},${corner.y}`;
			return;
		}
		const into = towards(corner, before, radius);
		const out = towards(corner, after, radius);
		path += `L${into.x},${into.y}Q${corner.x},${corner.y} ${out.x},${out.y}`;
	});
	return path;
}

function towards(from: Point, to: Point, radius: number): Point {
	const length = Math.hypot(to.x - from.x, to.y - from.y);
	if (length === 0) return from;
	const share = Math.min(radius, length / 2) / length;
	const round = (value: number) => Math.round(value * 10) / 10;
	return { x: round(from.x + (to.x - from.x) * share), y: round(from.y + (to.y - from.y) * share) };
}
