import { expect, test } from 'vitest';
import { duePeriods, lastPeriod, type SchedulePeriod } from './schedule';

test.each<[SchedulePeriod, today: string, from: string, to: string]>([
	['week', '2026-11-21', '2026-11-09', '2026-11-15'],
	['week', '2026-11-23', '2026-11-16', '2026-11-22'],
	['week', '2026-01-01', '2025-12-22', '2025-12-28'],
	['month', '2026-11-01', '2026-10-01', '2026-10-31'],
	['month', '2026-01-31', '2025-12-01', '2025-12-31'],
	['quarter', '2026-11-21', '2026-07-01', '2026-09-30'],
	['semester', '2026-11-21', '2026-01-01', '2026-06-30'],
	['semester', '2027-01-01', '2026-07-01', '2026-12-31']
])('the last whole %s before %s runs from %s to %s', (every, today, from, to) => {
	expect(lastPeriod(every, today)).toEqual({ from, to });
});

test('what was missed while nobody was there is due as well, the earliest first', () => {
	expect(duePeriods('month', '2026-08-31', '2026-11-21')).toEqual([
		{ from: '2026-09-01', to: '2026-09-30' },
		{ from: '2026-10-01', to: '2026-10-31' }
	]);
	expect(duePeriods('month', '2026-10-31', '2026-11-21')).toEqual([]);
	expect(duePeriods('semester', null, '2026-11-21')).toEqual([
		{ from: '2026-01-01', to: '2026-06-30' }
	]);
});
