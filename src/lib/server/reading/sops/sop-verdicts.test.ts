import { describe, expect, it } from 'vitest';
import { m } from '$lib/paraglide/messages';
import { sheetLead } from './sop-lead';
import type { Sheet, SheetStep } from './sop-sheet';
import { judge } from './sop-verdicts';

const row = (
	verdict: string,
	count: number,
	more: { reason?: string; provisional?: boolean; open?: boolean } = {}
) => ({ verdict, count, reason: null, provisional: false, open: false, ...more });

describe('adding up verdicts', () => {
	it('counts excused as on time, and shows it apart', () => {
		expect(judge([row('on_time', 6), row('excused', 2), row('late', 2)])).toMatchObject({
			onTime: 8,
			excused: 2,
			late: 2,
			judged: 10,
			rate: 0.8,
			coverage: 1
		});
	});

	it('keeps provisional and unmeasured out of the rate and in the denominator of coverage', () => {
		const judged = judge([
			row('on_time', 3),
			row('late', 1),
			row('late', 4, { provisional: true }),
			row('unmeasured', 2, { reason: 'precision' }),
			row('no_budget', 9)
		]);
		expect(judged).toMatchObject({ rate: 0.75, judged: 4, budgeted: 10, coverage: 0.4 });
		expect(judged.reasons).toEqual([{ reason: 'precision', count: 2 }]);
	});

	it('keeps open steps beside the rate', () => {
		expect(
			judge([row('on_time', 1), row('late', 3, { open: true }), row('on_time', 2, { open: true })])
		).toMatchObject({ occurrences: 1, judged: 1, open: 5, openLate: 3 });
	});

	it('answers no rate and no coverage for nothing', () => {
		expect(judge([])).toMatchObject({ rate: null, coverage: null });
		expect(judge([row('no_budget', 5)])).toMatchObject({ rate: null, coverage: null });
	});
});

describe('the finding a sheet opens with', () => {
	const step = (no: string, verdicts: Parameters<typeof judge>[0], supplier = false) =>
		({
			no,
			supplier,
			activity: 'Memeriksa berkas.',
			budget: { seconds: 60 },
			reality: { judgement: judge(verdicts) }
		}) as SheetStep;
	const lead = (steps: SheetStep[], verdicts: Parameters<typeof judge>[0], cases = 4) =>
		sheetLead({
			steps,
			limits: [],
			own: judge(verdicts),
			cases: { cases } as Sheet['cases']
		});

	it('says that there are no cases', () => {
		expect(lead([], [], 0)).toBe(m.sop_lead_no_cases());
	});

	it('says that everything is provisional, that nothing could be judged, or that there are no budgets', () => {
		expect(lead([], [row('late', 3, { provisional: true })])).toBe(
			m.sop_lead_provisional({ cases: '4', count: '3' })
		);
		expect(lead([], [row('unmeasured', 3)])).toBe(
			m.sop_lead_unmeasured({ cases: '4', count: '3' })
		);
		expect(lead([], [row('no_budget', 3)])).toBe(m.sop_lead_no_budget({ cases: '4' }));
		expect(lead([step('1', [])], [])).toBe(m.sop_lead_nothing_yet({ cases: '4' }));
	});

	it('does not name a heaviest step when nothing is late', () => {
		expect(lead([step('1', [row('on_time', 3)])], [row('on_time', 3)])).toBe(
			m.sop_lead_all_on_time({ cases: '4', coverage: '100\u00a0%', n: '3' })
		);
	});

	it('names the office’s heaviest step, never a supplier’s', () => {
		const sentence = lead(
			[step('1', [row('late', 1)]), step('2', [row('late', 2)]), step('3', [row('late', 9)], true)],
			[row('on_time', 5), row('late', 3)]
		);
		expect(sentence).toContain(m.sop_step_named({ no: '2', activity: 'Memeriksa berkas' }));
	});
});
