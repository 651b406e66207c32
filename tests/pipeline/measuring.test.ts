import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { overwriteGetLocale } from '$lib/paraglide/runtime';
import { loadCatalogue } from '$lib/server/catalogue/load';
import { parseDeviationFilters } from '$lib/server/reading/deviations/deviation-filters';
import { listDeviations, showDeviation } from '$lib/server/reading/deviations/deviation-list';
import { deviationsCsvLines } from '$lib/server/reading/deviations/deviations-csv';
import { findScope } from '$lib/server/reading/scope';
import { findingsTable } from '$lib/server/reporting/deviations/findings';
import { Workbench } from './workbench';

const catalogue = loadCatalogue(resolve(import.meta.dirname, '../..'));

/** A row of a log: the activity of a step of an SOP, quoted, with its times. */
function row(sop: string, key: string, step: string, started: string, completed: string): string {
	const known = catalogue.find(({ id }) => id === sop);
	const named = [...(known?.steps ?? []), ...(known?.milestones ?? [])].find(
		({ id }) => id === step
	);
	if (!named) throw new Error(`no step ${step} in ${sop}`);
	const activity = 'activity' in named ? named.activity : named.title;
	return `"${key}","${activity.replaceAll('"', '""')}",${started},${completed}`;
}

const HEADER = 'case,activity,started,completed';
let bench: Workbench;
beforeAll(async () => {
	bench = await Workbench.open();
});
afterAll(() => bench.close());

interface Expected {
	basis: string;
	verdict: string;
	reason: string | null;
	gross?: number | null;
	provisional?: boolean;
}

/**
 * Ogan Ilir 01 allows 2, 2, 5, 5, 10, 2 and 3 minutes of office time. 2 June 2026 is a Tuesday after the
 * holiday of 1 June: 07:30–12:00 and 13:00–16:00.
 */
const steps: [
	title: string,
	rows: [step: string, started: string, completed: string][],
	judged: string,
	expected: Expected
][] = [
	[
		'a service of exactly its budget is on time',
		[['1', '2026-06-02 08:00:00', '2026-06-02 08:02:00']],
		'1',
		{ basis: 'service', verdict: 'on_time', reason: null, gross: 120 }
	],
	[
		'one second over is late',
		[['1', '2026-06-02 08:00:00', '2026-06-02 08:02:01']],
		'1',
		{ basis: 'service', verdict: 'late', reason: null, gross: 121 }
	],
	[
		'the break does not count',
		[['3', '2026-06-02 11:58:00', '2026-06-02 13:02:00']],
		'3',
		{ basis: 'service', verdict: 'on_time', reason: null, gross: 240 }
	],
	[
		'the weekend and the holiday do not count',
		[['3', '2026-05-29 16:29:00', '2026-06-02 07:31:00']],
		'3',
		{ basis: 'service', verdict: 'on_time', reason: null, gross: 120 }
	],
	[
		'work done only outside office hours is not zero seconds',
		[['1', '2026-06-02 20:00:00', '2026-06-02 20:01:00']],
		'1',
		{ basis: 'service', verdict: 'unmeasured', reason: 'outside_hours', gross: null }
	],
	[
		'a year without a known calendar is not judged',
		[['1', '2023-06-06 08:00:00', '2023-06-06 08:01:00']],
		'1',
		{ basis: 'service', verdict: 'unmeasured', reason: 'calendar_not_covered', gross: null }
	],
	[
		'without a start, the time since the step before is judged',
		[
			['1', '', '2026-06-02 08:00:00'],
			['2', '', '2026-06-02 08:03:00']
		],
		'2',
		{ basis: 'sojourn', verdict: 'late', reason: null, gross: 180 }
	],
	[
		'the first step without a start has nothing before it',
		[
			['1', '', '2026-06-02 08:00:00'],
			['2', '', '2026-06-02 08:01:00']
		],
		'1',
		{ basis: 'none', verdict: 'unmeasured', reason: 'no_predecessor' }
	],
	[
		'after a skipped step nobody is charged with its time',
		[
			['1', '', '2026-06-02 08:00:00'],
			['3', '', '2026-06-02 08:30:00']
		],
		'3',
		{ basis: 'none', verdict: 'unmeasured', reason: 'predecessor_unseen' }
	],
	[
		'times of a day say nothing about minutes within that day',
		[['3', '2026-06-02', '2026-06-02']],
		'3',
		{ basis: 'service', verdict: 'unmeasured', reason: 'precision', gross: null }
	],
	[
		'times of a day are late when a whole working day lies between',
		[['3', '2026-06-02', '2026-06-04']],
		'3',
		{ basis: 'service', verdict: 'late', reason: null, gross: 27_000 }
	],
	[
		'a step that started and never completed is not measured once the case went on',
		[
			['1', '2026-06-02 08:00:00', ''],
			['2', '2026-06-02 08:10:00', '2026-06-02 08:11:00']
		],
		'1',
		{ basis: 'none', verdict: 'unmeasured', reason: 'no_completion' }
	]
];

describe('a step of the registration service (minutes of office time)', () => {
	test.each(steps)('%s', async (title, rows, judged, expected) => {
		await bench.import(
			HEADER,
			rows.map(([step, started, completed]) => row('oganilir-01', title, step, started, completed)),
			{ sop: 'oganilir-01', unit: 'oi' }
		);
		const measured = (await bench.measurements(title)).filter(
			(m) => m.step_id === judged && m.basis !== 'open'
		);
		expect(measured).toMatchObject([expected]);
	});
});

describe('a step whose budget rests on something inferred', () => {
	test('is judged, but its verdict is provisional (Badung: "1 hari" is read as a working day)', async () => {
		await bench.import(
			HEADER,
			[
				row('badung-02', 'B1', '1', '2026-06-02', '2026-06-03'),
				row('badung-02', 'B1', '2', '', '2026-06-05')
			],
			{ sop: 'badung-02', unit: 'badung' }
		);
		expect(await bench.measurements('B1')).toMatchObject([
			{ step_id: '1', verdict: 'on_time', provisional: true, gross: 1, budget: 1 },
			{ step_id: '2', verdict: 'no_budget', provisional: false },
			{ step_id: '3', basis: 'open' }
		]);
	});
});

describe('a service limit', () => {
	const letter = (key: string, rows: [string, string][]) =>
		bench.import(
			HEADER,
			rows.map(([step, day]) => row('lkpp-epurchasing', key, step, '', day)),
			{ sop: 'lkpp-epurchasing', unit: 'lkpp' }
		);

	test('runs from its milestone, on working days after the start date', async () => {
		const milestone = catalogue
			.find(({ id }) => id === 'lkpp-epurchasing')
			?.limits.find((limit) => limit.to === 'c.3')?.from;
		await letter('L1', [
			['c.1', '2026-06-02'],
			['c.2', '2026-06-02'],
			[milestone ?? '', '2026-06-03'],
			['c.3', '2026-06-18']
		]);
		// 3 June (Wednesday) to 18 June (Thursday): 4, 5, 8–12, 15, 17 and 18; 16 June is a holiday.
		const limit = (await bench.measurements('L1')).find((m) => m.kind === 'limit');
		expect(limit).toMatchObject({ basis: 'limit', verdict: 'on_time', gross: 10, budget: 10 });
	});

	test('is not judged from the agenda stamp when the receipt by the Subdit is not known', async () => {
		await letter('L2', [
			['c.1', '2026-06-02'],
			['c.3', '2026-07-30']
		]);
		const limit = (await bench.measurements('L2')).find((m) => m.kind === 'limit');
		expect(limit).toMatchObject({ verdict: 'unmeasured', reason: 'limit_start_unseen' });
	});
});

describe('the state of a case', () => {
	test('is completed when its last event completes an end step, running before that', async () => {
		await bench.import(
			HEADER,
			[
				row('oganilir-03', 'S1', '1', '2026-06-02 08:00', '2026-06-02 08:05'),
				row('oganilir-03', 'S1', '5', '2026-06-02 09:00', '2026-06-02 09:05'),
				row('oganilir-03', 'S2', '1', '2026-06-02 08:00', '2026-06-02 08:05')
			],
			{ sop: 'oganilir-03', unit: 'states' }
		);
		expect(await bench.state('S1')).toMatchObject({
			state: 'completed',
			events: 2,
			lead_seconds: 3900
		});
		expect(await bench.state('S2')).toMatchObject({ state: 'running' });
	});

	test('is reopened by a later event, and abandoned after thirty idle working days of its office', async () => {
		await bench.import(
			HEADER,
			[
				row('oganilir-03', 'S1', '2', '2026-06-03 08:00', '2026-06-03 08:05'),
				row('oganilir-03', 'S3', '1', '2026-08-03 08:00', '2026-08-03 08:05')
			],
			{ sop: 'oganilir-03', unit: 'states', name: 'later.csv' }
		);
		// The office's data now reaches 3 August: more than thirty working days after 2 and 3 June.
		expect(await bench.state('S1')).toMatchObject({ state: 'abandoned' });
		expect(await bench.state('S2')).toMatchObject({ state: 'abandoned' });
		expect(await bench.state('S3')).toMatchObject({ state: 'running' });
	});
});

describe('the stated total of the POS (23 jam)', () => {
	/** Each step takes the given minutes, one after the other from 07:30, within one working day at a time. */
	const pass = (key: string, minutes: number[]) => {
		const days = ['02', '03', '04', '05', '08', '09', '10', '11', '12', '15'];
		return minutes.map((length, index) => {
			const day = days[Math.floor(index / 2)] ?? '17';
			const from = index % 2 === 0 ? '07:30' : '13:00';
			const start = new Date(`2026-06-${day}T${from}:00Z`);
			const end = new Date(start.getTime() + length * 60_000);
			const clock = (date: Date) => date.toISOString().slice(0, 16).replace('T', ' ');
			return row('pos-epurchasing', key, String(index + 1), clock(start), clock(end));
		});
	};

	test('limits the processing time, one pass of each step', async () => {
		await bench.import(
			HEADER,
			[
				...pass(
					'P-on',
					Array.from({ length: 17 }, () => 60)
				),
				...pass(
					'P-late',
					Array.from({ length: 17 }, () => 90)
				)
			],
			{ sop: 'pos-epurchasing', unit: 'pos' }
		);
		const cases = await Promise.all(
			['P-on', 'P-late'].map(async (key) => {
				const id = (await bench.state(key))?.case_id ?? 0;
				return bench.store.get('cases/one', { case_id: id });
			})
		);
		expect(cases[0]).toMatchObject({
			total_verdict: 'on_time',
			processing_seconds: 17 * 3600,
			total_provisional: true
		});
		expect(cases[1]).toMatchObject({
			total_verdict: 'late',
			total_seconds: 17 * 5400,
			total_provisional: true
		});
	});
});

describe('an open step that nobody has begun', () => {
	test('names nobody as who did it, and says that its row is of the step before', async () => {
		overwriteGetLocale(() => 'id');
		const line = (key: string, step: string, from: string, until: string, by: string) =>
			`${row('oganilir-01', key, step, from, until)},${by}`;
		const at = (time: string) => `2026-06-02 ${time}`;
		await bench.import(
			`${HEADER},actor`,
			[
				line('WAITS', '1', at('08:00:00'), at('08:01:00'), 'Sari'),
				line('BEGUN', '1', at('08:00:00'), at('08:01:00'), 'Sari'),
				line('BEGUN', '2', at('08:01:00'), '', 'Budi'),
				line('LATER', '1', at('15:00:00'), at('15:01:00'), 'Sari')
			],
			{ sop: 'oganilir-01', unit: 'WAITING', name: 'waiting.csv' }
		);
		const { store } = bench;
		const scope = await findScope(store, { unit: 'WAITING', sop: null, from: null, to: null });
		const { rows } = await listDeviations(store, {
			scope,
			filters: parseDeviationFilters(new URLSearchParams('kind=late_step&sort=case'), null),
			place: { key: null, backward: false }
		});
		const shown = rows.map(showDeviation);
		expect(shown.map(({ caseKey, notBegun, acted }) => [caseKey, notBegun, acted])).toEqual([
			['BEGUN', false, 'Budi'],
			['WAITS', true, null]
		]);
		expect(shown.map(({ source }) => [source?.record, source?.cites])).toEqual([
			[3, 'kejadiannya sendiri'],
			[1, 'langkah sebelumnya']
		]);
		const waits = rows[1];
		expect([waits?.started, waits?.completed]).toEqual([null, null]);
		const csv = deviationsCsvLines((await store.all('reading/deviations', scope)).reverse());
		const waiting = csv.split('\r\n').find((text) => text.includes('WAITS'));
		expect(waiting).toContain('belum dikerjakan,,,');
		expect(waiting).toContain('langkah sebelumnya');
		expect(waiting).not.toContain('Sari');
		const table = findingsTable(
			store,
			rows.map(({ id }) => ({ id, bare: false })),
			'2026-11-20T00:00:00'
		);
		const found: unknown[][] = [];
		for await (const part of table.rows()) found.push(...part);
		const column = (label: string) => table.columns.findIndex((one) => one.label === label);
		expect(found.map((cells) => cells[column('Dikerjakan oleh')])).toEqual([
			'Budi',
			'belum dikerjakan'
		]);
		expect(found.map((cells) => cells[column('Selesai')])).toEqual([null, null]);
		expect(found[1]?.[column('Isi baris')]).toBe('langkah sebelumnya');
	});
});
