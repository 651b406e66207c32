import { normaliseActivity } from '$lib/domain/sop/normalise';
import type { Clock } from '$lib/format/durations';
import type { Queries } from '../../database/generated/queries';
import { sum } from './counts';
import { isSmall, judgedOf, rateOf, sumTallies, type Tally } from '$lib/domain/rates/tally';

export type OccurrenceRow = Queries['overview/occurrences']['row'];
export type StepName = Queries['overview/steps']['row'];

/** A step of an SOP in a period, with what it cost beyond its budget. */
export interface StepFigures {
	process: string;
	/** By which versions of the SOP they were judged. */
	versions: number[];
	stepId: string;
	no: string;
	activity: string;
	/** Whom the SOP makes accountable. */
	actors: string[];
	supplier: boolean;
	clock: Clock | null;
	tally: Tally;
	/** Beyond the budgets of the late occurrences, in the clock's unit: seconds, or days. */
	over: number;
}

/** What the steps of one accountable actor cost beyond their budgets, by clock. */
export interface ActorCost {
	/** null: the SOP names nobody. */
	actor: string | null;
	late: number;
	steps: number;
	over: { clock: Clock; amount: number }[];
}

/** A rate in two periods that both have enough to tell. */
export interface Change {
	process: string;
	/** The step that moved; null for the SOP as a whole. */
	step: { no: string; activity: string; stepId: string } | null;
	now: Tally;
	before: Tally;
	/** now − before, as a share of 1. */
	difference: number;
}

/**
 * What a unit of each clock weighs in office seconds, to put steps of different clocks in an order (37,5
 * office hours a week, Perpres 21/2023). It orders lists and is never shown as a duration.
 */
const OFFICE_SECONDS: Record<Clock, number> = {
	working: 1,
	workday: 27_000,
	calendar: (27_000 * 5) / 7,
	elapsed: (27_000 * 5) / (7 * 86_400)
};

const CLOCKS = ['working', 'workday', 'calendar', 'elapsed'] as const satisfies Clock[];

/**
 * Adds occurrences up by step. A step that is the same in several versions of an SOP, by number and words and under the same
 * clock, is one step, as in the version that comes into force last.
 */
export function stepsOf(rows: readonly OccurrenceRow[], names: readonly StepName[]): StepFigures[] {
	const known = new Map(names.map((name) => [`${name.version} ${name.step}`, name]));
	const found = rows.flatMap((row) => {
		const name = known.get(`${row.version} ${row.step}`);
		return name ? [{ row, name }] : [];
	});
	const steps = groupBy(found, ({ name }) => sameStep(name.process, name.step_id, name));
	return [...steps.values()].flatMap((group) => {
		const name = group.reduce((last, next) => (next.name.rank > last.name.rank ? next : last)).name;
		return [
			{
				process: name.process,
				versions: [...new Set(group.map(({ row }) => row.version))].sort((a, b) => a - b),
				stepId: name.step_id,
				no: name.no,
				activity: name.activity,
				actors: name.actors.filter((actor) => actor !== null),
				supplier: name.supplier,
				clock: name.clock as Clock | null,
				tally: sumTallies(group.map(({ row }) => tallyOf(row))),
				over: sum(group.map(({ row }) => row.over))
			}
		];
	});
}

/** The tally that a row of counted occurrences holds. */
export function tallyOf(
	row: Pick<
		OccurrenceRow,
		'on_time' | 'late' | 'excused' | 'unmeasured' | 'provisional' | 'no_budget'
	>
): Tally {
	return {
		onTime: row.on_time,
		late: row.late,
		excused: row.excused,
		unmeasured: row.unmeasured,
		provisional: row.provisional,
		withoutBudget: row.no_budget
	};
}

/** The steps with late occurrences, the one that cost most time beyond its budget first. */
export function costliestSteps(steps: readonly StepFigures[]): StepFigures[] {
	return steps
		.filter(({ tally }) => tally.late > 0)
		.sort((a, b) => weight(b) - weight(a) || b.tally.late - a.tally.late);
}

/**
 * The accountable actors of late steps, the one whose steps cost most first. A step of several actors counts
 * for each of them.
 */
export function costliestActors(steps: readonly StepFigures[]): ActorCost[] {
	const shares = steps
		.filter(({ tally }) => tally.late > 0)
		.flatMap((step) =>
			(step.actors.length > 0 ? step.actors : [null]).map((actor) => ({ actor, step }))
		);
	return [...groupBy(shares, ({ actor }) => actor ?? '')]
		.map(([name, group]) => ({ name, steps: group.map(({ step }) => step) }))
		.sort((a, b) => sum(b.steps.map(weight)) - sum(a.steps.map(weight)))
		.map(({ name, steps: late }) => ({
			actor: name === '' ? null : name,
			late: sum(late.map(({ tally }) => tally.late)),
			steps: late.length,
			over: CLOCKS.flatMap((clock) => {
				const amount = sum(late.filter((step) => step.clock === clock).map(({ over }) => over));
				return amount > 0 ? [{ clock, amount }] : [];
			})
		}));
}

/**
 * The SOPs and the steps whose rate moved most between two periods. Only where both have enough to tell and were judged by the
 * same versions, as another version is another measure, and only by at least `least` (a share of 1).
 */
export function changesOf(
	now: readonly StepFigures[],
	before: readonly StepFigures[],
	{ least, most }: { least: number; most: number }
): Change[] {
	const bySop = pair(now, before, ({ process }) => process);
	const byStep = pair(now, before, (step) => sameStep(step.process, step.stepId, step));
	// An SOP with one judged step moves as that step does: told once, as the step.
	const several = bySop.filter(
		({ first, now: whole }) =>
			!byStep.some(
				(step) => step.first.process === first.process && judgedOf(step.now) === judgedOf(whole)
			)
	);
	return [...several.map((found) => ({ ...found, step: null })), ...byStep]
		.flatMap(({ first, step, now: tally, before: former }) => {
			const [rate, was] = [rateOf(tally), rateOf(former)];
			if (isSmall(tally) || isSmall(former) || rate === null || was === null) return [];
			const { no, activity, stepId, process } = first;
			return [
				{
					process,
					step: step === null ? null : { no, activity, stepId },
					now: tally,
					before: former,
					difference: rate - was
				}
			];
		})
		.filter(({ difference }) => Math.abs(difference) >= least)
		.sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference))
		.slice(0, most);
}

/** Under which key occurrences of a step are added up: a row that is added gives other steps its number. */
function sameStep(
	process: string,
	stepId: string,
	{ activity, clock }: { activity: string; clock: string | null }
): string {
	return JSON.stringify([process, stepId, normaliseActivity(activity), clock]);
}

interface Pair {
	first: StepFigures;
	step: StepFigures | null;
	now: Tally;
	before: Tally;
}

function pair(
	now: readonly StepFigures[],
	before: readonly StepFigures[],
	key: (step: StepFigures) => string
): Pair[] {
	const former = groupBy(before, key);
	const versions = (steps: readonly StepFigures[]) =>
		[...new Set(steps.flatMap((step) => step.versions))].sort((a, b) => a - b).join();
	return [...groupBy(now, key)].flatMap(([name, steps]) => {
		const first = steps[0];
		return first && versions(steps) === versions(former.get(name) ?? [])
			? [
					{
						first,
						step: first,
						now: sumTallies(steps.map(({ tally }) => tally)),
						before: sumTallies((former.get(name) ?? []).map(({ tally }) => tally))
					}
				]
			: [];
	});
}

// Map.groupBy came with Node 21.
function groupBy<Item>(items: readonly Item[], key: (item: Item) => string): Map<string, Item[]> {
	const groups = new Map<string, Item[]>();
	for (const item of items) {
		const group = groups.get(key(item));
		if (group) group.push(item);
		else groups.set(key(item), [item]);
	}
	return groups;
}

function weight({ clock, over }: StepFigures): number {
	return clock === null ? 0 : over * OFFICE_SECONDS[clock];
}
