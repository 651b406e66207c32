import { expect, test } from 'vitest';
import { budgetedOf, isSmall, judgedOf, NO_TALLY, rateOf, SMALL_N, sumTallies } from './tally';

const tally = {
	onTime: 18,
	late: 6,
	excused: 2,
	unmeasured: 5,
	provisional: 3,
	withoutBudget: 9
};

test('a rate rests on what was judged: neither provisional nor unmeasured occurrences are in it', () => {
	expect(rateOf(tally)).toBe(0.75);
	expect(judgedOf(tally)).toBe(24);
});

test('coverage counts provisional and unmeasured occurrences, but not steps without a budget', () => {
	expect(budgetedOf(tally)).toBe(32);
});

test('nothing judged has no rate, which is not zero', () => {
	expect(rateOf(NO_TALLY)).toBeNull();
	expect(rateOf({ ...NO_TALLY, provisional: 4 })).toBeNull();
	expect(rateOf({ ...NO_TALLY, late: 4 })).toBe(0);
});

test('tallies add up figure by figure, and the empty sum can be changed without harm', () => {
	expect(sumTallies([tally, tally])).toEqual({
		onTime: 36,
		late: 12,
		excused: 4,
		unmeasured: 10,
		provisional: 6,
		withoutBudget: 18
	});
	sumTallies([]).late = 1;
	expect(NO_TALLY.late).toBe(0);
});

test(`fewer than ${SMALL_N} judged occurrences are no finding`, () => {
	expect(isSmall({ ...NO_TALLY, onTime: SMALL_N - 1, unmeasured: 100 })).toBe(true);
	expect(isSmall({ ...NO_TALLY, onTime: SMALL_N })).toBe(false);
});
