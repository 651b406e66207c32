import { describe, expect, it } from 'vitest';
import { NO_TALLY } from '$lib/domain/rates/tally';
import { overwriteGetLocale } from '$lib/paraglide/runtime';
import type { Overview } from '$lib/server/reading/overview/overview';
import type { StepFigures } from '$lib/server/reading/overview/steps';
import { leadSentences } from './lead';

const CASES = { now: 0, then: 0 };
const QUIET: Overview = {
	hasCases: true,
	period: { kind: 'month', year: 2026, month: 10 },
	own: { ...NO_TALLY, onTime: 90, late: 10, unmeasured: 25 },
	suppliers: NO_TALLY,
	cases: { completed: 0, running: 0, abandoned: 0, cancelled: 0 },
	casesWithoutSop: 0,
	deviations: {
		open: 0,
		unfollowed: 0,
		berat: 0,
		sedang: 0,
		ringan: 0,
		excused: 0,
		provisional: 0,
		suppliers: 0,
		schedule: 0
	},
	open: { late: 0, at_risk: 0, provisional: 0, unknown: 0, no_budget: 0, on_track: 0 },
	urgent: [],
	waiting: { count: 0, since: null },
	trend: null,
	sops: [],
	idleSops: 0,
	steps: [],
	actors: [],
	supplierSteps: [],
	stepsInAll: 0,
	actorsInAll: 0,
	supplierStepsInAll: 0,
	comparing: null,
	titles: {},
	dataDate: null,
	units: []
};

const step: StepFigures = {
	versions: [1],
	process: 'sop',
	stepId: '5',
	no: '5',
	activity: 'Memeriksa *kelengkapan*',
	actors: [],
	supplier: false,
	clock: 'working',
	tally: { ...NO_TALLY, late: 4 },
	over: 5400
};

const open = (given: Partial<Overview['open']>): Overview['open'] => ({ ...QUIET.open, ...given });

function comparing(before: number, period = QUIET.period): Partial<Overview> {
	return {
		period,
		comparing: {
			current: { kind: 'month', year: 2026, month: 10 },
			before: { kind: 'month', year: 2026, month: 9 },
			now: { ...NO_TALLY, onTime: 90, late: 10 },
			then: { ...NO_TALLY, onTime: before, late: 100 - before },
			completed: CASES,
			deviations: CASES,
			changes: []
		}
	};
}

function say(given: Partial<Overview>, locale: 'id' | 'en' = 'id'): string[] {
	overwriteGetLocale(() => locale);
	// Numbers keep their units with spaces that do not break.
	return leadSentences({ ...QUIET, ...given }).map((text) => text.replaceAll('\u00a0', ' '));
}

describe('the sentences that open the overview', () => {
	it('give the rate with its coverage and n', () => {
		expect(say({})).toEqual([
			'**90,0 %** kegiatan selesai tepat waktu, dari 80 % yang dapat dinilai (n = 100).'
		]);
	});

	it.each<[string, Partial<Overview>, string]>([
		['a fall', comparing(92.5), 'Turun **2,5 poin** dari September 2026 (n = 100).'],
		['a rise', comparing(80), 'Naik **10 poin** dari September 2026 (n = 100).'],
		['no movement', comparing(90), 'Sama dengan September 2026 (n = 100).'],
		[
			'the last months when no period is chosen',
			comparing(92.5, { kind: 'all' }),
			'Oktober 2026 turun **2,5 poin** dari September 2026, menjadi 90,0 % (n = 100).'
		],
		[
			'what cost most',
			{ steps: [step] },
			'Waktu terbanyak hilang pada **Memeriksa kelengkapan**: 1,5 jam melewati batas, dalam 4 pelaksanaan.'
		],
		[
			'what needs action',
			{ open: open({ late: 2, at_risk: 3, on_track: 4 }) },
			'**2 berkas berjalan** sudah melewati batasnya, 3 berisiko.'
		],
		[
			'that nothing does',
			{ open: open({ on_track: 7, unknown: 2 }) },
			'Tidak ada berkas berjalan yang terlambat atau berisiko, dari 7 yang dapat dinilai.'
		]
	])('say %s', (_name, given, sentence) => {
		expect(say(given)[1]).toBe(sentence);
	});

	it('say nothing of a change that rests on too little', () => {
		const few = comparing(90);
		const then = { ...NO_TALLY, onTime: 9, late: 1 };
		expect(say({ comparing: few.comparing ? { ...few.comparing, then } : null })).toHaveLength(1);
	});

	it('say that all were on time instead of a rounded 100 %, and that few are no finding', () => {
		expect(say({ own: { ...NO_TALLY, onTime: 5 } })).toEqual([
			'**Semua** kegiatan yang dapat dinilai selesai tepat waktu (dapat dinilai 100 %; n = 5).',
			'Jumlah itu terlalu sedikit untuk disebut temuan.'
		]);
	});

	it('say that nothing could be judged, and how much waits for a confirmation', () => {
		expect(say({ own: { ...NO_TALLY, provisional: 12, unmeasured: 3 } })).toEqual([
			'Tidak ada kegiatan yang dapat dinilai terhadap batas waktunya dalam saringan ini.',
			'12 penilaian masih sementara, karena bersandar pada nilai yang belum dikonfirmasi kantor.'
		]);
	});

	it('claim nothing of open steps where none could be judged', () => {
		expect(say({ open: open({ no_budget: 4 }) })).toHaveLength(1);
	});

	it('say the same in English', () => {
		const found = say({ ...comparing(92.5), steps: [step], open: open({ late: 1 }) }, 'en');
		expect(found).toEqual([
			'**90.0%** of steps were finished on time, of the 80% that could be judged (n = 100).',
			'Down **2.5 points** from September 2026 (n = 100).',
			'Most time was lost in **Memeriksa kelengkapan**: 1.5 h beyond its budget, over 4 occurrences.',
			'Running cases beyond their budget: **1**.'
		]);
	});
});
