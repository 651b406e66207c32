import { expect, it } from 'vitest';
import { compareStandings, readEvaluation, standingOf } from '$lib/domain/evaluations/standing';
import { shippedScheme } from '../../../../tests/shipped-scheme';

const scheme = shippedScheme('lkpp-4-2021');
const read = (score: number | null, total: number | null, least_total = total) =>
	readEvaluation(scheme, {
		scores: { Kualitas: score, Biaya: score, Waktu: score, Layanan: score },
		total,
		least_total,
		official: true
	});

it('lets the official total rank and shows where ours differs', () => {
	expect(read(3, 3)).toMatchObject({ total: 300_000, conflict: false });
	expect(read(3, 2.4)).toMatchObject({ computed: 300_000, total: 240_000, conflict: true });
	expect(read(3, 2.4, 2.1).conflict).toBe(true);
	expect(read(null, 2.4)).toMatchObject({ computed: null, total: 240_000, conflict: false });
	expect(read(null, null)).toMatchObject({ total: null, band: null });
});

it('ranks by the mean of package totals, flags a 0, and says when there are too few', () => {
	const good = standingOf(scheme, [read(3, null), read(3, null), read(3, null)]);
	expect(good).toMatchObject({ n: 3, mean: 3, enough: true, zero: false });
	expect(good.band?.id).toBe('sangat-baik');
	const ended = standingOf(scheme, [read(0, null), read(3, null), read(3, null)]);
	expect(ended).toMatchObject({ n: 3, mean: 2, zero: true });
	const few = standingOf(scheme, [read(3, null)]);
	expect(few.enough).toBe(false);
	const none = standingOf(scheme, []);
	expect(none).toMatchObject({ n: 0, mean: null, band: null });
	expect([none, few, ended, good].sort(compareStandings)).toEqual([good, ended, few, none]);
});

it('divides once, so that three times 2.8 is 2.8 in every file', () => {
	const thrice = (total: number) =>
		standingOf(scheme, [read(null, total), read(null, total), read(null, total)]).mean;
	expect([thrice(2.8), thrice(2.3)]).toEqual([2.8, 2.3]);
	const { aspects } = standingOf(scheme, [read(2.2, null), read(1.1, null), read(1.2, null)]);
	expect(Object.values(aspects).map((aspect) => aspect?.mean)).toEqual([1.5, 1.5, 1.5, 1.5]);
});
