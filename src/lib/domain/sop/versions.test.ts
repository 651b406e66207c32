import { stringify } from 'yaml';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../server/catalogue/load';
import { parseSop } from './parse';
import { compareSops, isSame, pairSteps } from './versions';
import { toSopFile } from './write';

const row = (no: string, activity: string, more = '') =>
	`  - { no: '${no}', activity: ${activity}${more} }\n`;
const sop = (rows: string, head = '') =>
	parseSop(
		`id: uji\ntitle: Uji\nsource: uji\nheader: {}\nactors: [Loket, Kepala]\n${head}steps:\n${rows}`,
		'uji.yaml'
	);
const OLD = sop(
	row('1', 'Terima', ', time: 10 menit, start: true') +
		row('2', 'Periksa', ', actors: [Loket]') +
		row('3', 'Serahkan', ', end: true')
);

describe('the steps of two versions', () => {
	const pairs = (after: ReturnType<typeof sop>) =>
		pairSteps(OLD.steps, after.steps).map((pair) => [
			pair.before?.no ?? null,
			pair.after?.no ?? null
		]);

	it('are the same by their words, whatever a row in between does to their numbers', () => {
		const after = sop(
			row('1', 'Terima', ', start: true') +
				row('2', 'Catat') +
				row('3', 'PERIKSA.') +
				row('4', 'Serahkan', ', end: true')
		);
		expect(pairs(after)).toEqual([
			['1', '1'],
			[null, '2'],
			['2', '3'],
			['3', '4']
		]);
	});

	it('are the same by their number where the words were changed', () => {
		const after = sop(
			row('1', 'Terima', ', start: true') + row('2', 'Periksa berkas', ', end: true')
		);
		expect(pairs(after)).toEqual([
			['1', '1'],
			['2', '2'],
			['3', null]
		]);
	});

	it('of one wording are told apart by their order', () => {
		const twice = sop(
			row('1', 'Terima', ', start: true') +
				row('2', 'Tanda tangan') +
				row('3', 'Tanda tangan', ', end: true')
		);
		expect(
			pairSteps(twice.steps, twice.steps).map(({ before, after }) => before === after)
		).toEqual([true, true, true]);
	});
});

describe('what differs between two versions', () => {
	it('is nothing between a version and itself', () => {
		for (const one of loadCatalogue(process.cwd()))
			expect(isSame(compareSops(one, one))).toBe(true);
	});

	it('are steps added and removed, changed values as written, and ways that lead elsewhere', () => {
		const after = sop(
			row('1', 'Terima', ', time: 15 menit, start: true') +
				row('2', 'Catat', ', time: 5 menit') +
				row('3', 'Periksa', ', actors: [Kepala]'),
			'statedTotal: 1 jam\n'
		);
		const { whole, added, removed, changed, limits } = compareSops(OLD, after);
		expect(whole).toEqual([{ field: 'statedTotal', before: null, after: '1 jam' }]);
		expect(added.map(({ activity }) => activity)).toEqual(['Catat']);
		expect(removed.map(({ activity }) => activity)).toEqual(['Serahkan']);
		expect(changed.map(({ after: step, changes }) => [step.no, changes])).toEqual([
			[
				'1',
				[
					{ field: 'time', before: '10 menit', after: '15 menit' },
					// It leads to the row that is new.
					{ field: 'next', before: '▸ 2', after: '▸ 2' }
				]
			],
			[
				'3',
				[
					{ field: 'actors', before: 'Loket', after: 'Kepala' },
					{ field: 'next', before: '3', after: null }
				]
			]
		]);
		expect(limits).toEqual([]);
	});
});

describe('the file of a version', () => {
	it('is read again as the same SOP, for every SOP of the catalogue', () => {
		for (const one of [...loadCatalogue(process.cwd()), OLD])
			expect(parseSop(stringify(toSopFile(one)), `${one.id}.yaml`)).toEqual(one);
	});
});
