import { logFitness } from '$lib/domain/conformance/fitness';
import {
	budgetedOf,
	judgedOf,
	NO_TALLY,
	rateOf,
	sumTallies,
	type Tally
} from '$lib/domain/rates/tally';
import type { Queries } from '../database/generated/queries';
import type { Reading } from '../database/store';
import { tallyOf } from './overview/steps';
import type { Scope } from './scope';

/** How the steps of one side were judged. Rates stand with what they rest on; null is a denominator of 0. */
export interface Judged extends Tally {
	/** Of the unmeasured: required of a completed case that an import could show, but not seen. */
	unseen: number;
	/** Open steps of running cases beyond their budget at the data date; not in the rate. */
	openLate: number;
	/** On time of what was judged, 0 to 1. */
	onTimeRate: number | null;
	/** Judged of all occurrences, required or seen, that have a budget, 0 to 1. */
	coverage: number | null;
}

/**
 * The figures of a scope. Counts are of all steps; a rate is of the office's own or of the suppliers', whose lateness is
 * not the office's.
 */
export interface Summary {
	/** Local to the unit's zone; null where nothing has happened yet. */
	dataDate: string | null;
	events: number;
	cases: number;
	completed: number;
	running: number;
	abandoned: number;
	cancelled: number;
	variants: number;
	/** Completed step occurrences with a verdict that rests on nothing inferred: on time + late. */
	stepsMeasured: number;
	/** Step occurrences with a budget that could not be judged: completed ones, and those not seen. */
	stepsUnmeasured: number;
	/** Of these: required of a completed case that an import could show, but not seen. */
	stepsUnseen: number;
	onTime: number;
	late: number;
	/** Of the ones on time: late gross, on time net of outages. */
	excused: number;
	/** Verdicts that rest on an inferred value no office has confirmed: neither on time nor late. */
	provisional: number;
	/** Open steps of running cases beyond their budget at the data date; not in the rate. */
	openLate: number;
	/** Occurrences of steps without a budget: outside coverage. */
	withoutBudget: number;
	/** The steps that the office itself is accountable for. */
	own: Judged;
	/** The steps that a supplier is accountable for. */
	suppliers: Judged;
	/** stepsMeasured / all occurrences, required or seen, that have a budget, 0 to 1. */
	coverage: number | null;
	/** Of the completed cases of SOPs, aligned at least cost: log moves and missing steps in all. */
	alignmentCost: number;
	/** Mean fitness of those cases, 0 to 1. */
	averageFitness: number | null;
	/** 1 − alignmentCost / what it would be if nothing fitted, 0 to 1. */
	logFitness: number | null;
	deviations: Record<string, number>;
	deviationsExcused: number;
	deviationsProvisional: number;
}

/** Answers the figures of a scope: rates never without their coverage. */
export async function summarise(store: Reading, scope: Scope): Promise<Summary> {
	const [steps, cases, deviations, date, costs] = await Promise.all([
		store.all('reading/summary_measurements', scope),
		store.get('reading/summary_cases', scope),
		store.all('reading/summary_deviations', scope),
		store.get('reading/data_date', { unit: scope.unit }),
		store.all('conformance/costs', { ...scope, version: null })
	]);
	if (!cases) throw new Error('an aggregate without a row');
	const fitness = logFitness(
		costs.map(({ shortest_path, ...one }) => ({ ...one, shortestPath: shortest_path }))
	);
	const own = judgedBy(steps.find(({ supplier }) => !supplier));
	const suppliers = judgedBy(steps.find(({ supplier }) => supplier));
	const all = sumTallies([own, suppliers]);
	return {
		dataDate: date?.data_date ?? null,
		events: cases.events,
		cases: cases.cases,
		completed: cases.completed,
		running: cases.running,
		abandoned: cases.abandoned,
		cancelled: cases.cancelled,
		variants: cases.variants,
		stepsMeasured: judgedOf(all),
		stepsUnmeasured: all.unmeasured,
		stepsUnseen: own.unseen + suppliers.unseen,
		onTime: all.onTime,
		late: all.late,
		excused: all.excused,
		provisional: all.provisional,
		openLate: own.openLate + suppliers.openLate,
		withoutBudget: all.withoutBudget,
		own,
		suppliers,
		coverage: ratio(judgedOf(all), budgetedOf(all)),
		alignmentCost: fitness.cost,
		averageFitness: fitness.average,
		logFitness: fitness.log,
		deviations: Object.fromEntries(
			deviations.filter((row) => row.total > 0).map((row) => [row.kind, row.total])
		),
		deviationsExcused: sum(deviations.map((row) => row.excused)),
		deviationsProvisional: sum(deviations.map((row) => row.provisional))
	};
}

function judgedBy(row: Queries['reading/summary_measurements']['row'] | undefined): Judged {
	const tally = row ? tallyOf(row) : NO_TALLY;
	return {
		...tally,
		unseen: row?.unseen ?? 0,
		openLate: row?.open_late ?? 0,
		onTimeRate: rateOf(tally),
		coverage: ratio(judgedOf(tally), budgetedOf(tally))
	};
}

function ratio(part: number, whole: number): number | null {
	return whole === 0 ? null : part / whole;
}

function sum(numbers: number[]): number {
	return numbers.reduce((total, number) => total + number, 0);
}
