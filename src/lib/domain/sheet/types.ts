/** Width of one actor's column, CSS pixels: fixed, so that lines need no measuring. */
export const COLUMN = 64;

/** Half the size of a symbol, CSS pixels. */
export const SYMBOL = { box: { x: 23, y: 17 }, pill: { x: 23, y: 17 }, diamond: { x: 27, y: 23 } };

export type Shape = keyof typeof SYMBOL;

/** A step in the grid of a form: which row, in which actors' columns (from 0), with which symbol. */
export interface Place {
	id: string;
	columns: readonly number[];
	shape: Shape;
}

/** A way from one step to another. */
export interface Way {
	from: string;
	to: string;
}

/**
 * A height in a row whose own height nobody knows before the browser has laid it out: so far below its top,
 * middle or bottom. CSS writes it `calc(50% + 6px)`.
 */
export interface Level {
	at: 'top' | 'middle' | 'bottom';
	dy: number;
}

/** A straight piece of a way, inside one row. `way` is its place in the list of ways. */
export type Piece =
	| { kind: 'down'; way: number; row: number; x: number; from: Level; to: Level }
	| { kind: 'across'; way: number; row: number; x1: number; x2: number; y: Level }
	| {
			kind: 'head';
			way: number;
			row: number;
			x: number;
			y: Level;
			points: 'down' | 'left' | 'right';
	  }
	| {
			kind: 'label';
			way: number;
			row: number;
			x: number;
			y: Level;
			align: 'left' | 'above' | 'outward-left' | 'outward-right';
	  };
