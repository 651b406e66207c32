/** Events as a chart of dots holds them: parallel columns, case after case. */
export interface DotField {
	/** Place of the event's case, from 0. */
	row: Int32Array;
	/** Minutes on the axis: since 1970 on the local clock, or since the case began. */
	at: Int32Array;
	/** Index of the activity. */
	activity: Uint16Array;
	/** The case at each place. */
	cases: Int32Array;
	/** Where each case's events begin, and the end. */
	starts: Int32Array;
	/** First and last minute on the axis. */
	from: number;
	until: number;
}

/** The part of a field in view: shares of its width and height, 0 to 1. */
export interface View {
	left: number;
	right: number;
	top: number;
	bottom: number;
}

export const WHOLE_VIEW: View = { left: 0, right: 1, top: 0, bottom: 1 };

/** Closer than this there is nothing more to see. */
const LEAST = 1e-4;

/**
 * Makes a field of the columns of an answer, whose rows lie case after case.
 * @param nodes of the legend, in its order; a node that is not in it is drawn with the last
 */
export function makeField(
	columns: { caseId: Int32Array; minute: Int32Array; node: Int32Array },
	{ nodes, elapsed }: { nodes: readonly number[]; elapsed: boolean }
): DotField {
	const { caseId, minute, node } = columns;
	const count = caseId.length;
	const places = new Map(nodes.map((each, at) => [each, at]));
	const row = new Int32Array(count);
	const at = new Int32Array(count);
	const activity = new Uint16Array(count);
	const cases: number[] = [];
	const starts: number[] = [];
	let [from, until, begun] = [Infinity, -Infinity, 0];
	for (let event = 0; event < count; event++) {
		if (event === 0 || caseId[event] !== caseId[event - 1]) {
			starts.push(event);
			cases.push(caseId[event] ?? 0);
			begun = minute[event] ?? 0;
		}
		const time = (minute[event] ?? 0) - (elapsed ? begun : 0);
		row[event] = cases.length - 1;
		at[event] = time;
		activity[event] = places.get(node[event] ?? 0) ?? nodes.length - 1;
		if (time < from) from = time;
		if (time > until) until = time;
	}
	starts.push(count);
	return {
		row,
		at,
		activity,
		cases: Int32Array.from(cases),
		starts: Int32Array.from(starts),
		from: count === 0 ? 0 : from,
		until: count === 0 ? 1 : Math.max(until, from + 1)
	};
}

/**
 * Paints the part in view into pixels, a dot each; of two at one place the later case stays.
 * @param colours of the activities as pixels, see Uint32Array of ImageData; 0 leaves one out
 */
export function paintDots(
	field: DotField,
	view: View,
	pixels: { data: Uint32Array; width: number; height: number },
	colours: Uint32Array
): void {
	const { data, width, height } = pixels;
	data.fill(0);
	const rows = field.cases.length;
	const span = field.until - field.from;
	const perMinute = width / (span * (view.right - view.left));
	const perRow = height / (rows * (view.bottom - view.top));
	const left = field.from + span * view.left;
	const top = rows * view.top;
	const tall = Math.max(1, Math.min(7, Math.floor(perRow * 0.8)));
	const wide = Math.max(2, Math.min(7, tall));
	const first = Math.max(0, Math.floor(top));
	const last = Math.min(rows, Math.ceil(rows * view.bottom));
	const until = field.starts[last] ?? field.row.length;
	for (let event = field.starts[first] ?? 0; event < until; event++) {
		const colour = colours[field.activity[event] ?? 0] ?? 0;
		if (colour === 0) continue;
		const x = ((field.at[event] ?? 0) - left) * perMinute;
		if (x < 0 || x >= width) continue;
		const y = ((field.row[event] ?? 0) - top) * perRow;
		const [x0, y0] = [Math.floor(x), Math.max(0, Math.floor(y))];
		const [x1, y1] = [Math.min(width, x0 + wide), Math.min(height, y0 + tall)];
		for (let line = y0; line < y1; line++) data.fill(colour, line * width + x0, line * width + x1);
	}
}

/** A view nearer to (factor below 1) or farther from a point of it, given as shares of what is seen. */
export function zoomView(view: View, factor: number, { x, y }: { x: number; y: number }): View {
	const [left, right] = zoomSpan(view.left, view.right, factor, x);
	const [top, bottom] = zoomSpan(view.top, view.bottom, factor, y);
	return { left, right, top, bottom };
}

/** A view moved by shares of what is seen, not beyond the field. */
export function moveView(view: View, { x, y }: { x: number; y: number }): View {
	const [left, right] = moveSpan(view.left, view.right, x);
	const [top, bottom] = moveSpan(view.top, view.bottom, y);
	return { left, right, top, bottom };
}

/**
 * The event nearest to a point in view, at most `reach` of the width away; null where there is none.
 * @returns its index in the field
 */
export function findDot(
	field: DotField,
	view: View,
	{ x, y }: { x: number; y: number },
	reach: number
): number | null {
	const rows = field.cases.length;
	const place = Math.floor(rows * (view.top + y * (view.bottom - view.top)));
	const span = field.until - field.from;
	const wanted = field.from + span * (view.left + x * (view.right - view.left));
	const far = span * (view.right - view.left) * reach;
	let [found, nearest] = [-1, far];
	// Where rows are thinner than a pixel, those around the pointer are meant, too.
	const around = Math.ceil((rows * (view.bottom - view.top)) / 400);
	const last = Math.min(rows - 1, place + around);
	for (let row = Math.max(0, place - around); row <= last; row++) {
		const end = field.starts[row + 1] ?? 0;
		for (let event = field.starts[row] ?? 0; event < end; event++) {
			const away = Math.abs((field.at[event] ?? 0) - wanted);
			if (away < nearest) [found, nearest] = [event, away];
		}
	}
	return found < 0 ? null : found;
}

function zoomSpan(from: number, until: number, factor: number, at: number): [number, number] {
	const size = Math.min(1, Math.max(LEAST, (until - from) * factor));
	const start = from + (until - from) * at - size * at;
	return within(start, size);
}

function moveSpan(from: number, until: number, by: number): [number, number] {
	return within(from + (until - from) * by, until - from);
}

function within(start: number, size: number): [number, number] {
	const from = Math.min(1 - size, Math.max(0, start));
	return [from, from + size];
}
