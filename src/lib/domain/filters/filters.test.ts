import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	CASE_STATES,
	filterHref,
	isFiltered,
	NO_FILTERS,
	ownParams,
	parseFilters,
	serializeFilters,
	type Filters,
	type FilterWarning
} from './filters';
import { ALL, type Period } from './period';

const month = (year: number, value: number): Period => ({ kind: 'month', year, month: value });
const range = (from: string, to: string): Period => ({ kind: 'range', from, to });
const state = (part: Partial<Filters>): Filters => ({ ...NO_FILTERS, ...part });

/** Each row holds both ways: the address gives the state, the state gives the address. */
const ROUND_TRIP: [title: string, address: string, filters: Filters][] = [
	['nothing chosen', '', NO_FILTERS],
	['a unit', 'unit=kab-contoh', state({ unit: 'kab-contoh' })],
	['a unit with a number', 'unit=17', state({ unit: '17' })],
	['a unit with a space', 'unit=LPSE+Contoh', state({ unit: 'LPSE Contoh' })],
	['a unit with an ampersand', 'unit=A%26B', state({ unit: 'A&B' })],
	['a unit with a percent sign', 'unit=100%25', state({ unit: '100%' })],
	['a unit with an equals sign', 'unit=a%3Db', state({ unit: 'a=b' })],
	['a unit beyond ASCII', 'unit=caf%C3%A9', state({ unit: 'café' })],
	['an SOP', 'sop=pos-e-purchasing', state({ sop: 'pos-e-purchasing' })],
	['an SOP with dots', 'sop=lkpp.surat', state({ sop: 'lkpp.surat' })],
	['a month', 'period=2026-10', state({ period: month(2026, 10) })],
	['the first month', 'period=2026-01', state({ period: month(2026, 1) })],
	['the last month', 'period=2026-12', state({ period: month(2026, 12) })],
	['a quarter', 'period=2026-Q4', state({ period: { kind: 'quarter', year: 2026, quarter: 4 } })],
	[
		'the first quarter',
		'period=2024-Q1',
		state({ period: { kind: 'quarter', year: 2024, quarter: 1 } })
	],
	[
		'a semester',
		'period=2026-S2',
		state({ period: { kind: 'semester', year: 2026, semester: 2 } })
	],
	[
		'the first semester',
		'period=2026-S1',
		state({ period: { kind: 'semester', year: 2026, semester: 1 } })
	],
	['a year', 'period=2026', state({ period: { kind: 'year', year: 2026 } })],
	['the first year', 'period=2000', state({ period: { kind: 'year', year: 2000 } })],
	['the last year', 'period=2099', state({ period: { kind: 'year', year: 2099 } })],
	[
		'a range',
		'period=2026-10-01..2026-10-31',
		state({ period: range('2026-10-01', '2026-10-31') })
	],
	[
		'a range of one day',
		'period=2026-10-05..2026-10-05',
		state({ period: range('2026-10-05', '2026-10-05') })
	],
	[
		'a range over the new year',
		'period=2025-12-15..2026-01-15',
		state({ period: range('2025-12-15', '2026-01-15') })
	],
	[
		'a leap day',
		'period=2024-02-29..2024-03-01',
		state({ period: range('2024-02-29', '2024-03-01') })
	],
	['running cases', 'status=running', state({ status: 'running' })],
	['completed cases', 'status=completed', state({ status: 'completed' })],
	['abandoned cases', 'status=abandoned', state({ status: 'abandoned' })],
	['cancelled cases', 'status=cancelled', state({ status: 'cancelled' })],
	[
		'unit and period',
		'unit=a&period=2026-Q1',
		state({ unit: 'a', period: { kind: 'quarter', year: 2026, quarter: 1 } })
	],
	['unit and SOP', 'unit=a&sop=b', state({ unit: 'a', sop: 'b' })],
	[
		'everything',
		'unit=a&sop=b&period=2026-10&status=running',
		{ unit: 'a', sop: 'b', period: month(2026, 10), status: 'running' }
	]
];

/** Each row is read, but written differently or not at all. */
const READ_ONLY: [title: string, address: string, filters: Filters, warnings: FilterWarning[]][] = [
	[
		'the order of parameters does not matter',
		'period=2026-10&unit=a',
		state({ unit: 'a', period: month(2026, 10) }),
		[]
	],
	['an empty field of a form is "all"', 'unit=&sop=&period=&status=', NO_FILTERS, []],
	['blanks around a value are dropped', 'unit=+a+', state({ unit: 'a' }), []],
	['only blanks is "all"', 'unit=++', NO_FILTERS, []],
	['a parameter of the page is not ours', 'page=3&sort=late', NO_FILTERS, []],
	[
		'from and to of a form are a range',
		'period=&from=2026-10-01&to=2026-10-09',
		state({ period: range('2026-10-01', '2026-10-09') }),
		[]
	],
	[
		'a period wins over from and to',
		'period=2026&from=2026-10-01&to=2026-10-09',
		state({ period: { kind: 'year', year: 2026 } }),
		[]
	],
	[
		'dates typed win over an earlier range',
		'period=2026-01-01..2026-01-31&from=2026-10-01&to=2026-10-09',
		state({ period: range('2026-10-01', '2026-10-09') }),
		[]
	],
	[
		'from without to is no range',
		'from=2026-10-01',
		NO_FILTERS,
		[{ param: 'period', value: '2026-10-01..', reason: 'unreadable' }]
	],
	[
		'month 13',
		'period=2026-13',
		NO_FILTERS,
		[{ param: 'period', value: '2026-13', reason: 'unreadable' }]
	],
	[
		'month 0',
		'period=2026-00',
		NO_FILTERS,
		[{ param: 'period', value: '2026-00', reason: 'unreadable' }]
	],
	[
		'a month of one digit',
		'period=2026-1',
		NO_FILTERS,
		[{ param: 'period', value: '2026-1', reason: 'unreadable' }]
	],
	[
		'quarter 5',
		'period=2026-Q5',
		NO_FILTERS,
		[{ param: 'period', value: '2026-Q5', reason: 'unreadable' }]
	],
	[
		'semester 3',
		'period=2026-S3',
		NO_FILTERS,
		[{ param: 'period', value: '2026-S3', reason: 'unreadable' }]
	],
	[
		'a small letter',
		'period=2026-q1',
		NO_FILTERS,
		[{ param: 'period', value: '2026-q1', reason: 'unreadable' }]
	],
	[
		'a year long gone',
		'period=1026',
		NO_FILTERS,
		[{ param: 'period', value: '1026', reason: 'unreadable' }]
	],
	[
		'30 February',
		'period=2026-02-01..2026-02-30',
		NO_FILTERS,
		[{ param: 'period', value: '2026-02-01..2026-02-30', reason: 'unreadable' }]
	],
	[
		'29 February of a common year',
		'period=2026-02-29..2026-03-01',
		NO_FILTERS,
		[{ param: 'period', value: '2026-02-29..2026-03-01', reason: 'unreadable' }]
	],
	[
		'a range that ends before it starts',
		'period=2026-10-31..2026-10-01',
		NO_FILTERS,
		[{ param: 'period', value: '2026-10-31..2026-10-01', reason: 'unreadable' }]
	],
	[
		'words',
		'period=kemarin',
		NO_FILTERS,
		[{ param: 'period', value: 'kemarin', reason: 'unreadable' }]
	],
	[
		'an unknown status',
		'status=selesai',
		NO_FILTERS,
		[{ param: 'status', value: 'selesai', reason: 'unreadable' }]
	],
	[
		'a control character',
		'unit=a%00b',
		NO_FILTERS,
		[{ param: 'unit', value: 'a\0b', reason: 'unreadable' }]
	],
	[
		'the same parameter twice keeps the first',
		'unit=a&unit=b',
		state({ unit: 'a' }),
		[{ param: 'unit', value: 'b', reason: 'repeated' }]
	],
	[
		'one bad value leaves the others',
		'unit=a&period=x&sop=b',
		state({ unit: 'a', sop: 'b' }),
		[{ param: 'period', value: 'x', reason: 'unreadable' }]
	]
];

describe('filters in the address', () => {
	it.each(ROUND_TRIP)('%s, both ways', (_title, address, filters) => {
		expect(parseFilters(new URLSearchParams(address))).toEqual({ filters, warnings: [] });
		expect(serializeFilters(filters).toString()).toBe(address);
	});

	it.each(READ_ONLY)('%s', (_title, address, filters, warnings) => {
		expect(parseFilters(new URLSearchParams(address))).toEqual({ filters, warnings });
	});

	it('ignores ids that do not exist when the existing ones are known', () => {
		const read = parseFilters(new URLSearchParams('unit=a&sop=zz'), { units: ['a'], sops: ['b'] });
		expect(read.filters).toEqual(state({ unit: 'a' }));
		expect(read.warnings).toEqual([{ param: 'sop', value: 'zz', reason: 'unknown' }]);
	});

	it('gives the same state back from the address of any state', () => {
		fc.assert(
			fc.property(anyFilters, (filters) => {
				const address = serializeFilters(filters).toString();
				expect(parseFilters(new URLSearchParams(address))).toEqual({ filters, warnings: [] });
			})
		);
	});

	it('never fails, whatever the address holds', () => {
		fc.assert(
			fc.property(fc.string(), fc.string(), (unit, period) => {
				const { filters } = parseFilters(new URLSearchParams({ unit, period }));
				expect(parseFilters(serializeFilters(filters))).toEqual({ filters, warnings: [] });
			})
		);
	});
});

describe('links', () => {
	it('take the filters along, then the parameters of the page', () => {
		const filters = state({ unit: 'a', period: month(2026, 10) });
		expect(filterHref('/sop', filters)).toBe('/sop?unit=a&period=2026-10');
		expect(filterHref('/deviations', filters, { kind: 'late_step', after: null, q: '' })).toBe(
			'/deviations?unit=a&period=2026-10&kind=late_step'
		);
	});

	it("keep what is the page's own, but not its place in a list", () => {
		const params = new URLSearchParams(
			'unit=a&period=2026&kind=late_step&after=77&from=2026-01-01'
		);
		expect(ownParams(params)).toEqual({ kind: 'late_step' });
	});

	it('stay bare when nothing is chosen', () => {
		expect(filterHref('/sop', NO_FILTERS)).toBe('/sop');
		expect(isFiltered(NO_FILTERS)).toBe(false);
		expect(isFiltered(state({ status: 'running' }))).toBe(true);
	});
});

const anyDate = fc
	.integer({ min: 10_957, max: 47_481 })
	.map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));
const anyYear = fc.integer({ min: 2000, max: 2099 });
const anyPeriod: fc.Arbitrary<Period> = fc.oneof(
	fc.constant(ALL),
	fc.record({ kind: fc.constant('year' as const), year: anyYear }),
	fc.record({
		kind: fc.constant('month' as const),
		year: anyYear,
		month: fc.integer({ min: 1, max: 12 })
	}),
	fc.record({
		kind: fc.constant('quarter' as const),
		year: anyYear,
		quarter: fc.integer({ min: 1, max: 4 })
	}),
	fc.record({
		kind: fc.constant('semester' as const),
		year: anyYear,
		semester: fc.integer({ min: 1, max: 2 })
	}),
	fc.tuple(anyDate, anyDate).map(([a, b]) => range(a < b ? a : b, a < b ? b : a))
);
const anyId = fc
	.string({ minLength: 1, maxLength: 60, unit: 'grapheme' })
	.filter((id) => id.trim() === id && id.length <= 120 && !/\p{Cc}|\p{Cs}/u.test(id));
const anyFilters: fc.Arbitrary<Filters> = fc.record({
	unit: fc.option(anyId),
	sop: fc.option(anyId),
	period: anyPeriod,
	status: fc.option(fc.constantFrom(...CASE_STATES))
});
