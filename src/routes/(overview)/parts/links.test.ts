import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseFilters } from '$lib/domain/filters/filters';
import type { Store } from '$lib/server/database/store';
import { openProduct } from '$lib/server/product';
import { listCases, parseCaseFilters } from '$lib/server/reading/cases/case-list';
import { parseDeviationFilters } from '$lib/server/reading/deviations/deviation-filters';
import { summariseDeviations } from '$lib/server/reading/deviations/deviation-groups';
import { readOverview, type Overview } from '$lib/server/reading/overview/overview';
import { scopeOfFilters } from '$lib/server/reading/scope';
import { loadSamples } from '$lib/server/samples/load';
import { overviewLinks, type OverviewLinks } from './links';

let folder: string;
let store: Store;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'tepat-links-'));
	store = await openProduct({ path: join(folder, 'tepat.duckdb'), home: process.cwd() });
	await loadSamples(store, { now: '2026-11-01T00:00:00' });
});

afterAll(async () => {
	await store.close();
	await rm(folder, { recursive: true });
});

/** How many rows the list of an address holds. */
async function totalAt(href: string): Promise<number> {
	const { pathname, searchParams } = new URL(href, 'http://localhost');
	const { filters } = parseFilters(searchParams);
	const scope = await scopeOfFilters(store, filters);
	if (pathname === '/deviations') {
		const own = parseDeviationFilters(searchParams, null);
		return (await summariseDeviations(store, { scope, filters: own })).counts.total;
	}
	const question = { scope, status: filters.status, filters: parseCaseFilters(searchParams) };
	const place = { key: null, backward: false };
	return (await listCases(store, { ...question, place, size: 1 })).counts.cases;
}

/** Every figure of the page that is a number of rows, with the address that it leads to. */
function figures(overview: Overview, links: OverviewLinks): [string, number, string][] {
	const { own, suppliers, deviations, cases, open } = overview;
	return [
		['late', own.late, links.late()],
		['late of suppliers', suppliers.late, links.late({ party: 'supplier' })],
		...overview.actors.flatMap(({ actor, late }): [string, number, string][] =>
			actor === null ? [] : [[`late of ${actor}`, late, links.lateOf(actor)]]
		),
		...[...overview.steps, ...overview.supplierSteps].map(
			({ process, stepId, supplier, tally }): [string, number, string] => [
				`late in ${process} ${stepId}`,
				tally.late,
				links.late({ sop: process, step: stepId, party: supplier ? 'supplier' : 'office' })
			]
		),
		...overview.sops.flatMap((sop): [string, number, string][] => [
			[`late in ${sop.code}`, sop.tally.late, links.late({ sop: sop.code })],
			[`completed in ${sop.code}`, sop.completed, links.cases('completed', sop.code)],
			[
				`open in ${sop.code}`,
				sop.deviations,
				links.deviations({ state: 'open' }, { sop: sop.code })
			]
		]),
		...(overview.trend?.points ?? []).map(({ from, to, tallies }): [string, number, string] => [
			`late from ${from} to ${to}`,
			tallies[0]?.late ?? 0,
			links.lateBetween(from, to)
		]),
		['open deviations', deviations.open, links.deviations({ state: 'open' })],
		['berat', deviations.berat, links.deviations({ state: 'open', severity: 'berat' })],
		['sedang', deviations.sedang, links.deviations({ state: 'open', severity: 'sedang' })],
		['ringan', deviations.ringan, links.deviations({ state: 'open', severity: 'ringan' })],
		['excused', deviations.excused, links.deviations({ state: 'excused' })],
		['provisional', deviations.provisional, links.deviations({ state: 'provisional' })],
		['of suppliers', deviations.suppliers, links.deviations({ state: 'open', party: 'supplier' })],
		[
			'of the schedule',
			deviations.schedule,
			links.deviations({ state: 'open', kind: 'late_schedule' })
		],
		['completed', cases.completed, links.cases('completed')],
		['running', cases.running, links.cases('running')],
		['cancelled', cases.cancelled, links.cases('cancelled')],
		['abandoned', cases.abandoned, links.cases('abandoned')],
		['late running', open.late, links.open('late')],
		['at risk', open.at_risk, links.open('risk')],
		['unknown', open.unknown, links.open('unknown')],
		['waiting', overview.waiting.count, links.waiting()]
	];
}

describe('every number of the page is that of the list it leads to', () => {
	test.each([
		'',
		'period=2026-10',
		'period=2026-Q3',
		'period=2026-S1',
		'unit=9901',
		'unit=9903&period=2026-09',
		'sop=oganilir-01',
		'sop=lkpp-epurchasing&period=2026-Q3',
		'sop=pos-epurchasing&period=2026-10'
	])('under "%s"', async (query) => {
		const { filters } = parseFilters(new URLSearchParams(query));
		const overview = await readOverview(store, filters);
		const links = overviewLinks(filters);
		const wrong: string[] = [];
		for (const [name, count, href] of figures(overview, links)) {
			const total = await totalAt(href);
			if (total !== count) wrong.push(`${name}: ${count}, but ${total} at ${href}`);
		}
		expect(wrong).toEqual([]);
		expect(overview.own.late).toBeGreaterThan(0);
	});

	test('the weeks of a period add up to its figure', async () => {
		const { filters } = parseFilters(new URLSearchParams('period=2026-10'));
		const { own, trend } = await readOverview(store, filters);
		const late = trend?.points.reduce((sum, { tallies }) => sum + (tallies[0]?.late ?? 0), 0);
		expect(late).toBe(own.late);
		expect(trend?.points[0]?.from).toBe('2026-10-01');
	});
});
