import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { overwriteGetLocale } from '$lib/paraglide/runtime';
import type { Store } from '$lib/server/database/store';
import {
	deviationParams,
	parseDeviationFilters
} from '$lib/server/reading/deviations/deviation-filters';
import { summariseDeviations } from '$lib/server/reading/deviations/deviation-groups';
import { listDeviations } from '$lib/server/reading/deviations/deviation-list';
import { scopeOfFilters } from '$lib/server/reading/scope';
import { summarise } from '$lib/server/reading/summary';
import { followUp } from '$lib/server/followup/follow-up';
import { readOverview } from '$lib/server/reading/overview/overview';
import { NO_FILTERS, parseFilters } from '$lib/domain/filters/filters';
import { loadSamples } from '$lib/server/samples/load';
import { NOW, Workbench } from './workbench';

overwriteGetLocale(() => 'id');

let bench: Workbench;
let store: Store;
beforeAll(async () => {
	bench = await Workbench.open();
	store = bench.store;
	await loadSamples(store, { now: NOW });
}, 120_000);
afterAll(() => bench.close());

async function read(query: string) {
	const params = new URLSearchParams(query);
	const scope = await scopeOfFilters(store, parseFilters(params).filters);
	return { scope, filters: parseDeviationFilters(params, null) };
}

/** Every row of the list, page by page as the pages of the product turn them. */
async function walk(query: string) {
	const given = await read(query);
	const rows = [];
	let key: string | null = null;
	do {
		const page: Awaited<ReturnType<typeof listDeviations>> = await listDeviations(store, {
			...given,
			place: { key, backward: false },
			size: 400
		});
		rows.push(...page.rows);
		key = page.next;
	} while (key !== null);
	return rows;
}

/** Explains some deviations, as somebody of the office does. */
async function explain(query: string): Promise<number> {
	const ids = (await walk(query)).map(({ id }) => id);
	const { done } = await followUp(store, {
		ids,
		act: 'explain',
		body: 'Listrik padam',
		files: [],
		by: { account: null, name: 'dewi', owner: 'dewi' },
		now: NOW
	});
	return done;
}

test('a follow-up lowers what is not followed up, in the list and on the overview alike, and nothing else', async () => {
	const counts = async () => {
		const { counts: listed } = await summariseDeviations(store, await read(''));
		const { deviations } = await readOverview(store, NO_FILTERS);
		expect(deviations.open).toBe(listed.open);
		expect(deviations.unfollowed).toBe(listed.unfollowed);
		expect(await walk('state=open&follow=open')).toHaveLength(listed.unfollowed);
		return listed;
	};
	const before = await counts();
	expect(before.unfollowed).toBe(before.open);
	const explained = await explain('state=open&severity=berat&unit=9901');
	expect(explained).toBeGreaterThan(0);
	expect(await counts()).toEqual({ ...before, unfollowed: before.open - explained });
});

describe('the counts of deviations', () => {
	test.each([
		'',
		'unit=9901',
		'sop=oganilir-03&unit=9902',
		'period=2026-08',
		'category=kelengkapan',
		'kind=missing_output',
		'severity=berat&state=open&sort=ratio',
		'state=provisional&sort=severity&dir=asc',
		'party=supplier&sop=oganilir-01',
		'kind=late_step&step=4&sop=oganilir-01',
		'actor=Verifikator&sort=case',
		'q=UPJ&follow=open'
	])('of the list, its groups and the report agree: %s', async (query) => {
		const given = await read(query);
		const [rows, summary, report] = await Promise.all([
			walk(query),
			summariseDeviations(store, given),
			store.all('reporting/identities', {
				...deviationParams(given.scope, given.filters),
				layout: 'case'
			})
		]);
		expect(rows.length).toBeGreaterThan(0);
		const ids = new Set(rows.map(({ id }) => id));
		expect(ids.size).toBe(rows.length);
		// A report's findings are without what nobody has confirmed, unless its state is asked for.
		const findings = rows.filter(({ provisional }) => given.filters.state !== null || !provisional);
		expect(new Set(report.map(({ id }) => id))).toEqual(new Set(findings.map(({ id }) => id)));
		const { counts } = summary;
		expect(counts.total).toBe(rows.length);
		const unfollowed = rows.filter(
			({ state, provisional, follow }) => state === 'open' && !provisional && follow === 'open'
		);
		expect(counts.unfollowed).toBe(unfollowed.length);
		expect(Object.values(summary.follows).reduce((all, count) => all + count, 0)).toBe(rows.length);
		expect(counts.open + counts.excused + counts.provisional).toBe(counts.total);
		const sum = (groups: { total: number }[]) => groups.reduce((all, { total }) => all + total, 0);
		expect(sum([...summary.kinds, ...summary.schedule])).toBe(rows.length);
		expect(sum(summary.causes)).toBe(rows.length);
		expect(sum(summary.steps)).toBe(rows.filter(({ step_id }) => step_id !== null).length);
		expect(sum(summary.actors)).toBe(
			rows.reduce((all, { accountable }) => all + (accountable?.length ?? 0), 0)
		);
		expect(Object.values(summary.severities).reduce((all, count) => all + count, 0)).toBe(
			rows.length
		);
		for (const group of summary.cases)
			expect(rows.filter(({ case_id }) => String(case_id) === group.value)).toHaveLength(
				group.total
			);
	});

	test('of a cause are those of the list that the cause leads to', async () => {
		const { causes } = await summariseDeviations(store, await read(''));
		for (const cause of causes.filter(({ step }) => step !== null).slice(0, 6)) {
			const params = new URLSearchParams({
				kind: cause.value,
				step: cause.step ?? '',
				sop: cause.process ?? ''
			});
			expect(await walk(params.toString())).toHaveLength(cause.total);
		}
	});

	test.each(['', 'unit=9903', 'sop=oganilir-01', 'period=2026-09'])(
		'of the list are those of the summary, which the overview and the command line answer: %s',
		async (query) => {
			const { scope } = await read(query);
			const [rows, summary, csv] = await Promise.all([
				walk(query),
				summarise(store, scope),
				store.all('reading/deviations', scope)
			]);
			expect(csv).toHaveLength(rows.length);
			const open = rows.filter(({ state, provisional }) => state === 'open' && !provisional);
			const kinds: Record<string, number> = {};
			for (const { kind } of open) kinds[kind] = (kinds[kind] ?? 0) + 1;
			for (const [kind, count] of Object.entries(summary.deviations))
				expect([kind, kinds[kind] ?? 0]).toEqual([kind, count]);
			expect(Object.keys(kinds).every((kind) => kind in summary.deviations)).toBe(true);
			expect(summary.deviationsProvisional).toBe(
				rows.filter(({ provisional }) => provisional).length
			);
			expect(summary.deviationsExcused).toBe(
				rows.filter(({ state, provisional }) => state === 'excused' && !provisional).length
			);
		}
	);
});
