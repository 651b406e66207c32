import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Taker } from './take';

type Row = Record<string, unknown>;

/** A file as INAPROC writes it: keys in the order of the alphabet. */
function alphabetical(rows: Row[]): string {
	return JSON.stringify(
		rows.map((row) => Object.fromEntries(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1))))
	);
}

const midnight = (day: string) => `${day}T00:00:00.000000Z`;
const contract = {
	kd_lpse: 999,
	kd_satker_str: '021212',
	nama_paket: 'Pengadaan contoh',
	nama_penyedia: 'CV CONTOH',
	nip_ppk: '***************002',
	nama_ppk: 'A**** S*****',
	no_sppbj: 'SPPBJ/1',
	status_kontrak: 'Kontrak Selesai',
	tgl_penetapan_status_kontrak: '2025-03-25T13:24:09.178Z',
	apakah_addendum: 'Tidak',
	versi_addendum: 0,
	last_update_ref: '2026-01-05'
};

describe('exports of SPSE as INAPROC and earlier years spell them, each in small', () => {
	let taker: Taker;
	beforeAll(async () => {
		taker = await Taker.open();
	});
	afterAll(() => taker.close());

	const contracts: [profile: string, rows: Row[], key: string, event: string][] = [
		[
			'spse-tender-sppbj',
			[{ ...contract, kd_tender: 71, tgl_sppbj: midnight('2025-03-01'), harga_final: 5e6 }],
			'71',
			'SPPBJ | 2 | 2025-03-01 00:00:00 | SPPBJ/1'
		],
		[
			'spse-nontender-sppbj',
			[
				{
					...contract,
					kd_tender: 72,
					mtd_pengadaan: 'Pengadaan Langsung',
					tgl_sppbj: midnight('2025-03-01')
				}
			],
			'72',
			'SPPBJ | 2 | 2025-03-01 00:00:00 | SPPBJ/1'
		],
		[
			'spse-tender-kontrak',
			[{ ...contract, kd_tender: 73, no_kontrak: 'K/1', tgl_kontrak: midnight('2025-03-04') }],
			'73',
			'Kontrak | 2 | 2025-03-04 00:00:00 | K/1'
		],
		[
			'spse-nontender-kontrak',
			[
				{
					...contract,
					kd_tender: 74,
					mtd_pengadaan: 'Penunjukan Langsung',
					no_kontrak: 'K/1',
					tgl_kontrak: midnight('2025-03-04')
				}
			],
			'74',
			'Kontrak | 2 | 2025-03-04 00:00:00 | K/1'
		],
		[
			'spse-nontender-spmk',
			[
				{
					...contract,
					kd_tender: 75,
					mtd_pengadaan: 'Pengadaan Langsung',
					no_kontrak: 'K/1',
					no_spmk_spp: 'M/1',
					tgl_spmk_spp: midnight('2025-03-05'),
					tgl_mulai_pekerjaan: 'May 7, 2025 12:00:00 AM'
				}
			],
			'75',
			'SPMK/SPP | 2 | 2025-03-05 00:00:00 | M/1'
		],
		[
			'spse-nontender-bapbast',
			[
				{
					...contract,
					kd_tender: 76,
					mtd_pengadaan: 'Pengadaan Langsung',
					no_kontrak: 'K/1',
					no_bast: 'B/1',
					tgl_bast: midnight('2025-04-05'),
					no_bap: 'A/1',
					tgl_bap: midnight('2025-04-06')
				}
			],
			'76',
			'BAP | 2 | 2025-04-06 00:00:00 | A/1'
		]
	];
	it.each(contracts)('INAPROC, %s', async (profile, rows, key, event) => {
		const file = await taker.take(`${key}.json`, alphabetical(rows));
		expect(file).toMatchObject({ profile, rows: 1, used: 1, rejected: 0 });
		expect(await taker.eventsOf(key)).toContain(event);
		expect(await taker.eventsOf(key)).toContain(
			'Status kontrak ditetapkan | 1 | 2025-03-25 13:24:09.178 | Kontrak Selesai'
		);
		expect(await taker.attributesOf(key)).toMatchObject({
			kd_satker: '021212',
			nip_ppk: '***************002'
		});
	});

	it('INAPROC, stage schedules, with the row’s own key', async () => {
		const stage = (kd_akt: number, kd_tahapan: number, from: string, to: string) => ({
			dtj_id: 900 + kd_akt,
			kd_akt,
			kd_klpd: 'K1',
			kd_lpse: 999,
			kd_satker: '1',
			kd_satker_str: '021212',
			kd_tahapan,
			kd_tender: 77,
			last_update_ref: '2026-01-05',
			nama_akt: null,
			nama_tahapan: null,
			tahun_anggaran: 2025,
			tgl_akhir: `${to}T16:00:00Z`,
			tgl_awal: `${from}T08:00:00Z`
		});
		const rows = [
			stage(193, 18817, '2025-03-01', '2025-03-02'),
			stage(194, 18803, '2025-03-03', '2025-03-05')
		];
		const file = await taker.take('jadwal.json', alphabetical([...rows, rows[1] as Row]));
		expect(file).toMatchObject({
			profile: 'spse-tender-jadwal',
			rows: 3,
			used: 2,
			duplicates: 1,
			rejected: 0
		});
		expect(await taker.eventsOf('77')).toEqual([
			'Surat Penunjukan Penyedia Barang/Jasa | 3 | 2025-03-01 08:00:00 | 2025-03-02 16:00:00',
			'Penandatanganan Kontrak | 3 | 2025-03-03 08:00:00 | 2025-03-05 16:00:00'
		]);
		expect(
			await taker.bench.rows(
				"select subject, pulled::varchar as pulled from snapshot_row s join case_instance c using (case_id) where c.case_key = '77' group by all order by 1"
			)
		).toEqual([
			{ subject: '193', pulled: '2026-01-05 00:00:00' },
			{ subject: '194', pulled: '2026-01-05 00:00:00' }
		]);
	});

	it('announcements with the names of 2022 and before', async () => {
		const file = await taker.take(
			'lama.json',
			JSON.stringify([
				{
					kd_lpse: 999,
					kd_nontender: 78,
					kd_paket: 780,
					kd_rup_paket: '1;2',
					nama_paket: 'Lama',
					ang: 'APBD',
					kategori_pengadaan: 'Barang',
					metode_pengadaan: 'Pengadaan Langsung',
					nama_status_nontender: 'Aktif',
					tanggal_buat_paket: '2021-03-01 00:00:00',
					tanggal_pengumuman_nontender: '2021-03-04 00:00:00'
				}
			])
		);
		expect(file).toMatchObject({ profile: 'spse-nontender-pengumuman', used: 1 });
		expect(await taker.attributesOf('78')).toMatchObject({
			sumber_dana: 'APBD',
			jenis_pengadaan: 'Barang',
			mtd_pemilihan: 'Pengadaan Langsung',
			kd_rup: '1;2'
		});
		const [fact] = await taker.bench.rows(
			"select f.status, f.parent_key from case_fact f join case_instance c using (case_id) where c.case_key = '78'"
		);
		expect(fact).toEqual({ status: 'running', parent_key: '780' });
	});

	it('INAPROC, contracts with orders, handovers and evaluation nested in them', async () => {
		const nested = {
			bapbast_history_json: [
				{
					no_bast: 'B/1',
					tgl_bast: midnight('2025-05-01'),
					no_bap: 'A/1',
					tgl_bap: midnight('2025-05-02')
				},
				{ no_bast: null, tgl_bast: null, no_bap: 'A/2', tgl_bap: midnight('2025-06-02') }
			],
			spmkspp_history_json: [{ no_spmk_spp: 'M/1', tgl_spmk_spp: midnight('2025-03-06') }],
			penilaian_kinerja_penyedia: [{ indikator_penilaian: 'Waktu', nilai_indikator: 3 }]
		};
		const tender = await taker.take(
			'ekontrak.json',
			alphabetical([
				{
					...contract,
					...nested,
					kd_tender: 79,
					no_kontrak: 'K/9',
					tgl_kontrak: midnight('2025-03-04')
				}
			])
		);
		expect(tender).toMatchObject({
			profile: 'inaproc-tender-ekontrak',
			rows: 1,
			used: 1,
			events: 6
		});
		expect(await taker.eventsOf('79')).toEqual([
			'Kontrak | 2 | 2025-03-04 00:00:00 | K/9',
			'SPMK/SPP | 2 | 2025-03-06 00:00:00 | M/1',
			'Status kontrak ditetapkan | 1 | 2025-03-25 13:24:09.178 | Kontrak Selesai',
			'BAST | 2 | 2025-05-01 00:00:00 | B/1',
			'BAP | 2 | 2025-05-02 00:00:00 | A/1',
			'BAP | 2 | 2025-06-02 00:00:00 | A/2'
		]);
		const empty = {
			bapbast_history_json: [],
			spmkspp_history_json: [],
			penilaian_kinerja_penyedia: []
		};
		const nontender = await taker.take(
			'ekontrak-nontender.json',
			alphabetical([
				{ kd_klpd: 'K1', tahun_anggaran: 2025, nama_paket: 'x', kd_tender: 80, ...nested },
				{ kd_klpd: 'K1', tahun_anggaran: 2025, nama_paket: 'y', kd_tender: 81, ...empty }
			])
		);
		expect(nontender).toMatchObject({
			profile: 'inaproc-nontender-ekontrak',
			rows: 2,
			used: 2,
			events: 4
		});
	});

	it('supplier evaluations, of SIKaP and nested, are one row per package and supplier', async () => {
		const row = (indikator_penilaian: string, nilai_indikator: number) => ({
			kd_lpse: 999,
			kd_tender: 82,
			nama_paket: 'Dinilai',
			nama_penyedia: 'CV CONTOH',
			npwp_penyedia: '12.345.678.9-012.000',
			indikator_penilaian,
			nilai_indikator,
			total_skors: 2.5
		});
		const file = await taker.take(
			'sikap.json',
			JSON.stringify([
				row('Kualitas dan Kuantitas Pekerjaan', 3),
				row('Biaya', 2),
				row('Waktu', 3),
				row('Layanan', 2)
			])
		);
		expect(file).toMatchObject({ profile: 'sikap-penilaian-tender', rows: 4, used: 4, events: 0 });
		const scope = { process: null, unit: null, from: null, to: null };
		const found = await taker.bench.store.all('packages/evaluations', scope);
		expect(
			found.map(({ case_key, supplier, scores, total }) => [case_key, supplier, scores, total])
		).toEqual([
			['79', 'CV CONTOH', { Waktu: 3 }, null],
			['80', null, { Waktu: 3 }, null],
			[
				'82',
				'CV CONTOH',
				{ Biaya: 2, 'Kualitas dan Kuantitas Pekerjaan': 3, Layanan: 2, Waktu: 3 },
				2.5
			]
		]);
		expect(found.find(({ case_key }) => case_key === '82')?.supplier_key).toBe('0123456789012000');
	});
});
