import { afterEach, beforeEach, expect, test } from 'vitest';
import { undoImport } from '$lib/server/importing/undo';
import { Bench, now } from '../../../../tests/importing/store';
import { eachCases, listCases, parseCaseFilters } from './cases/case-list';
import { parseDeviationFilters } from './deviations/deviation-filters';
import { listDeviations } from './deviations/deviation-list';
import { WHOLE } from './scope';

const HEADER = 'nomor_berkas;kegiatan;mulai;selesai;petugas\n';
const rowOf = (key: string, day: string) =>
	`${key};Pekerjaan asing;2026-03-${day} 08:00;2026-03-${day} 08:05;Ani`;

let bench: Bench;
/** The import that alone tells of the cases K-2 and K-3. */
let middle: number;

beforeEach(async () => {
	bench = await Bench.open();
	const outer = [rowOf('K-1', '02'), rowOf('K-4', '05'), rowOf('K-5', '06')];
	const inner = [rowOf('K-2', '03'), rowOf('K-3', '04')];
	const sop = 'badung-02';
	await bench.import([await bench.file('luar.csv', HEADER + outer.join('\n'))], { sop });
	const result = await bench.import([await bench.file('dalam.csv', HEADER + inner.join('\n'))], {
		sop
	});
	middle = result.import ?? 0;
});
afterEach(() => bench.close());

const undo = () => undoImport({ store: bench.store, import: middle, now });
const place = (key: string | null) => ({ key, backward: false });

test.each([
	['sort=key', 2],
	['sort=key&dir=desc', 3],
	['sort=started&dir=asc', 2]
])(
	'a list of cases, %s, goes on in its place when the case that its page ended with is gone',
	async (query, size) => {
		const filters = parseCaseFilters(new URLSearchParams(query));
		const question = { scope: WHOLE, status: null, filters };
		const first = await listCases(bench.store, { ...question, place: place(null), size });
		const shown = first.rows.map(({ case_key }) => case_key);
		expect(shown.at(-1)).toMatch(/K-[23]/);
		await undo();
		const second = await listCases(bench.store, { ...question, place: place(first.next), size: 9 });
		const rest = second.rows.map(({ case_key }) => case_key);
		expect(rest.filter((key) => shown.includes(key))).toEqual([]);
		expect(new Set([...shown, ...rest])).toEqual(new Set([...shown, 'K-1', 'K-4', 'K-5']));
	}
);

test('a download says no case twice when one is taken away on the way', async () => {
	const filters = parseCaseFilters(new URLSearchParams('sort=key'));
	const told: string[] = [];
	for await (const { rows } of eachCases(bench.store, { scope: WHOLE, status: null, filters }, 2)) {
		told.push(...rows.map(({ case_key }) => case_key));
		if (told.length === 2) await undo();
	}
	expect(told).toEqual(['K-1', 'K-2', 'K-4', 'K-5']);
});

test.each([
	['sort=case&dir=asc', 2],
	['sort=day&dir=desc', 3]
])(
	'a list of deviations, %s, goes on in its place when the one that its page ended with is gone',
	async (query, size) => {
		const filters = parseDeviationFilters(new URLSearchParams(`kind=outside_sop&${query}`), null);
		const given = { scope: WHOLE, filters };
		const first = await listDeviations(bench.store, { ...given, place: place(null), size });
		const shown = first.rows.map(({ case_key }) => case_key);
		expect(shown.at(-1)).toMatch(/K-[23]/);
		await undo();
		const second = await listDeviations(bench.store, {
			...given,
			place: place(first.next),
			size: 9
		});
		const rest = second.rows.map(({ case_key }) => case_key);
		expect(rest.filter((key) => shown.includes(key))).toEqual([]);
		expect(new Set([...shown, ...rest])).toEqual(new Set([...shown, 'K-1', 'K-4', 'K-5']));
	}
);
