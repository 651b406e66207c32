import { expect, it } from 'vitest';
import { shippedScheme } from '../../../../../tests/shipped-scheme';
import type { SheetState } from '$lib/domain/evaluations/flow';
import { totalOf } from '$lib/domain/evaluations/score';
import type { SheetRow } from './sheets';
import { standingsOf } from './standings';

const scheme = shippedScheme('pendukung-layanan');
let number = 0;

/** A sheet with the same score for every aspect. */
function sheet(supplier: string, state: SheetState, score: number, version = 1): SheetRow {
	const scores = Object.fromEntries(scheme.aspects.map(({ id }) => [id, score]));
	return {
		...{ sheet: ++number, service: 1, unit: 'U1', unit_name: 'U1', zone: 'WIB' },
		...{ name: 'Peladen', supplier, tax: null, case_key: `EVAL-${number}`, due: '2026-11-20' },
		...{ state, revision: 3, scheme: scheme.id, scheme_version: version },
		scheme_document: JSON.stringify({ ...scheme, version }),
		scores: JSON.stringify(scores),
		total: totalOf(scheme, { scores, terminated: false }).total,
		...{ comments: null, terminated: false, filled_by: 'ani', follow_up: null }
	};
}

it('ranks approved sheets, and no draft in any of its states', () => {
	const drafts = (['filled', 'received', 'again'] as const).map((state) => sheet('PT A', state, 3));
	const standings = standingsOf([
		...drafts,
		sheet('PT A', 'approved', 1),
		sheet('PT A', 'documented', 2)
	]);
	expect(standings).toMatchObject([
		{ supplier: 'PT A', evaluations: 5, approved: 2, sum: 300_000, aspects: { mutu: 1.5 } }
	]);
	expect(standingsOf(drafts)).toMatchObject([
		{ approved: 0, sum: 0, band: null, aspects: { mutu: null } }
	]);
});

it('averages no two versions of a scheme, and orders the best first by exact means', () => {
	const standings = standingsOf([
		sheet('PT Draf', 'filled', 3),
		sheet('PT B', 'approved', 2),
		sheet('PT C', 'approved', 3),
		sheet('PT C', 'approved', 2),
		sheet('PT B', 'approved', 1, 2)
	]);
	expect(standings.map((one) => [one.supplier, one.version, one.sum, one.approved])).toEqual([
		['PT C', 1, 500_000, 2],
		['PT B', 1, 200_000, 1],
		['PT B', 2, 100_000, 1],
		['PT Draf', 1, 0, 0]
	]);
});

it('leaves out a sheet that nobody has filled', () => {
	const empty = {
		...sheet('PT A', 'checked', 3),
		scores: null,
		scheme_document: null,
		total: null
	};
	expect(standingsOf([empty])).toEqual([]);
});
