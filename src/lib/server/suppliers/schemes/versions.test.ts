import { afterEach, beforeEach, expect, it } from 'vitest';
import { Bench, now } from '../../../../../tests/importing/store';
import { shippedScheme } from '../../../../../tests/shipped-scheme';
import type { Scheme } from '$lib/domain/evaluations/scheme';
import { WHOLE } from '../../reading/scope';
import { readSuppliers } from '../read-suppliers';
import { addService } from '../services/list';
import { actOnSheet, findSheet, planSheets } from '../services/sheets';
import { seedReferenceData } from '../../reference/seed';
import { countResults } from './results';
import {
	currentVersion,
	findSchemeHistory,
	importScheme,
	listSchemes,
	saveScheme,
	schemeYaml
} from './versions';

let bench: Bench;
beforeEach(async () => {
	bench = await Bench.open();
});
afterEach(() => bench.close());

const ani = { by: 'ani', now };
const lkpp = shippedScheme('lkpp-4-2021');
/** The scheme with other weights, in the order of its aspects. */
const weighing = (scheme: Scheme, weights: readonly number[]): Scheme => ({
	...scheme,
	aspects: scheme.aspects.map((one, at) => ({ ...one, weight: weights[at] ?? one.weight }))
});
const save = (scheme: unknown, basedOn = 1, stamp = ani) =>
	saveScheme(bench.store, { scheme, basedOn, note: 'rapat' }, stamp);

async function sikap(key: number): Promise<void> {
	const rows = ['Kualitas dan Kuantitas', 'Biaya', 'Waktu', 'Layanan'].map(
		(one, at) => `77,${key},Paket ${key},7,PT Satu,,${one},${at === 1 ? 1 : 3},`
	);
	const head =
		'kd_lpse,kd_nontender,nama_paket,kd_penyedia,nama_penyedia,npwp_penyedia,indikator_penilaian,nilai_indikator,total_skors';
	await bench.import([await bench.file(`sikap-${key}.csv`, `${head}\n${rows.join('\n')}\n`)]);
}

it('begins with the schemes of the product, once', async () => {
	await seedReferenceData(bench.store, now);
	const schemes = await listSchemes(bench.store);
	expect(
		schemes.map((versions) => versions.map(({ scheme, by }) => [scheme.id, scheme.version, by]))
	).toEqual([
		[['lkpp-4-2021', 1, null]],
		[['pendukung-layanan', 1, null]],
		[['skala-100', 1, null]]
	]);
	expect(currentVersion(await findSchemeHistory(bench.store, lkpp.id)).scheme).toEqual(lkpp);
});

it('keeps what is changed as a new version with its reason, and lets the product not undo it', async () => {
	const saved = await save(weighing(lkpp, [40, 20, 20, 20]));
	expect(saved.version).toBe(2);
	await seedReferenceData(bench.store, now);
	const history = await findSchemeHistory(bench.store, lkpp.id);
	expect(history.map(({ scheme, by, note }) => [scheme.version, by, note])).toEqual([
		[1, null, null],
		[2, 'ani', 'rapat']
	]);
	expect(history[0].scheme).toEqual(lkpp);
});

it.each([
	['scheme_weights', weighing(lkpp, [30, 20, 30, 19]), { sum: 99 }],
	['scheme_scale', { ...lkpp, scale: { least: 3, most: 3 } }, {}],
	[
		'scheme_twice',
		{ ...lkpp, aspects: lkpp.aspects.map((one) => ({ ...one, names: ['Nilai'] })) },
		{ name: 'nilai' }
	],
	[
		'scheme_levels',
		{ ...lkpp, scale: { least: 1, most: 2.5 } },
		{ name: 'Kualitas dan kuantitas' }
	],
	['scheme_band_last', { ...lkpp, bands: lkpp.bands.slice(0, 3) }, {}],
	['scheme_band_order', { ...lkpp, bands: [...lkpp.bands].reverse() }, { name: 'Cukup' }],
	[
		'scheme_band_reach',
		{ ...lkpp, bands: lkpp.bands.map((one, at) => (at === 0 ? { ...one, from: 3.1 } : one)) },
		{}
	],
	['scheme_field', { ...lkpp, source: '' }, { place: 'source' }],
	['scheme_subject', { ...lkpp, subject: 'services' }, {}],
	['scheme_unchanged', lkpp, {}]
])('refuses with %s, and keeps nothing', async (code, scheme, params) => {
	await expect(save(scheme)).rejects.toMatchObject({ code, params });
	expect(await findSchemeHistory(bench.store, lkpp.id)).toHaveLength(1);
});

it('lets one of two who change the same version win, and tells the other', async () => {
	const results = await Promise.allSettled([
		save(weighing(lkpp, [40, 20, 20, 20])),
		save(weighing(lkpp, [25, 25, 25, 25]), 1, { ...ani, by: 'budi' })
	]);
	expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
	expect(results[1]).toMatchObject({
		reason: { code: 'scheme_meanwhile', params: { version: 2, by: 'ani' } }
	});
});

it('reads back the YAML that it writes, as the next version or as a new scheme', async () => {
	const changed = weighing(lkpp, [40, 20, 20, 20]);
	const kept = await importScheme(bench.store, { text: schemeYaml(changed), note: '' }, ani);
	expect(kept).toEqual({ ...changed, version: 2 });
	await expect(
		importScheme(bench.store, { text: schemeYaml(lkpp), note: '' }, ani)
	).rejects.toMatchObject({ code: 'scheme_meanwhile' });
	const own = { ...lkpp, id: 'skala-kantor', version: 7 };
	expect(await importScheme(bench.store, { text: schemeYaml(own), note: '' }, ani)).toMatchObject({
		id: 'skala-kantor',
		version: 1
	});
	await expect(importScheme(bench.store, { text: 'id: [', note: '' }, ani)).rejects.toMatchObject({
		code: 'scheme_broken'
	});
});

it('leaves imported results with the version they were made with, and averages no two versions', async () => {
	await sikap(1);
	await save(weighing(lkpp, [10, 70, 10, 10]));
	await sikap(2);
	const current = await readSuppliers(bench.store, WHOLE);
	expect(current.scheme.version).toBe(2);
	expect(current.inUse.map(({ scheme, results }) => [scheme.version, results])).toEqual([
		[1, 1],
		[2, 1]
	]);
	// 3 × 0,3 + 1 × 0,7 by the second version; 3 × 0,8 + 1 × 0,2 by the first.
	expect(current.suppliers[0]?.standing).toMatchObject({ n: 1, sum: 160_000 });
	const others = current.suppliers[0]?.packages.map(({ elsewhere }) =>
		elsewhere.map(({ total }) => total)
	);
	expect(others).toEqual(expect.arrayContaining([[260_000], []]));
	const before = await readSuppliers(bench.store, WHOLE, 'lkpp-4-2021.1');
	expect(before.suppliers[0]?.standing).toMatchObject({ n: 1, sum: 260_000 });
});

it('leaves a filled sheet with its version, and asks whoever saw an older one to look again', async () => {
	await bench.import([
		await bench.file('x.csv', 'case,activity,completed,unit\nA,Buka,2026-09-01 08:00,U1\n')
	]);
	await addService(
		bench.store,
		{
			...{ unit: 'U1', name: 'Peladen', supplier: 'PT Contoh', tax: '' },
			...{ started: '2026-01-01', ended: '2026-12-31', noticeDays: 60 }
		},
		ani
	);
	const [sheet = 0] = await planSheets(bench.store, {
		...{ service: 1, due: '2026-11-20', everyMonths: 0 }
	});
	const by = { name: 'ani', fullName: 'Ani' };
	const act = async (more: object) => {
		const { revision } = await findSheet(bench.store, sheet);
		return actOnSheet(
			bench.store,
			{ sheet, revision, reason: '', kind: 'checked', ...more },
			{ by, now }
		);
	};
	await act({});
	const services = shippedScheme('pendukung-layanan');
	await save(weighing(services, [70, 10, 10, 10]));
	const scores = { mutu: 3, waktu: 1, keamanan: 1, tanggapan: 1 };
	const entry = { scheme: services.id, version: 1, scores, comments: {}, terminated: false };
	await expect(act({ kind: 'filled', entry })).rejects.toMatchObject({
		code: 'sheet_scheme_changed',
		params: { version: 2 }
	});
	await act({ kind: 'filled', entry: { ...entry, version: 2 } });
	await save(weighing(services, [25, 25, 25, 25]), 2);
	expect(await findSheet(bench.store, sheet)).toMatchObject({ scheme_version: 2, total: 240_000 });
	expect((await countResults(bench.store)).get('pendukung-layanan.2')).toBe(1);
});
