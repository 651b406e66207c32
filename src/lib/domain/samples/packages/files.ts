import { dateOf, formatLocal } from '../../calendar/local-time';
import type { WorkingTime } from '../../calendar/working-time';
import type { SampleManifest } from '../manifest';
import { contractRows, handoverRows, letterRows, orderRows } from './contract-rows';
import { evaluationRows } from './evaluation-rows';
import { type PackageFacts, makePackages } from './facts';
import { type Office, type Row, clock, falseZ, head, nip, packageYear, place } from './rows';

type Make = (facts: PackageFacts) => Row[];

/**
 * The packages of a sample office in the shapes in which ISB publishes non-tender packages: names and
 * order of columns, false `Z`, English dates of work, null names of stages, contract rows once per
 * addendum, handovers twice with different pull dates. Answers the text of each file by its name.
 */
export function makePackageFiles(given: {
	manifest: SampleManifest;
	unit: string;
	workingTime: WorkingTime;
}): Map<string, string> {
	const { manifest, workingTime } = given;
	const unit = manifest.units.find(({ code }) => code === given.unit);
	if (!unit) throw new RangeError(`no sample office ${given.unit}`);
	const packages = makePackages({ unit, workingTime, dataDate: manifest.dataDate });
	const pulled = dateOf(manifest.dataDate);
	const office: Office = { lpse: Number(unit.code), name: unit.name, pulled };
	const json = (make: Make) =>
		`[\n${packages
			.flatMap(make)
			.map((row) => JSON.stringify(row))
			.join(',\n')}\n]\n`;
	const csv = (make: Make) => toOfficialCsv(packages.flatMap(make));
	return new Map([
		['SPSE-NonTenderPengumuman.json', json((facts) => [announcement(facts, office)])],
		['SPSE-NonTenderSelesai.json', json((facts) => finish(facts, office))],
		['SPSE-NonTenderEkontrak-1SPPBJ.csv', csv((facts) => letterRows(facts, office))],
		['SPSE-NonTenderEkontrak-2Kontrak.csv', csv((facts) => contractRows(facts, office))],
		['SPSE-NonTenderEkontrak-3SPMKSPP.csv', csv((facts) => orderRows(facts, office))],
		['SPSE-NonTenderEkontrak-4BAPBAST.csv', csv((facts) => handoverRows(facts, office))],
		['SPSE-JadwalTahapanNonTender.csv', csv((facts) => schedule(facts, office))],
		['SIKaP-PenilaianKinerjaPenyedia-NonTender.csv', csv((facts) => evaluationRows(facts, office))]
	]);
}

const firstStage = ({ stages }: PackageFacts) => stages[0]?.from ?? 0;
const lastStage = ({ stages }: PackageFacts) => stages.at(-1)?.to ?? 0;

function announcement(facts: PackageFacts, { lpse, name }: Office): Row {
	return {
		...head(facts),
		lls_id: facts.key,
		kd_lpse: lpse,
		nama_lpse: name,
		kd_nontender: facts.key,
		kd_pkt_dce: facts.parent,
		kd_rup: facts.rup,
		nama_paket: facts.title,
		pagu: facts.budget,
		hps: facts.budget,
		sumber_dana: 'APBD',
		mak: '5.1.02.01',
		kualifikasi_paket: 'Perusahaan Kecil',
		jenis_pengadaan: facts.kind,
		mtd_pemilihan: 'Pengadaan Langsung',
		kontrak_pembayaran: 'Lumsum',
		status_nontender: facts.status,
		versi_nontender: facts.attempt,
		ket_diulang: null,
		ket_ditutup: facts.closedBecause,
		tgl_buat_paket: clock(facts.created),
		tgl_kolektif_kolegial: clock(facts.approved),
		tgl_pengumuman_nontender: falseZ(firstStage(facts)),
		nip_nama_ppk: `${nip} - ${facts.ppk.toUpperCase()}`,
		nip_nama_pokja: null,
		nip_nama_pp: `${nip} - ${facts.official.toUpperCase()}`,
		url_lpse: 'https://lpse.contoh.example',
		repeat_order: facts.attempt > 1 ? String(facts.attempt) : ''
	};
}

function finish(facts: PackageFacts, { lpse, name, pulled }: Office): Row[] {
	if (facts.status !== 'Selesai') return [];
	return [
		{
			...head(facts),
			lpse_id: lpse,
			kd_lpse: lpse,
			nama_lpse: name,
			kd_nontender: facts.key,
			kd_pkt_dce: facts.parent,
			kd_rup: facts.rup,
			nama_paket: facts.title,
			pagu: facts.budget,
			hps: facts.budget,
			nilai_penawaran: facts.price,
			nilai_terkoreksi: facts.price,
			nilai_negosiasi: facts.price,
			nilai_kontrak: facts.price,
			nilai_pdn_kontrak: facts.price,
			nilai_umk_kontrak: facts.price,
			sumber_dana: 'APBD',
			mak: '5.1.02.01',
			kualifikasi_paket: 'Perusahaan Kecil',
			jenis_pengadaan: facts.kind,
			mtd_pemilihan: 'Pengadaan Langsung',
			kontrak_pembayaran: 'Lumsum',
			status_nontender: facts.status,
			tgl_pengumuman_nontender: clock(firstStage(facts)),
			tgl_selesai_nontender: clock(lastStage(facts)),
			kd_penyedia: facts.supplier.id,
			nama_penyedia: facts.supplier.name,
			npwp_penyedia: facts.supplier.npwp,
			npwp16_penyedia: '',
			url_lpse: 'https://lpse.contoh.example',
			tgl_penarikan: pulled
		}
	];
}

function schedule(facts: PackageFacts, { lpse, pulled }: Office): Row[] {
	return facts.stages.map((stage) => ({
		tahun_anggaran: packageYear,
		kd_klpd: place.kd_klpd,
		kd_satker: facts.satker.id,
		kd_satker_str: facts.satker.code,
		kd_lpse: lpse,
		kd_nontender: facts.key,
		kd_tahapan: stage.code,
		nama_tahapan: stage.name,
		kd_akt: stage.order,
		nama_akt: stage.key,
		tgl_awal: `${formatLocal(stage.from)}.000000Z`,
		tgl_akhir: `${formatLocal(stage.to)}.000000Z`,
		_event_date: pulled
	}));
}

/** CSV as ISB writes it: texts in quotes, numbers bare, null empty, lines ended by LF. */
function toOfficialCsv(rows: readonly Row[]): string {
	const cell = (value: Row[string] | undefined) =>
		typeof value === 'string' ? `"${value.replaceAll('"', '""')}"` : String(value ?? '');
	const names = Object.keys(rows[0] ?? {});
	const lines = rows.map((row) => names.map((name) => cell(row[name])).join(','));
	return `${[names.join(','), ...lines].join('\n')}\n`;
}
