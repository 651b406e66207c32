import { describe, expect, it } from 'vitest';
import { ALL, parsePeriod, periodOf, periodRange, previousPeriod, serializePeriod } from './period';
import { periodOptions } from './period-options';

const RANGES: [period: string, from: string, to: string, previous: string][] = [
	['2026-10', '2026-10-01', '2026-10-31', '2026-09'],
	['2026-02', '2026-02-01', '2026-02-28', '2026-01'],
	['2024-02', '2024-02-01', '2024-02-29', '2024-01'],
	['2026-01', '2026-01-01', '2026-01-31', '2025-12'],
	['2026-Q1', '2026-01-01', '2026-03-31', '2025-Q4'],
	['2026-Q4', '2026-10-01', '2026-12-31', '2026-Q3'],
	['2026-S1', '2026-01-01', '2026-06-30', '2025-S2'],
	['2026-S2', '2026-07-01', '2026-12-31', '2026-S1'],
	['2026', '2026-01-01', '2026-12-31', '2025'],
	['2026-10-01..2026-10-31', '2026-10-01', '2026-10-31', '2026-08-31..2026-09-30'],
	['2026-03-01..2026-03-01', '2026-03-01', '2026-03-01', '2026-02-28..2026-02-28']
];

describe('periods', () => {
	it.each(RANGES)('%s runs from %s to %s and follows %s', (text, from, to, previous) => {
		const period = parsePeriod(text) ?? ALL;
		expect(periodRange(period)).toEqual({ from, to });
		expect(serializePeriod(previousPeriod(period) ?? ALL)).toBe(previous);
	});

	it('has no range and nothing before it when all is shown', () => {
		expect(periodRange(ALL)).toBeNull();
		expect(previousPeriod(ALL)).toBeNull();
	});

	it('knows which period a date lies in', () => {
		const written = (['month', 'quarter', 'semester', 'year'] as const).map((kind) =>
			serializePeriod(periodOf('2026-07-01', kind))
		);
		expect(written).toEqual(['2026-07', '2026-Q3', '2026-S2', '2026']);
	});

	it('offers only periods that touch the data, the latest first', () => {
		const offered = periodOptions({ from: '2026-05-20', to: '2026-07-02' });
		expect(offered.months.map(serializePeriod)).toEqual(['2026-07', '2026-06', '2026-05']);
		expect(offered.quarters.map(serializePeriod)).toEqual(['2026-Q3', '2026-Q2']);
		expect(offered.semesters.map(serializePeriod)).toEqual(['2026-S2', '2026-S1']);
		expect(offered.years.map(serializePeriod)).toEqual(['2026']);
	});
});
