import { afterAll, beforeAll, expect, it } from 'vitest';
import { Bench, now } from '../../../../tests/importing/store';
import { WHOLE } from '../reading/scope';
import { readAttention } from './services/attention';
import { coverageByUnit, trendOf } from './figures';
import { mergeSuppliers, splitSupplier } from './merges';
import { readSuppliers } from './read-suppliers';
import { isEvaluated } from './supplier';

let bench: Bench;

const sikap = [
	'kd_lpse,kd_nontender,nama_paket,kd_penyedia,nama_penyedia,npwp_penyedia,indikator_penilaian,nilai_indikator,total_skors',
	...[
		[1, '', 'PT. Contoh Jaya', '01.234.567.8-901.000', 3],
		[2, '', 'PT Contoh Jaya', '012345678901000', 3],
		[3, '', 'CONTOH JAYA PT', '0012345678901000', 3],
		[4, '', 'Contoh Jaya', '', 2],
		[5, '8', 'CV Lain', '', 0]
	].flatMap(([key, code, name, tax, score]) =>
		['Kualitas dan Kuantitas', 'Biaya', 'Waktu', 'Layanan'].map(
			(indicator) =>
				`77,${key},Paket ${key},${code},${name},${tax},${indicator},${score},${key === 2 ? 2 : score}`
		)
	),
	''
].join('\n');
const finished = [
	'kd_nontender,kd_lpse,nama_paket,nilai_kontrak,status_nontender,tgl_pengumuman_nontender,tgl_selesai_nontender,kd_penyedia,nama_penyedia,npwp_penyedia',
	'1,77,Paket 1,1000,Selesai,2026-05-11 08:00:00,2026-06-05 16:00:00,,PT. Contoh Jaya,01.234.567.8-901.000',
	'9,77,Paket 9,1000,Selesai,2026-05-11 08:00:00,2026-06-05 16:00:00,8,CV Lain,',
	''
].join('\n');

beforeAll(async () => {
	bench = await Bench.open();
	await bench.import([
		await bench.file('sikap.csv', sikap),
		await bench.file('selesai.csv', finished)
	]);
});
afterAll(() => bench.close());

it('takes the three spellings of a tax number for one supplier, and ranks the mean of its packages', async () => {
	const { suppliers } = await readSuppliers(bench.store, WHOLE);
	expect(suppliers.map(({ key, standing }) => [key, standing.n, standing.mean])).toEqual([
		['npwp:0012345678901000', 3, (3 + 2 + 3) / 3],
		['nama:contoh jaya', 1, 2],
		['kode:8', 1, 0]
	]);
	expect(suppliers[2]?.standing).toMatchObject({ zero: true, enough: false });
	expect(suppliers[0]?.names).toHaveLength(3);
});

it('shows the package whose stated total is not what its aspects come to', async () => {
	const { suppliers } = await readSuppliers(bench.store, WHOLE);
	const conflicts = suppliers
		.flatMap(({ packages }) => packages)
		.filter(({ evaluation }) => evaluation?.conflict);
	expect(
		conflicts.map(({ key, evaluation }) => [key, evaluation?.stated, evaluation?.computed])
	).toEqual([['2', 200_000, 300_000]]);
});

it('counts the finished packages that nobody has evaluated', async () => {
	const { suppliers } = await readSuppliers(bench.store, WHOLE);
	expect(coverageByUnit(suppliers)).toMatchObject([{ finished: 2, evaluated: 1, notEvaluated: 1 }]);
});

it('merges name variants on a person’s word, and splits them again', async () => {
	const [first] = (await readSuppliers(bench.store, WHOLE)).suggestions;
	expect(first).toMatchObject({ why: 'name', a: { key: 'nama:contoh jaya' } });
	const given = {
		key: first?.a.key ?? '',
		into: first?.b.key ?? '',
		by: 'ani',
		now: '2026-11-20T02:00:00'
	};
	await mergeSuppliers(bench.store, given);
	const merged = await readSuppliers(bench.store, WHOLE);
	expect(merged.suppliers[0]).toMatchObject({ standing: { n: 4, mean: 2.5 } });
	expect(merged.suggestions).toEqual([]);
	expect(merged.merges).toMatchObject([{ confirmedBy: 'ani', key: 'nama:contoh jaya' }]);
	await expect(mergeSuppliers(bench.store, given)).rejects.toMatchObject({
		code: 'supplier_merge_same'
	});
	await splitSupplier(bench.store, given.key);
	expect((await readSuppliers(bench.store, WHOLE)).suppliers).toHaveLength(3);
});

it('knows a supplier by the same address under any filter', async () => {
	const [head] = sikap.split('\n');
	// Only the other office tells the tax number of the supplier with code 8.
	const row = '78,60,Paket 60,8,CV Lain,03.234.567.8-901.000,Biaya,3,3';
	await bench.import([await bench.file('other-office.csv', `${head}\n${row}\n`)]);
	const units = await bench.store.all('reading/units');
	const whole = await readSuppliers(bench.store, WHOLE);
	const one = await readSuppliers(bench.store, {
		...WHOLE,
		unit: units.find(({ code }) => code === '77')?.unit ?? null
	});
	const keys = one.suppliers.map(({ key }) => key);
	expect(keys).toContain('npwp:0032345678901000');
	expect(whole.suppliers.map(({ key }) => key)).toEqual(expect.arrayContaining(keys));
	const found = (from: typeof whole) => from.suppliers.find(({ names }) => names[0] === 'CV Lain');
	expect([found(one)?.packages.length, found(whole)?.packages.length]).toEqual([2, 3]);
	expect(found(one)?.id).toBe(found(whole)?.id);
});

it('keeps both totals where two evaluations of one package speak of one supplier', async () => {
	const head = sikap.slice(0, sikap.indexOf('\n'));
	const rows = (code: string, tax: string, score: number) =>
		['Kualitas dan Kuantitas', 'Biaya', 'Waktu', 'Layanan'].map(
			(one) => `77,40,Paket 40,${code},PT Dua Kode,${tax},${one},${score},${score}`
		);
	const twice = [
		head,
		...rows('50', '02.234.567.8-901.000', 3),
		...rows('51', '022345678901000', 2)
	];
	await bench.import([await bench.file('twice.csv', `${twice.join('\n')}\n`)]);
	const { suppliers } = await readSuppliers(bench.store, WHOLE);
	const found = suppliers.find(({ name }) => name === 'PT Dua Kode');
	expect(found?.packages.map(({ evaluation }) => evaluation)).toMatchObject([
		{ total: 300_000, other: 200_000, conflict: true }
	]);
	expect(found?.standing.n).toBe(1);
});

it('reads an office’s own spreadsheet with a comment beside each aspect, shows its conflicts, and no drafts', async () => {
	const sheet = [
		'ID Penilaian,Nama Paket,ID Penyedia,Nama Penyedia,Tanggal Penilaian,Kualitas & Kuantitas,Komentar,Biaya,Komentar,Waktu,Komentar,Layanan,Komentar,Skor Total,Status',
		'PN-1,Paket Kantor,900,CV Lembar,2026-05-04,3,Sesuai,2,Naik sekali,3,Tepat,3,Cepat,"2,8",Final',
		'PN-2,Paket Kantor 2,900,CV Lembar,2026-06-04,3,,3,,1,Terlambat 60 hari,3,,3,Final',
		'PN-3,Paket Kantor 3,900,CV Lembar,2026-06-05,1,,1,,1,,1,,1,Draf',
		''
	].join('\n');
	const { files } = await bench.import([await bench.file('kantor.csv', sheet)], { unit: '77' });
	expect(files[0]).toMatchObject({ profile: 'penilaian-penyedia', used: 3, rejected: 0 });
	const { suppliers } = await readSuppliers(bench.store, WHOLE);
	const found = suppliers.find(({ name }) => name === 'CV Lembar');
	expect(trendOf(found?.packages ?? [])).toEqual([
		{ month: '2026-05', n: 1, mean: 2.8 },
		{ month: '2026-06', n: 1, mean: 3 }
	]);
	// Nobody says when the packages of SIKaP ended: they stand in no month.
	expect(trendOf(suppliers.flatMap(({ packages }) => packages))).toHaveLength(2);
	expect(found?.standing.n).toBe(2);
	expect(
		found?.packages.flatMap(({ evaluation, endDay }) =>
			evaluation ? [{ ...evaluation, endDay }] : []
		)
	).toMatchObject([
		{ stated: 300_000, computed: 240_000, conflict: true, endDay: '2026-06-04' },
		{
			...{ stated: 280_000, computed: 280_000, conflict: false, endDay: '2026-05-04' },
			comments: {
				'kualitas-kuantitas': 'Sesuai',
				biaya: 'Naik sekali',
				waktu: 'Tepat',
				layanan: 'Cepat'
			}
		}
	]);
});

it('lays rows of an office’s spreadsheet beside the package whose code they name, and lists the others with file and row', async () => {
	const rows = [
		'ID Penilaian,Kode Paket,Nama Paket,ID Penyedia,Nama Penyedia,Tanggal Penilaian,Kualitas & Kuantitas,Biaya,Waktu,Layanan,Skor Total,Skema,Status',
		'J-1,9,Paket 9,8,CV Lain,2026-06-20,3,3,3,3,3,,Final',
		'J-2,2,Paket 2,,PT Contoh Jaya,2026-06-20,1,1,1,1,1,,Final',
		'J-3,404,Tidak ada,8,CV Lain,2026-06-20,3,3,3,3,3,,Final',
		'J-4,,Tanpa kode,8,CV Lain,2026-06-20,3,3,3,3,3,,Final',
		'J-5,1,Paket 1,901,CV Orang Lain,2026-06-20,3,3,3,3,3,,Final',
		'J-6,3,Paket 3,,PT Contoh Jaya,2026-06-20,3,3,3,3,3,Skema Hilang,Final',
		'J-7,9,Paket 9,8,CV Lain,2026-06-20,1,1,1,1,1,,Draf',
		'X-9,,Paket draf,902,CV Hanya Draf,2026-06-20,1,1,1,1,1,,Konsep',
		''
	].join('\n');
	await bench.import([await bench.file('berkode.csv', rows)], { unit: '77' });
	const { suppliers, loose } = await readSuppliers(bench.store, WHOLE);
	const packages = suppliers.flatMap((one) =>
		one.packages.map((found) => ({ ...found, supplier: one.name }))
	);
	const of = (key: string, supplier: string) =>
		packages.filter((one) => one.key === key && one.supplier === supplier);
	expect(of('9', 'CV Lain')).toMatchObject([
		{ finished: true, endDay: '2026-06-20', evaluation: { total: 300_000, conflict: false } }
	]);
	// SIKaP's official total stays beside what the spreadsheet says.
	const [second] = packages.filter((one) => one.key === '2');
	expect(second?.evaluation).toMatchObject({ total: 200_000, other: 100_000, conflict: true });
	expect(
		loose.filter(({ file }) => file === 'berkode.csv').map((one) => [one.record, one.code, one.why])
	).toEqual([
		[3, '404', 'unknown_code'],
		[4, null, 'no_code'],
		[5, '1', 'other_supplier'],
		[6, '3', 'unknown_scheme']
	]);
	// The drafts are nowhere: neither beside the package nor among the packages, nor among the rows that found none.
	expect(of('9', 'CV Lain')[0]?.evaluation?.other).toBeNull();
	const keys = packages.map(({ key }) => key);
	expect(keys.filter((key) => ['J-7', 'X-9'].includes(key))).toEqual([]);
	expect(suppliers.map(({ name }) => name)).not.toContain('CV Hanya Draf');
	// What joins no package is an evaluation, and no package that was finished.
	expect(of('J-3', 'CV Lain')).toMatchObject([{ finished: false, evaluation: { total: 300_000 } }]);
	// A scheme that nobody knows evaluates nothing.
	expect(keys).not.toContain('J-6');
	const { finished: all, notEvaluated } = await readAttention(bench.store, WHOLE, now);
	const [office] = coverageByUnit(suppliers).filter(({ unit }) => unit === '77');
	expect([all, notEvaluated]).toEqual([office?.finished, office?.notEvaluated]);
	const nine = of('9', 'CV Lain')[0]?.case ?? 0;
	const evidence = await bench.store.all('suppliers/evidence', { cases: [nine] });
	expect(evidence.map((row) => [row.file_name, row.record])).toEqual([['berkode.csv', 1]]);
});

it('waits for the evaluation of a package that only another supplier or an unknown scheme speaks of', async () => {
	const [head] = finished.split('\n');
	const row = (key: number) =>
		`${key},77,Paket ${key},1000,Selesai,2026-05-11 08:00:00,2026-06-05 16:00:00,8,CV Lain,`;
	const rows = [
		'ID Penilaian,Kode Paket,Nama Paket,ID Penyedia,Nama Penyedia,Tanggal Penilaian,Kualitas & Kuantitas,Biaya,Waktu,Layanan,Skor Total,Skema,Status',
		'K-1,71,Paket 71,903,CV Asing,2026-06-20,3,3,3,3,3,,Final',
		'K-2,72,Paket 72,8,CV Lain,2026-06-20,3,3,3,3,3,Skema Hilang,Final',
		''
	].join('\n');
	await bench.import([await bench.file('selesai-2.csv', `${head}\n${row(71)}\n${row(72)}\n`)]);
	await bench.import([await bench.file('kantor-2.csv', rows)], { unit: '77' });
	const { suppliers } = await readSuppliers(bench.store, WHOLE);
	const open = suppliers.flatMap(({ packages }) =>
		packages.filter((one) => one.finished && !isEvaluated(one)).map(({ key }) => key)
	);
	expect(open.sort()).toEqual(['71', '72']);
	expect(await readAttention(bench.store, WHOLE, now)).toMatchObject({ notEvaluated: 2 });
});

it('lays an evaluation beside the package whose code its latest row names, wherever it is asked for', async () => {
	const row = (status: string, code: string) =>
		[
			'ID Penilaian,Kode Paket,Nama Paket,ID Penyedia,Nama Penyedia,Tanggal Penilaian,Kualitas & Kuantitas,Biaya,Waktu,Layanan,Skor Total,Status',
			`L-1,${code},Paket,8,CV Lain,2026-06-21,3,3,3,3,3,${status}`,
			''
		].join('\n');
	await bench.import([await bench.file('l-1.csv', row('Final', '404'))], { unit: '77' });
	await bench.import([await bench.file('l-2.csv', row('Final', '72'))], { unit: '77' });
	await bench.import([await bench.file('l-3.csv', row('Draf', '71'))], { unit: '77' });
	const { suppliers, loose } = await readSuppliers(bench.store, WHOLE);
	const [found] = suppliers.flatMap(({ packages }) => packages.filter(({ key }) => key === '72'));
	expect(found?.evaluation).toMatchObject({ total: 300_000, official: false });
	expect(loose.filter(({ file }) => file.startsWith('l-'))).toEqual([]);
	const evidence = await bench.store.all('suppliers/evidence', { cases: [found?.case ?? 0] });
	const files = evidence.map((one) => one.file_name).filter((name) => name.startsWith('l-'));
	expect(files).toEqual(['l-1.csv', 'l-2.csv']);
});
