import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tableFromIPC } from 'apache-arrow';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NO_FILTERS, parseFilters } from '$lib/domain/filters/filters';
import { ALL } from '$lib/domain/filters/period';
import { judgedOf } from '$lib/domain/rates/tally';
import { UserError } from '$lib/domain/user-error';
import type { Store } from '../../database/store';
import { openProduct } from '../../product';
import { loadSamples } from '../../samples/load';
import { listCases, parseCaseFilters } from '../cases/case-list';
import { readOverview } from '../overview/overview';
import { parseOther, readComparison } from './compare';
import { MAX_DOTS, readDotsHead, readEvents, sampleOf } from './dots';
import { parseMapChoice, readMap, readPath } from './map';
import { findMined, listMined } from './mined-process';
import { WHOLE } from '../scope';
import { readBudgets, readHandovers, readTimes, readWorkload } from './times';
import { listVariants } from './variants';

let folder: string;
let store: Store;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'tepat-mining-'));
	store = await openProduct({ path: join(folder, 'tepat.duckdb'), home: process.cwd() });
	await loadSamples(store, { now: '2026-11-01T00:00:00' });
});

afterAll(async () => {
	await store.close();
	await rm(folder, { recursive: true });
});

const choose = (query: string) => parseMapChoice(new URLSearchParams(query));
const pos = () => findMined(store, 'pos-epurchasing', NO_FILTERS);

test('at each activity of a map as many cases pass in as out, however many activities it keeps', async () => {
	const mined = await pos();
	for (const activities of [0, 10, 35, 60, 100]) {
		const map = await readMap(store, mined, choose(`activities=${activities}&paths=100`));
		expect(map.nodes.length).toBeGreaterThan(0);
		for (const { node, passes } of map.nodes) {
			const sum = (edges: { passes: number }[]) =>
				edges.reduce((all, edge) => all + edge.passes, 0);
			expect(sum(map.edges.filter(({ target }) => target === node))).toBe(passes);
			expect(sum(map.edges.filter(({ source }) => source === node))).toBe(passes);
		}
	}
});

test('a path leads to just as many cases as it says', async () => {
	const mined = await pos();
	for (const query of ['paths=100', 'paths=100&activities=40']) {
		const { edges } = await readMap(store, mined, choose(query));
		const some = [...edges.slice(0, 3), ...edges.slice(-3)];
		for (const { source, target, ending, cases } of some) {
			const params = new URLSearchParams(`${query}&path=${source ?? ''}.${target ?? ''}`);
			const path = await readPath(store, mined, params);
			const list = await listCases(store, {
				scope: { ...WHOLE, process: mined.process },
				status: ending,
				filters: parseCaseFilters(params),
				place: { key: null, backward: false },
				variants: path?.variants ?? null
			});
			expect(list.counts.cases).toBe(cases);
		}
	}
});

test('the SOP is asked only where completed cases end: of others nobody knows where they would have', async () => {
	const { edges } = await readMap(store, await pos(), choose('paths=100'));
	const last = edges.filter(({ target }) => target === null);
	expect(new Set(last.map(({ ending }) => ending))).toEqual(
		new Set(['completed', 'running', 'cancelled', 'abandoned'])
	);
	for (const { ending, inSop } of last) expect(inSop === null).toBe(ending !== 'completed');
	for (const { target, ending } of edges) expect(ending === null).toBe(target !== null);
});

test('persons are compared within one office, the actors of the steps between two; a running case has yet to come to steps', async () => {
	const { filters } = parseFilters(new URLSearchParams('period=2026-10'));
	const read = (query: string) => {
		const other = parseOther(new URLSearchParams(query), filters);
		if (!other) throw new Error('nothing to compare with');
		return readComparison(store, 'pos-epurchasing', filters, other);
	};
	const months = await read('with_period=2026-09');
	expect(months.handoversOfPersons).toBe(true);
	const units = await read('with_unit=*&with_period=2026-10');
	expect(units.handoversOfPersons).toBe(true);
	for (const { sides, activities } of [months, units])
		for (const { one, other } of activities) {
			expect(one.share.n).toBe(sides.one.cases - sides.one.running);
			expect(other.share.n).toBe(sides.other.cases - sides.other.running);
			for (const { hits, n } of [one.share, other.share]) expect(hits).toBeLessThanOrEqual(n);
		}
	const [office] = await store.all('reading/units');
	const roles = await read(`with_unit=${office?.code}&with_period=2026-10`);
	expect(roles.handoversOfPersons).toBe(false);
	const { steps } = JSON.parse(
		(await store.get('sop/version', { sop: 'pos-epurchasing', since: null }))?.document ?? '{}'
	) as { steps: { actors: string[] }[] };
	const actors = new Set(steps.map((step) => step.actors.join(' / ')));
	expect(roles.handovers.length).toBeGreaterThan(0);
	for (const { source } of roles.handovers.slice(0, 5)) expect(actors).toContain(source);
	for (const row of await readHandovers(store, await pos(), 5)) {
		expect(row.all_pairs).toBeGreaterThan(5);
		expect(row.source_role).not.toBeNull();
		expect(row.offices).not.toBe('');
	}
});

test('the shares of a compared map count as those of the activities do', async () => {
	const { filters } = parseFilters(new URLSearchParams('period=2026-10'));
	const other = parseOther(new URLSearchParams('with_period=2026-09'), filters);
	if (!other) throw new Error('nothing to compare with');
	const { map, activities, sides } = await readComparison(store, 'pos-epurchasing', filters, other);
	expect(sides.one.running + sides.other.running).toBeGreaterThan(0);
	for (const { node, one, other: before } of map.nodes) {
		const row = activities.find((each) => each.node === node);
		expect([one, before]).toEqual([row?.one.share, row?.other.share]);
	}
});

test('a path that nobody can read is refused', async () => {
	const mined = await pos();
	for (const path of ['.', '1', 'a.b', '1.2.3', '']) {
		await expect(readPath(store, mined, new URLSearchParams({ path }))).rejects.toThrow(UserError);
	}
	expect(await readPath(store, mined, new URLSearchParams())).toBeNull();
});

test('times stand at the paths only where they are asked for, and never without their number', async () => {
	const mined = await pos();
	const counted = await readMap(store, mined, choose(''));
	expect(counted.edges.every(({ median, timed }) => median === null && timed === 0)).toBe(true);
	const timed = await readMap(store, mined, choose('measure=median'));
	expect(timed.edges.some(({ median }) => median !== null)).toBe(true);
	for (const edge of timed.edges) {
		expect(edge.median === null).toBe(edge.timed === 0);
		expect(edge.timed).toBeLessThanOrEqual(edge.direct);
		if (edge.median !== null) expect(edge.p95).toBeGreaterThanOrEqual(edge.median);
	}
});

test('the variants add up to the cases, and their synchronous and log moves to their events', async () => {
	for (const { code, cases } of await listMined(store, NO_FILTERS)) {
		const mined = await findMined(store, code, NO_FILTERS);
		let [sum, last] = [0, 0];
		for (let page = 1; ; page++) {
			const list = await listVariants(store, mined, { page });
			if (list.rows.length === 0) break;
			for (const row of list.rows) {
				sum += row.cases;
				expect(row.cumulated).toBeCloseTo(sum / cases, 9);
				expect(row.moves.filter(({ kind }) => kind !== 'model').length).toBeLessThanOrEqual(
					row.events
				);
				expect(row.rank).toBe(++last);
			}
		}
		expect(sum).toBe(cases);
	}
});

test('times and workload count the same events, and a filter narrows both', async () => {
	const mined = await pos();
	const events = (rows: readonly { events: number }[]) =>
		rows.reduce((sum, row) => sum + row.events, 0);
	const all = events(await readTimes(store, mined));
	expect(events(await readWorkload(store, mined))).toBe(all);
	const { filters } = parseFilters(new URLSearchParams('period=2026-09'));
	const month = await findMined(store, 'pos-epurchasing', filters);
	const fewer = events(await readTimes(store, month));
	expect(fewer).toBeGreaterThan(0);
	expect(fewer).toBeLessThan(all);
	expect(events(await readWorkload(store, month))).toBe(fewer);
});

test('percentiles of a time rise, and are there exactly where something was timed', async () => {
	for (const row of await readTimes(store, await pos())) {
		expect(row.service === null).toBe(row.timed === 0);
		expect(row.waiting === null).toBe(row.waited === 0);
		for (const spread of [row.service, row.waiting]) {
			if (spread) expect([...spread].sort((a, b) => a - b)).toEqual(spread);
		}
		expect(row.repeats).toBe(row.events - row.cases);
	}
});

test('a variant that was chosen is there on every page with its own place, and fits its SOP from 0 to 1', async () => {
	const mined = await pos();
	const all = await listVariants(store, mined, { page: 1 });
	const third = all.rows[2];
	if (!third) throw new Error('too few variants');
	const later = await listVariants(store, mined, { page: 2, chosen: [third.variant, -1] });
	expect(later.chosen).toEqual([third]);
	expect(later.rows.map(({ rank }) => rank)).not.toContain(third.rank);
	for (const { fitness, moves, cost } of all.rows) {
		expect(fitness).toBeGreaterThan(0);
		expect(fitness).toBeLessThanOrEqual(1);
		if (cost === 0) expect(moves.every(({ kind }) => kind !== 'log')).toBe(true);
		expect(fitness === 1).toBe(cost === 0);
	}
});

test('steps stand against their budgets as the whole process is judged', async () => {
	const mined = await pos();
	const steps = await readBudgets(store, mined);
	const parties = await store.kept('mining/judged', { version: mined.version, ...mined.scope });
	const whole = (take: (row: (typeof parties)[number]) => number) =>
		parties.reduce((all, row) => all + take(row), 0);
	const sum = (take: (row: (typeof steps)[number]) => number) =>
		steps.reduce((all, row) => all + take(row), 0);
	expect(sum(({ tally }) => tally.onTime)).toBe(whole((row) => row.on_time));
	expect(sum(({ tally }) => tally.late)).toBe(whole((row) => row.late));
	expect(sum(({ tally }) => tally.unmeasured)).toBe(whole((row) => row.unmeasured));
	for (const supplier of [false, true]) {
		const own = steps.filter((step) => step.supplier === supplier);
		const judged = parties.filter((row) => row.supplier === supplier);
		expect(own.length).toBeGreaterThan(0);
		expect(own.map(({ node, tally }) => [node, tally.late])).toEqual(
			judged.map(({ step, late }) => [step, late])
		);
	}
	for (const { tally, used, over, budget } of steps) {
		expect(used === null).toBe(judgedOf(tally) === 0);
		expect(over > 0).toBe(tally.late > 0);
		expect(budget).toBeGreaterThan(0);
		if (used) {
			expect([...used].sort((a, b) => a - b)).toEqual(used);
			// A tenth of them late: the highest of the percentiles lies above the budget.
			if (tally.late > judgedOf(tally) * 0.1) expect(used[4]).toBeGreaterThan(1);
			if (tally.late === 0 && tally.excused === 0) expect(used[4]).toBeLessThanOrEqual(1);
		}
	}
	const without = await findMined(
		store,
		(await listMined(store, NO_FILTERS)).find(({ kind }) => kind !== 'sop')?.code ?? '',
		NO_FILTERS
	);
	expect(await readBudgets(store, without)).toEqual([]);
});

test('the dots are the events of the sequences, case after case, each in its time', async () => {
	const mined = await pos();
	const head = await readDotsHead(store, mined);
	for (const sort of ['start', 'duration'] as const) {
		const choice = { sort, variant: null, most: MAX_DOTS };
		const table = tableFromIPC(await readEvents(store, mined, choice));
		const numbers = (name: string) => [...(table.getChild(name) ?? [])] as number[];
		const [cases, minutes, nodes] = [numbers('case_id'), numbers('minute'), numbers('node')];
		expect(table.numRows).toBe(head.activities.reduce((sum, { passes }) => sum + passes, 0));
		const runs = cases.filter((id, at) => id !== cases[at - 1]);
		expect(new Set(runs).size).toBe(runs.length);
		for (const { node, passes } of head.activities)
			expect(nodes.filter((each) => each === node).length).toBe(passes);
		minutes.forEach((minute, at) => {
			if (cases[at] === cases[at - 1]) expect(minute).toBeGreaterThanOrEqual(minutes[at - 1] ?? 0);
		});
		const begun = minutes.filter((_, at) => cases[at] !== cases[at - 1]);
		const lasted = runs.map((id) => {
			const own = minutes.filter((_, at) => cases[at] === id);
			return Math.max(...own) - Math.min(...own);
		});
		const ordered = sort === 'start' ? begun : lasted;
		// Cases are ordered by their first start, dots lie at completions: a case may reach a little ahead.
		if (sort === 'start') expect(ordered[0]).toBeLessThan(ordered.at(-1) ?? 0);
		else expect(lasted[0]).toBeLessThan(lasted.at(-1) ?? 0);
	}
});

test('of more events than may be drawn whole cases are taken, and of a variant its cases only', async () => {
	const mined = await pos();
	const read = async (variant: number | null, most: number) => {
		const table = tableFromIPC(await readEvents(store, mined, { sort: 'start', variant, most }));
		return [...(table.getChild('case_id') ?? [])] as number[];
	};
	const all = await read(null, MAX_DOTS);
	const few = await read(null, 500);
	expect(sampleOf(all.length, MAX_DOTS)).toBe(1);
	expect(few.length).toBeLessThan(all.length / 2);
	const eventsOf = (ids: number[], id: number) => ids.filter((each) => each === id).length;
	for (const id of new Set(few)) expect(eventsOf(few, id)).toBe(eventsOf(all, id));
	const [first] = (await listVariants(store, mined, { page: 1 })).rows;
	if (!first) throw new Error('a process without a variant');
	expect(new Set(await read(first.variant, MAX_DOTS)).size).toBe(first.cases);
});

test('two scopes are compared each by what lies in it, and a side with itself is the same', async () => {
	const { filters } = parseFilters(new URLSearchParams('period=2026-09'));
	const other = parseOther(new URLSearchParams(), filters);
	if (!other) throw new Error('a month without the one before it');
	const found = await readComparison(store, 'pos-epurchasing', filters, other);
	for (const [side, chosen] of [
		[found.sides.one, filters],
		[found.sides.other, { ...filters, ...other }]
	] as const) {
		const times = await readTimes(store, await findMined(store, 'pos-epurchasing', chosen));
		expect(side.repeats.n).toBe(times.reduce((sum, row) => sum + row.events, 0));
		expect(side.cases).toBeGreaterThan(0);
		expect(side.usual.hits).toBeLessThanOrEqual(side.cases);
		expect(side.tally.onTime + side.tally.late).toBeGreaterThan(0);
	}
	for (const edge of found.map.edges) {
		expect(edge.change === 'one').toBe(edge.one.hits > 0 && edge.other.hits === 0);
		expect(edge.change === 'other').toBe(edge.one.hits === 0 && edge.other.hits > 0);
		// Who still runs has yet to come to the rest of the way: neither a hit nor one of those counted.
		expect(edge.one.hits + edge.other.hits).toBeLessThanOrEqual(edge.cases);
		expect(edge.ending).not.toBe('running');
		expect([edge.one.n, edge.other.n]).toEqual(
			[found.sides.one, found.sides.other].map(({ cases, running }) => cases - running)
		);
	}
	for (const { one, other: before } of found.variants) {
		expect(one.hits + before.hits).toBeGreaterThan(0);
		expect([one.n, before.n]).toEqual([found.sides.one.cases, found.sides.other.cases]);
	}
	expect(found.handovers.length).toBeGreaterThan(0);
	const late = found.steps.reduce((sum, { one }) => sum + one.late, 0);
	expect(late).toBe(found.sides.one.tally.late + found.sides.one.suppliers.late);
	const same = { unit: filters.unit, period: filters.period };
	const { sides, ...mirrored } = await readComparison(store, 'pos-epurchasing', filters, same);
	expect(sides.one).toEqual(sides.other);
	expect(mirrored.map.edges.every(({ change }) => change === 'alike')).toBe(true);
	for (const rows of [mirrored.variants, mirrored.handovers, mirrored.map.edges, mirrored.steps])
		for (const { one, other: mirror } of rows) expect(one).toEqual(mirror);
	expect(parseOther(new URLSearchParams(), NO_FILTERS)).toBeNull();
	expect(parseOther(new URLSearchParams('with_unit=*'), filters)?.unit).toBeNull();
});

test('a comparison judges the office apart from suppliers, service limits with the steps, as the overview does', async () => {
	let [supplied, limits] = [0, 0];
	for (const { code } of await listMined(store, NO_FILTERS)) {
		const filters = { ...NO_FILTERS, sop: code };
		const { own, suppliers } = await readOverview(store, filters);
		const { sides } = await readComparison(store, code, filters, { unit: null, period: ALL });
		if (sides.one.outside === null) continue;
		expect(sides.one.tally).toEqual(own);
		expect(sides.one.suppliers).toEqual(suppliers);
		supplied += judgedOf(suppliers);
		if (code === 'lkpp-epurchasing') limits += judgedOf(own);
	}
	expect(supplied).toBeGreaterThan(0);
	expect(limits).toBeGreaterThan(0);
});

test('a median is the middle of two, with lead times of at least so much among them, on every page alike', async () => {
	for (const { code, median_lead_seconds } of await listMined(store, NO_FILTERS)) {
		const filters = { ...NO_FILTERS, sop: code };
		const { sides } = await readComparison(store, code, filters, { unit: null, period: ALL });
		expect(sides.one.medianLead).toBe(median_lead_seconds);
		const { scope } = await findMined(store, code, NO_FILTERS);
		const leads = (await store.all('reading/cases', { ...WHOLE, process: scope.process }))
			.filter(({ state }) => state === 'completed')
			.map((row) => row.lead_working_seconds)
			.filter((lead) => lead !== null)
			.sort((a, b) => a - b);
		expect(sides.one.leads).toBe(leads.length);
		const [low, high] = [leads[(leads.length - 1) >> 1], leads[leads.length >> 1]];
		const middle = low === undefined || high === undefined ? null : (low + high) / 2;
		expect(sides.one.medianLead).toBe(middle);
	}
});

test('an answer is kept until the store changes, and one that failed is not', async () => {
	const { scope } = await pos();
	const first = await store.kept('mining/workload', scope);
	expect(await store.kept('mining/workload', scope)).toBe(first);
	await store.write(() => Promise.resolve());
	const second = await store.kept('mining/workload', scope);
	expect(second).not.toBe(first);
	expect(second).toEqual(first);
	expect(await store.within([]).kept('mining/workload', scope)).toEqual([]);
});

test('a process nobody knows is refused by name', async () => {
	await expect(findMined(store, 'tidak-ada', NO_FILTERS)).rejects.toThrow(UserError);
});
