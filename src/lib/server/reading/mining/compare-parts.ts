import { keepActivities, keepPaths, pathKey, type MapEdge } from '$lib/domain/mining/process-map';
import { compareShares, type Share } from '$lib/domain/rates/difference';
import { NO_TALLY, type Tally } from '$lib/domain/rates/tally';
import type { Queries } from '../../database/generated/queries';
import type { Reading } from '../../database/store';
import { tallyOf } from '../overview/steps';
import { leadsTo, readEdges } from './map';
import { nodeName, type MinedProcess, type NodeName } from './mined-process';
import { findVariants, type VariantMove, type VariantRow } from './variants';

/** One process in two scopes. */
export type Pair = readonly [one: MinedProcess, other: MinedProcess];

/** How a step of the SOP was judged in both scopes. */
export interface ComparedStep extends NodeName {
	node: number;
	/** Is a supplier accountable for it? Then its lateness is not the office's own. */
	supplier: boolean;
	one: Tally;
	other: Tally;
}

/** A sequence that is frequent in one of the scopes: its share of the cases of both. */
export interface ComparedVariant {
	variant: number;
	complete: boolean;
	fitness: number | null;
	moves: VariantMove[];
	one: Share;
	other: Share;
}

/** A path in both scopes: the share of the cases that take it. */
export interface ComparedEdge extends MapEdge {
	inSop: boolean | null;
	one: Share;
	other: Share;
	/** Only one scope has it, its share differs, or neither. */
	change: 'one' | 'other' | 'differs' | 'alike';
}

export interface ComparedMap {
	/** With the cases of both scopes. */
	nodes: (NodeName & { node: number; one: Share; other: Share })[];
	edges: ComparedEdge[];
	/** Paths in all, drawn or not. */
	every: number;
}

/** A handover in both scopes, of all handovers; null where it is too rare there to be told. */
export interface ComparedHandover {
	source: string;
	target: string;
	one: Share | null;
	other: Share | null;
}

/** Frequent sequences of each scope that are compared. */
const VARIANTS = 12;

/** Pairs of actors that are told apart in each scope, and how many of them are shown. */
const HANDOVERS = { told: 500, shown: 25 };

/** Share of all paths of a map of two scopes; what differs is drawn beside them. */
const PATHS = 0.2;

/** Paths that differ are drawn however rare they are: so many. */
const MOST_DIFFERENT = 40;

/** How everything with a date in a scope was judged, by step and by who is accountable. */
export function readJudged(
	store: Reading,
	{ version, scope }: MinedProcess
): Promise<readonly Queries['mining/judged']['row'][]> {
	return store.kept('mining/judged', { version, ...scope });
}

/** The steps of the SOP that occur in one of the scopes, in the order of the document. */
export async function compareSteps(store: Reading, pair: Pair): Promise<ComparedStep[]> {
	const [mined] = pair;
	const rows = await both(pair, (side) => readJudged(store, side));
	return join(rows, ({ step, supplier }) => `${step} ${supplier}`)
		.flatMap(([one, other]) => {
			const { step, supplier } = one ?? other ?? {};
			if (step == null || supplier === undefined) return [];
			const tally = (row: typeof one) => (row ? tallyOf(row) : NO_TALLY);
			return [
				{
					...{ node: step, supplier, ...nodeName(mined, step, '') },
					...{ one: tally(one), other: tally(other) }
				}
			];
		})
		.sort((a, b) => a.node - b.node);
}

/** The most frequent sequences of either scope, each with its exact share in both. */
export async function compareVariants(store: Reading, pair: Pair): Promise<ComparedVariant[]> {
	const most = await both(pair, (mined) =>
		findVariants(store, mined, { size: VARIANTS, skip: 0, chosen: [] })
	);
	const chosen = [...new Set(most.flat().map(({ variant }) => variant))].sort((a, b) => a - b);
	// Only what is frequent in the other scope alone is still to be asked for.
	const complete = async (mined: MinedProcess, known: readonly VariantRow[]) => {
		const missing = chosen.filter((variant) => known.every((row) => row.variant !== variant));
		if (missing.length === 0) return known;
		return [...known, ...(await findVariants(store, mined, { size: 0, skip: 0, chosen: missing }))];
	};
	const [one, other] = await Promise.all([complete(pair[0], most[0]), complete(pair[1], most[1])]);
	const rows = new Map([...other, ...one].map((row) => [row.variant, row]));
	const share = (found: readonly VariantRow[], variant: number): Share => ({
		hits: found.find((row) => row.variant === variant)?.cases ?? 0,
		n: found[0]?.all_cases ?? 0
	});
	return chosen
		.flatMap((variant) => {
			const row = rows.get(variant);
			if (!row) return [];
			const { complete, fitness, moves } = row;
			const sides = { one: share(one, variant), other: share(other, variant) };
			return [{ variant, complete, fitness, moves, ...sides }];
		})
		.sort((a, b) => rate(b.one) + rate(b.other) - rate(a.one) - rate(a.other));
}

/**
 * The directly-follows graph of both scopes together, with which of them takes each path: of the cases that run no more, since the
 * others have yet to come to the rest of theirs.
 * @param n such cases of each scope
 */
export async function compareMaps(
	store: Reading,
	pair: Pair,
	n: readonly [number, number]
): Promise<ComparedMap> {
	const [mined] = pair;
	const params = ({ version, scope }: MinedProcess) => ({ version, ...scope, variant: null });
	const settled = <Row extends { settled: number }>(rows: readonly Row[]) =>
		rows.filter((row) => row.settled > 0);
	const nodes = await both(pair, async (side) =>
		settled(await store.kept('mining/nodes', params(side)))
	);
	const shares = (
		one: { settled: number } | undefined,
		other: { settled: number } | undefined
	) => ({
		one: { hits: one?.settled ?? 0, n: n[0] },
		other: { hits: other?.settled ?? 0, n: n[1] }
	});
	const joined = join(nodes, ({ node }) => String(node));
	const kept = keepActivities(
		joined.map(([one, other]) => sum(one, other)),
		1
	);
	const keep = kept.map(({ node }) => node);
	const paths = await both(pair, async (side) =>
		settled(await readEdges(store, { ...params(side), kept: keep }))
	);
	const edges = join(paths, pathKey).map(([one, other]): ComparedEdge => {
		const edge = sum(one, other);
		const sides = shares(one, other);
		const change = !other
			? 'one'
			: !one
				? 'other'
				: compareShares(sides.one, sides.other) === 'differs'
					? 'differs'
					: 'alike';
		return { ...edge, inSop: leadsTo(mined, edge), ...sides, change };
	});
	const drawn = new Set(keepPaths(edges, PATHS));
	const differ = edges.filter((edge) => compareShares(edge.one, edge.other) === 'differs');
	for (const edge of differ.slice(0, MOST_DIFFERENT)) drawn.add(edge);
	return {
		nodes: joined.flatMap(([one, other]) => {
			const { node, text } = sum(one, other);
			if (!keep.includes(node)) return [];
			return [{ node, ...nodeName(mined, node, text), ...shares(one, other) }];
		}),
		edges: edges.filter((edge) => drawn.has(edge)),
		every: edges.length
	};
}

/** Whether the persons of a pair's scopes can be the same: those of two offices have their names alone in common. */
export function sharesPersons([one, other]: Pair): boolean {
	return one.scope.unit === other.scope.unit;
}

/**
 * Who hands work to whom in both scopes, most often first: persons where both are of one office, else the actors that the SOP
 * makes accountable.
 */
export async function compareHandovers(store: Reading, pair: Pair): Promise<ComparedHandover[]> {
	const size = HANDOVERS.told;
	const rows = await both<readonly Handed[]>(pair, async ({ version, scope }) => {
		if (!sharesPersons(pair))
			return store.kept('mining/role_handovers', { version, ...scope, size });
		const persons = await store.kept('mining/handover_counts', { ...scope, size });
		return persons.map(({ source_name, target_name, passes, all_passes }) => ({
			...{ source: source_name, target: target_name, passes, all_passes }
		}));
	});
	const all = rows.map(([row]) => row?.all_passes ?? 0);
	/** Of a pair that is not among those told apart nothing is known, unless all are. */
	const share = (row: { passes: number } | undefined, side: 0 | 1): Share | null =>
		!row && rows[side].length === HANDOVERS.told
			? null
			: { hits: row?.passes ?? 0, n: all[side] ?? 0 };
	return join(rows, ({ source, target }) => `${source}>${target}`)
		.flatMap(([one, other]) => {
			const row = one ?? other;
			if (!row) return [];
			const { source, target } = row;
			return [{ source, target, one: share(one, 0), other: share(other, 1) }];
		})
		.sort((a, b) => rate(b.one) + rate(b.other) - rate(a.one) - rate(a.other))
		.slice(0, HANDOVERS.shown);
}

type Handed = Pick<
	Queries['mining/role_handovers']['row'],
	'source' | 'target' | 'passes' | 'all_passes'
>;

async function both<Found>(
	[one, other]: Pair,
	read: (mined: MinedProcess) => Promise<Found>
): Promise<[Found, Found]> {
	return Promise.all([read(one), read(other)]);
}

/** Rows of two lists that have the same key; what only one has stands alone. */
function join<Row>(
	[one, other]: readonly [readonly Row[], readonly Row[]],
	key: (row: Row) => string
): [one: Row | undefined, other: Row | undefined][] {
	const left = new Map(one.map((row) => [key(row), row]));
	const right = new Map(other.map((row) => [key(row), row]));
	return [...new Set([...left.keys(), ...right.keys()])].map((each) => [
		left.get(each),
		right.get(each)
	]);
}

/** What both rows count, under the name that either has. */
function sum<Row extends { cases: number; passes: number }>(
	one: Row | undefined,
	other: Row | undefined
): Row {
	const row = one ?? other;
	if (!row) throw new Error('a pair of nothing');
	const add = (take: (from: Row) => number) => (one ? take(one) : 0) + (other ? take(other) : 0);
	return { ...row, cases: add(({ cases }) => cases), passes: add(({ passes }) => passes) };
}

function rate(share: Share | null): number {
	return share && share.n > 0 ? share.hits / share.n : 0;
}
