import type { CaseState } from '$lib/domain/filters/filters';
import { keepActivities, keepPaths, pathKey, type MapEdge } from '$lib/domain/mining/process-map';
import { UserError } from '$lib/domain/user-error';
import type { Queries } from '../../database/generated/queries';
import type { Reading } from '../../database/store';
import { readChoice } from '../keyset';
import { nodeName, type MinedProcess, type NodeName } from './mined-process';

/** What a map shows, as its address says. */
export interface MapChoice {
	/** Shares of all activities and of all paths, 0 to 1. */
	activities: number;
	paths: number;
	measure: 'count' | 'median' | 'p95';
	/** Only the cases of this variant; null for all. */
	variant: number | null;
}

export interface DrawnNode extends NodeName {
	node: number;
	cases: number;
	passes: number;
}

export interface DrawnEdge extends MapEdge {
	/** Times that nothing which the map leaves out lay between. */
	direct: number;
	/** Does the SOP lead this way? null where there is no SOP, and where cases end that are not completed. */
	inSop: boolean | null;
	/** Office seconds from one to the other where nothing lies between, of `timed` passes; null where unknown. */
	median: number | null;
	p95: number | null;
	timed: number;
	precision: number | null;
}

export interface ProcessMap {
	totals: { cases: number; completed: number; variants: number; events: number };
	nodes: DrawnNode[];
	edges: DrawnEdge[];
	/** All there are, drawn or not. */
	every: { nodes: number; edges: number };
}

/** Reads a map's own parameters of an address; what cannot be used is ignored. */
export function parseMapChoice(params: URLSearchParams): MapChoice {
	return {
		activities: readShare(params, 'activities', 1),
		paths: readShare(params, 'paths', 0.2),
		measure: readChoice(params, 'measure', ['count', 'median', 'p95']) ?? 'count',
		variant: readNumber(params, 'variant')
	};
}

/** A share that an address writes in percent. */
function readShare(params: URLSearchParams, name: string, otherwise: number): number {
	const text = params.get(name) ?? '';
	return /^\d{1,3}$/.test(text) ? Math.min(100, Number(text)) / 100 : otherwise;
}

/** A number of the store in an address; null for none and for anything else. */
export function readNumber(params: URLSearchParams, name: string): number | null {
	const text = params.get(name) ?? '';
	return /^-?\d{1,9}$/.test(text) ? Number(text) : null;
}

/**
 * The directly-follows graph of a process in a scope, cut to the activities and paths that the reader asks for, with the
 * office time of each path if that is what the map shows.
 */
export async function readMap(
	store: Reading,
	mined: MinedProcess,
	choice: MapChoice
): Promise<ProcessMap> {
	const { version, scope } = mined;
	const params = { version, ...scope, variant: choice.variant };
	const [totals, every] = await Promise.all([
		store.get('mining/totals', { ...scope, variant: choice.variant }),
		store.kept('mining/nodes', params)
	]);
	if (!totals) throw new Error('an aggregate without a row');
	const kept = keepActivities(every, choice.activities).map(({ node }) => node);
	const [edges, times] = await Promise.all([
		readEdges(store, { ...params, kept }),
		choice.measure === 'count' ? [] : store.kept('mining/edge_times', params)
	]);
	const timesOf = new Map(times.map((row) => [pathKey({ ...row, ending: null }), row]));
	return {
		totals,
		nodes: every
			.filter(({ node }) => kept.includes(node))
			.map(({ node, text, cases, passes }) => ({
				node,
				cases,
				passes,
				...nodeName(mined, node, text)
			})),
		edges: keepPaths(edges, choice.paths).map((edge) => {
			const time = timesOf.get(pathKey(edge));
			return {
				...edge,
				inSop: leadsTo(mined, edge),
				median: time?.median ?? null,
				p95: time?.p95 ?? null,
				timed: time?.timed ?? 0,
				precision: time?.precision ?? null
			};
		}),
		every: { nodes: every.length, edges: edges.length }
	};
}

/** The directly-follows graph with what its paths' endings mean. */
export async function readEdges(
	store: Reading,
	params: Queries['mining/edges']['params']
): Promise<(Queries['mining/edges']['row'] & Pick<MapEdge, 'ending'>)[]> {
	const rows = await store.kept('mining/edges', params);
	return rows.map((row) => ({ ...row, ending: row.ending as CaseState | null }));
}

/**
 * Whether the SOP leads from one activity directly to the other, begins with it or ends with it. Of a case that is not completed
 * nobody knows where it would have ended: null, as without an SOP.
 */
export function leadsTo(mined: MinedProcess, { source, target, ending }: MapEdge): boolean | null {
	if (mined.version === null || (ending !== null && ending !== 'completed')) return null;
	const step = (node: number | null) => mined.steps.find((row) => row.step === node);
	if (source === null) return step(target)?.is_start ?? false;
	if (target === null) return step(source)?.is_end ?? false;
	return step(source)?.targets.includes(target) ?? false;
}

/**
 * The path of a map that an address names, `path=12.13`, an empty side for where cases begin or end: its name and the variants
 * whose cases take it. null where the address names none. Throws UserError `mining_path` {path} for one that cannot be read.
 */
export async function readPath(
	store: Reading,
	mined: MinedProcess,
	params: URLSearchParams
): Promise<{ name: string; variants: number[] } | null> {
	const path = params.get('path');
	if (path === null) return null;
	const ends = /^(-?\d{1,9})?\.(-?\d{1,9})?$/.exec(path);
	if (!ends || path === '.') throw new UserError('mining_path', { path });
	const { version, process, scope } = mined;
	const { judged_by } = scope;
	const every = await store.kept('mining/nodes', { version, ...scope, variant: null });
	const [source, target] = [ends[1], ends[2]].map((end) =>
		end === undefined ? null : Number(end)
	) as [number | null, number | null];
	const rows = await store.all('mining/variants_of_edge', {
		version,
		process,
		judged_by,
		kept: keepActivities(every, parseMapChoice(params).activities).map(({ node }) => node),
		source,
		target
	});
	const name = (node: number | null) => {
		if (node === null) return '•';
		const found = nodeName(mined, node, every.find((row) => row.node === node)?.text ?? '?');
		return found.no === '' ? found.label : `${found.no}. ${found.label}`;
	};
	return {
		name: `${name(source)} → ${name(target)}`,
		variants: rows.map(({ variant }) => variant)
	};
}
