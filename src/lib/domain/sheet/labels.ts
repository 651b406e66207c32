import { columnCenter } from './draw';
import { SYMBOL, type Level, type Piece, type Place } from './types';

type Label = Extract<Piece, { kind: 'label' }>;

/** The room a label takes, CSS pixels. */
export interface LabelSize {
	width: number;
	height: number;
}

interface Box {
	left: number;
	right: number;
	top: number;
	bottom: number;
}

/** The least height of a row, CSS pixels: what is free in rows of this height is free in higher ones. */
const ROW = 84;
/** Between a line and the label beside it. */
const GAP = 2;

/**
 * Moves labels that would lie on a symbol or on another label to the nearest free place along their own way: the
 * reader must see which number belongs to which way. Labels of the main flow keep their places, the others give way.
 * @param pieces of drawWays; answers them in the same order, only with labels elsewhere
 * @param sizeOf the room that the label of a way takes
 */
export function settleLabels(
	pieces: readonly Piece[],
	places: readonly Place[],
	sizeOf: (way: number) => LabelSize
): Piece[] {
	const taken: Box[] = places.flatMap((place, row) =>
		place.columns.map((column) => symbolBox(place, row, column))
	);
	const moved = new Map<Piece, Label>();
	const labels = pieces.filter((piece): piece is Label => piece.kind === 'label');
	const main = (label: Label) => label.align === 'left' || label.align === 'above';
	for (const label of [...labels.filter(main), ...labels.filter((each) => !main(each))]) {
		const size = sizeOf(label.way);
		const choices = main(label) ? [label] : alongWay(label, pieces, size, places.length);
		const best = choices
			.map((choice) => ({ choice, box: labelBox(choice, size) }))
			.map((each) => ({
				...each,
				lost: taken.reduce((sum, box) => sum + shared(each.box, box), 0)
			}))
			.reduce((least, each) => (each.lost < least.lost ? each : least));
		taken.push(best.box);
		moved.set(label, best.choice);
	}
	return pieces.map((piece) => moved.get(piece) ?? piece);
}

/** Where the label of a way outside the symbols may stand, the places near its start first. */
function alongWay(label: Label, pieces: readonly Piece[], size: LabelSize, rows: number): Label[] {
	const passed = new Set(
		pieces
			.filter((piece) => piece.kind === 'down' && piece.way === label.way)
			.map((piece) => piece.row)
	);
	const byDistance = [...passed].sort((a, b) => Math.abs(a - label.row) - Math.abs(b - label.row));
	const half = Math.ceil(size.height / 2) + GAP;
	const levels = (row: number): Level[] => {
		const first = row === Math.min(...passed);
		const last = row === Math.max(...passed);
		return [
			...(last || row === rows - 1 ? [] : [{ at: 'bottom' as const, dy: -half }]),
			...(first ? [] : [{ at: 'top' as const, dy: half }]),
			...(first || last ? [] : [{ at: 'middle' as const, dy: 0 }])
		];
	};
	const other =
		label.align === 'outward-left' ? ('outward-right' as const) : ('outward-left' as const);
	return [
		label,
		...byDistance.flatMap((row) =>
			levels(row).flatMap((y) =>
				[label.align, other].map((align): Label => ({ ...label, row, y, align }))
			)
		)
	];
}

function symbolBox(place: Place, row: number, column: number): Box {
	const { x, y } = SYMBOL[place.shape];
	const center = columnCenter(column);
	const middle = row * ROW + ROW / 2;
	return { left: center - x, right: center + x, top: middle - y, bottom: middle + y };
}

function labelBox({ row, x, y, align }: Label, { width, height }: LabelSize): Box {
	const base = row * ROW + { top: 0, middle: ROW / 2, bottom: ROW }[y.at] + y.dy;
	const left =
		align === 'left'
			? x
			: align === 'above'
				? x - width / 2
				: x - width * outwardShare(align, width);
	const top = align === 'above' ? base - height : base - height / 2;
	return { left, right: left + width, top, bottom: top + height };
}

/** Widest label that stands in the middle of its line; wider ones lean to one side of it. */
export const NARROW_LABEL = 30;

/** Which share of a label's width stands left of its line. */
function outwardShare(align: Label['align'], width: number): number {
	if (width <= NARROW_LABEL) return 0.5;
	return align === 'outward-left' ? 0.94 : 0.06;
}

/** The area that two boxes have in common. */
function shared(a: Box, b: Box): number {
	const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
	const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
	return width > 0 && height > 0 ? width * height : 0;
}
