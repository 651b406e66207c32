import { describe, expect, it } from 'vitest';
import { columnCenter, drawWays } from './draw';
import { settleLabels } from './labels';
import { COLUMN, SYMBOL, type Piece, type Place } from './types';

const place = (id: string, columns: number[], shape: Place['shape'] = 'box'): Place => ({
	id,
	columns,
	shape
});
const small = { width: 22, height: 13 };
const labelOf = (pieces: readonly Piece[], way: number) => {
	const found = pieces.find((piece) => piece.kind === 'label' && piece.way === way);
	if (found?.kind !== 'label') throw new Error('every way has a label');
	return found;
};

describe('labels of ways', () => {
	it('stay where they are while nothing is in their way', () => {
		const places = [place('1', [0]), place('2', [0]), place('3', [0])];
		const pieces = drawWays(places, 3, [
			{ from: '1', to: '2' },
			{ from: '3', to: '1' }
		]);
		expect(settleLabels(pieces, places, () => small)).toEqual(pieces);
	});

	it('give way to the number of the main flow', () => {
		// 1 to 2 crosses the border on which 1 to 3 runs down.
		const places = [place('1', [0]), place('2', [1]), place('3', [0]), place('4', [0])];
		const ways = [
			{ from: '1', to: '2' },
			{ from: '2', to: '3' },
			{ from: '1', to: '3' }
		];
		const pieces = drawWays(places, 2, ways);
		const main = labelOf(pieces, 0);
		const crowded = pieces.map((piece) =>
			piece.kind === 'label' && piece.way === 2
				? { ...piece, row: main.row, x: main.x, y: main.y }
				: piece
		);
		const settled = settleLabels(crowded, places, () => small);
		expect(labelOf(settled, 0)).toEqual(main);
		const moved = labelOf(settled, 2);
		expect([moved.row, moved.y]).not.toEqual([main.row, main.y]);
	});

	it('lean to the side on which no symbol stands', () => {
		const places = [
			place('1', [0]),
			place('2', [1]),
			place('3', [1]),
			place('4', [0, 1], 'diamond')
		];
		const pieces = drawWays(places, 2, [
			{ from: '1', to: '2' },
			{ from: '2', to: '3' },
			{ from: '3', to: '4' },
			{ from: '4', to: '1' }
		]);
		const wide = { width: 60, height: 36 };
		const settled = labelOf(
			settleLabels(pieces, places, (way) => (way === 3 ? wide : small)),
			3
		);
		expect(settled.row).toBeGreaterThan(0);
		if (settled.y.at === 'middle') {
			const right = settled.align === 'outward-right' ? settled.x + 56 : settled.x + 4;
			expect(right).toBeLessThanOrEqual(columnCenter(1) - SYMBOL.box.x);
		}
		expect(settled.x).toBeLessThanOrEqual(2 * COLUMN);
	});

	it('only ever move labels', () => {
		const places = ['1', '2', '3', '4', '5'].map((id) => place(id, [0]));
		const pieces = drawWays(places, 2, [
			{ from: '1', to: '3' },
			{ from: '1', to: '4' },
			{ from: '1', to: '5' },
			{ from: '4', to: '2' },
			{ from: '5', to: '2' }
		]);
		const settled = settleLabels(pieces, places, () => small);
		expect(settled.filter(({ kind }) => kind !== 'label')).toEqual(
			pieces.filter(({ kind }) => kind !== 'label')
		);
		const spots = settled
			.filter(({ kind }) => kind === 'label')
			.map((piece) =>
				piece.kind === 'label' ? `${piece.row} ${piece.x} ${piece.y.at} ${piece.y.dy}` : ''
			);
		expect(new Set(spots).size).toBe(spots.length);
	});
});
