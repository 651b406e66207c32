import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Taker } from './take';

/** What exports of offices really contain and what must come of it; each with the smallest file that shows it. */
describe('a trap of real exports', () => {
	let taker: Taker;
	beforeAll(async () => {
		taker = await Taker.open();
	});
	afterAll(() => taker.close());

	/** A non-tender announcement with some columns changed. */
	const announced = (key: string, changes: Record<string, unknown> = {}) => ({
		kd_lpse: 999,
		kd_nontender: key,
		nama_paket: 'Paket',
		status_nontender: 'Selesai',
		tgl_buat_paket: '2025-01-22 12:31:28',
		tgl_pengumuman_nontender: '2025-01-31 14:00:00.000000Z',
		...changes
	});
	const json = (...rows: Record<string, unknown>[]) => JSON.stringify(rows);
	const stateOf = async (key: string) =>
		(
			await taker.bench.rows(
				`select s.state from case_state s join case_instance c using (case_id) where c.case_key = '${key}'`
			)
		)[0]?.state;
	const stages = (key: string, rows: string[]) =>
		`kd_lpse,kd_tender,kd_tahapan,nama_tahapan,kd_akt,nama_akt,tgl_awal,tgl_akhir\n${rows.map((row) => `999,${key},${row}`).join('\n')}\n`;
	const log = (...rows: string[]) => `case,activity,started,completed,actor\n${rows.join('\n')}\n`;

	it('the Z is false: 14:00 stays 14:00 on the clock of the office', async () => {
		await taker.take('z.json', json(announced('Z1')));
		expect(await taker.eventsOf('Z1')).toContain('Pengumuman | 3 | 2025-01-31 14:00:00');
	});

	it('four styles of times in one family of columns', async () => {
		await taker.take(
			'styles.csv',
			stages('S1', [
				'1,a,1,,2025-01-06 09:00:00,2025-01-06 10:00:00',
				'2,b,2,,2025-01-07T09:00:00.000000Z,2025-01-07T10:00:00.000000Z',
				'3,c,3,,2025-01-08T09:00:00Z,2025-01-08T10:00:00Z',
				'4,d,4,,2025-01-09 09:00:00.000000Z,2025-01-09T10:00:00.5Z'
			])
		);
		expect(
			(await taker.eventsOf('S1')).map((line) => line.split(' | ').slice(2).join(' – '))
		).toEqual([
			'2025-01-06 09:00:00 – 2025-01-06 10:00:00',
			'2025-01-07 09:00:00 – 2025-01-07 10:00:00',
			'2025-01-08 09:00:00 – 2025-01-08 10:00:00',
			'2025-01-09 09:00:00 – 2025-01-09 10:00:00.5'
		]);
	});

	it('English dates with a 12-hour clock, with and without a blank before AM', async () => {
		await taker.take(
			'english.json',
			json({
				kd_lpse: 1,
				kd_tender: 'E1',
				no_spmk_spp: 'M',
				tgl_spmk_spp: '2025-07-03',
				tgl_mulai_pekerjaan: 'Jul 3, 2025, 12:00:00AM',
				tgl_selesai_pekerjaan: 'Aug 1, 2025 12:00:00 AM'
			})
		);
		expect(await taker.eventsOf('E1')).toEqual([
			'Mulai pekerjaan | 3 | 2025-07-03 00:00:00',
			'SPMK/SPP | 2 | 2025-07-03 00:00:00 | M',
			'Selesai pekerjaan | 3 | 2025-08-01 00:00:00'
		]);
	});

	it('Indonesian names of months', async () => {
		await taker.take(
			'months.csv',
			log('M1,Terima,15 Januari 2025 08:00,"Jumat, 1 Agustus 2025",Ani')
		);
		expect(await taker.eventsOf('M1')).toEqual([
			'Terima | 1 | 2025-01-15 08:00:00 | 2025-08-01 00:00:00'
		]);
	});

	it('stages without a name are told by their code, and double blanks in names are one', async () => {
		await taker.take(
			'null.csv',
			stages('N1', [
				'18776,,181,,2025-01-06 09:00:00,2025-01-06 10:00:00',
				'18803,"Penandatanganan  kontrak",194,,2025-01-07 09:00:00,2025-01-07 10:00:00',
				'19999,"Tahap  baru",300,,2025-01-08 09:00:00,2025-01-08 10:00:00'
			])
		);
		expect((await taker.eventsOf('N1')).map((line) => line.split(' | ')[0])).toEqual([
			'Download Dokumen Pemilihan',
			'Penandatanganan Kontrak',
			'Tahap baru'
		]);
	});

	it('lists joined by semicolons stay one cell', async () => {
		const text = `kd_lpse,kd_nontender,kd_rup,tgl_buat_paket,tgl_pengumuman_nontender\n9,L1,54893127;54893770,2025-01-01,2025-01-02\n`;
		expect(await taker.take('list.csv', text)).toMatchObject({ rows: 1, used: 1 });
		expect(await taker.attributesOf('L1')).toMatchObject({ kd_rup: '54893127;54893770' });
	});

	it('"NIP - name" is kept as a name and a number, masked ones too', async () => {
		await taker.take(
			'nip.json',
			json(
				announced('P1', {
					nip_nama_ppk: '196512311990031002 - BUDI SANTOSO, S.T., M.Si',
					nip_nama_pp: '***************002 - A**** S*****'
				})
			)
		);
		expect(await taker.attributesOf('P1')).toMatchObject({
			ppk: 'BUDI SANTOSO, S.T., M.Si',
			nip_ppk: '196512311990031002',
			pp: 'A**** S*****',
			nip_pp: '***************002'
		});
	});

	it('a name masked by the exporter names nobody', async () => {
		await taker.take(
			'masked.csv',
			log('K1,Terima,,2025-01-06 08:00:00,A**** S*****', 'K1,Periksa,,2025-01-06 09:00:00,Ani')
		);
		expect(
			await taker.bench.rows(
				"select a.text, x.name from event e join activity a using (activity) join case_instance c using (case_id) left join actor x using (actor) where c.case_key = 'K1' order by 1"
			)
		).toEqual([
			{ text: 'Periksa', name: 'Ani' },
			{ text: 'Terima', name: null }
		]);
	});

	const handover = (pulled: string) => ({
		kd_lpse: 9,
		kd_nontender: 'B1',
		no_bast: 'B/1',
		tgl_bast: '2025-03-17T00:00:00.000000Z',
		no_bap: 'A/1',
		tgl_bap: '2025-03-17T00:00:00.000000Z',
		_event_date: pulled
	});

	it('handovers written again at each pull are one', async () => {
		expect(
			await taker.take('bap.json', json(handover('2025-09-16'), handover('2025-10-03')))
		).toMatchObject({ rows: 2, used: 1, duplicates: 1 });
		expect(await taker.eventsOf('B1')).toHaveLength(2);
	});

	it('versions of a contract are versions of one document: the earliest date, the last value', async () => {
		const version = (versi_addendum: number, tgl_kontrak: string, nilai_kontrak: number) => ({
			kd_lpse: 9,
			kd_nontender: 'A1',
			no_kontrak: 'K/1',
			tgl_kontrak,
			nilai_kontrak,
			apakah_addendum: versi_addendum ? 'Ya' : 'Tidak',
			versi_addendum
		});
		const file = await taker.take(
			'addendum.json',
			json(
				version(2, '2025-05-01', 300),
				version(0, '2025-03-01', 100),
				version(1, '2025-03-01', 200)
			)
		);
		expect(file).toMatchObject({ rows: 3, used: 3 });
		const [found] = await taker.bench.rows(
			`select min(e.completed)::date::varchar as first,
				(select arg_max(f.attributes['nilai_kontrak'], f.attributes['versi_addendum']::integer) from case_fact f where f.case_id = any_value(e.case_id)) as value
			from event e join case_instance c using (case_id) join activity a using (activity) where c.case_key = 'A1' and a.text = 'Kontrak'`
		);
		expect(found).toEqual({ first: '2025-03-01', value: '300' });
	});

	it('a repeated tender is a new case under the same package, after one that failed', async () => {
		const attempt = (kd_tender: string, versi_tender: number, status_tender: string) => ({
			kd_lpse: 9,
			kd_tender,
			kd_pkt_dce: 'PKT1',
			versi_tender,
			status_tender,
			tgl_buat_paket: '2025-01-01 08:00:00',
			tgl_pengumuman_tender: '2025-01-05 08:00:00'
		});
		await taker.take(
			'ulang.json',
			json(attempt('R1', 1, 'Gagal/Batal'), attempt('R2', 2, 'Berlangsung'))
		);
		expect([await stateOf('R1'), await stateOf('R2')]).toEqual(['cancelled', 'abandoned']);
		expect(
			await taker.bench.rows(
				"select c.case_key, f.parent_key, f.attributes['versi'] as version from case_fact f join case_instance c using (case_id) where f.parent_key = 'PKT1' order by 1"
			)
		).toEqual([
			{ case_key: 'R1', parent_key: 'PKT1', version: '1' },
			{ case_key: 'R2', parent_key: 'PKT1', version: '2' }
		]);
	});

	it('an end before its start and a missing time reject the row, each with its reason', async () => {
		const file = await taker.take(
			'backwards.csv',
			stages('X1', [
				'1,a,1,,2025-01-06 09:00:00,2025-01-05 10:00:00',
				'2,b,2,,,',
				'3,c,3,,2025-01-08 09:00:00,'
			])
		);
		expect(file).toMatchObject({ rows: 3, used: 1, rejected: 2 });
		expect(file.rejects.map(({ row, reason }) => [row, reason])).toEqual([
			[1, 'end_before_start'],
			[2, 'no_time']
		]);
	});

	it('a recorded package whose end is dated before its start keeps both dates', async () => {
		const file = await taker.take(
			'pct.json',
			json({
				kd_lpse: 9,
				kd_nontender_pct: 'PC1',
				nama_paket: 'x',
				tgl_buat_paket: '2025-02-01 08:00:00',
				tgl_mulai_paket: '2025-02-09 10:06:52',
				tgl_selesai_paket: '2025-02-02 00:00:00'
			})
		);
		expect(file).toMatchObject({ used: 1, rejected: 0, events: 3 });
		expect(await taker.eventsOf('PC1')).toContain('Selesai paket | 2 | 2025-02-02 00:00:00');
	});

	it('dates that are null make no event, and the row still says its state', async () => {
		await taker.take(
			'dates.json',
			json(announced('D1', { tgl_buat_paket: null, tgl_pengumuman_nontender: '-' }))
		);
		expect(await taker.eventsOf('D1')).toEqual([]);
		expect(await stateOf('D1')).toBe('completed');
	});

	it('JSON inside a cell of a CSV is read as what it is', async () => {
		const cell =
			'"[{""tahap"":""Evaluasi"",""mulai"":""21 Januari 2025 08:00"",""sampai"":""25 Januari 2025 17:00""}]"';
		await taker.take(
			'cell.csv',
			`id_paket;nama_tender;tahap_tender_saat_ini;tanggal_pembuatan;jadwal\nJ1;x;;;${cell}\n`
		);
		expect(await taker.eventsOf('J1')).toEqual([
			'Evaluasi | 3 | 2025-01-21 08:00:00 | 2025-01-25 17:00:00'
		]);
	});

	it('markup, character references and written line breaks leave the texts that are kept', async () => {
		await taker.take(
			'markup.json',
			json(
				announced('H1', {
					nama_paket:
						"Konsultan &amp; Manajemen <span class='label label-warning'>Seleksi Ulang</span>",
					ket_ditutup: '<p>a.\tUraian&nbsp;pekerjaan</p>\\r\\n<p>b</p>'
				})
			)
		);
		expect(await taker.attributesOf('H1')).toMatchObject({
			nama_paket: 'Konsultan & Manajemen Seleksi Ulang',
			ket_ditutup: 'a. Uraian pekerjaan b'
		});
	});

	it('leading zeros of codes stay, and a number beyond 2^53 stays exact', async () => {
		await taker.take(
			'codes.json',
			'[{"kd_lpse": 9, "kd_nontender_pct": "0012", "kd_satker_str": "021212", "nama_paket": "x", "nip_ppk": 928131498544361905, "tgl_buat_paket": "2025-01-01"}]'
		);
		expect(await taker.attributesOf('0012')).toMatchObject({
			kd_satker: '021212',
			nip_ppk: '928131498544361905'
		});
	});

	it('a code that was written as a fraction is the same code', async () => {
		await taker.take(
			'int.json',
			'[{"kd_lpse": 9, "kd_nontender": 10002510000, "no_sppbj": "A", "tgl_sppbj": "2025-01-01"}]'
		);
		await taker.take(
			'float.json',
			'[{"kd_lpse": 9.0, "kd_nontender": 10002510000.0, "no_kontrak": "K", "tgl_kontrak": "2025-01-02", "nilai_kontrak": 97254000.0}]'
		);
		expect(await taker.eventsOf('10002510000')).toHaveLength(2);
	});

	it.each(['npwp_16_penyedia', 'npwp16_penyedia', 'npwp_penyedia_16', 'npwp_penyedia'])(
		'the tax number of a supplier under the name %s',
		async (name) => {
			const key = `T-${name}`;
			await taker.take(
				`${name}.json`,
				json({
					kd_lpse: 9,
					kd_tender: key,
					no_kontrak: 'K',
					tgl_kontrak: '2025-01-02',
					[name]: '99.999.999.9-999.000'
				})
			);
			expect(await taker.attributesOf(key)).toMatchObject({
				npwp_penyedia: '99.999.999.9-999.000'
			});
		}
	);

	it('columns in another order are the same columns', async () => {
		const row = announced('C1');
		const shuffled = Object.fromEntries(Object.entries(row).reverse());
		await taker.take('one.json', json(row));
		expect(await taker.take('two.json', `${json(shuffled)}\n`)).toMatchObject({
			used: 0,
			duplicates: 1
		});
	});

	const amounts: [written: unknown, kept: string][] = [
		['Rp 1.234.567,00', '1234567'],
		['Rp. 1.000.000.000,50', '1000000000.5'],
		['67,4 Jt', '67400000'],
		['500 Jt', '500000000'],
		['1,7 M', '1700000000'],
		[97254000, '97254000'],
		[999995334.78, '999995334.78'],
		['1.234.567', '1234567'],
		['belum ada', 'belum ada']
	];
	it.each(amounts)('an amount written as %s', async (written, kept) => {
		const key = `U-${String(written).replace(/\W/g, '')}`;
		await taker.take(`${key}.json`, json(announced(key, { pagu: written })));
		expect(await taker.attributesOf(key)).toMatchObject({ pagu: kept });
	});

	it.each([null, '-'])('a status that is %s decides nothing', async (status) => {
		const key = `ST-${String(status)}`;
		await taker.take(
			`${key}.json`,
			json(announced(key, { status_nontender: status, tgl_buat_paket: '2026-11-18 08:00:00' }))
		);
		expect(await stateOf(key)).toBe('running');
	});

	it('a bare number in a column of times is a day as spreadsheets count them', async () => {
		await taker.take(
			'serial.csv',
			log('EX,Terima,45678,45678.354166667,Ani', 'EX,Nomor,,45678.5,45678')
		);
		expect(await taker.eventsOf('EX')).toEqual([
			'Terima | 1 | 2025-01-21 00:00:00 | 2025-01-21 08:30:00',
			'Nomor | 1 | 2025-01-21 12:00:00'
		]);
	});

	it('blanks that cannot be seen around names and keys make no difference', async () => {
		await taker.take(
			'blank.json',
			json(announced('\u200bV1 ', { nama_lpse: 'LPSE\u200b Contoh\u00a0' }))
		);
		expect(await taker.eventsOf('V1')).toHaveLength(2);
	});
});
