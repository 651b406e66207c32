import { describe, expect, it } from 'vitest';
import { NO_TALLY, type Tally } from '$lib/domain/rates/tally';
import {
	changesOf,
	costliestActors,
	costliestSteps,
	stepsOf,
	type OccurrenceRow,
	type StepFigures,
	type StepName
} from './steps';

function step(stepId: string, given: Partial<StepFigures> = {}): StepFigures {
	return {
		process: 'sop',
		versions: [1],
		stepId,
		no: stepId,
		activity: `Kegiatan ${stepId}`,
		actors: ['PPK'],
		supplier: false,
		clock: 'working',
		tally: { ...NO_TALLY, late: 1 },
		over: 0,
		...given
	};
}

const judged = (onTime: number, late: number): Tally => ({ ...NO_TALLY, onTime, late });

describe('the steps that cost most', () => {
	it('are put in order across clocks by the office time that each takes', () => {
		const steps = [
			step('hours', { over: 20 * 3600 }),
			step('days', { clock: 'workday', over: 3 }),
			step('calendar', { clock: 'calendar', over: 3 }),
			step('around the clock', { clock: 'elapsed', over: 2 * 86_400 }),
			step('on time', { tally: judged(9, 0), over: 0 })
		];
		expect(costliestSteps(steps).map(({ stepId }) => stepId)).toEqual([
			'days',
			'hours',
			'calendar',
			'around the clock'
		]);
	});

	it('count for each of their actors, each clock by itself', () => {
		const actors = costliestActors([
			step('1', { actors: ['PPK', 'Pokja'], over: 60, tally: judged(0, 2) }),
			step('2', { actors: ['PPK'], clock: 'workday', over: 2, tally: judged(5, 3) }),
			step('3', { actors: [], over: 30 })
		]);
		expect(actors).toEqual([
			{
				actor: 'PPK',
				late: 5,
				steps: 2,
				over: [
					{ clock: 'working', amount: 60 },
					{ clock: 'workday', amount: 2 }
				]
			},
			{ actor: 'Pokja', late: 2, steps: 1, over: [{ clock: 'working', amount: 60 }] },
			{ actor: null, late: 1, steps: 1, over: [{ clock: 'working', amount: 30 }] }
		]);
	});
});

describe('what changed', () => {
	const limits = { least: 0.02, most: 6 };

	it('is told only where both periods have enough', () => {
		const now = [step('1', { tally: judged(20, 20) }), step('2', { tally: judged(1, 18) })];
		const before = [step('1', { tally: judged(40, 0) }), step('2', { tally: judged(40, 0) })];
		const found = changesOf(now, before, limits).map(({ step: moved, difference }) => [
			moved?.stepId ?? 'sop',
			Math.round(difference * 100)
		]);
		expect(found).toEqual([
			['sop', -64],
			['1', -50]
		]);
	});

	it('is nothing where nothing moved, or where a step is new', () => {
		const same = [step('1', { tally: judged(99, 1) })];
		expect(changesOf(same, same, limits)).toEqual([]);
		expect(changesOf(same, [], limits)).toEqual([]);
	});

	it('is nothing where another version of the SOP judged', () => {
		const now = [step('1', { tally: judged(20, 20), versions: [2] })];
		const before = [step('1', { tally: judged(40, 0), versions: [1] })];
		expect(changesOf(now, before, limits)).toEqual([]);
	});

	it('does not tell the same movement twice for an SOP of one judged step', () => {
		const found = changesOf(
			[step('1', { tally: judged(20, 20) })],
			[step('1', { tally: judged(40, 0) })],
			limits
		);
		expect(found).toHaveLength(1);
	});
});

describe('adding occurrences up', () => {
	const name = (version: number, activity: string): StepName => ({
		version,
		// The version that was stored last came into force first.
		rank: 10 - version,
		step: 1,
		process: 'sop',
		step_id: '1',
		no: '1',
		activity,
		actors: ['PPK', null],
		supplier: false,
		clock: 'working'
	});
	const row = (version: number, late: number): OccurrenceRow => ({
		version,
		step: 1,
		slot: 'now',
		since: null,
		on_time: 1,
		late,
		excused: 0,
		unmeasured: 0,
		provisional: 0,
		no_budget: 0,
		over: late * 60
	});

	it('keeps steps apart that have one number and other words', () => {
		const steps = stepsOf([row(2, 3), row(1, 1)], [name(1, 'Terima'), name(2, 'Catat')]);
		expect(steps.map(({ activity, tally }) => [activity, tally.late])).toEqual([
			['Catat', 3],
			['Terima', 1]
		]);
	});

	it('makes one step of its versions, named as in the one that comes into force last', () => {
		const steps = stepsOf([row(2, 3), row(1, 1)], [name(1, 'TERIMA'), name(2, 'Terima.')]);
		expect(steps).toHaveLength(1);
		expect(steps[0]).toMatchObject({
			activity: 'TERIMA',
			versions: [1, 2],
			actors: ['PPK'],
			tally: { onTime: 2, late: 4 },
			over: 240
		});
	});
});
