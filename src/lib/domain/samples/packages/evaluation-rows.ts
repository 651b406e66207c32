import { Random } from '../random';
import type { PackageFacts } from './facts';
import { type Office, type Row, nip, packageYear } from './rows';

const indicators = [
	['Kualitas dan Kuantitas Pekerjaan', 30],
	['Biaya', 20],
	['Waktu', 30],
	['Layanan', 20]
] as const;

/**
 * The evaluation of a finished package as SIKaP publishes it, a row for each indicator. Most packages that came to a
 * contract have one; a few suppliers were terminated, a few totals are not what the scores come to, and some rows know a
 * supplier by its name only, spelled another way: as real exports have it.
 */
export function evaluationRows(facts: PackageFacts, { lpse, pulled }: Office): Row[] {
	const random = new Random(`evaluation ${facts.key}`);
	if (facts.contract === undefined || !random.chance(0.9)) return [];
	const { supplier } = facts;
	// A supplier keeps to its ways: most are good, some are slow.
	const slow = supplier.id % 7 === 0;
	const ended = supplier.id % 29 === 3 && random.chance(0.6);
	const scores = indicators.map(([name]) => {
		if (ended) return 0;
		if (slow && name === 'Waktu') return random.whole(1, 2);
		return random.chance(0.62) ? 3 : random.chance(0.8) ? 2 : 1;
	});
	const tenths = indicators.reduce((sum, [, weight], at) => sum + weight * (scores[at] ?? 0), 0);
	const stated = random.chance(0.04) ? Math.max(0, tenths - 20) : tenths;
	const nameless = random.chance(0.05);
	return indicators.map(([name], at) => ({
		tahun_anggaran: packageYear,
		kd_klpd: 'D000',
		kd_satker: facts.satker.id,
		kd_lpse: lpse,
		kd_nontender: facts.key,
		nama_paket: facts.title,
		mtd_pemilihan: 'Pengadaan Langsung',
		nip_ppk: nip,
		nama_ppk: facts.ppk,
		kd_penyedia: nameless ? null : supplier.id,
		nama_penyedia: nameless ? supplier.name.toUpperCase().replace(' ', '. ') : supplier.name,
		npwp_penyedia: nameless ? null : supplier.npwp.replace(/\D/g, ''),
		indikator_penilaian: name,
		nilai_indikator: scores[at] ?? 0,
		total_skors: stated / 100,
		_event_date: pulled
	}));
}
