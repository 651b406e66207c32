import { formatLocal } from '../../calendar/local-time';
import type { PackageFacts } from './facts';
import { type Office, type Row, documentDate, englishDate, head, nip, packageYear } from './rows';

const parties = (facts: PackageFacts): Row => ({
	nip_ppk: nip,
	nama_ppk: facts.ppk,
	jabatan_ppk: 'Pejabat Pembuat Komitmen',
	nama_penyedia: facts.supplier.name,
	npwp_penyedia: facts.supplier.npwp
});
const contractHead = (facts: PackageFacts, { lpse }: Office): Row => ({
	...head(facts),
	alamat_satker: 'Jalan Contoh Nomor 1',
	kd_lpse: lpse,
	kd_nontender: facts.key,
	nama_paket: facts.title,
	mtd_pengadaan: 'Pengadaan Langsung'
});
const contractStatus = ({ ended }: PackageFacts, version: number): Row => ({
	status_kontrak: ended === undefined ? 'Kontrak Sedang Berjalan' : 'Kontrak Selesai',
	tgl_penetapan_status_kontrak: ended === undefined ? null : `${formatLocal(ended)}.500000Z`,
	alasan_penetapan_status_kontrak: null,
	apakah_addendum: version > 0 ? 'Ya' : 'Tidak',
	versi_addendum: version,
	alasan_addendum: version > 0 ? 'Perubahan volume' : null
});
const number = (what: string, facts: PackageFacts) =>
	`${what}/${facts.parent % 1_000_000}/${facts.attempt}/${packageYear}`;

/** The letter of appointment (SPPBJ) of a package, if there is one. */
export function letterRows(facts: PackageFacts, office: Office): Row[] {
	if (facts.letter === undefined) return [];
	return [
		{
			...contractHead(facts, office),
			no_sppbj: number('SPPBJ', facts),
			lampiran_sppbj: '1 (satu) berkas',
			tgl_sppbj: documentDate(facts.letter),
			kota_sppbj: 'Contoh Utara',
			...parties(facts),
			npwp_penyedia_16: '',
			harga_final: facts.price,
			nilai_jaminan_pelaksanaan: 0,
			masa_berlaku_jaminan: 0,
			...contractStatus(facts, 0),
			_event_date: office.pulled
		}
	];
}

/** The contract and its addendum, a row for each. */
export function contractRows(facts: PackageFacts, office: Office): Row[] {
	return [facts.contract, facts.addendum].flatMap((date, version): Row[] => {
		if (date === undefined) return [];
		return [
			{
				...contractHead(facts, office),
				lingkup_pekerjaan: null,
				no_sppbj: number('SPPBJ', facts),
				no_kontrak: number(version > 0 ? 'ADD' : 'SPK', facts),
				tgl_kontrak: documentDate(date),
				tgl_kontrak_awal: null,
				tgl_kontrak_akhir: null,
				kota_kontrak: 'Contoh Utara',
				...parties(facts),
				no_sk_ppk: 'SK/1',
				npwp16_penyedia: '',
				bentuk_usaha_penyedia: facts.supplier.name.slice(0, 2),
				tipe_penyedia: null,
				anggota_kso: null,
				wakil_sah_penyedia: 'Direktur Contoh',
				jabatan_wakil_penyedia: 'Direktur',
				nama_rek_bank: 'Bank Contoh',
				no_rek_bank: '0000000000',
				nama_pemilik_rek_bank: null,
				nilai_kontrak: facts.price,
				alasan_ubah_nilai_kontrak: '',
				alasan_nilai_kontrak_10_persen: null,
				nilai_pdn_kontrak: facts.price,
				nilai_umk_kontrak: facts.price,
				jenis_kontrak: 'Lumsum',
				informasi_lainnya: null,
				...contractStatus(facts, version)
			}
		];
	});
}

/** The order to begin work (SPMK or SPP). */
export function orderRows(facts: PackageFacts, office: Office): Row[] {
	if (facts.order === undefined || facts.contract === undefined) return [];
	const { date, start, end } = facts.order;
	return [
		{
			...contractHead(facts, office),
			no_sppbj: number('SPPBJ', facts),
			no_kontrak: number('SPK', facts),
			tgl_kontrak: documentDate(facts.contract),
			no_spmk_spp: number('SPMK', facts),
			tgl_spmk_spp: documentDate(date),
			tgl_mulai_pekerjaan: englishDate(start),
			tgl_selesai_pekerjaan: englishDate(end),
			waktu_penyelesaian: `${Math.round((end - start) / 86_400)} Hari Kalender`,
			kota_spmk_spp: 'Contoh Utara',
			alamat_pengiriman: null,
			...parties(facts),
			alamat_penyedia: 'Jalan Permisalan Nomor 2',
			npwp_16_penyedia: '',
			wakil_sah_penyedia: 'Direktur Contoh',
			jabatan_wakil_penyedia: 'Direktur',
			...contractStatus(facts, 0),
			_event_date: office.pulled
		}
	];
}

/** Handovers and payments (BAST and BAP); the source repeats each with another pull date. */
export function handoverRows(facts: PackageFacts, office: Office): Row[] {
	const { contract: signed } = facts;
	if (signed === undefined) return [];
	return facts.handovers.flatMap((part): Row[] => {
		const row: Row = {
			...contractHead(facts, office),
			lingkup_pekerjaan: null,
			no_sppbj: number('SPPBJ', facts),
			no_kontrak: number('SPK', facts),
			tgl_kontrak: documentDate(signed),
			nilai_kontrak: facts.price,
			...parties(facts),
			no_sk_ppk: 'SK/1',
			jabatan_penandatangan_sk: 'Pengguna Anggaran',
			alamat_penyedia: 'Jalan Permisalan Nomor 2',
			npwp_16_penyedia: '',
			wakil_sah_penyedia: null,
			jabatan_wakil_penyedia: 'Direktur',
			no_bast: number(`BAST${part.number}`, facts),
			tgl_bast: documentDate(part.date),
			no_bap: number(`BAP${part.number}`, facts),
			tgl_bap: documentDate(part.date),
			besar_pembayaran: Math.floor((facts.price * part.share) / 100),
			progres_pekerjaan: part.share,
			cara_pembayaran_kontrak: facts.handovers.length > 1 ? 'Termin' : 'Sekaligus',
			...contractStatus(facts, 0)
		};
		// The source repeats each row with another pull date.
		return ['2026-10-29', office.pulled].map((pulled) => ({
			...row,
			_event_date: pulled,
			_inserted_date: `${pulled} 03:35:48`
		}));
	});
}
