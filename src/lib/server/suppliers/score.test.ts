import { describe, expect, it } from 'vitest';
import { shippedScheme } from '../../../../tests/shipped-scheme';
import { findAspect } from '$lib/domain/evaluations/scheme';
import { bandOf, exactTotal, plainTotal, totalOf } from '$lib/domain/evaluations/score';

const lkpp = shippedScheme('lkpp-4-2021');
const sheet = (scores: (number | null)[], terminated = false) =>
	totalOf(lkpp, {
		terminated,
		scores: Object.fromEntries(lkpp.aspects.map(({ id }, at) => [id, scores[at] ?? null]))
	});

/**
 * Tenths of the total by how many points (score − 1) the two aspects of 30 % and the two of 20 % have together: rows 0
 * to 4 of 30 %, columns 0 to 4 of 20 %. Written by hand from the weights.
 */
const TABLE = [
	[10, 12, 14, 16, 18],
	[13, 15, 17, 19, 21],
	[16, 18, 20, 22, 24],
	[19, 21, 23, 25, 27],
	[22, 24, 26, 28, 30]
];
const each = [1, 2, 3];
const combinations = each.flatMap((a) =>
	each.flatMap((b) => each.flatMap((c) => each.map((d) => [a, b, c, d] as const)))
);

describe('the LKPP scheme', () => {
	it('has 81 combinations of four aspects', () => {
		expect(combinations).toHaveLength(81);
	});

	it.each(combinations)('scores %i, %i, %i, %i as the table does', (a, b, c, d) => {
		const tenths = TABLE[a + c - 2]?.[b + d - 2] ?? NaN;
		const band = tenths === 30 ? 'sangat-baik' : tenths >= 20 ? 'baik' : 'cukup';
		const result = sheet([a, b, c, d]);
		expect([result.total, result.band?.id]).toEqual([tenths * 10_000, band]);
	});

	it('answers exactly 3 and "sangat baik" for all threes, as weighted floats would not', () => {
		const result = sheet([3, 3, 3, 3]);
		expect(plainTotal(result.total ?? 0)).toBe(3);
		expect(result.band?.id).toBe('sangat-baik');
	});

	it('answers 0 and "buruk" for a contract that was ended through the supplier’s fault', () => {
		expect(sheet([3, 3, 3, 3], true)).toMatchObject({ total: 0, band: { id: 'buruk' } });
		expect(sheet([0, 0, 0, 0])).toMatchObject({ total: 0, band: { id: 'buruk' } });
	});

	it('answers no total where an aspect is missing or outside the scale', () => {
		expect(sheet([3, null, 3, 3])).toEqual({ total: null, band: null, why: 'missing_aspect' });
		expect(sheet([4, 3, 3, 3]).why).toBe('outside_scale');
		expect(sheet([0, 3, 3, 3]).why).toBe('outside_scale');
	});

	it('takes decimal scores exactly', () => {
		expect(sheet([2.5, 2.5, 2.5, 2.5]).total).toBe(250_000);
		expect(exactTotal(2.4)).toBe(240_000);
	});

	it('knows the aspects by the names that exports use', () => {
		for (const name of ['Kualitas & Kuantitas', 'kualitas dan kuantitas', 'KUALITAS'])
			expect(findAspect(lkpp, name)?.id).toBe('kualitas-kuantitas');
		expect(findAspect(lkpp, 'Harga')).toBeUndefined();
	});

	it('bands a mean without dividing: only threes are "sangat baik"', () => {
		expect(bandOf(lkpp, 900_000, 3).id).toBe('sangat-baik');
		expect(bandOf(lkpp, 899_999, 3).id).toBe('baik');
		expect(bandOf(lkpp, 200_000, 3).id).toBe('buruk');
	});
});

it('an older scale of 0 to 100 takes 0 as a score, not as an end', () => {
	const old = shippedScheme('skala-100');
	const scores = { 'kualitas-kuantitas': 0, biaya: 100, waktu: 90, layanan: 80 };
	expect(totalOf(old, { scores, terminated: false })).toMatchObject({
		total: 6_300_000,
		band: { id: 'cukup' }
	});
});
