import { describe, expect, it } from 'vitest';
import { parsePeriod, type Period } from '$lib/domain/filters/period';
import { bucketEnd, comparisonOf, trendWindow } from './window';

const span = { first: '2025-03-03', last: '2026-10-30' };
const period = (text: string): Period => parsePeriod(text) ?? { kind: 'all' };

describe('the stretch a trend shows', () => {
	it.each([
		['2026-10', 'week', '2026-10-01', '2026-10-30', 5, 'a month has its own weeks'],
		['2026-Q3', 'week', '2026-07-01', '2026-09-30', 14, 'a quarter has its own weeks'],
		['2026-S1', 'month', '2026-01-01', '2026-06-30', 6, 'half a year goes by month'],
		['2026', 'month', '2026-01-01', '2026-10-30', 10, 'a year that runs ends with the data'],
		['', 'month', '2025-11-01', '2026-10-30', 12, 'without a period it is the last year'],
		['2024-01', 'week', '2024-01-01', '2024-01-31', 5, 'a period before the data has its weeks too']
	])('%s: %s from %s to %s, %i points: %s', (text, bucket, from, to, points) => {
		const window = trendWindow(period(text), span);
		expect(window).toMatchObject({ bucket, from, to });
		expect(window?.starts).toHaveLength(points);
	});

	it('draws by week where the log itself is young', () => {
		const young = trendWindow(period(''), { first: '2026-10-01', last: '2026-10-30' });
		expect(young).toMatchObject({ bucket: 'week', from: '2026-09-28' });
	});

	it('has nothing to draw for a period after the data, nor without data', () => {
		expect(trendWindow(period('2027-01'), span)).toBeNull();
		expect(trendWindow(period('2026-10'), null)).toBeNull();
	});

	it('ends a week on Sunday and a month on its last day', () => {
		expect(bucketEnd('2026-10-26', 'week')).toBe('2026-11-01');
		expect(bucketEnd('2028-02-01', 'month')).toBe('2028-02-29');
	});
});

describe('what is compared', () => {
	it('is the period with the one before it', () => {
		expect(comparisonOf(period('2026-Q1'), '2026-10-30')).toEqual({
			current: period('2026-Q1'),
			before: period('2025-Q4')
		});
	});

	it('is the month of the data date with the month before, when no period is chosen', () => {
		expect(comparisonOf(period(''), '2026-01-30T15:42:00')).toEqual({
			current: period('2026-01'),
			before: period('2025-12')
		});
		expect(comparisonOf(period(''), null)).toBeNull();
	});
});
