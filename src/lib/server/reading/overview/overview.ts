import type { Filters } from '$lib/domain/filters/filters';
import { periodRange, type Period } from '$lib/domain/filters/period';
import { balanceUrgent } from '$lib/domain/risk/risk';
import { sumTallies, type Tally } from '$lib/domain/rates/tally';
import type { Queries } from '../../database/generated/queries';
import type { Reading } from '../../database/store';
import {
	countRisks,
	nameStandings,
	readStandings,
	type RiskCounts,
	type RunningCase
} from '../risk/risks';
import {
	countCases,
	countDeviations,
	sum,
	type CaseCounts,
	type CaseRow,
	type DeviationCounts,
	type DeviationRow
} from './counts';
import { inSlots, slotParams, slotsOf, type Slot } from './slots';
import {
	changesOf,
	costliestActors,
	costliestSteps,
	stepsOf,
	type ActorCost,
	type Change,
	type OccurrenceRow,
	type StepFigures,
	type StepName
} from './steps';
import { drawTrend, type Trend } from './trend';
import { comparisonOf, trendWindow, type Comparison, type TrendWindow } from './window';

type Row<Name extends keyof Queries> = Queries[Name]['row'];

/** One SOP in the period; the office's own steps only. */
export interface SopFigures {
	code: string;
	title: string;
	completed: number;
	running: number;
	tally: Tally;
	/** Time used as a ratio to the budget; null where nothing was judged. */
	spread: { median: number; p95: number } | null;
	/** The step that cost most time beyond its budget; null where none was late. */
	heaviest: StepFigures | null;
	deviations: number;
}

/** What changed between two periods. */
export interface Comparing extends Comparison {
	now: Tally;
	then: Tally;
	completed: { now: number; then: number };
	deviations: { now: number; then: number };
	changes: Change[];
}

/** The page for the head of the office. Figures are the office's own unless they are named otherwise. */
export interface Overview {
	/** Has the store any case at all? Without one there is nothing else to say. */
	hasCases: boolean;
	period: Period;
	own: Tally;
	suppliers: Tally;
	cases: CaseCounts;
	/** Those of the completed cases that no SOP of the catalogue governs. */
	casesWithoutSop: number;
	/** unfollowed: of the open ones, those that nobody has explained, decided or excused. */
	deviations: DeviationCounts & { unfollowed: number };
	/** How running cases stand to their budgets, as of the data date whatever the period. */
	open: RiskCounts;
	/** Of those that need somebody some of each kind: late, at risk, then those that rest on an inferred value. */
	urgent: RunningCase[];
	/** Deviations that were explained and wait for a decision, and since when the oldest of them does. */
	waiting: { count: number; since: string | null };
	trend: Trend | null;
	sops: SopFigures[];
	/** SOPs of the scope in which nothing happened in the period. */
	idleSops: number;
	steps: StepFigures[];
	actors: ActorCost[];
	supplierSteps: StepFigures[];
	/** How many each of these lists would hold if none was left out. */
	stepsInAll: number;
	actorsInAll: number;
	supplierStepsInAll: number;
	/** null where no period precedes, or where either of the two has nothing judged. */
	comparing: Comparing | null;
	/** Titles of SOPs by code. */
	titles: Record<string, string>;
	/** How far the data of the scope reach, local to the office that reaches farthest. */
	dataDate: string | null;
	/** Offices of the scope with how far their data reaches, local to their zone. */
	units: { name: string; zone: string; dataDate: string | null }[];
}

const URGENT_SHOWN = 6;
const COSTLY_SHOWN = 6;
const SUPPLIER_SHOWN = 4;
const CHANGES = { least: 0.02, most: 6 };

/**
 * Answers the overview of what the filters name; a unit or an SOP that the store does not have counts as
 * not chosen (the frame of the page says so). The status of cases does not filter it.
 */
export async function readOverview(store: Reading, filters: Filters): Promise<Overview> {
	const [units, sops] = await Promise.all([
		store.kept('overview/units'),
		store.kept('overview/processes')
	]);
	const unit = units.find(({ code }) => code === filters.unit)?.unit ?? null;
	const process = sops.find(({ code }) => code === filters.sop)?.process ?? null;
	const scope = { unit, process };
	const shownUnits = units.filter((row) => unit === null || row.unit === unit);
	const dataDate = latest(shownUnits.map(({ data_date }) => data_date));
	const titles = new Map(sops.map(({ code, title }) => [code, title]));
	const { period } = filters;
	const comparison = comparisonOf(period, dataDate);
	const compared = { ...scope, ...slotParams(comparison) };
	const whole = period.kind === 'all';
	const range = periodRange(period);
	const ranged = { ...scope, from: range?.from ?? null, to: range?.to ?? null };

	const [read, spread, cases, deviations, running, [waiting], [followed]] = await Promise.all([
		readOccurrences(store, { scope, period, comparison }),
		store.kept('overview/spread', ranged),
		store.kept('overview/cases', { ...compared, whole }),
		store.kept('overview/deviations', { ...compared, whole }),
		readStandings(store, scope),
		store.kept('overview/waiting', scope),
		store.kept('overview/followed', ranged)
	]);

	const { names, rows, window } = read;
	const slots = slotsOf(period);
	const figures = stepsOf(inSlots(rows, slots), names);
	const own = figures.filter(({ supplier }) => !supplier);
	const supplied = figures.filter(({ supplier }) => supplier);
	const costly = {
		steps: costliestSteps(own),
		actors: costliestActors(own),
		supplied: costliestSteps(supplied)
	};
	const shown = { cases: inSlots(cases, slots), deviations: inSlots(deviations, slots) };
	const counted = countDeviations(shown.deviations);
	const inSop = sops.filter((sop) => process === null || sop.process === process);
	const sopFigures = sopRows({ sops: inSop, own, spread, ...shown });
	return {
		hasCases: sops.some(({ any_case }) => any_case),
		period,
		own: sumTallies(own.map(({ tally }) => tally)),
		suppliers: sumTallies(supplied.map(({ tally }) => tally)),
		cases: countCases(shown.cases),
		casesWithoutSop: sum(
			shown.cases
				.filter((row) => row.state === 'completed' && !titles.has(row.process))
				.map((row) => row.cases)
		),
		deviations: { ...counted, unfollowed: counted.open - (followed?.followed ?? 0) },
		open: countRisks(running),
		urgent: await nameStandings(store, balanceUrgent(running, URGENT_SHOWN)),
		waiting: { count: waiting?.waiting ?? 0, since: waiting?.since ?? null },
		trend: drawTrend({ rows, names, window, titles }),
		sops: sopFigures,
		idleSops: inSop.length - sopFigures.length,
		steps: costly.steps.slice(0, COSTLY_SHOWN),
		actors: costly.actors.slice(0, COSTLY_SHOWN),
		supplierSteps: costly.supplied.slice(0, SUPPLIER_SHOWN),
		stepsInAll: costly.steps.length,
		actorsInAll: costly.actors.length,
		supplierStepsInAll: costly.supplied.length,
		comparing: comparison && compareRows(comparison, { rows, names, cases, deviations }),
		titles: Object.fromEntries(titles),
		dataDate,
		units: shownUnits.map(({ name, zone, data_date }) => ({ name, zone, dataDate: data_date }))
	};
}

/** Reads what was completed, as far back as the period, its comparison and its trend reach. */
async function readOccurrences(
	store: Reading,
	given: {
		scope: { unit: number | null; process: number | null };
		period: Period;
		comparison: Comparison | null;
	}
): Promise<{
	names: readonly StepName[];
	rows: readonly OccurrenceRow[];
	window: TrendWindow | null;
}> {
	const { scope, period, comparison } = given;
	const [names, [span]] = await Promise.all([
		store.kept('overview/steps'),
		store.kept('overview/span', scope)
	]);
	const window = trendWindow(
		period,
		span?.first_day && span.last_day ? { first: span.first_day, last: span.last_day } : null
	);
	const slots = slotParams(comparison);
	const bounds = [window?.from, window?.to, ...Object.values(slots)]
		.filter((date) => typeof date === 'string')
		.sort();
	const whole = period.kind === 'all';
	const rows = await store.kept('overview/occurrences', {
		...scope,
		...slots,
		first: whole ? null : (bounds[0] ?? null),
		last: whole ? null : (bounds.at(-1) ?? null),
		bucket: window?.bucket ?? 'month',
		trend_from: window?.from ?? null,
		trend_to: window?.to ?? null
	});
	return { names, rows, window };
}

function compareRows(
	comparison: Comparison,
	read: {
		rows: readonly OccurrenceRow[];
		names: readonly StepName[];
		cases: readonly CaseRow[];
		deviations: readonly DeviationRow[];
	}
): Comparing | null {
	const own = (slot: Slot) =>
		stepsOf(inSlots(read.rows, [slot]), read.names).filter(({ supplier }) => !supplier);
	const [now, then] = [own('now'), own('before')];
	const tallies = {
		now: sumTallies(now.map(({ tally }) => tally)),
		then: sumTallies(then.map(({ tally }) => tally))
	};
	if ([tallies.now, tallies.then].some(({ onTime, late }) => onTime + late === 0)) return null;
	return {
		...comparison,
		...tallies,
		completed: {
			now: countCases(inSlots(read.cases, ['now'])).completed,
			then: countCases(inSlots(read.cases, ['before'])).completed
		},
		deviations: {
			now: countDeviations(inSlots(read.deviations, ['now'])).open,
			then: countDeviations(inSlots(read.deviations, ['before'])).open
		},
		changes: changesOf(now, then, CHANGES)
	};
}

function sopRows(given: {
	sops: readonly { code: string; title: string }[];
	own: readonly StepFigures[];
	spread: readonly Row<'overview/spread'>[];
	cases: readonly CaseRow[];
	deviations: readonly DeviationRow[];
}): SopFigures[] {
	const of = <Item extends { process: string }>(items: readonly Item[], code: string) =>
		items.filter(({ process }) => process === code);
	return given.sops
		.filter(({ code }) =>
			[given.own, given.cases].some((rows) => rows.some(({ process }) => process === code))
		)
		.map(({ code, title }) => {
			const spread = of(given.spread, code)[0];
			const counts = countCases(of(given.cases, code));
			const steps = of(given.own, code);
			return {
				code,
				title,
				completed: counts.completed,
				running: counts.running,
				tally: sumTallies(steps.map(({ tally }) => tally)),
				spread:
					spread && spread.median !== null && spread.p95 !== null
						? { median: spread.median / 1000, p95: spread.p95 / 1000 }
						: null,
				heaviest: costliestSteps(steps)[0] ?? null,
				deviations: countDeviations(of(given.deviations, code)).open
			};
		})
		.sort(
			(a, b) =>
				b.tally.late - a.tally.late || b.completed - a.completed || a.title.localeCompare(b.title)
		);
}

function latest(dates: readonly (string | null)[]): string | null {
	return dates.reduce((last, date) => (date !== null && (last ?? '') < date ? date : last), null);
}
