import { describe, expect, it } from 'vitest';
import { UserError } from '../user-error';
import { parseSop } from './parse';

const head = `id: contoh
title: Contoh
source: Naskah contoh
header: {}
actors: [Staf, Kepala]
`;
const read = (steps: string, rest = '') =>
	parseSop(`${head}${rest}steps:\n${steps}`, 'contoh.yaml');
const row = (no: string, more = '') => `  - { no: '${no}', activity: Kegiatan ${no}, ${more} }\n`;

/** The error a text gives, as its code and params. */
function failure(run: () => unknown): { code: string; params: Record<string, string | number> } {
	try {
		run();
	} catch (error) {
		if (error instanceof UserError) return { code: error.code, params: error.params };
		throw error;
	}
	throw new Error('read without an error');
}

describe('the SOP reader', () => {
	it('leads each step to the next row, and an end nowhere', () => {
		const sop = read(
			row('1', 'start: true') + row('2') + row('3', 'end: true') + row('4', 'end: true')
		);
		expect(sop.steps.map((step) => step.next.map((edge) => edge.to))).toEqual([
			['2'],
			['3'],
			[],
			[]
		]);
	});

	it('adds no edge to those a branch names', () => {
		const branch = `next: [{ to: '3', condition: ya }, { to: '1', condition: tidak, inferred: true, reason: tujuan tidak terbaca }]`;
		const sop = read(row('1', 'start: true') + row('2', branch) + row('3', 'end: true'));
		expect(sop.steps[1]?.next).toEqual([
			{ to: '3', condition: 'ya', inferred: false },
			{ to: '1', condition: 'tidak', inferred: true }
		]);
		expect(sop.steps[1]?.inferences).toEqual([
			{ field: 'next', target: '1', reason: 'tujuan tidak terbaca' }
		]);
	});

	it('keeps flows apart: the last row of one does not lead to the first of the next', () => {
		const flows = 'flows: [{ id: a, title: A }, { id: b, title: B }]\n';
		const sop = read(
			row('1', 'flow: a, start: true') +
				row('2', 'flow: b, start: true') +
				row('3', 'flow: a, end: true') +
				row('4', 'flow: b, end: true'),
			flows
		);
		expect(sop.steps.map((step) => step.next.map((edge) => edge.to))).toEqual([
			['3'],
			['4'],
			[],
			[]
		]);
	});

	it('makes an id that fits a URL from the number, and keeps the number as written', () => {
		const sop = read(row('3.', 'start: true') + row('A/2', 'end: true'));
		expect(sop.steps.map((step) => [step.id, step.no])).toEqual([
			['3', '3.'],
			['a-2', 'A/2']
		]);
	});

	it('leaves a blank time without a budget and says when it assumed the clock', () => {
		const sop = read(row('1', 'start: true, time: 1 hari') + row('2', 'end: true'));
		expect(sop.steps[0]?.inferences.map((inference) => inference.field)).toEqual(['clock']);
		expect(sop.steps[1]).toMatchObject({ time: null, budget: null, inferences: [] });
	});

	it('marks a missing date and the reading of a stated total as inferred', () => {
		const rows = row('1', 'start: true, end: true, time: 1 jam');
		const marks = (rest: string) => read(rows, rest).inferences.map((inference) => inference.field);
		expect(marks('statedTotal: 1 jam\n')).toEqual(['effective', 'total']);
		expect(marks("effectiveFrom: '2020-01-02'\n")).toEqual([]);
		expect(marks('statedTotal: 1 jam\nstatedTotalKind: lead\n')).toEqual(['effective']);
	});
});

describe('an SOP file that cannot be read names file, step and text', () => {
	const one = row('1', 'start: true, end: true');
	it.each([
		['an unreadable time', () => read(row('1', 'time: sebentar')), 'sop_time', '1', 'sebentar'],
		['an unreadable total', () => read(one, 'statedTotal: lama\n'), 'sop_time', 'Jumlah', 'lama'],
		['a total in days', () => read(one, 'statedTotal: 3 hari\n'), 'sop_time', 'Jumlah', '3 hari'],
		[
			'an unknown target',
			() => read(row('1', "next: [{ to: '9' }]")),
			'sop_unknown_step',
			'1',
			'9'
		],
		['an unknown actor', () => read(row('1', 'actors: [Tamu]')), 'sop_unknown_actor', '1', 'Tamu'],
		['an unknown flow', () => read(row('1', 'flow: lain')), 'sop_unknown_flow', '1', 'lain'],
		['two steps with one id', () => read(one + row('1')), 'sop_duplicate_id', '1', '1'],
		[
			'a limit with an unknown end',
			() =>
				read(
					one,
					"limits: [{ id: batas, title: B, time: 2 hari kerja, from: '1', to: x, quote: q }]\n"
				),
			'sop_unknown_step',
			'batas',
			'x'
		]
	])('%s', (_, run, code, step, text) => {
		expect(failure(run)).toEqual({ code, params: { file: 'contoh.yaml', step, text } });
	});

	it('a misspelt field', () => {
		expect(failure(() => read(row('2', 'waktu: 1 jam')))).toMatchObject({
			code: 'sop_invalid',
			params: { file: 'contoh.yaml', step: '2', field: 'steps.0' }
		});
	});

	it('a date that does not exist', () => {
		expect(failure(() => read(one, "effectiveFrom: '2021-02-30'\n"))).toMatchObject({
			code: 'sop_invalid',
			params: { step: '—', field: 'effectiveFrom', text: '"2021-02-30"' }
		});
	});

	it('an inferred edge without its reason', () => {
		expect(failure(() => read(row('5', "next: [{ to: '5', inferred: true }]")))).toMatchObject({
			code: 'sop_invalid',
			params: { step: '5' }
		});
	});

	it('broken YAML, with its line', () => {
		expect(failure(() => parseSop('id: a\ntitle: "b\n', 'rusak.yaml'))).toMatchObject({
			code: 'sop_yaml',
			params: { file: 'rusak.yaml' }
		});
	});

	it('an empty file', () => {
		expect(failure(() => parseSop('', 'kosong.yaml')).code).toBe('sop_invalid');
	});
});
