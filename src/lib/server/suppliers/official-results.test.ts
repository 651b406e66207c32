import { afterEach, beforeEach, expect, it } from 'vitest';
import { Bench, now } from '../../../../tests/importing/store';
import { shippedScheme } from '../../../../tests/shipped-scheme';
import { WHOLE } from '../reading/scope';
import { readSuppliers } from './read-suppliers';
import { saveScheme } from './schemes/versions';

let bench: Bench;
beforeEach(async () => {
	bench = await Bench.open();
});
afterEach(() => bench.close());

const keys = [1, 2, 3, 4, 5, 6];
const ASPECTS = ['Kualitas dan Kuantitas', 'Biaya', 'Waktu', 'Layanan'];

/** A result of SIKaP for the supplier with code 7: the scores of the aspects, and the stated total. */
async function official(
	packages: readonly number[],
	scores: readonly number[],
	total: number | '' = '',
	name = 'sikap'
): Promise<void> {
	const rows = packages.flatMap((key) =>
		ASPECTS.map(
			(one, at) => `77,${key},Paket ${key},7,PT Satu,,${one},${scores[at] ?? ''},${total}`
		)
	);
	const head =
		'kd_lpse,kd_nontender,nama_paket,kd_penyedia,nama_penyedia,npwp_penyedia,indikator_penilaian,nilai_indikator,total_skors';
	await bench.import([await bench.file(`${name}.csv`, [head, ...rows, ''].join('\n'))]);
}

/** Rows of the office's own spreadsheet about the same supplier, each total stated. */
async function sheet(packages: readonly number[], score: number, scheme = ''): Promise<void> {
	const rows = packages.map(
		(key) =>
			`P-${key},${key},Paket ${key},7,PT Satu,2026-06-20,${score},${score},${score},${score},${score},${scheme},Final`
	);
	const head =
		'ID Penilaian,Kode Paket,Nama Paket,ID Penyedia,Nama Penyedia,Tanggal Penilaian,Kualitas & Kuantitas,Biaya,Waktu,Layanan,Skor Total,Skema,Status';
	await bench.import([await bench.file('kantor.csv', [head, ...rows, ''].join('\n'))], {
		unit: '77'
	});
}

const packagesOf = async (chosen: string | null = null) =>
	(await readSuppliers(bench.store, WHOLE, chosen)).suppliers.flatMap(({ packages }) => packages);

/** A second version of the LKPP's scheme, in which costs weigh most. */
const changeScheme = async () => {
	const lkpp = shippedScheme('lkpp-4-2021');
	const aspects = lkpp.aspects.map((one, at) => ({ ...one, weight: [10, 70, 10, 10][at] ?? 0 }));
	await saveScheme(
		bench.store,
		{ scheme: { ...lkpp, aspects }, basedOn: 1, note: 'rapat' },
		{ by: 'ani', now }
	);
};

it.each([
	['before', true],
	['after', false]
])(
	'lets an official result count, imported %s the row of a spreadsheet that differs',
	async (_, first) => {
		if (first) await official(keys, [3, 3, 3, 3], 3);
		await sheet(keys, 1);
		if (!first) await official(keys, [3, 3, 3, 3], 3);
		for (let times = 0; times < 5; times++) {
			const packages = await packagesOf();
			expect(packages.map(({ key }) => Number(key)).sort()).toEqual(keys);
			for (const { evaluation } of packages)
				expect(evaluation).toMatchObject({
					...{ official: true, total: 300_000, other: 100_000, conflict: true }
				});
		}
	}
);

it('lets an official result without a stated total count before a spreadsheet with one', async () => {
	await official(keys, [3, 3, 3, 3]);
	await sheet(keys, 1);
	for (const { evaluation } of await packagesOf())
		expect(evaluation).toMatchObject({ stated: null, total: 300_000, other: 100_000 });
});

it('keeps the results of two schemes of one package side by side', async () => {
	await official([1], [3, 3, 3, 3], 3);
	await sheet([1], 80, 'skala-100');
	const { scheme, inUse } = await readSuppliers(bench.store, WHOLE);
	expect(scheme.id).toBe('lkpp-4-2021');
	expect(inUse.map((one) => [one.scheme.id, one.results]).sort()).toEqual([
		['lkpp-4-2021', 1],
		['skala-100', 1]
	]);
	const of = async (chosen: string) =>
		(await packagesOf(chosen)).map(({ evaluation, elsewhere }) => ({
			...{ own: evaluation?.total, conflict: evaluation?.conflict },
			elsewhere: elsewhere.map(({ scheme: { id }, total }) => [id, total])
		}));
	expect(await of('lkpp-4-2021.1')).toEqual([
		{ own: 300_000, conflict: false, elsewhere: [['skala-100', 8_000_000]] }
	]);
	expect(await of('skala-100.1')).toEqual([
		{ own: 8_000_000, conflict: false, elsewhere: [['lkpp-4-2021', 300_000]] }
	]);
});

it('joins no results of two versions of a scheme', async () => {
	await official([1], [3, 1, 3, 3]);
	await changeScheme();
	await sheet([1], 2);
	const [one] = await packagesOf('lkpp-4-2021.1');
	expect(one?.evaluation).toMatchObject({ total: 260_000, other: null, conflict: false });
	expect(one?.elsewhere).toMatchObject([{ scheme: { version: 2 }, total: 200_000 }]);
});

it('ranks by the version with most results, and flags a 0 of another one', async () => {
	await official([1, 2, 3], [3, 3, 3, 3], 3);
	await official([4], [0, 0, 0, 0], 0, 'nol');
	await changeScheme();
	await official([5], [3, 3, 3, 3], 3, 'baru');
	const before = await readSuppliers(bench.store, WHOLE);
	expect(before.scheme.version).toBe(1);
	expect(before.suppliers[0]?.standing).toMatchObject({ n: 4, zero: true });
	const after = await readSuppliers(bench.store, WHOLE, 'lkpp-4-2021.2');
	expect(after.suppliers[0]?.standing).toMatchObject({ n: 1, zero: true });
});

it('reads a result that is pulled again unchanged by the version it was first told under', async () => {
	await official([1, 2], [3, 1, 3, 3]);
	await changeScheme();
	await official([1, 3], [3, 1, 3, 3], '', 'lagi');
	await official([2], [3, 2, 3, 3], '', 'berubah');
	const results = (await packagesOf('lkpp-4-2021.1')).flatMap(({ key, evaluation, elsewhere }) =>
		[...(evaluation ? [evaluation] : []), ...elsewhere].map(({ scheme: { version }, total }) => [
			...[key, version, total]
		])
	);
	// 3 × 0,8 + 1 × 0,2 by the first version; by the second 3 × 0,3 + 1 × 0,7, with a 2 for what was changed.
	expect(results.sort()).toEqual([
		['1', 1, 260_000],
		['2', 2, 230_000],
		['3', 2, 160_000]
	]);
});
