import { describe, expect, test } from 'vitest';
import { checkFollowUp, fitsState, FOLLOW_ACTS, FOLLOW_STATES } from './follow-up';

test.each([
	['explain', ['open', 'asked', 'explained', 'rejected']],
	['ask', ['open', 'asked', 'rejected']],
	['accept', ['explained']],
	['reject', ['explained']],
	['excuse', ['open', 'asked', 'explained', 'rejected']],
	['close', ['accepted', 'rejected', 'excused']],
	['reopen', ['accepted', 'rejected', 'excused', 'closed']]
] as const)('%s can be done in %j and nowhere else', (act, states) => {
	expect(FOLLOW_STATES.filter((state) => fitsState(act, state)).sort()).toEqual([...states].sort());
});

describe('what is said', () => {
	const check = (given: Partial<Parameters<typeof checkFollowUp>[0]>) =>
		checkFollowUp({ act: 'explain', body: 'x', files: 0, due: '', today: '2026-11-21', ...given });

	test.each(FOLLOW_ACTS)('%s needs words', (act) => {
		expect(() => check({ act, body: ' \n', files: 1 })).toThrow('follow_up_text_missing');
	});

	test('an excuse needs evidence, an explanation does not', () => {
		expect(() => check({ act: 'excuse', body: 'Banjir' })).toThrow('follow_up_evidence_missing');
		expect(check({ act: 'excuse', body: 'Banjir', files: 1 }).body).toBe('Banjir');
		expect(check({ body: ' Server rusak ' })).toEqual({ body: 'Server rusak', due: null });
	});

	test.each(['', '30 November', '2026-11-31', '2026-11-20'])(
		'a question needs a date that is not over: %s',
		(due) => {
			expect(() => check({ act: 'ask', due })).toThrow('follow_up_due');
		}
	);

	test('a question has its date, and nothing else has one', () => {
		expect(check({ act: 'ask', due: '2026-11-21' }).due).toBe('2026-11-21');
		expect(check({ act: 'accept', due: '2026-11-21' }).due).toBeNull();
	});

	test('has an end', () => {
		expect(() => check({ body: 'x'.repeat(4001) })).toThrow('text_too_long');
	});
});
