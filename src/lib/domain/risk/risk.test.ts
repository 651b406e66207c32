import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	balanceUrgent,
	judgeRisk,
	LEAST_CASES,
	standingOf,
	type CaseRisk,
	type Chance
} from './risk';

const chance = (given: Partial<Chance> = {}): Chance => ({
	aim: 'step',
	title: null,
	left: 3600,
	cases: 40,
	remaining: 1800,
	provisional: false,
	...given
});

describe('a budget of a running case', () => {
	const vectors: [string, Partial<Chance>, string][] = [
		['more time left than others still took', {}, 'on_track'],
		['just as much left as others took', { left: 1800 }, 'on_track'],
		['a second less', { left: 1799 }, 'at_risk'],
		['nothing left, but not exceeded', { left: 0 }, 'at_risk'],
		['nothing left where others were done at once', { left: 0, remaining: 0 }, 'on_track'],
		['a second beyond', { left: -1 }, 'late'],
		['beyond it, with no cases to compare', { left: -1, cases: 0, remaining: null }, 'late'],
		['20 completed cases', { left: 10, cases: 20 }, 'at_risk'],
		['19 completed cases', { left: 10, cases: 19 }, 'unknown'],
		['no completed case', { left: 10, cases: 0, remaining: null }, 'unknown'],
		['time left unknown', { left: null }, 'unknown'],
		['in danger, but inferred', { left: 10, provisional: true }, 'provisional'],
		['beyond it, but inferred', { left: -10, provisional: true }, 'provisional']
	];
	it.each(vectors)('%s', (_, given, risk) => {
		expect(standingOf(chance(given)).risk).toBe(risk);
	});

	it('says why it is unknown', () => {
		expect(standingOf(chance({ left: null }))).toMatchObject({ reason: 'unmeasured' });
		expect(standingOf(chance({ cases: 3 }))).toMatchObject({ reason: 'few_cases' });
	});
});

describe('a running case', () => {
	it('without a budget is neither at risk nor on track', () => {
		expect(judgeRisk([])).toEqual({ risk: 'no_budget', chance: null });
	});

	it('is judged by the worst of its budgets', () => {
		const step = chance();
		const total = chance({ aim: 'total', left: 100 });
		expect(judgeRisk([step, total])).toEqual({ risk: 'at_risk', chance: total });
		expect(judgeRisk([step, total, chance({ left: -5 })]).risk).toBe('late');
	});

	it('is not called on track while one of its budgets cannot be judged', () => {
		expect(judgeRisk([chance(), chance({ aim: 'total', left: null })])).toMatchObject({
			risk: 'unknown',
			reason: 'unmeasured'
		});
	});

	const anyChance = fc.record({
		aim: fc.constantFrom('step' as const, 'limit' as const, 'total' as const),
		title: fc.constant(null),
		left: fc.option(fc.integer({ min: -90_000, max: 90_000 }), { nil: null }),
		cases: fc.integer({ min: 0, max: 60 }),
		remaining: fc.option(fc.integer({ min: 0, max: 90_000 }), { nil: null }),
		provisional: fc.boolean()
	});

	it('does not depend on the order of its budgets, and never says more than 20 cases bear', () => {
		fc.assert(
			fc.property(fc.array(anyChance, { maxLength: 5 }), (chances) => {
				const found = judgeRisk(chances);
				expect(judgeRisk([...chances].reverse()).risk).toBe(found.risk);
				if (found.risk === 'at_risk' || found.risk === 'on_track') {
					expect(found.chance.cases).toBeGreaterThanOrEqual(LEAST_CASES);
				}
			})
		);
	});

	it('never gets better by having less time', () => {
		const order = ['on_track', 'at_risk', 'late'];
		fc.assert(
			fc.property(
				fc.integer({ min: -9_000, max: 9_000 }),
				fc.nat(5_000),
				fc.nat(9_000),
				(left, less, remaining) => {
					const given = { cases: 20, remaining, provisional: false };
					const before = standingOf(chance({ ...given, left })).risk;
					const after = standingOf(chance({ ...given, left: left - less })).risk;
					expect(order.indexOf(after)).toBeGreaterThanOrEqual(order.indexOf(before));
				}
			)
		);
	});
});

describe('the few cases to look at first', () => {
	const of = (risk: string, count: number) =>
		Array.from({ length: count }, (_, at) => ({
			name: `${risk} ${at}`,
			verdict: { risk } as CaseRisk
		}));
	const names = (late: number, risk: number, provisional: number, most: number) =>
		balanceUrgent(
			[
				...of('late', late),
				...of('at_risk', risk),
				...of('provisional', provisional),
				...of('on_track', 3)
			],
			most
		).map(({ name }) => name);

	it.each([
		[16, 8, 0, 4, ['late 0', 'late 1', 'at_risk 0', 'at_risk 1']],
		[16, 1, 0, 4, ['late 0', 'late 1', 'late 2', 'at_risk 0']],
		[1, 8, 1, 4, ['late 0', 'at_risk 0', 'at_risk 1', 'provisional 0']],
		[0, 1, 0, 4, ['at_risk 0']],
		[0, 0, 0, 4, []]
	])(
		'of %i late, %i at risk and %i provisional are some of each',
		(late, risk, other, most, shown) => {
			expect(names(late, risk, other, most)).toEqual(shown);
		}
	);
});
