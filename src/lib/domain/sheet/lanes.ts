import type { Place } from './types';

interface Stretch {
	from: number;
	to: number;
	lane: number;
}

/** Where the lanes of an inner border lie beside it, CSS pixels, in the order in which they are given out. */
const innerLanes = [0, -5, 5, -9, 9];
/** At the outer borders all lanes lie inside the form. */
const outerLanes = [5, 9, 13, 17];
/** Where ways leave and enter the side of a symbol, from its middle. */
const sideSlots = [0, 7, -7, 12, -12];
/** On the line between two rows. */
const rowLanes = [0, -6, 6, -11, 11];

/** A way that shares a border costs as much as this many pixels of detour. */
const sharingCost = 26;
/** A side of a symbol that is taken already. */
const crowdingCost = 18;

/** Gives the ways of a drawing lanes, so that none lies on another. */
export class Lanes {
	readonly #columns: number;
	readonly #borders = new Map<number, Stretch[]>();
	readonly #rows = new Map<number, Stretch[]>();
	readonly #sides = new Map<string, number>();

	constructor(columns: number) {
		this.#columns = columns;
	}

	/**
	 * The border of a column (0 is left of the first) along which a way from row to row costs least.
	 * @param cost of the rest of the way, CSS pixels
	 */
	cheapestBorder(first: number, last: number, cost: (border: number) => number): number {
		let best = { border: this.#columns, cost: Number.POSITIVE_INFINITY };
		// From the right: of two equal ways the one away from the text of the steps.
		for (let border = this.#columns; border >= 0; border -= 1) {
			const shared = overlapping(this.#borders.get(border) ?? [], first, last).length;
			const total = cost(border) + shared * sharingCost;
			if (total < best.cost) best = { border, cost: total };
		}
		return best.border;
	}

	/** How far beside a border a way from row to row runs, CSS pixels. */
	along(border: number, first: number, last: number): number {
		const lane = take(this.#borders, border, first, last);
		if (border === 0) return outerLanes[lane % outerLanes.length] ?? 0;
		if (border === this.#columns) return -(outerLanes[lane % outerLanes.length] ?? 0);
		return innerLanes[lane % innerLanes.length] ?? 0;
	}

	/** How far beside the line below a row a way runs that crosses from x to x, CSS pixels. */
	between(row: number, from: number, to: number): number {
		return rowLanes[take(this.#rows, row, from, to) % rowLanes.length] ?? 0;
	}

	/** What it costs to use a side of a symbol, for those that are taken already. */
	crowding(at: { row: number; column: number }, side: 'left' | 'right'): number {
		return (this.#sides.get(key(at, side)) ?? 0) * crowdingCost;
	}

	/** How far from its middle a way meets a side of a symbol; a diamond only has its corner. */
	slot(at: { row: number; column: number; place: Place }, side: 'left' | 'right'): number {
		const taken = this.#sides.get(key(at, side)) ?? 0;
		this.#sides.set(key(at, side), taken + 1);
		return at.place.shape === 'diamond' ? 0 : (sideSlots[taken % sideSlots.length] ?? 0);
	}
}

/** Takes the first lane that is free from one end to the other. */
function take(all: Map<number, Stretch[]>, at: number, from: number, to: number): number {
	const stretches = all.get(at) ?? [];
	const used = new Set(overlapping(stretches, from, to).map(({ lane }) => lane));
	let lane = 0;
	while (used.has(lane)) lane += 1;
	all.set(at, [...stretches, { from, to, lane }]);
	return lane;
}

function overlapping(stretches: readonly Stretch[], from: number, to: number): Stretch[] {
	return stretches.filter((stretch) => stretch.from <= to && stretch.to >= from);
}

function key(at: { row: number; column: number }, side: 'left' | 'right'): string {
	return `${at.row} ${at.column} ${side}`;
}
