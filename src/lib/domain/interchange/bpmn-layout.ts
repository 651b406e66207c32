import type { BpmnFlow, BpmnGraph, BpmnKind, BpmnNode } from './bpmn-graph';

export interface Box {
	x: number;
	y: number;
	width: number;
	height: number;
}

export interface Point {
	x: number;
	y: number;
}

/** Where everything of a BPMN diagram stands: a box per node, and the corners of the line of each flow. */
export interface BpmnLayout {
	boxes: ReadonlyMap<string, Box>;
	lines: readonly (readonly Point[])[];
}

const TASK = { width: 260, line: 16, letters: 34 };
const GAP = 44;
const LANE = 320;
const SIZES: Record<Exclude<BpmnKind, 'task'>, number> = {
	startEvent: 36,
	endEvent: 36,
	exclusiveGateway: 50,
	parallelGateway: 50
};
/** Between a line that goes past the others and the next one. */
const TRACK = 36;
/** How far above or below the middle of a side a line comes in or goes out. */
const ASIDE = 8;

/**
 * Draws a BPMN process from the top down as the document has it, the steps of a group beside each other. Ways to the next node go
 * straight down; what leaps forward goes past on the right, what leads back on the left, each on a track that no other uses there.
 */
export function layOut({ nodes, flows }: BpmnGraph): BpmnLayout {
	const boxes = place(nodes);
	const box = (id: string) => boxes.get(id) ?? { x: 0, y: 0, width: 0, height: 0 };
	const tracks = { right: new Tracks(), left: new Tracks() };
	const edges = [...boxes.values()];
	const right = Math.max(...edges.map(({ x, width }) => x + width));
	const left = Math.min(...edges.map(({ x }) => x));
	const lines = flows.map(({ from, to }) => {
		const [a, b] = [box(from), box(to)];
		if (isNext(nodes, boxes, { from, to })) return straight(a, b);
		const forward = b.y > a.y;
		const sameLane = laneOf(nodes, from) !== null && laneOf(nodes, from) === laneOf(nodes, to);
		const span: [number, number] = [Math.min(a.y, b.y), Math.max(a.y, b.y)];
		const track = sameLane
			? centre(a).x + TASK.width / 2 + 16
			: forward
				? right + TRACK * (1 + tracks.right.take(span))
				: left - TRACK * (1 + tracks.left.take(span));
		return around(a, b, track);
	});
	// All of it stands right of and below the edge of the page.
	const shift = 40 - Math.min(left, ...lines.flatMap((line) => line.map(({ x }) => x)));
	return {
		boxes: new Map([...boxes].map(([id, at]) => [id, { ...at, x: at.x + shift }])),
		lines: lines.map((line) => line.map(({ x, y }) => ({ x: x + shift, y })))
	};
}

/** Boxes row by row; those of one group share their rows. */
function place(nodes: readonly BpmnNode[]): Map<string, Box> {
	const boxes = new Map<string, Box>();
	let y = 40;
	let bottoms: number[] = [];
	for (const node of nodes) {
		const { width, height } = sizeOf(node);
		const lane = node.lane;
		if (lane === null) {
			y = Math.max(y, ...bottoms);
			bottoms = [];
		} else if (bottoms.length === 0) bottoms = Array.from({ length: lane.of }, () => y);
		const top = lane === null ? y : (bottoms[lane.at] ?? y);
		const middle = lane === null ? 0 : (lane.at - (lane.of - 1) / 2) * LANE;
		boxes.set(node.id, { x: middle - width / 2, y: top, width, height });
		if (lane === null) y = top + height + GAP;
		else bottoms[lane.at] = top + height + GAP;
	}
	return boxes;
}

function sizeOf({ kind, name }: BpmnNode): { width: number; height: number } {
	if (kind !== 'task') return { width: SIZES[kind], height: SIZES[kind] };
	const rows = Math.ceil(name.length / TASK.letters) + 1;
	return { width: TASK.width, height: Math.max(60, rows * TASK.line + 12) };
}

function laneOf(nodes: readonly BpmnNode[], id: string): number | null {
	return nodes.find((node) => node.id === id)?.lane?.at ?? null;
}

/** Whether nothing stands between the two: one below the other, or the gateway of a group and the first or last of a lane. */
function isNext(
	nodes: readonly BpmnNode[],
	boxes: ReadonlyMap<string, Box>,
	{ from, to }: Pick<BpmnFlow, 'from' | 'to'>
): boolean {
	const [a, b] = [boxes.get(from), boxes.get(to)];
	if (!a || !b || b.y <= a.y) return false;
	const column = laneOf(nodes, from) ?? laneOf(nodes, to);
	return !nodes.some(({ id, lane }) => {
		const other = boxes.get(id);
		if (!other || id === from || id === to) return false;
		const inWay = lane === null || column === null || lane.at === column;
		return inWay && other.y > a.y && other.y < b.y;
	});
}

const centre = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 });

function straight(a: Box, b: Box): Point[] {
	const [from, to] = [centre(a), centre(b)];
	const [start, end] = [
		{ x: from.x, y: a.y + a.height },
		{ x: to.x, y: b.y }
	];
	if (from.x === to.x) return [start, end];
	// A gateway spreads right above its lanes, and gathers right below the longest of them.
	const turn = end.y - GAP / 2;
	return [start, { x: from.x, y: turn }, { x: to.x, y: turn }, end];
}

/** Out at the side of one box, along a track, and in at the same side of the other, a little higher: what comes in is not what goes out. */
function around(a: Box, b: Box, track: number): Point[] {
	const [out, into] = [beside(a, track, ASIDE), beside(b, track, -ASIDE)];
	return [out, { x: track, y: out.y }, { x: track, y: into.y }, into];
}

/** A point on the border of a box, on the side of a track; the corner of a gateway narrows by as much as it is passed. */
function beside(box: Box, track: number, below: number): Point {
	const { x, y } = centre(box);
	const round = box.width < TASK.width ? ASIDE : 0;
	const reach = box.width / 2 - round;
	return { x: track > x ? x + reach : x - reach, y: y + below };
}

/** Numbers of tracks beside each other; lines whose spans overlap take different ones. */
class Tracks {
	readonly #taken: [number, number][][] = [];

	take([from, to]: [number, number]): number {
		const free = this.#taken.findIndex((spans) =>
			spans.every(([start, end]) => to <= start || from >= end)
		);
		const at = free === -1 ? this.#taken.length : free;
		(this.#taken[at] ??= []).push([from, to]);
		return at;
	}
}
