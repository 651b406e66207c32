import type { Filters } from '$lib/domain/filters/filters';
import { ALL, parsePeriod, previousPeriod, type Period } from '$lib/domain/filters/period';
import type { Share } from '$lib/domain/rates/difference';
import { sumTallies, type Tally } from '$lib/domain/rates/tally';
import type { Queries } from '../../database/generated/queries';
import type { Reading } from '../../database/store';
import {
	compareHandovers,
	compareMaps,
	compareSteps,
	compareVariants,
	sharesPersons,
	readJudged,
	type ComparedHandover,
	type ComparedMap,
	type ComparedStep,
	type ComparedVariant
} from './compare-parts';
import { tallyOf } from '../overview/steps';
import { findMined, type MinedProcess, type NodeName } from './mined-process';
import { readTimes, readWorkload, type ActivityTimes, type Spread, type WorkHour } from './times';

/** What a scope is compared with: another period, another office, or both. */
export interface Other {
	unit: string | null;
	period: Period;
}

/** What the cases of one scope come to. Times in office seconds. */
export interface Side {
	cases: number;
	variants: number;
	completed: Share;
	/** Cases that still run: they may yet come to steps and paths that they have not taken. */
	running: number;
	/** Cases of the most frequent sequence. */
	usual: Share;
	/** Events of cases that show the activity before already. */
	repeats: Share;
	/** Events of activities that the SOP does not have; null without an SOP. */
	outside: Share | null;
	/** How the office's own steps were judged, and apart from them those that a supplier is accountable for. */
	tally: Tally;
	suppliers: Tally;
	/** Completed cases with a lead time. */
	leads: number;
	/** Of them without a first start: their lead time is at least what is counted. */
	lowerBound: number;
	medianLead: number | null;
	p95Lead: number | null;
}

/** An activity in both scopes: in how many of their cases that run no more, and how long it took. */
export interface ComparedActivity extends NodeName {
	node: number;
	one: ActivityFigures;
	other: ActivityFigures;
}

export interface ActivityFigures {
	share: Share;
	/** Events whose service, and whose waiting time is known. */
	timed: number;
	waited: number;
	/** In office seconds. */
	service: Spread | null;
	waiting: Spread | null;
	precision: number | null;
}

export interface MiningComparison {
	sides: { one: Side; other: Side };
	activities: ComparedActivity[];
	steps: ComparedStep[];
	variants: ComparedVariant[];
	map: ComparedMap;
	handovers: ComparedHandover[];
	/** Whether persons are told apart, or the actors of the SOP. */
	handoversOfPersons: boolean;
	workload: { one: readonly WorkHour[]; other: readonly WorkHour[] };
}

/**
 * What an address compares its filters with: `with_unit` (`*` for all offices) and `with_period` (`*` for all time); the
 * filters' own where one is left out. Without either: the period before; null where there is none.
 */
export function parseOther(params: URLSearchParams, filters: Filters): Other | null {
	const [unit, period] = [params.get('with_unit') || null, params.get('with_period') || null];
	if (unit === null && period === null) {
		const before = previousPeriod(filters.period);
		return before && { unit: filters.unit, period: before };
	}
	const read = period === null ? filters.period : period === '*' ? ALL : parsePeriod(period);
	return {
		unit: unit === null ? filters.unit : unit === '*' ? null : unit,
		period: read ?? filters.period
	};
}

/**
 * Compares how the cases of a process, of an SOP with several versions those of one, run in two scopes. A rate always comes with what it rests on. Throws as findMined.
 */
export async function readComparison(
	store: Reading,
	code: string,
	filters: Filters,
	other: Other,
	asked: string | null = null
): Promise<MiningComparison> {
	// Both by one version: what another one asks for is another measure.
	const first = await findMined(store, code, filters, asked);
	const pair = [
		first,
		await findMined(store, code, { ...filters, ...other }, first.shown)
	] as const;
	const [one, two] = await Promise.all([readSide(store, pair[0]), readSide(store, pair[1])]);
	const [steps, variants, map, handovers, workload] = await Promise.all([
		compareSteps(store, pair),
		compareVariants(store, pair),
		compareMaps(store, pair, [settledOf(one), settledOf(two)]),
		compareHandovers(store, pair),
		Promise.all([readWorkload(store, pair[0]), readWorkload(store, pair[1])])
	]);
	const nodes = new Map([...two.times, ...one.times].map((row) => [row.node, row]));
	const activities = [...nodes.values()].map(({ node, no, label, inSop }) => ({
		node,
		no,
		label,
		inSop,
		one: figures(one, node),
		other: figures(two, node)
	}));
	const place = ({ node }: { node: number }) => (node < 0 ? Number.MAX_SAFE_INTEGER : node);
	activities.sort((a, b) => place(a) - place(b) || b.one.share.hits - a.one.share.hits);
	return {
		sides: { one: one.side, other: two.side },
		activities,
		steps,
		variants,
		map,
		handovers,
		handoversOfPersons: sharesPersons(pair),
		workload: { one: workload[0], other: workload[1] }
	};
}

interface ReadSide {
	side: Side;
	/** By node: cases that show it and run no more. */
	settled: ReadonlyMap<number, number>;
	times: ActivityTimes[];
}

async function readSide(store: Reading, mined: MinedProcess): Promise<ReadSide> {
	const { version, scope } = mined;
	const [[found], judged, times, nodes] = await Promise.all([
		store.kept('mining/compared', mined.scope),
		readJudged(store, mined),
		readTimes(store, mined),
		store.kept('mining/nodes', { version, ...scope, variant: null })
	]);
	if (!found) throw new Error('an aggregate without a row');
	const sum = (take: (row: ActivityTimes) => number) =>
		times.reduce((all, row) => all + take(row), 0);
	const events = sum((row) => row.events);
	return {
		times,
		settled: new Map(nodes.map((row) => [row.node, row.settled])),
		side: {
			cases: found.cases,
			variants: found.variants,
			completed: { hits: found.completed, n: found.cases },
			running: found.running,
			usual: { hits: found.usual, n: found.cases },
			repeats: { hits: sum((row) => row.repeats), n: events },
			outside:
				mined.version === null
					? null
					: { hits: sum((row) => (row.inSop ? 0 : row.events)), n: events },
			tally: partOf(judged, false),
			suppliers: partOf(judged, true),
			leads: found.leads,
			lowerBound: found.lower_bound,
			medianLead: found.median_lead,
			p95Lead: found.p95_lead
		}
	};
}

/** Cases of a scope that run no more. */
function settledOf({ side }: Pick<ReadSide, 'side'>): number {
	return side.cases - side.running;
}

function partOf(rows: readonly Queries['mining/judged']['row'][], supplier: boolean): Tally {
	return sumTallies(rows.filter((row) => row.supplier === supplier).map(tallyOf));
}

function figures({ side, times, settled }: ReadSide, node: number): ActivityFigures {
	const row = times.find((each) => each.node === node);
	return {
		share: { hits: settled.get(node) ?? 0, n: settledOf({ side }) },
		timed: row?.timed ?? 0,
		waited: row?.waited ?? 0,
		service: row?.service ?? null,
		waiting: row?.waiting ?? null,
		precision: row?.precision ?? null
	};
}
