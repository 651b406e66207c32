import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CASE_SORTS } from '$lib/domain/filters/case-choices';
import { parseFilters } from '$lib/domain/filters/filters';
import { UserError } from '$lib/domain/user-error';
import { overwriteGetLocale } from '$lib/paraglide/runtime';
import type { Store } from '../../database/store';
import { openProduct } from '../../product';
import { loadSamples } from '../../samples/load';
import { loadCase } from './case-detail';
import { caseLead } from './case-lead';
import { readPlace } from '../keyset';
import { eachCases, listCases, parseCaseFilters } from './case-list';
import { readCaseQuestion } from './case-question';
import { streamDeviationsCsv } from '../deviations/deviation-download';
import { parseDeviationFilters } from '../deviations/deviation-filters';
import { summariseDeviations } from '../deviations/deviation-groups';
import { deviationsLead } from '../deviations/deviation-lead';
import { listDeviations, showDeviation } from '../deviations/deviation-list';
import { findScope, scopeOfFilters, WHOLE } from '../scope';
import { summarise } from '../summary';

overwriteGetLocale(() => 'id');

let folder: string;
let store: Store;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'tepat-cases-'));
	store = await openProduct({ path: join(folder, 'tepat.duckdb'), home: process.cwd() });
	await loadSamples(store, { now: '2026-11-01T00:00:00' });
});

afterAll(async () => {
	await store.close();
	await rm(folder, { recursive: true });
});

async function casesAt(query: string, size?: number) {
	const params = new URLSearchParams(query);
	const { filters } = parseFilters(params);
	return listCases(store, {
		scope: await scopeOfFilters(store, filters),
		status: filters.status,
		filters: parseCaseFilters(params),
		place: readPlace(params),
		...(size === undefined ? {} : { size })
	});
}

async function deviationsAt(query: string, size?: number) {
	const params = new URLSearchParams(query);
	const filters = parseDeviationFilters(params, null);
	const scope = await scopeOfFilters(store, parseFilters(params).filters);
	const [list, summary] = await Promise.all([
		listDeviations(store, {
			scope,
			filters,
			place: readPlace(params),
			...(size === undefined ? {} : { size })
		}),
		summariseDeviations(store, { scope, filters })
	]);
	return { list, summary, scope, filters };
}

/** The case with this key. */
async function caseOf(key: string) {
	const { rows } = await casesAt(`q=${key}`);
	const row = rows.find(({ case_key }) => case_key === key);
	if (!row) throw new Error(`no case ${key}`);
	return loadCase(store, String(row.case_id));
}

describe('the list of cases', () => {
	test('holds as many cases, in each state, as the summary counts', async () => {
		const { counts } = await casesAt('');
		const summary = await summarise(store, WHOLE);
		expect(counts).toMatchObject({
			cases: summary.cases,
			completed: summary.completed,
			running: summary.running,
			abandoned: summary.abandoned,
			cancelled: summary.cancelled
		});
		expect(counts.cases).toBeGreaterThan(1_500);
	});

	test.each(Object.keys(CASE_SORTS))(
		'sorted by %s, either way, shows every case once, and the same pages backward',
		async (sort) => {
			for (const dir of ['asc', 'desc']) {
				const running = sort === 'given' ? '&open=urgent' : '&sop=oganilir-06';
				const query = `sort=${sort}&dir=${dir}${running}`;
				const first = await casesAt(query, 20);
				const ids = first.rows.map((row) => row.case_id);
				let page = first;
				while (page.next !== null) {
					page = await casesAt(`${query}&after=${encodeURIComponent(page.next)}`, 20);
					ids.push(...page.rows.map((row) => row.case_id));
				}
				expect(ids).toHaveLength(first.counts.cases);
				expect(new Set(ids).size).toBe(ids.length);
				let place = ids.length - page.rows.length;
				while (page.previous !== null) {
					page = await casesAt(`${query}&before=${encodeURIComponent(page.previous)}`, 20);
					place -= page.rows.length;
					expect(page.rows.map((row) => row.case_id)).toEqual(
						ids.slice(place, place + page.rows.length)
					);
				}
				expect(place).toBe(0);
			}
		}
	);

	test('sorted by lead time descends, with the cases that have none at the end', async () => {
		const { rows } = await casesAt('sort=lead&dir=desc', 5_000);
		const leads = rows.map((row) => row.lead_working_seconds);
		const known = leads.filter((lead) => lead !== null);
		expect(leads.slice(0, known.length)).toEqual([...known].sort((one, other) => other - one));
	});

	test('finds a part of a key whatever its case, and takes % as it is written', async () => {
		const { rows, counts } = await casesAt('q=ep-b-00');
		expect(counts.cases).toBeGreaterThan(5);
		expect(rows.every(({ case_key }) => case_key.startsWith('EP-B-00'))).toBe(true);
		expect((await casesAt('q=%25')).counts.cases).toBe(0);
	});

	test('read through whole holds the same cases in the same order as its pages', async () => {
		const params = new URLSearchParams('sop=oganilir-01&sort=processing&q=reg');
		const question = await readCaseQuestion(store, params);
		const keys: string[] = [];
		for await (const { rows } of eachCases(store, question, 70)) {
			keys.push(...rows.map(({ case_key }) => case_key));
		}
		const page = await listCases(store, {
			...question,
			place: { key: null, backward: false },
			size: 5_000
		});
		expect(keys.length).toBeGreaterThan(140);
		expect(keys).toEqual(page.rows.map(({ case_key }) => case_key));
	});

	test('of cases at risk begins with the most urgent, and says when each is expected to end', async () => {
		const { rows, standings } = await casesAt('open=urgent', 5_000);
		const left = rows.map(({ case_id }) => standings.get(case_id)?.verdict);
		const late = left.filter((verdict) => verdict?.risk === 'late');
		expect(late.length).toBeGreaterThan(0);
		expect(left.slice(0, late.length)).toEqual(late);
		expect([...standings.values()].some(({ expected }) => expected !== null)).toBe(true);
		// Of other lists nobody asks how the running cases stand.
		expect((await casesAt('sop=oganilir-01')).standings.size).toBe(0);
	});

	test('shows only running cases that are late', async () => {
		const late = await casesAt('open=late', 5_000);
		const urgent = await casesAt('open=urgent', 5_000);
		expect(late.counts.cases).toBe(late.rows.length);
		expect(late.counts.cases).toBeGreaterThan(0);
		expect(urgent.counts.cases).toBeGreaterThanOrEqual(late.counts.cases);
		const first = late.rows[0];
		const found = await loadCase(store, String(first?.case_id));
		expect(found.running?.verdict.risk).toBe('late');
	});
});

describe('one case', () => {
	test('leads from every event of its sequence to the row that says it', async () => {
		const found = await caseOf('EP-B-0001');
		expect(found.sequence.length).toBeGreaterThan(10);
		for (const event of found.sequence) {
			expect(event.sources[0]).toMatchObject({ name: 'pos-epurchasing.csv' });
			expect(event.sources[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
		}
		expect(found.sequence.map(({ position }) => position)).toEqual(
			found.sequence.map((_, index) => index + 1)
		);
	});

	test('judges each step with its basis, and waits only after a known predecessor', async () => {
		const found = await caseOf('EP-B-0001');
		const [first, second] = found.sequence;
		expect(first?.measure).toMatchObject({ basis: 'service', clock: 'working', budget: 19_800 });
		expect(first?.waitingSeconds).toBeNull();
		expect(second?.since).toBe(first?.completed);
		expect(second?.waitingSeconds).toBeGreaterThanOrEqual(0);
	});

	test('knows the closed time behind its bars', async () => {
		const { timeline } = await caseOf('EP-B-0001');
		const kinds = new Set(timeline?.shades.map(({ kind }) => kind));
		expect(kinds).toContain('night');
		expect(kinds).toContain('weekend');
	});

	test('sets its limits and milestones apart from the steps', async () => {
		const { rows } = await casesAt('sop=lkpp-epurchasing&status=completed', 500);
		const cases = await Promise.all(rows.map((row) => loadCase(store, String(row.case_id))));
		const limited = cases.find(({ limits, others }) => limits.length > 0 && others.length > 0);
		expect(limited?.limits[0]?.measure).toMatchObject({ basis: 'limit', clock: 'workday' });
		expect(limited?.others[0]?.step?.milestone).toBe(true);
	});

	test('that runs has taken at least as long as its open step, and shows the worst deviations first', async () => {
		const { rows } = await casesAt('sop=oganilir-01&deviating=1&status=running', 40);
		const cases = await Promise.all(rows.map((row) => loadCase(store, String(row.case_id))));
		const waiting = cases.filter(({ open }) => (open?.measure.workingSeconds ?? 0) > 0);
		expect(waiting.length).toBeGreaterThan(0);
		for (const { open, timeline } of waiting)
			expect(timeline?.soFarSeconds).toBeGreaterThanOrEqual(open?.measure.workingSeconds ?? 0);
		const ranks = ['berat', 'sedang', 'ringan'];
		for (const { deviations } of cases) {
			const standing = deviations.filter(({ state }) => state === 'open');
			expect(deviations.slice(0, standing.length)).toEqual(standing);
			const found = standing.map(({ severity }) => ranks.indexOf(severity));
			expect(found).toEqual([...found].sort());
		}
	});

	test('of a package has no quality standard, and its plans are not in its sequence', async () => {
		const { rows } = await casesAt('q=9901');
		const row = rows.find(({ kind }) => kind === 'packages');
		const found = await loadCase(store, String(row?.case_id));
		expect(found.version).toBeNull();
		expect(found.others.every(({ kind }) => kind === 'planned')).toBe(true);
		expect(found.facts.length).toBeGreaterThan(0);
		expect(caseLead(found)).toContain('tidak mempunyai SOP dalam katalog');
	});

	test('says in its lead what is late, with figures that the sequence shows', async () => {
		const { rows } = await casesAt('sop=oganilir-01&deviating=1&status=completed', 1);
		const found = await loadCase(store, String(rows[0]?.case_id));
		const late = found.sequence.filter(
			({ measure }) => measure?.verdict === 'late' && !measure.provisional
		).length;
		expect(late).toBeGreaterThan(0);
		expect(caseLead(found)).toContain(
			`${late} dari ${found.judged.onTime + found.judged.late} langkah`
		);
	});

	test.each(['0', '999999999', 'abc', '1e3', '-1', '99999999999999'])(
		'that does not exist (%s) is said not to',
		async (id) => {
			await expect(loadCase(store, id)).rejects.toMatchObject(
				new UserError('case_not_found', { case: id })
			);
		}
	);
});

describe('the list of deviations', () => {
	test('counts what the summary counts, in every scope', async () => {
		for (const unit of [null, '9901', '9902', '9903']) {
			for (const [from, to] of [
				[null, null],
				['2026-09-01', '2026-09-30']
			] as const) {
				const scope = await findScope(store, { unit, sop: null, from, to });
				const filters = parseDeviationFilters(new URLSearchParams(), null);
				const { counts, kinds, schedule } = await summariseDeviations(store, { scope, filters });
				const summary = await summarise(store, scope);
				expect(counts).toMatchObject({
					excused: summary.deviationsExcused,
					provisional: summary.deviationsProvisional
				});
				const open = Object.fromEntries(
					[...kinds, ...schedule].filter((group) => group.open > 0).map((g) => [g.value, g.open])
				);
				expect(open).toEqual(summary.deviations);
			}
		}
	});

	test.each([
		'',
		'kind=late_step&severity=berat',
		'state=excused',
		'state=provisional',
		'party=supplier',
		'sop=oganilir-01&step=4',
		'actor=Verifikator',
		'q=REG-A',
		'unit=9902&period=2026-08'
	])('filtered by "%s" holds as many rows as it counts', async (query) => {
		const { list, summary } = await deviationsAt(query, 5_000);
		expect(summary.counts.total).toBe(list.rows.length);
		expect(list.rows.length).toBeGreaterThan(0);
		const { open, excused, provisional, total } = summary.counts;
		expect(open + excused + provisional).toBe(total);
	});

	test.each(['day', 'severity', 'ratio', 'case'])(
		'sorted by %s shows every deviation once',
		async (sort) => {
			for (const dir of ['asc', 'desc']) {
				const ids: string[] = [];
				let after = '';
				do {
					const { list } = await deviationsAt(`sort=${sort}&dir=${dir}${after}`, 500);
					ids.push(...list.rows.map(({ id }) => id));
					after = list.next === null ? '' : `&after=${encodeURIComponent(list.next)}`;
				} while (after !== '');
				const { summary } = await deviationsAt('');
				expect(ids).toHaveLength(summary.counts.total);
				expect(new Set(ids).size).toBe(ids.length);
			}
		}
	);

	test('leads from every late step to a source row, and says it in a sentence', async () => {
		const { list } = await deviationsAt('kind=late_step', 5_000);
		for (const row of list.rows) {
			const shown = showDeviation(row);
			expect(shown.source?.sha256).toMatch(/^[0-9a-f]{64}$/);
			expect(shown.sentence).toMatch(/terhadap batas/);
		}
	});

	test('opens with a sentence that holds where there is nothing', async () => {
		const { summary } = await deviationsAt('period=2001');
		expect(deviationsLead(summary)).toBe('Tidak ada penyimpangan untuk saringan ini.');
		const all = await deviationsAt('');
		expect(deviationsLead(all.summary)).toMatch(/penyimpangan, .*ditindaklanjuti/);
	});

	test('downloads the rows that it shows, in their order, in one file', async () => {
		const { list, scope, filters } = await deviationsAt('kind=late_step&sort=ratio', 5_000);
		const text = await new Response(streamDeviationsCsv(store, { scope, filters })).text();
		const lines = text.split('\r\n');
		expect(text.startsWith('\uFEFF') || text.startsWith('Jenis')).toBe(true);
		expect(lines).toHaveLength(list.rows.length + 2);
		const third = list.rows[2];
		expect(lines[3]).toContain(third?.case_key);
		expect(lines[3]).toContain(String(third?.record));
	});
});
