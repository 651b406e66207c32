import type { Filters } from '$lib/domain/filters/filters';
import { periodRange, type Period } from '$lib/domain/filters/period';
import type { Queries } from '../../database/generated/queries';
import type { Reading } from '../../database/store';
import {
	changesOf,
	costliestActors,
	costliestSteps,
	stepsOf,
	type ActorCost,
	type Change,
	type StepFigures,
	type StepRow
} from './steps';
import { sumTallies, type Tally } from '$lib/domain/rates/tally';
import { readTrend, type Trend } from './trend';
import { comparisonOf, type Comparison } from './window';

type Row<Name extends keyof Queries> = Queries[Name]['row'];

/** A running case whose open step is beyond its budget or near it. */
export type OpenStep = Omit<Row<'overview/open_steps'>, 'actors'> & { actors: string[] };

/** How many cases are in each state. Running ones belong to the data date, the others to their end. */
export interface CaseCounts {
	completed: number;
	running: number;
	abandoned: number;
	cancelled: number;
}

/** The deviations of a period. `open` is what stands against somebody: neither excused nor provisional. */
export interface DeviationCounts {
	open: number;
	/** The open ones by severity; together they are `open`. */
	berat: number;
	sedang: number;
	ringan: number;
	excused: number;
	provisional: number;
	/** Of the open ones, those of steps that suppliers are accountable for. */
	suppliers: number;
	/** Of the open ones, those against a case's own schedule, outside every quality standard. */
	schedule: number;
}

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
	/** Cases of the period that no SOP of the catalogue governs, among all states. */
	casesWithoutSop: number;
	deviations: DeviationCounts;
	/** Open steps of running cases, as of the data date whatever the period. */
	open: Row<'overview/open_counts'>;
	openSteps: OpenStep[];
	trend: Trend | null;
	sops: SopFigures[];
	/** SOPs of the scope in which nothing happened in the period. */
	idleSops: number;
	steps: StepFigures[];
	actors: ActorCost[];
	supplierSteps: StepFigures[];
	/** null where no period precedes, or where either of the two has nothing judged. */
	comparing: Comparing | null;
	/** Titles of SOPs by code. */
	titles: Record<string, string>;
	/** Offices of the scope with how far their data reaches, local to their zone. */
	units: { name: string; zone: string; dataDate: string | null }[];
}

/** Beyond this share of its budget an open step is near it. */
const NEAR = 0.8;
const OPEN_SHOWN = 6;
const COSTLY_SHOWN = 6;
const SUPPLIER_SHOWN = 4;
const CHANGES = { least: 0.02, most: 6 };

/**
 * Answers the overview of what the filters name; a unit or an SOP that the store does not have counts as
 * not chosen (the frame of the page says so). The status of cases does not filter it.
 */
export async function readOverview(store: Reading, filters: Filters): Promise<Overview> {
	const [units, processes] = await Promise.all([
		store.all('reading/units'),
		store.all('reading/processes')
	]);
	const sops = processes.filter(({ kind }) => kind === 'sop');
	const unit = units.find(({ code }) => code === filters.unit)?.unit ?? null;
	const process = sops.find(({ code }) => code === filters.sop)?.process ?? null;
	const scope = { unit, process };
	const shownUnits = units.filter((row) => unit === null || row.unit === unit);
	const dataDate = latest(shownUnits.map(({ data_date }) => data_date));
	const titles = new Map(sops.map(({ code, title }) => [code, title]));
	const { period } = filters;
	const range = periodRange(period);
	const comparison = comparisonOf(period, dataDate);
	const chosen = {
		...scope,
		from: range?.from ?? null,
		to: range?.to ?? null,
		before_from: null,
		before_to: null
	};
	const compared = comparison ? { ...scope, ...compare(comparison) } : null;
	// With a period, the comparison's rows hold those of the period as well.
	const both = period.kind === 'all' ? null : compared;

	const [steps, spread, cases, deviations, open, openSteps, trend, beside] = await Promise.all([
		store.all('overview/steps', both ?? chosen),
		store.all('overview/spread', { ...scope, from: chosen.from, to: chosen.to }),
		store.all('overview/cases', both ?? chosen),
		store.all('overview/deviations', both ?? chosen),
		store.get('overview/open_counts', { ...scope, near: NEAR }),
		store.all('overview/open_steps', {
			...scope,
			near: NEAR,
			most: OPEN_SHOWN
		}),
		readTrend(store, { ...scope, period, titles }),
		compared && !both ? readBeside(store, compared) : null
	]);
	if (!open) throw new Error('an aggregate without a row');

	const figures = stepsOf(steps, true);
	const own = figures.filter(({ supplier }) => !supplier);
	const supplied = figures.filter(({ supplier }) => supplier);
	const inSop = sops.filter((sop) => process === null || sop.process === process);
	const rows = sopRows({ sops: inSop, own, spread, cases, deviations });
	return {
		hasCases: processes.some((row) => row.cases > 0),
		period,
		own: sumTallies(own.map(({ tally }) => tally)),
		suppliers: sumTallies(supplied.map(({ tally }) => tally)),
		cases: countCases(cases, true),
		casesWithoutSop: sum(
			cases.filter((row) => row.current && !titles.has(row.process)).map((row) => row.cases)
		),
		deviations: countDeviations(deviations, true),
		open,
		openSteps: openSteps.map((row) => ({ ...row, actors: row.actors.filter((a) => a !== null) })),
		trend,
		sops: rows,
		idleSops: inSop.length - rows.length,
		steps: costliestSteps(own).slice(0, COSTLY_SHOWN),
		actors: costliestActors(own).slice(0, COSTLY_SHOWN),
		supplierSteps: costliestSteps(supplied).slice(0, SUPPLIER_SHOWN),
		comparing: comparison ? compareRows(comparison, beside ?? { steps, cases, deviations }) : null,
		titles: Object.fromEntries(titles),
		units: shownUnits.map(({ name, zone, data_date }) => ({ name, zone, dataDate: data_date }))
	};
}

interface Rows {
	steps: StepRow[];
	cases: Row<'overview/cases'>[];
	deviations: Row<'overview/deviations'>[];
}

async function readBeside(
	store: Reading,
	params: Queries['overview/steps']['params']
): Promise<Rows> {
	const [steps, cases, deviations] = await Promise.all([
		store.all('overview/steps', params),
		store.all('overview/cases', params),
		store.all('overview/deviations', params)
	]);
	return { steps, cases, deviations };
}

function compare({ current, before }: Comparison) {
	const [now, then] = [periodRange(current), periodRange(before)];
	return {
		from: now?.from ?? null,
		to: now?.to ?? null,
		before_from: then?.from ?? null,
		before_to: then?.to ?? null
	};
}

function compareRows(comparison: Comparison, rows: Rows): Comparing | null {
	const own = (current: boolean) =>
		stepsOf(rows.steps, current).filter(({ supplier }) => !supplier);
	const [now, then] = [own(true), own(false)];
	const tallies = {
		now: sumTallies(now.map(({ tally }) => tally)),
		then: sumTallies(then.map(({ tally }) => tally))
	};
	if ([tallies.now, tallies.then].some(({ onTime, late }) => onTime + late === 0)) return null;
	return {
		...comparison,
		...tallies,
		completed: {
			now: countCases(rows.cases, true).completed,
			then: countCases(rows.cases, false).completed
		},
		deviations: {
			now: countDeviations(rows.deviations, true).open,
			then: countDeviations(rows.deviations, false).open
		},
		changes: changesOf(now, then, CHANGES)
	};
}

function sopRows(given: {
	sops: readonly { code: string; title: string }[];
	own: readonly StepFigures[];
	spread: readonly Row<'overview/spread'>[];
	cases: readonly Row<'overview/cases'>[];
	deviations: readonly Row<'overview/deviations'>[];
}): SopFigures[] {
	return given.sops
		.map(({ code, title }) => {
			const of = <Item extends { process: string }>(items: readonly Item[]) =>
				items.filter(({ process }) => process === code);
			const spread = of(given.spread)[0];
			const counts = countCases(of(given.cases), true);
			const steps = of(given.own);
			return {
				code,
				title,
				cases: sum(Object.values(counts)),
				completed: counts.completed,
				running: counts.running,
				tally: sumTallies(steps.map(({ tally }) => tally)),
				spread:
					spread && spread.median !== null && spread.p95 !== null
						? { median: spread.median, p95: spread.p95 }
						: null,
				heaviest: costliestSteps(steps)[0] ?? null,
				deviations: countDeviations(of(given.deviations), true).open,
				seen: steps.length > 0
			};
		})
		.filter(({ cases, seen }) => cases > 0 || seen)
		.map(({ cases: _cases, seen: _seen, ...row }) => row)
		.sort(
			(a, b) =>
				b.tally.late - a.tally.late || b.completed - a.completed || a.title.localeCompare(b.title)
		);
}

function countCases(rows: readonly Row<'overview/cases'>[], current: boolean): CaseCounts {
	const of = (state: string) =>
		sum(rows.filter((row) => row.current === current && row.state === state).map((r) => r.cases));
	return {
		completed: of('completed'),
		running: of('running'),
		abandoned: of('abandoned'),
		cancelled: of('cancelled')
	};
}

function countDeviations(
	rows: readonly Row<'overview/deviations'>[],
	current: boolean
): DeviationCounts {
	const of = (is: (row: Row<'overview/deviations'>) => boolean) =>
		sum(rows.filter((row) => row.current === current && is(row)).map((row) => row.deviations));
	const open = (row: Row<'overview/deviations'>) => !row.excused && !row.provisional;
	return {
		open: of(open),
		berat: of((row) => open(row) && row.severity === 'berat'),
		sedang: of((row) => open(row) && row.severity === 'sedang'),
		ringan: of((row) => open(row) && row.severity === 'ringan'),
		excused: of((row) => row.excused && !row.provisional),
		provisional: of((row) => row.provisional),
		suppliers: of((row) => open(row) && row.supplier),
		schedule: of((row) => open(row) && row.schedule)
	};
}

function latest(dates: readonly (string | null)[]): string | null {
	return dates.reduce((last, date) => (date !== null && (last ?? '') < date ? date : last), null);
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, number) => total + number, 0);
}
