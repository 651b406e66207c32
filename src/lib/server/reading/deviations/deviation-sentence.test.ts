import { describe, expect, test } from 'vitest';
import { overwriteGetLocale } from '$lib/paraglide/runtime';
import { deviationSentence, shorten, type Finding } from './deviation-sentence';

overwriteGetLocale(() => 'id');

const finding: Finding = {
	kind: 'late_step',
	provisional: false,
	state: 'open',
	basis: 'service',
	clock: 'working',
	gross: 540,
	net: 540,
	budget: 300,
	precision: 1,
	day: '2026-10-20',
	step_no: '4',
	step_activity: 'Penelitian berkas rekanan',
	occurrence: 1,
	object: null,
	activity: 'penelitian berkas',
	accountable: ['Verifikator'],
	acted: 'Dewi',
	acted_role: 'Helpdesk',
	said: null
};
const step = 'Langkah 4 (Penelitian berkas rekanan)';

const flow = { basis: null, clock: null, gross: null, net: null, budget: null };

test.each<[string, Partial<Finding>, string]>([
	['in minutes', {}, `${step}: 9 menit terhadap batas 5 menit, lewat 4 menit.`],
	[
		'by so little that hours would look the same',
		{ gross: 82_920, net: 82_920, budget: 82_800 },
		`${step}: 23 jam 2 menit terhadap batas 23 jam, lewat 2 menit.`
	],
	[
		'by seconds over an hour, in all their parts',
		{ gross: 3622, net: 3622, budget: 3600 },
		`${step}: 1 jam 22 detik terhadap batas 1 jam, lewat 22 detik.`
	],
	[
		'with times written to the minute',
		{ precision: 2 },
		`${step}: 9 menit ± 1 menit terhadap batas 5 menit, lewat 4 menit.`
	],
	[
		'with times known to the day, by the least that is possible',
		{ precision: 3, net: 36_000, gross: 36_000, budget: 18_000 },
		`${step}: sedikitnya 10 jam terhadap batas 5 jam, lewat 5 jam.`
	],
	[
		'in working days, where the day is exact',
		{ clock: 'workday', precision: 3, net: 3, gross: 3, budget: 1 },
		`${step}: 3 hari kerja terhadap batas 1 hari kerja, lewat 2 hari kerja.`
	],
	[
		'still open',
		{ basis: 'open' },
		`${step} belum selesai: sudah 9 menit terhadap batas 5 menit, lewat 4 menit.`
	],
	[
		'excused by an outage',
		{ state: 'excused', net: 240 },
		`${step}: 9 menit terhadap batas 5 menit, tetapi 4 menit setelah waktu gangguan dikurangkan.`
	],
	[
		'beyond a service limit',
		{
			basis: 'limit',
			clock: 'workday',
			net: 12,
			gross: 12,
			budget: 10,
			step_activity: 'Surat pengaduan direspon'
		},
		'Batas layanan "Surat pengaduan direspon": 12 hari kerja terhadap batas 10 hari kerja, lewat 2 hari kerja.'
	],
	[
		'a case beyond its total',
		{ kind: 'late_case', step_no: null, step_activity: null, net: 90_000, budget: 82_800 },
		'Waktu proses berkas 25 jam terhadap jumlah waktu SOP 23 jam, lewat 2 jam.'
	],
	[
		'a document after its schedule',
		{ kind: 'late_schedule', clock: 'workday', net: 2, budget: null, object: 'Kontrak' },
		'Kontrak bertanggal 20 Oktober 2026, 2 hari kerja setelah jadwal berkas ini berakhir.'
	],
	[
		'a document after its schedule, across days that the calendar does not know',
		{ kind: 'late_schedule', clock: 'workday', net: null, budget: null, object: 'Kontrak' },
		'Kontrak bertanggal 20 Oktober 2026, setelah jadwal berkas ini berakhir.'
	],
	[
		'a requirement that is missing',
		{ ...flow, kind: 'missing_requirement', object: 'Alamat email' },
		`${step}: kelengkapan kurang (Alamat email).`
	],
	[
		'a requirement that is missing, in the words of the log',
		{ ...flow, kind: 'missing_requirement', object: 'Alamat email', said: 'kurang: email' },
		`${step}: kelengkapan kurang (Alamat email). Log menulis "kurang: email".`
	],
	[
		'requirements of which the log only says that they are incomplete',
		{ ...flow, kind: 'missing_requirement', said: 'Tidak lengkap' },
		`${step}: kelengkapan dinyatakan tidak lengkap. Log menulis "Tidak lengkap".`
	],
	[
		'an output that is missing',
		{ ...flow, kind: 'missing_output', object: 'Disposisi' },
		`${step}: output tidak ada (Disposisi).`
	],
	[
		'a step that was skipped',
		{ ...flow, kind: 'skipped' },
		'Langkah 4 dilewati: Penelitian berkas rekanan.'
	],
	[
		'a step with a long text that was skipped',
		{
			...flow,
			kind: 'skipped',
			step_no: '12',
			step_activity: `Menyetujui ${'permintaan '.repeat(9)}`
		},
		'Langkah 12 dilewati: Menyetujui permintaan permintaan permintaan permintaan permintaan permintaan permintaan …'
	],
	[
		'work outside the SOP',
		{ ...flow, kind: 'outside_sop', step_no: null, step_activity: null, activity: 'Rapat' },
		'"Rapat" dikerjakan, tetapi tidak ada dalam SOP.'
	],
	[
		'work out of order',
		{ ...flow, kind: 'out_of_order' },
		'Langkah 4 tidak menurut urutan SOP: Penelitian berkas rekanan.'
	],
	[
		'work repeated',
		{ ...flow, kind: 'repeated', occurrence: 2 },
		'Langkah 4 dikerjakan berulang tanpa perulangan dalam SOP: Penelitian berkas rekanan.'
	],
	[
		'work that the path does not open',
		{ ...flow, kind: 'not_allowed' },
		'Langkah 4 dikerjakan di luar jalur SOP: Penelitian berkas rekanan.'
	],
	[
		'work by another role',
		{ ...flow, kind: 'wrong_actor' },
		`${step} dikerjakan oleh Dewi, Helpdesk; menurut SOP pelaksananya Verifikator.`
	]
])('says %s', (_, changes, sentence) => {
	expect(deviationSentence({ ...finding, ...changes }).replaceAll('\u00a0', ' ')).toBe(sentence);
});

describe('a long activity', () => {
	test('is cut at a word and says so', () => {
		const cut = shorten(`${'kata '.repeat(40)}akhir`);
		expect(cut.length).toBeLessThanOrEqual(99);
		expect(cut.endsWith('kata …')).toBe(true);
	});

	test('that fits is left as it is, without a full stop inside a sentence', () => {
		expect(shorten('Menerima  pengiriman\nbarang.')).toBe('Menerima pengiriman barang');
	});
});
