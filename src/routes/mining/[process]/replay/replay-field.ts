import type { MapEdge } from '$lib/domain/mining/process-map';
import type { Point } from '../map/map-layout';

/** What moves over a map: parallel columns, a passage from one activity to the next each. */
export interface ReplayField {
	/** Index of the path among those drawn. */
	path: Uint16Array;
	/** Minutes since 1970 on the local clock: when the case left, and when it arrived. */
	from: Int32Array;
	until: Int32Array;
	/** Beside its path, -1 to 1, the same for all of a case: so that a crowd is seen to be one. */
	lane: Float32Array;
	/** First and last minute of each case, each in its order. */
	begun: Int32Array;
	ended: Int32Array;
	/** First and last minute of all. */
	start: number;
	end: number;
	/** Passages that take a path which the map leaves out. */
	hidden: number;
}

/** A path with how far along it each of its corners lies. */
export interface Way {
	points: readonly Point[];
	lengths: readonly number[];
}

/**
 * Makes what moves over a map of the events of its cases, which lie case after case, in the order of their time. Activities that
 * the map leaves out are skipped, as the map skips them; a passage without a drawn path is counted and not shown.
 * @param nodes that the map keeps
 * @param paths that it draws
 */
export function makeReplay(
	columns: { caseId: Int32Array; minute: Int32Array; node: Int32Array },
	nodes: readonly { node: number }[],
	paths: readonly Pick<MapEdge, 'source' | 'target'>[]
): ReplayField {
	const { caseId, minute, node } = columns;
	const kept = new Set(nodes.map((each) => each.node));
	const pathAt = new Map(paths.map(({ source, target }, at) => [`${source}>${target}`, at]));
	const [path, from, until, lane]: [number[], number[], number[], number[]] = [[], [], [], []];
	const [begun, ended]: [number[], number[]] = [[], []];
	let hidden = 0;
	let before = -1;
	for (let event = 0; event < caseId.length; event++) {
		if (!kept.has(node[event] ?? 0)) continue;
		const time = minute[event] ?? 0;
		const id = caseId[event] ?? 0;
		if (before < 0 || caseId[before] !== id) {
			if (before >= 0) ended.push(minute[before] ?? 0);
			begun.push(time);
		} else {
			const at = pathAt.get(`${node[before]}>${node[event]}`);
			if (at === undefined) hidden++;
			else {
				path.push(at);
				from.push(minute[before] ?? 0);
				until.push(time);
				lane.push(laneOf(id));
			}
		}
		before = event;
	}
	if (before >= 0) ended.push(minute[before] ?? 0);
	const [first, last] = [Int32Array.from(begun).sort(), Int32Array.from(ended).sort()];
	return {
		path: Uint16Array.from(path),
		from: Int32Array.from(from),
		until: Int32Array.from(until),
		lane: Float32Array.from(lane),
		begun: first,
		ended: last,
		start: first[0] ?? 0,
		end: last.at(-1) ?? 0,
		hidden
	};
}

/** How many cases had begun by a minute and not ended before it. */
export function runningAt({ begun, ended }: ReplayField, minute: number): number {
	return countBelow(begun, minute + 1) - countBelow(ended, minute);
}

/** Calls `draw` for each passage that is under way at a minute: its path, how far along it (0 to 1), and its lane. */
export function eachUnderWay(
	{ path, from, until, lane }: ReplayField,
	minute: number,
	draw: (path: number, share: number, lane: number) => void
): void {
	for (let at = 0; at < path.length; at++) {
		const left = from[at] ?? 0;
		const arrives = until[at] ?? 0;
		if (minute < left || minute >= arrives) continue;
		draw(path[at] ?? 0, (minute - left) / (arrives - left), lane[at] ?? 0);
	}
}

/** Measures a path. */
export function measureWay(points: readonly Point[]): Way {
	let length = 0;
	const lengths = points.map((point, at) => {
		const before = points[at - 1];
		if (before) length += Math.hypot(point.x - before.x, point.y - before.y);
		return length;
	});
	return { points, lengths };
}

/**
 * The point of a path at a share of its length, moved off it to the side.
 * @param aside in the units of the path
 */
export function placeOnWay({ points, lengths }: Way, share: number, aside: number): Point {
	const wanted = (lengths.at(-1) ?? 0) * Math.min(1, Math.max(0, share));
	const next = Math.max(
		1,
		lengths.findIndex((length) => length >= wanted)
	);
	const [a, b] = [points[next - 1], points[next]];
	if (!a || !b) return a ?? { x: 0, y: 0 };
	const long = (lengths[next] ?? 0) - (lengths[next - 1] ?? 0);
	const part = long === 0 ? 0 : (wanted - (lengths[next - 1] ?? 0)) / long;
	const [dx, dy] = long === 0 ? [0, 0] : [(b.x - a.x) / long, (b.y - a.y) / long];
	return {
		x: a.x + (b.x - a.x) * part - dy * aside,
		y: a.y + (b.y - a.y) * part + dx * aside
	};
}

/** Spreads neighbouring numbers evenly: a multiple of the golden ratio. */
function laneOf(id: number): number {
	return ((id * 0.618033988749895) % 1) * 2 - 1;
}

/** How many of an ordered list are below a value. */
function countBelow(ordered: Int32Array, value: number): number {
	let [low, high] = [0, ordered.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((ordered[middle] ?? 0) < value) low = middle + 1;
		else high = middle;
	}
	return low;
}
