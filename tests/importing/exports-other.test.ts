import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { home } from './store';
import { Taker } from './take';

/** A file as INAPROC writes it: keys in the order of the alphabet. */
function alphabetical(rows: Record<string, unknown>[]): string {
	return JSON.stringify(
		rows.map((row) => Object.fromEntries(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1))))
	);
}

describe('recorded packages, e-Katalog, pyproc and the template, each in small', () => {
	let taker: Taker;
	beforeAll(async () => {
		taker = await Taker.open();
	});
	afterAll(() => taker.close());

	it('recorded packages and their realisations', async () => {
		const recorded = {
			kd_lpse: 999,
			nama_paket: 'Dicatat',
			pagu: 1000000,
			tgl_buat_paket: '2025-02-01T10:00:01.679000Z',
			tgl_mulai_paket: '2025-02-03 10:06:52',
			tgl_selesai_paket: '2025-02-02 00:00:00',
			nip_ppk: 928131498544361905n
		};
		const text = (row: Record<string, unknown>) =>
			`[${JSON.stringify(row, (_, value: unknown) => (typeof value === 'bigint' ? `@${value}@` : value)).replace(/"@(\d+)@"/g, '$1')}]`;
		expect(
			await taker.take(
				'pct.json',
				text({
					...recorded,
					kd_nontender_pct: 83,
					status_nontender_pct: 'Aktif',
					status_nontender_pct_ket: 'Paket Selesai'
				})
			)
		).toMatchObject({ profile: 'spse-pencatatan-nontender', used: 1, rejected: 0, events: 3 });
		expect(await taker.attributesOf('83')).toMatchObject({ nip_ppk: '928131498544361905' });
		const realised = {
			kd_lpse: 999,
			jenis_realisasi: 'Kuitansi',
			nilai_realisasi: 400000,
			tgl_realisasi: '2025-02-20 00:00:00'
		};
		expect(
			await taker.take(
				'pct-real.json',
				JSON.stringify([
					{ ...realised, kd_nontender_pct: 83, no_realisasi: 'R/1' },
					{ ...realised, kd_nontender_pct: 83, no_realisasi: 'R/2' }
				])
			)
		).toMatchObject({ profile: 'spse-pencatatan-nontender-realisasi', used: 2, events: 2 });
		expect(
			await taker.take(
				'sw.json',
				text({
					...recorded,
					kd_swakelola_pct: 84,
					tipe_swakelola_nama: 'Tipe I',
					status_swakelola_pct: 'Ditutup',
					status_swakelola_pct_ket: 'Paket Dibatalkan'
				})
			)
		).toMatchObject({ profile: 'spse-pencatatan-swakelola', used: 1 });
		expect(
			await taker.take(
				'sw-real.json',
				JSON.stringify([
					{ ...realised, kd_swakelola_pct: 84, no_realisasi: 'R/1', nama_pelaksana: 'DINAS' }
				])
			)
		).toMatchObject({ profile: 'spse-pencatatan-swakelola-realisasi', used: 1 });
		expect(
			await taker.bench.rows(
				"select c.case_key, s.state from case_state s join case_instance c using (case_id) where c.case_key in ('83', '84') order by 1"
			)
		).toEqual([
			{ case_key: '83', state: 'completed' },
			{ case_key: '84', state: 'cancelled' }
		]);
	});

	it('e-Katalog v5: a row per product makes one package', async () => {
		const product = (kd_produk: number, tanggal_edit_paket: string) => ({
			kd_klpd: 'D1',
			kd_paket: 85,
			kd_paket_produk: kd_produk,
			kd_produk,
			nama_paket: 'Laptop',
			paket_status_str: 'Paket Selesai',
			status_paket: 'paket_selesai',
			tanggal_buat_paket: '2023-04-01',
			tanggal_edit_paket,
			total_harga: 1500000.5,
			last_update_ref: '2025-01-01'
		});
		const file = await taker.take(
			'v5.json',
			alphabetical([product(1, '2023-04-09'), product(2, '2023-04-09')])
		);
		expect(file).toMatchObject({ profile: 'ekatalog-v5', rows: 2, used: 2, events: 2 });
		expect(await taker.eventsOf('85')).toEqual([
			'Paket dibuat | 1 | 2023-04-01 00:00:00',
			'Paket diubah | 1 | 2023-04-09 00:00:00'
		]);
	});

	it.each([
		[
			'ISB',
			{
				kd_paket: '01ISB',
				tgl_order: null,
				status_pkt: 'ON_PROCESS',
				status_pengiriman: 'DRAFT',
				kd_klpd: 'D1',
				total_harga: 5
			}
		],
		[
			'INAPROC',
			{
				order_id: '01INA',
				order_date: '2025-09-01',
				status: 'COMPLETED',
				shipment_status: 'COMPLETED',
				kode_klpd: 'D1',
				total: 5
			}
		]
	])('e-Katalog v6, %s', async (name, order) => {
		const file = await taker.take(`v6-${name}.json`, JSON.stringify([order, order]));
		expect(file).toMatchObject({ profile: 'ekatalog-v6', rows: 2, used: 1, duplicates: 1 });
	});

	const stages =
		'[{"no":"1","tahap":"Pengumuman","mulai":"15 Januari 2025 08:00","sampai":"20 Januari 2025 16:00","perubahan":"-"},{"no":"2","tahap":"Evaluasi","mulai":"21 Januari 2025 08:00","sampai":"25 Januari 2025 17:00","perubahan":"1 kali perubahan"}]';
	const quoted = `"${stages.replaceAll('"', '""')}"`;

	it('pyproc CSV: the schedule stands in a cell, as JSON', async () => {
		const header =
			'url;id_paket;nama_tender;tanggal_pembuatan;tahap_tender_saat_ini;k/l/pd;satuan_kerja;jenis_pengadaan;metode_pengadaan;nilai_pagu_paket;nilai_hps_paket;label_paket;jadwal;peserta';
		const file = await taker.take(
			'pyproc.csv',
			`${header}\r\nhttps://x;86;Jalan;15 Januari 2025;Tender Sudah Selesai;Kab. X;Dinas;Konstruksi;Tender;Rp 1.000.000.000,00;Rp. 999.000.000,50;[];${quoted};null\r\nhttps://x;87;Gagal;;;;;;;;;;null;null\r\n`
		);
		expect(file).toMatchObject({
			profile: 'pyproc-tender',
			rows: 2,
			used: 2,
			rejected: 0,
			events: 3
		});
		expect(await taker.eventsOf('86')).toEqual([
			'Paket dibuat | 1 | 2025-01-15 00:00:00',
			'Pengumuman | 3 | 2025-01-15 08:00:00 | 2025-01-20 16:00:00',
			'Evaluasi | 3 | 2025-01-21 08:00:00 | 2025-01-25 17:00:00'
		]);
		expect(await taker.attributesOf('86')).toMatchObject({
			pagu: '1000000000',
			hps: '999000000.5'
		});
		const nontender = await taker.take(
			'pyproc-nt.csv',
			`${header.replace('nama_tender', 'nama_paket').replace('tender_saat', 'paket_saat')}\r\nhttps://x;88;ATK;15 Januari 2025;Paket Sudah Selesai;;;;;;;[];${quoted};null\r\n`
		);
		expect(nontender).toMatchObject({ profile: 'pyproc-nontender', used: 1, events: 3 });
		const recorded = await taker.take(
			'pyproc-pct.csv',
			'url;id_paket;nama_paket;tanggal_pembuatan;k/l/pd;satuan_kerja;jenis_pengadaan;metode_pengadaan;tipe_pelaksana_swakelola;tahun_anggaran;nilai_pagu_paket;jadwal\r\nx;89;Rapat;3 Februari 2026;;;;;Tipe I;"""2026""";67,4 Jt;null\r\n'
		);
		expect(recorded).toMatchObject({ profile: 'pyproc-pencatatan', used: 1, events: 1 });
		expect(await taker.attributesOf('89')).toMatchObject({ pagu: '67400000' });
	});

	it('pyproc JSON: the announcement is an object, the schedule a list', async () => {
		const file = await taker.take(
			'pyproc.json',
			`[{"id_paket": "90", "pengumuman": {"nama_tender": "Gedung", "nilai_pagu_paket": "Rp 5.000.000,00"}, "peserta": [], "hasil": [], "pemenang": [], "pemenang_berkontrak": [], "jadwal": ${stages}}]`
		);
		expect(file).toMatchObject({ profile: 'pyproc-json', used: 1, events: 2 });
		expect(await taker.attributesOf('90')).toMatchObject({ nama_paket: 'Gedung', pagu: '5000000' });
	});

	it('a list that cannot be read, or a time in it, rejects its row', async () => {
		const header = 'id_paket;nama_tender;tahap_tender_saat_ini;tanggal_pembuatan;jadwal';
		const bad = quoted.replace('25 Januari 2025 17:00', 'akhir bulan');
		const file = await taker.take(
			'pyproc-bad.csv',
			`${header}\n91;a;;15 Januari 2025;[{]\n92;b;;15 Januari 2025;${bad}\n93;c;;15 Januari 2025;${quoted}\n`
		);
		expect(file).toMatchObject({ rows: 3, used: 1, rejected: 2 });
		expect(file.rejects.map(({ row, column, reason }) => [row, column, reason])).toEqual([
			[1, 'jadwal', 'unreadable_list'],
			[2, 'jadwal', 'unreadable_time']
		]);
		expect(await taker.eventsOf('92')).toEqual([]);
	});

	it('the template that an office downloads and fills by hand', async () => {
		const template = await readFile(join(home, 'static/template.csv'), 'utf8');
		await expect(
			taker.bench.refusal([await taker.bench.file('template.csv', template)])
		).resolves.toMatchObject({ code: 'import_header_only' });
		const file = await taker.take(
			'isian.csv',
			`${template}B-1;Menerima berkas;03/02/2025 08:00;03/02/2025 08:05;Ani;Staf;lengkap;tanda terima;;;\r\nB-1;Memeriksa;2025-02-03 08:10;;Budi;;;;;;catatan kecil\r\n`
		);
		expect(file).toMatchObject({ profile: 'office-template', rows: 2, used: 2, rejected: 0 });
		expect(await taker.eventsOf('B-1')).toEqual([
			'Menerima berkas | 1 | 2025-02-03 08:00:00 | 2025-02-03 08:05:00',
			'Memeriksa | 1 | 2025-02-03 08:10:00'
		]);
	});
});
