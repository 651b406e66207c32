import { Lanes } from './lanes';
import { COLUMN, SYMBOL, type Level, type Piece, type Place, type Way } from './types';

type Side = 'left' | 'right';

interface Spot {
	row: number;
	column: number;
	place: Place;
}

/**
 * Draws the ways between the symbols of a form the way Indonesian SOP forms do, in right angles: to the next row straight
 * down, or down, across on the line between the rows and down; everything else (loops, skipped rows) runs outside the
 * symbols, along the edges of the columns, each in a lane of its own. Pieces lie inside rows, at heights relative to the
 * row, so that rows may be of any height, may break across pages, and nothing is measured.
 * @param places the steps in the order of their rows
 * @param columns how many actors' columns the form has
 * @param ways the main flow first: who comes first gets the straighter lane; ways to unknown steps are left out
 */
export function drawWays(places: readonly Place[], columns: number, ways: readonly Way[]): Piece[] {
	const rows = new Map(places.map((place, row) => [place.id, { place, row }]));
	const lanes = new Lanes(columns);
	return ways.flatMap((way, index) => {
		const from = rows.get(way.from);
		const to = rows.get(way.to);
		if (!from || !to || from.place.columns.length === 0 || to.place.columns.length === 0) return [];
		return to.row === from.row + 1
			? drawNext(index, from, to, lanes)
			: drawOutside(index, from, to, lanes);
	});
}

/** The middle of a column, from the left edge of the first one. */
export function columnCenter(column: number): number {
	return column * COLUMN + COLUMN / 2;
}

function drawNext(
	way: number,
	from: { place: Place; row: number },
	to: { place: Place; row: number },
	lanes: Lanes
): Piece[] {
	const [a, b] = nearestColumns(from.place.columns, to.place.columns);
	const x1 = columnCenter(a);
	const x2 = columnCenter(b);
	const start: Level = { at: 'middle', dy: SYMBOL[from.place.shape].y };
	const end: Level = { at: 'middle', dy: -SYMBOL[to.place.shape].y };
	const head: Piece = { kind: 'head', way, row: to.row, x: x2, y: end, points: 'down' };
	if (a === b) {
		return [
			{ kind: 'down', way, row: from.row, x: x1, from: start, to: { at: 'bottom', dy: 0 } },
			{ kind: 'down', way, row: to.row, x: x2, from: { at: 'top', dy: 0 }, to: end },
			head,
			{ kind: 'label', way, row: to.row, x: x2 + 7, y: { at: 'top', dy: 12 }, align: 'left' }
		];
	}
	const dy = lanes.between(from.row, Math.min(x1, x2), Math.max(x1, x2));
	const y: Level = { at: 'bottom', dy };
	return [
		{ kind: 'down', way, row: from.row, x: x1, from: start, to: y },
		{ kind: 'across', way, row: from.row, x1: Math.min(x1, x2), x2: Math.max(x1, x2), y },
		...(dy < 0 ? [{ kind: 'down' as const, way, row: from.row, x: x2, from: y, to: bottom }] : []),
		{ kind: 'down', way, row: to.row, x: x2, from: { at: 'top', dy: Math.max(0, dy) }, to: end },
		head,
		{
			kind: 'label',
			way,
			row: from.row,
			x: (x1 + x2) / 2,
			y: { at: 'bottom', dy: dy - 4 },
			align: 'above'
		}
	];
}

const bottom: Level = { at: 'bottom', dy: 0 };

function drawOutside(
	way: number,
	from: { place: Place; row: number },
	to: { place: Place; row: number },
	lanes: Lanes
): Piece[] {
	const first = Math.min(from.row, to.row);
	const last = Math.max(from.row, to.row);
	const border = lanes.cheapestBorder(first, last, (candidate) => {
		const a = nearestToBorder(from.place.columns, candidate);
		const b = nearestToBorder(to.place.columns, candidate);
		const length =
			Math.abs(candidate * COLUMN - columnCenter(a)) +
			Math.abs(candidate * COLUMN - columnCenter(b));
		return (
			length +
			lanes.crowding(spot(from, a), sideOf(a, candidate)) +
			lanes.crowding(spot(to, b), sideOf(b, candidate))
		);
	});
	const a = nearestToBorder(from.place.columns, border);
	const b = nearestToBorder(to.place.columns, border);
	const sideA = sideOf(a, border);
	const sideB = sideOf(b, border);
	const x = border * COLUMN + lanes.along(border, first, last);
	const y1: Level = { at: 'middle', dy: lanes.slot(spot(from, a), sideA) };
	const y2: Level = { at: 'middle', dy: lanes.slot(spot(to, b), sideB) };
	const end = edgeOf(to.place, b, sideB);
	const start = edgeOf(from.place, a, sideA);
	return [
		{ kind: 'across', way, row: from.row, x1: Math.min(start, x), x2: Math.max(start, x), y: y1 },
		...downThrough(way, x, { row: from.row, y: y1 }, { row: to.row, y: y2 }),
		{ kind: 'across', way, row: to.row, x1: Math.min(end, x), x2: Math.max(end, x), y: y2 },
		{ kind: 'head', way, row: to.row, x: end, y: y2, points: sideB === 'left' ? 'right' : 'left' },
		{
			kind: 'label',
			way,
			row: from.row,
			x,
			y: labelLevel(from.row, to.row),
			align: sideA === 'left' ? 'outward-left' : 'outward-right'
		}
	];
}

/** Between symbols: above the way's own start where it goes up, below where it goes down. */
function labelLevel(from: number, to: number): Level {
	if (to === from) return { at: 'middle', dy: -16 };
	return to > from ? { at: 'bottom', dy: -12 } : { at: 'top', dy: 12 };
}

/** The pieces of an upright line from a height in one row to a height in the same or another row. */
function downThrough(
	way: number,
	x: number,
	a: { row: number; y: Level },
	b: { row: number; y: Level }
): Piece[] {
	if (a.row === b.row) {
		const [from, to] = a.y.dy <= b.y.dy ? [a.y, b.y] : [b.y, a.y];
		return [{ kind: 'down', way, row: a.row, x, from, to }];
	}
	const [upper, lower] = a.row < b.row ? [a, b] : [b, a];
	const pieces: Piece[] = [{ kind: 'down', way, row: upper.row, x, from: upper.y, to: bottom }];
	for (let row = upper.row + 1; row < lower.row; row += 1) {
		pieces.push({ kind: 'down', way, row, x, from: { at: 'top', dy: 0 }, to: bottom });
	}
	pieces.push({ kind: 'down', way, row: lower.row, x, from: { at: 'top', dy: 0 }, to: lower.y });
	return pieces;
}

function nearestColumns(from: readonly number[], to: readonly number[]): [number, number] {
	let best: [number, number] = [from[0] ?? 0, to[0] ?? 0];
	for (const a of from)
		for (const b of to) if (Math.abs(a - b) < Math.abs(best[0] - best[1])) best = [a, b];
	return best;
}

function nearestToBorder(columns: readonly number[], border: number): number {
	const distance = (column: number) => Math.abs(column + 0.5 - border);
	return columns.reduce((best, column) => (distance(column) < distance(best) ? column : best));
}

function sideOf(column: number, border: number): Side {
	return border <= column ? 'left' : 'right';
}

function edgeOf(place: Place, column: number, side: Side): number {
	return columnCenter(column) + (side === 'left' ? -1 : 1) * SYMBOL[place.shape].x;
}

function spot({ place, row }: { place: Place; row: number }, column: number): Spot {
	return { row, column, place };
}
