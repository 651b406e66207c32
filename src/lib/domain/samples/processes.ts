import type { Quantiles } from './random';

/** Columns of the sample logs; the first ones are in every file. */
export const columns = [
	...([
		'kasus',
		'no_langkah',
		'kegiatan',
		'mulai',
		'selesai',
		'pelaksana',
		'peran',
		'unit'
	] as const),
	...(['kelengkapan', 'output', 'status'] as const)
] as const;
export type Column = (typeof columns)[number];

/** In which share of the cases (or rows) something departs from the SOP. */
export interface Rates {
	skip: number;
	swap: number;
	repeat: number;
	foreign: number;
	/** Of rows. */
	wrongActor: number;
	incomplete: number;
	cancelled: number;
	abandoned: number;
	/** Of the cases of the last weeks: begun and left lying. */
	stuck: number;
	/** Without starts. */
	completionsOnly: number;
	/** Written down later, with dates only. */
	datesOnly: number;
}

/** How the log of one SOP is made. */
export interface SampleProcess {
	sop: string;
	/** What the keys of its cases begin with. */
	key: string;
	/** Cases of each office, in the order of the manifest. */
	cases: readonly [number, number, number];
	columns: readonly Column[];
	/** What its offices write of documents: whether all are there, which one is not, or a list of those that are. */
	documents: 'completeness' | 'lacking' | 'list';
	precision: 'second' | 'minute' | 'day';
	/** Office seconds between a completion and the next start. */
	wait: Quantiles;
	/** Office seconds of a step without a budget. */
	free: Quantiles;
	/** Share of an edge among those of its step, `from>to`; the others share the rest equally. */
	odds: Readonly<Record<string, number>>;
	/** Share of cases that end at an end step which also leads on. */
	ends: Readonly<Record<string, number>>;
	/** Share of cases in each flow, where there are several. */
	flows: Readonly<Record<string, number>>;
	/** Milestones reached before a step, and after it; now and then one is not written down. */
	before: Readonly<Record<string, readonly string[]>>;
	after: Readonly<Record<string, readonly string[]>>;
	/** Logs by day: working days until a step or milestone, else `otherGap`. */
	gaps: Readonly<Record<string, Quantiles>>;
	otherGap: Quantiles;
	/** What people write that is no step. */
	foreign: readonly string[];
	rates: Rates;
}

/**
 * Time used as a share of the budget: nine in ten within it, then a long tail. The shape is that of
 * service desks: most are quick, a few wait for somebody.
 */
export const usedShares: Quantiles = [
	[0, 0.2],
	[0.3, 0.45],
	[0.6, 0.64],
	[0.82, 0.84],
	[0.92, 0.99],
	[0.96, 1.3],
	[0.985, 2],
	[0.996, 3.5],
	[1, 7]
];

const days = (...points: [number, number][]): Quantiles => points;
const promptly = days([0, 0], [0.45, 1], [0.8, 1.99], [0.95, 4], [1, 9]);
const rates: Rates = {
	skip: 0.025,
	swap: 0.02,
	repeat: 0.02,
	foreign: 0.025,
	wrongActor: 0.008,
	incomplete: 0.02,
	cancelled: 0.015,
	abandoned: 0.025,
	stuck: 0.05,
	completionsOnly: 0.03,
	datesOnly: 0
};
const plain = {
	wait: [
		[0, 0],
		[0.5, 1800],
		[0.85, 9000],
		[1, 50000]
	],
	free: [
		[0, 1200],
		[0.5, 9000],
		[0.9, 54000],
		[1, 200000]
	],
	documents: 'completeness',
	odds: {},
	ends: {},
	flows: {},
	before: {},
	after: {},
	gaps: {},
	otherGap: promptly,
	foreign: [],
	rates
} satisfies Partial<SampleProcess>;

const counter = {
	...plain,
	columns: ['kasus', 'kegiatan', 'mulai', 'selesai', 'pelaksana', 'peran', 'unit', 'kelengkapan'],
	precision: 'minute',
	wait: [
		[0, 0],
		[0.6, 60],
		[0.9, 240],
		[0.98, 1500],
		[1, 9000]
	],
	free: [
		[0, 60],
		[0.8, 600],
		[1, 3600]
	]
} satisfies Partial<SampleProcess>;
const account = {
	...counter,
	columns: [...counter.columns, 'status'],
	odds: { '3>1': 0.12 },
	foreign: ['Menelepon pemohon', 'Menunggu SK asli'],
	rates: { ...rates, datesOnly: 0.04 }
} satisfies Partial<SampleProcess>;
const procedure = {
	...plain,
	columns: ['kasus', 'kegiatan', 'selesai', 'pelaksana', 'peran', 'unit', 'status'],
	precision: 'minute'
} satisfies Partial<SampleProcess>;

/** The sample logs: one for each SOP of the catalogue. */
export const processes: readonly SampleProcess[] = [
	{
		...plain,
		sop: 'pos-epurchasing',
		key: 'EP',
		cases: [92, 70, 68],
		columns: [...counter.columns, 'output', 'status'],
		precision: 'second',
		odds: { '10>7': 0.13 },
		foreign: ['Konsultasi dengan bagian hukum', 'Klarifikasi spesifikasi kepada pengguna'],
		rates: { ...rates, cancelled: 0.035, abandoned: 0.02 }
	},
	{
		...counter,
		sop: 'oganilir-01',
		key: 'REG',
		cases: [240, 160, 140],
		precision: 'second',
		foreign: ['Meminta scan ulang NPWP', 'Rekanan diminta datang kembali'],
		rates: { ...rates, datesOnly: 0.06 }
	},
	{
		...counter,
		sop: 'oganilir-02',
		key: 'HD',
		cases: [130, 110, 110],
		columns: ['kasus', 'kegiatan', 'mulai', 'selesai', 'pelaksana', 'peran', 'unit'],
		ends: { '3': 0.72 },
		foreign: ['Diteruskan ke LPSE Support'],
		rates: { ...rates, completionsOnly: 0.2 }
	},
	{ ...account, documents: 'list', sop: 'oganilir-03', key: 'UPJ', cases: [50, 40, 35] },
	{ ...account, sop: 'oganilir-04', key: 'UPK', cases: [55, 45, 40] },
	{ ...account, sop: 'oganilir-05', key: 'LUP', cases: [60, 50, 45] },
	{
		...account,
		sop: 'oganilir-06',
		key: 'RHS',
		cases: [26, 22, 20],
		odds: { '5>4': 0.2 },
		foreign: ['Memperbarui aplikasi Apendo']
	},
	{
		...plain,
		sop: 'badung-02',
		key: 'POK',
		cases: [40, 34, 36],
		columns: [...account.columns],
		documents: 'lacking',
		precision: 'day',
		gaps: {
			'1': days([0, 0], [0.4, 1], [0.9, 1.99], [0.97, 3], [1, 6]),
			'2': promptly,
			'3': days([0, 0], [0.5, 1], [0.92, 1.99], [0.98, 3], [1, 5])
		},
		rates: { ...rates, completionsOnly: 0.1 }
	},
	{
		...procedure,
		sop: 'jateng-usulan-pengadaan',
		key: 'USL',
		cases: [24, 20, 16],
		odds: { '3>8': 0.3 },
		foreign: ['Rapat koordinasi anggaran']
	},
	{ ...procedure, sop: 'jateng-pengelolaan-pendukung', key: 'PDL', cases: [22, 18, 16] },
	{
		...procedure,
		sop: 'jateng-pemantauan-kinerja',
		key: 'PKL',
		cases: [22, 18, 18],
		odds: { '4>2': 0.22 },
		foreign: ['Klarifikasi kepada Pendukung Layanan']
	},
	{
		...plain,
		sop: 'lkpp-epurchasing',
		key: 'LKP',
		cases: [70, 58, 52],
		columns: ['kasus', 'no_langkah', 'kegiatan', 'selesai', 'pelaksana', 'peran', 'unit', 'status'],
		precision: 'day',
		flows: { surat: 0.5, kldi: 0.16, penyedia: 0.06, telepon: 0.12, email: 0.08, kunjungan: 0.08 },
		before: {
			'c.3': ['surat-diterima-subdit'],
			'a.1.b': ['permohonan-pelatihan-diterima', 'surat-jawaban-pelatihan', 'pelatihan-mulai']
		},
		after: { 'a.1.b': ['pelatihan-selesai'] },
		gaps: {
			'c.3': days([0, 1], [0.5, 5], [0.89, 10.99], [0.97, 15], [1, 26]),
			'surat-jawaban-pelatihan': days([0, 0], [0.6, 3], [0.88, 5.99], [1, 12]),
			'pelatihan-mulai': days([0, 2], [1, 15]),
			'a.1.b': days([0, 1], [0.9, 1.99], [1, 4]),
			'pelatihan-selesai': days([0, 0], [1, 0.99])
		},
		foreign: ['Meminta kelengkapan lampiran surat']
	}
];
