import { DAY_SECONDS, type LocalSeconds, dateOf, dayOf } from '../../calendar/local-time';
import type { WorkingTime } from '../../calendar/working-time';
import type { SampleUnit } from '../manifest';
import { afterWorkdays, arrivals, nextOfficeInstant } from '../office-clock';
import { personFor } from '../people';
import { Random } from '../random';

/** A planned stage of a package's schedule. */
export interface PlannedStage {
	code: number;
	order: number;
	key: string;
	/** As the source writes it, blanks and all; null where it gives none. */
	name: string | null;
	from: LocalSeconds;
	to: LocalSeconds;
}

/** A payment or handover of a package. */
export interface Handover {
	number: string;
	date: LocalSeconds;
	share: number;
}

/** What is true of one attempt at buying something; documents that do not exist yet are undefined. */
export interface PackageFacts {
	key: number;
	parent: number;
	attempt: number;
	title: string;
	kind: string;
	satker: { id: string; code: string; name: string };
	budget: number;
	price: number;
	rup: string;
	ppk: string;
	official: string;
	supplier: { id: number; name: string; npwp: string };
	created: LocalSeconds;
	approved: LocalSeconds;
	stages: PlannedStage[];
	status: 'Selesai' | 'Berlangsung' | 'Gagal/Batal';
	closedBecause: string | null;
	letter: LocalSeconds | undefined;
	contract: LocalSeconds | undefined;
	addendum: LocalSeconds | undefined;
	order: { date: LocalSeconds; start: LocalSeconds; end: LocalSeconds } | undefined;
	handovers: Handover[];
	/** When the contract was marked as ended in the system. */
	ended: LocalSeconds | undefined;
}

const attempts = 166;
/** Stages of a direct procurement (Pengadaan Langsung), as SPSE codes and names them. */
const stageNames = [
	[18833, 'PEMASUKAN_PENAWARAN', 'Upload Dokumen Penawaran'],
	[
		18798,
		'PEMBUKAAN_PENAWARAN',
		'Pembukaan file dokumen penawaran  (dokumen penawaran harga, administrasi dan teknis) serta dokumen kualifikasi'
	],
	[18781, 'EVALUASI_PENAWARAN', 'Evaluasi penawaran'],
	[18840, 'KLARIFIKASI_NEGOSIASI', null],
	[18841, 'TANDATANGAN_SPK', null]
] as const;
const goods = [
	['Belanja Alat Tulis Kantor', 'Pengadaan Barang'],
	['Belanja Makanan dan Minuman Rapat', 'Jasa Lainnya'],
	['Pemeliharaan Jalan Lingkungan', 'Pekerjaan Konstruksi'],
	['Perencanaan Teknis Gedung', 'Jasa Konsultansi Badan Usaha Konstruksi'],
	['Pengadaan Komputer Kerja', 'Pengadaan Barang'],
	['Rehabilitasi Ruang Kelas', 'Pekerjaan Konstruksi'],
	['Cetak Formulir Pelayanan', 'Pengadaan Barang'],
	['Pengawasan Pembangunan Drainase', 'Jasa Konsultansi Badan Usaha Konstruksi']
] as const;
const places = ['Permisalan', 'Andaian', 'Umpama', 'Misalan', 'Teladan', 'Percobaan'];
const reasons = [
	'Tidak ada penyedia yang memasukkan penawaran',
	'Penawaran di atas HPS',
	'Perubahan spesifikasi oleh PPK'
];

/** The packages of one office, each attempt by itself, in the order in which they were created. */
export function makePackages(given: {
	unit: SampleUnit;
	workingTime: WorkingTime;
	dataDate: LocalSeconds;
}): PackageFacts[] {
	const { unit, workingTime, dataDate } = given;
	const random = new Random(`packages ${unit.code}`);
	const until = dateOf(dataDate - 6 * DAY_SECONDS);
	const begun = arrivals(random, workingTime, { count: attempts, from: '2026-01-12', until });
	const packages: PackageFacts[] = [];
	begun.forEach((created, index) => {
		const number = index + 1;
		let facts = makePackage(given, created, number, undefined);
		packages.push(facts);
		// A failed package is tried again: a new key, the same parent.
		for (let again = 1; facts.status === 'Gagal/Batal' && again < 3; again++) {
			const restart = facts.created + (18 + 3 * again) * DAY_SECONDS;
			if (restart > dataDate - 12 * DAY_SECONDS || !random.chance(0.75)) break;
			const at = nextOfficeInstant(workingTime, restart);
			facts = makePackage(given, at, number, facts);
			packages.push(facts);
		}
	});
	return packages.sort((a, b) => a.created - b.created);
}

function makePackage(
	given: Parameters<typeof makePackages>[0],
	created: LocalSeconds,
	number: number,
	former: PackageFacts | undefined
): PackageFacts {
	const { unit, workingTime, dataDate } = given;
	const attempt = (former?.attempt ?? 0) + 1;
	const random = new Random(`package ${unit.code} ${number} ${attempt}`);
	const base = former ?? describe(random, unit, number);
	const approved = nextOfficeInstant(
		workingTime,
		created + random.whole(1, 8) * DAY_SECONDS + random.whole(0, 7200)
	);
	const stages = planStages(random, workingTime, approved);
	const [signing, negotiation] = [stages[4], stages[3]] as [PlannedStage, PlannedStage];
	const failed = random.chance(former ? 0.2 : 0.09) && negotiation.to < dataDate;
	const finished = !failed && signing.to < dataDate && random.chance(0.96);
	const facts: PackageFacts = {
		...base,
		key: unitKey(unit) * 100_000_000 + number * 10_000 + attempt * 1000,
		attempt,
		created,
		approved,
		stages,
		status: failed ? 'Gagal/Batal' : finished ? 'Selesai' : 'Berlangsung',
		closedBecause: failed ? random.pick(reasons) : null,
		letter: undefined,
		contract: undefined,
		addendum: undefined,
		order: undefined,
		handovers: [],
		ended: undefined
	};
	return finished ? addDocuments(random, workingTime, dataDate, facts) : facts;
}

function describe(random: Random, unit: SampleUnit, number: number) {
	const [what, kind] = random.pick(goods);
	const office = random.whole(1, places.length);
	const budget = random.whole(8, 190) * 1_000_000;
	const rup = String(70_000_000 + number * 37);
	return {
		parent: unitKey(unit) * 100_000_000 + 50_000_000 + number * 1000,
		title: `${what} ${random.pick(places)} ${random.whole(1, 40)}`,
		kind,
		satker: {
			id: String(900_000 + office),
			code: `1.0${office}.0.00.0.00.01.0000`,
			name: `Dinas ${places[office - 1] ?? ''} (data contoh)`
		},
		budget,
		price: Math.floor(budget * (0.9 + random.next() * 0.095)),
		rup: random.chance(0.03) ? `${rup};${Number(rup) + 1}` : rup,
		ppk: personFor(random, unit.code, 'PPK'),
		official: personFor(random, unit.code, 'Pejabat Pengadaan'),
		supplier: supplierOf(random)
	};
}

function supplierOf(random: Random): PackageFacts['supplier'] {
	const id = random.whole(1, 60);
	const digits = String(id).padStart(3, '0');
	const name = `${id % 5 < 3 ? 'CV' : 'PT'} Contoh ${id}`;
	return { id: 90_000_000 + id, name, npwp: `00.000.000.0-000.${digits}` };
}

function planStages(
	random: Random,
	workingTime: WorkingTime,
	approved: LocalSeconds
): PlannedStage[] {
	const workday = (at: LocalSeconds, days: number, hour: number) =>
		afterWorkdays(workingTime, at, days) + hour * 3600;
	const opens = Math.ceil(approved / 3600) * 3600;
	const closes = workday(opens, random.whole(1, 4), 15);
	const evaluated = workday(closes, random.whole(1, 3), 14);
	const negotiated = workday(evaluated, random.whole(1, 2), 15);
	const signed = workday(negotiated, random.whole(3, 11), 16);
	const ends = [opens, closes, closes + 300, evaluated, negotiated, signed];
	return stageNames.map(([code, key, name], index) => ({
		code,
		key,
		name,
		order: index + 1,
		from: (ends[index] ?? 0) + (index === 0 ? 0 : 60),
		to: ends[index + 1] ?? 0
	}));
}

function addDocuments(
	random: Random,
	workingTime: WorkingTime,
	dataDate: LocalSeconds,
	facts: PackageFacts
): PackageFacts {
	const days = (at: LocalSeconds, count: number) => afterWorkdays(workingTime, at, count);
	const known = (at: LocalSeconds) => at < dayOf(dataDate) * DAY_SECONDS;
	const signing = facts.stages[4] as PlannedStage;
	const length = Math.max(1, workdaysIn(workingTime, signing));
	const letter = days(signing.from, random.chance(0.9) ? random.whole(0, 1) : random.whole(2, 4));
	if (!random.chance(0.74) || !known(letter)) return facts;
	facts.letter = letter;
	const place = random.next();
	const contract =
		place < 0.06
			? days(signing.from, -random.whole(1, 3))
			: place < 0.13
				? days(signing.to, random.whole(1, place < 0.08 ? 30 : 6))
				: days(signing.from, random.whole(Math.min(1, length), length));
	if (!random.chance(0.86) || !known(contract)) return facts;
	facts.contract = contract;
	if (random.chance(0.05) && known(days(contract, 15))) facts.addendum = days(contract, 15);
	const date = random.chance(0.02) ? days(contract, -1) : days(contract, random.whole(0, 2));
	if (!random.chance(0.94) || !known(date)) return facts;
	const end = date + random.pick([14, 21, 30, 30, 45, 60, 90]) * DAY_SECONDS;
	facts.order = { date, start: date, end };
	const handed = days(end, random.chance(0.9) ? -random.whole(0, 4) : random.whole(1, 5));
	if (!random.chance(0.5) || !known(handed)) return facts;
	const parts = random.chance(0.15) ? [50, 100] : [100];
	facts.handovers = parts.map((share, index) => ({
		number: `${facts.attempt}${index + 1}`,
		date: index === parts.length - 1 ? handed : days(date, 5),
		share
	}));
	if (random.chance(0.8)) facts.ended = handed + 36_000 + random.whole(0, 14_400) + 0.5;
	return facts;
}

function workdaysIn(workingTime: WorkingTime, { from, to }: PlannedStage): number {
	return workingTime.workdaysUpTo(dayOf(to)) - workingTime.workdaysUpTo(dayOf(from));
}

function unitKey(unit: SampleUnit): number {
	return Number(unit.code);
}
