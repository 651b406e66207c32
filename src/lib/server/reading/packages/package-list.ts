import type { Reading } from '../../database/store';
import type { Queries } from '../../database/generated/queries';
import type { Funnel } from './package-stages';
import type { PackageScope } from './packages';

export type PackageRow = Queries['packages/list']['row'];

/** What a document's date says against the window of its package's schedule. */
export const PLAN_RESULTS = ['inside', 'late', 'early', 'overdue', 'pending', 'cancelled'] as const;
export type PlanResult = (typeof PLAN_RESULTS)[number];

export const PACKAGE_SORTS = ['latest', 'value', 'delay', 'stage'] as const;
export type PackageSort = (typeof PACKAGE_SORTS)[number];

/** What the list shows; null and empty lists choose nothing. Stages by id. */
export interface PackageChoice {
	search: string | null;
	has: string[];
	lacks: string[];
	plan: PlanResult | null;
	/** With `plan`: only windows of this document. */
	document: string | null;
	/** Attempts of this package. */
	parent: string | null;
	/** Only packages tried more than once. */
	repeated: boolean;
	/** Only packages whose schedule or status was seen to change. */
	changed: boolean;
	/** Documents of these two stages dated the wrong way round: `earlier-later`, by id. */
	order: string | null;
	sort: PackageSort;
}

/** Where a page of the list begins: after a row, or before it. */
export interface Place {
	rank: number;
	case: number;
	direction: 1 | -1;
}

export interface PackagePage {
	rows: PackageRow[];
	/** Packages that fit, on all pages. */
	total: number;
	/** The rows that the next and the previous page begin beside; null where there is none. */
	next: Omit<Place, 'direction'> | null;
	previous: Omit<Place, 'direction'> | null;
}

/** Reads the list's choice from an address; what cannot be used is left out. */
export function readPackageChoice(params: URLSearchParams): PackageChoice {
	const text = (name: string) => params.get(name)?.trim() || null;
	const oneOf = <T extends string>(values: readonly T[], name: string): T | null =>
		values.find((value) => value === params.get(name)) ?? null;
	const ids = (name: string) => (text(name) ?? '').split(',').filter((id) => id !== '');
	return {
		search: text('q')?.slice(0, 200) ?? null,
		has: ids('has'),
		lacks: ids('lacks'),
		plan: oneOf(PLAN_RESULTS, 'plan'),
		document: text('document'),
		parent: text('parent'),
		repeated: params.get('repeated') === '1',
		changed: params.get('changed') === '1',
		order: text('order'),
		sort: oneOf(PACKAGE_SORTS, 'sort') ?? 'latest'
	};
}

/** Reads `after` or `before`, `rank:case`, from an address; null for the first page. */
export function readPlace(params: URLSearchParams): Place | null {
	for (const [name, direction] of [
		['after', 1],
		['before', -1]
	] as const) {
		const parts = /^(-?\d+(?:\.\d+)?(?:e\+?\d+)?):(\d{1,9})$/.exec(params.get(name) ?? '');
		if (parts) return { rank: Number(parts[1]), case: Number(parts[2]), direction };
	}
	return null;
}

/** Writes a place as the address carries it. */
export function writePlace(place: Omit<Place, 'direction'>): string {
	return `${place.rank}:${place.case}`;
}

/**
 * One page of packages. A stage or pair of stages that the funnel does not have chooses nothing.
 * @param most rows of a page
 */
export async function listPackages(
	store: Reading,
	given: {
		scope: PackageScope;
		funnel: Funnel;
		choice: PackageChoice;
		place: Place | null;
		most: number;
	}
): Promise<PackagePage> {
	const { scope, funnel, choice, place, most } = given;
	const direction = place?.direction ?? 1;
	const found = await store.kept('packages/list', {
		...scope,
		...funnel.rows,
		search: choice.search,
		has: placesOf(funnel, choice.has),
		lacks: placesOf(funnel, choice.lacks),
		plan: choice.plan,
		document: choice.plan === null ? null : choice.document,
		parent: choice.parent,
		changed: choice.changed,
		only: await onlyCases(store, given),
		sort: choice.sort,
		rank: place?.rank ?? null,
		after: place?.case ?? null,
		direction,
		most: most + 1
	});
	const more = found.length > most;
	const rows = found.slice(0, most);
	if (direction === -1) rows.reverse();
	const edge = (row: PackageRow | undefined) =>
		row ? { rank: row.rank, case: row.case_id } : null;
	return {
		rows,
		total: found[0]?.total ?? 0,
		next: direction === -1 || more ? edge(rows.at(-1)) : null,
		previous: place !== null && (direction === 1 || more) ? edge(rows[0]) : null
	};
}

/** The stages that ids name, as places of the funnel; unknown ids name none. */
export function placesOf(funnel: Funnel, ids: readonly string[]): number[] {
	return funnel.stages.filter(({ id }) => ids.includes(id)).map(({ place }) => place);
}

/** The cases that a choice restricts the list to, where that takes a look at several of them at once. */
async function onlyCases(
	store: Reading,
	{ scope, funnel, choice }: { scope: PackageScope; funnel: Funnel; choice: PackageChoice }
): Promise<number[] | null> {
	let only: number[] | null = null;
	if (choice.order !== null) {
		const broken = await store.all('packages/broken_order', { ...scope, ...funnel.documents });
		const idOf = (place: number) => funnel.stages[place - 1]?.id ?? '';
		only = broken
			.filter((row) => `${idOf(row.earlier)}-${idOf(row.later)}` === choice.order)
			.map((row) => row.case_id);
	}
	if (choice.repeated) {
		const repeats = await store.all('packages/repeats', { ...scope, most: EVERY });
		const cases = new Set(repeats.flatMap((row) => row.cases));
		only = [...cases].filter(
			(id) => id !== null && (only === null || only.includes(id))
		) as number[];
	}
	return only;
}

const EVERY = 1_000_000;
