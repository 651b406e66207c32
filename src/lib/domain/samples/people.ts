import { Random } from './random';

const givenNames = [
	...['Adi', 'Agus', 'Ayu', 'Bagas', 'Bayu', 'Citra', 'Dewi', 'Dian', 'Eka', 'Endang', 'Fajar'],
	...['Gita', 'Hadi', 'Hendra', 'Indah', 'Joko', 'Kartika', 'Lestari', 'Made', 'Nanda', 'Ningsih'],
	...['Oki', 'Putri', 'Rahmat', 'Rina', 'Rizal', 'Sari', 'Slamet', 'Teguh', 'Tri', 'Wahyu', 'Yuni']
];

/** Actors who are not of the office: a different one in each case. */
const outsiders = new Set([
	...['Rekanan', 'Penyedia', 'Penyedia Barang/Jasa', 'K/L/D/I atau Penyedia'],
	...['Pengguna', 'Instansi / PPK', 'ULP / PPK', 'Pejabat pengadaan']
]);

/** Whether an actor of an SOP is from outside the office. */
export function isOutsider(role: string): boolean {
	return outsiders.has(role);
}

/**
 * A person who acts in a role. An office has one to three people for each of its roles, the same in all
 * its cases; outsiders differ. The family name says that nobody of this name exists.
 */
export function personFor(random: Random, unit: string, role: string): string {
	if (role === 'LKPP / BAPPENAS') return `Petugas LKPP ${random.whole(1, 4)}`;
	if (isOutsider(role)) {
		const supplier = role.startsWith('Penyedia') || role === 'Rekanan';
		return supplier
			? `${random.chance(0.6) ? 'CV' : 'PT'} Contoh ${random.whole(1, 60)}`
			: `${random.pick(givenNames)} Permisalan`;
	}
	const staff = new Random(`${unit} ${role}`);
	const names = Array.from({ length: staff.whole(1, 3) }, () => staff.pick(givenNames));
	return `${random.pick(names)} Contoh`;
}
