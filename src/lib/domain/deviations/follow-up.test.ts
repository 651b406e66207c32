import { describe, expect, test } from 'vitest';
import { checkFollowUp, fitsState, FOLLOW_ACTS, FOLLOW_STATES } from './follow-up';

test.each([
	['explain', ['open', 'explained', 'rejected']],
	['accept', ['explained']],
	['reject', ['explained']],
	['excuse', ['open', 'explained', 'rejected']],
	['close', ['accepted', 'rejected', 'excused']],
	['reopen', ['accepted', 'rejected', 'excused', 'closed']]
] as const)('%s can be done in %j and nowhere else', (act, states) => {
	expect(FOLLOW_STATES.filter((state) => fitsState(act, state)).sort()).toEqual([...states].sort());
});

describe('what is said', () => {
	test.each(FOLLOW_ACTS)('%s needs words', (act) => {
		expect(() => checkFollowUp({ act, body: ' \n', files: 1 })).toThrow('follow_up_text_missing');
	});

	test('an excuse needs evidence, an explanation does not', () => {
		expect(() => checkFollowUp({ act: 'excuse', body: 'Banjir', files: 0 })).toThrow(
			'follow_up_evidence_missing'
		);
		expect(checkFollowUp({ act: 'excuse', body: 'Banjir', files: 1 })).toBe('Banjir');
		expect(checkFollowUp({ act: 'explain', body: ' Server rusak ', files: 0 })).toBe(
			'Server rusak'
		);
	});

	test('has an end', () => {
		expect(() => checkFollowUp({ act: 'explain', body: 'x'.repeat(4001), files: 0 })).toThrow(
			'text_too_long'
		);
	});
});
