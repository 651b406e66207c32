import { describe, expect, it } from 'vitest';
import { columnCenter, drawWays } from './draw';
import { COLUMN, SYMBOL, type Piece, type Place } from './types';

const place = (id: string, columns: number[], shape: Place['shape'] = 'box'): Place => ({
	id,
	columns,
	shape
});
const kinds = (pieces: Piece[]) => pieces.map(({ kind, row }) => `${kind} ${row}`);
const of = (pieces: Piece[], kind: Piece['kind']) => pieces.filter((piece) => piece.kind === kind);

describe('ways of a form', () => {
	it('leads to the next row in the same column straight down', () => {
		const pieces = drawWays([place('1', [0]), place('2', [0])], 1, [{ from: '1', to: '2' }]);
		expect(kinds(pieces)).toEqual(['down 0', 'down 1', 'head 1', 'label 1']);
		expect(new Set(of(pieces, 'down').map((piece) => 'x' in piece && piece.x))).toEqual(
			new Set([columnCenter(0)])
		);
	});

	it('crosses to another column on the line between the rows', () => {
		const pieces = drawWays([place('1', [0]), place('2', [2])], 3, [{ from: '1', to: '2' }]);
		expect(of(pieces, 'across')).toEqual([
			{
				kind: 'across',
				way: 0,
				row: 0,
				x1: columnCenter(0),
				x2: columnCenter(2),
				y: { at: 'bottom', dy: 0 }
			}
		]);
	});

	it('leaves a step of several actors at the one nearest to the next', () => {
		const pieces = drawWays([place('1', [0, 3]), place('2', [4])], 5, [{ from: '1', to: '2' }]);
		expect(of(pieces, 'across')).toMatchObject([{ x1: columnCenter(3), x2: columnCenter(4) }]);
	});

	it('runs a loop outside the symbols, through every row it passes, and ends at the side of its target', () => {
		const places = [place('1', [1]), place('2', [1]), place('3', [1], 'diamond')];
		const pieces = drawWays(places, 3, [{ from: '3', to: '1' }]);
		const upright = of(pieces, 'down');
		expect(upright.map(({ row }) => row).sort()).toEqual([0, 1, 2]);
		for (const piece of upright) {
			const distance = 'x' in piece ? Math.abs(piece.x - columnCenter(1)) : 0;
			expect(distance).toBeGreaterThan(SYMBOL.diamond.x);
		}
		const [head] = of(pieces, 'head');
		expect(head).toMatchObject({ row: 0, points: 'left' });
		expect(head && 'x' in head && head.x).toBe(columnCenter(1) + SYMBOL.box.x);
	});

	it('gives ways that would lie on each other lanes of their own', () => {
		const places = ['1', '2', '3', '4'].map((id) => place(id, [0]));
		const pieces = drawWays(places, 1, [
			{ from: '1', to: '3' },
			{ from: '1', to: '4' },
			{ from: '4', to: '2' }
		]);
		const lane = (way: number) =>
			of(pieces, 'down').find((piece) => piece.way === way && piece.row === 2);
		const xs = [0, 1, 2].map((way) => {
			const piece = lane(way);
			return piece && 'x' in piece ? piece.x : null;
		});
		expect(new Set(xs).size).toBe(3);
		for (const x of xs) expect(x).toBeGreaterThanOrEqual(0);
		for (const x of xs) expect(x).toBeLessThanOrEqual(COLUMN);
	});

	it('draws a step that follows itself', () => {
		const pieces = drawWays([place('1', [0])], 1, [{ from: '1', to: '1' }]);
		expect(kinds(pieces)).toEqual(['across 0', 'down 0', 'across 0', 'head 0', 'label 0']);
		const [down] = of(pieces, 'down');
		expect(down).toMatchObject({ from: { dy: 0 }, to: { dy: 7 } });
	});

	it('leaves out ways to steps that are not on this form, and steps of nobody', () => {
		const places = [place('1', [0]), place('2', [])];
		expect(
			drawWays(places, 1, [
				{ from: '1', to: 'x' },
				{ from: '1', to: '2' }
			])
		).toEqual([]);
	});
});
