import { logFitness } from '$lib/domain/conformance/fitness';
import type { Reading } from '../database/store';
import type { Scope } from './scope';

/** The figures of a scope. Rates stand with what they rest on; null is a denominator of 0. */
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
	/** onTime / (onTime + late), 0 to 1. */
	onTimeRate: number | null;
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
		store.get('reading/summary_measurements', scope),
		store.get('reading/summary_cases', scope),
		store.all('reading/summary_deviations', scope),
		store.get('reading/data_date', { unit: scope.unit }),
		store.all('conformance/costs', scope)
	]);
	if (!steps || !cases) throw new Error('an aggregate without a row');
	const fitness = logFitness(
		costs.map(({ shortest_path, ...one }) => ({ ...one, shortestPath: shortest_path }))
	);
	const budgeted = steps.measured + steps.unmeasured + steps.provisional;
	return {
		dataDate: date?.data_date ?? null,
		events: cases.events,
		cases: cases.cases,
		completed: cases.completed,
		running: cases.running,
		abandoned: cases.abandoned,
		cancelled: cases.cancelled,
		variants: cases.variants,
		stepsMeasured: steps.measured,
		stepsUnmeasured: steps.unmeasured,
		stepsUnseen: steps.unseen,
		onTime: steps.on_time,
		late: steps.late,
		excused: steps.excused,
		provisional: steps.provisional,
		openLate: steps.open_late,
		withoutBudget: steps.no_budget,
		onTimeRate: ratio(steps.on_time, steps.on_time + steps.late),
		coverage: ratio(steps.measured, budgeted),
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

function ratio(part: number, whole: number): number | null {
	return whole === 0 ? null : part / whole;
}

function sum(numbers: number[]): number {
	return numbers.reduce((total, number) => total + number, 0);
}
