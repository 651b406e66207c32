import type { Reading, Store } from '../../database/store';
import { readChoice } from '../keyset';
import { nodeName, type MinedProcess, type NodeName } from './mined-process';

/** More dots than this are no use on any screen: of more events one case of so many is drawn. */
export const MAX_DOTS = 1_000_000;

/** More events than this do not move smoothly over a map: of more, one case of so many moves. */
export const MAX_REPLAYED = 200_000;

/** How a chart of dots lies, as its address says. */
export interface DotsChoice {
	/** Cases by when they began, or by how long they took. */
	sort: 'start' | 'duration';
	/** Times on the calendar, or since each case began. */
	axis: 'calendar' | 'elapsed';
}

/** An activity of the chart, those of the SOP in its order, then the others by how often they happen. */
export interface DotActivity extends NodeName {
	node: number;
	cases: number;
	passes: number;
}

export interface DotsHead {
	cases: number;
	events: number;
	activities: DotActivity[];
	/** One case of so many is drawn. */
	every: number;
}

/** Reads the parameters of a chart of dots; what cannot be used is ignored. */
export function parseDots(params: URLSearchParams): DotsChoice {
	return {
		sort: readChoice(params, 'sort', ['start', 'duration']) ?? 'start',
		axis: readChoice(params, 'axis', ['calendar', 'elapsed']) ?? 'calendar'
	};
}

/** What stands around a chart of dots: its activities, and how many events there are. */
export async function readDotsHead(store: Reading, mined: MinedProcess): Promise<DotsHead> {
	const { version, scope } = mined;
	const [totals, nodes] = await Promise.all([
		store.get('mining/totals', { ...scope, variant: null }),
		store.kept('mining/nodes', { version, ...scope, variant: null })
	]);
	if (!totals) throw new Error('an aggregate without a row');
	const activities = nodes.map(({ node, text, cases, passes }) => ({
		...nodeName(mined, node, text),
		node,
		cases,
		passes
	}));
	activities.sort((a, b) => order(a) - order(b) || b.passes - a.passes || b.node - a.node);
	return {
		cases: totals.cases,
		events: totals.events,
		activities,
		every: sampleOf(totals.events, MAX_DOTS)
	};
}

/** One case of so many is taken, so that at most about `most` events are. */
export function sampleOf(events: number, most: number): number {
	return Math.max(1, Math.ceil(events / most));
}

/**
 * The events of a process in a scope, of one variant or of all (null), as an Arrow IPC stream, case after case in the order asked
 * for: `case_id`, `minute` since 1970 on the local clock, `node`. Of more than `most` it takes one case of so many (sampleOf).
 */
export async function readEvents(
	store: Reading & Pick<Store, 'arrow'>,
	mined: MinedProcess,
	{ sort, variant, most }: Pick<DotsChoice, 'sort'> & { variant: number | null; most: number }
): Promise<Uint8Array> {
	const { version, scope } = mined;
	const totals = await store.get('mining/totals', { ...scope, variant });
	const every = sampleOf(totals?.events ?? 0, most);
	const lasting = sort === 'duration';
	return store.arrow('mining/dots', { version, ...scope, variant, lasting, every });
}

function order({ node }: { node: number }): number {
	return node < 0 ? Number.MAX_SAFE_INTEGER : node;
}
