import { describe, expect, it } from 'vitest';
import { parseSop } from './parse';

const head = `id: contoh
title: Contoh
source: Naskah contoh
header: { legalBasis: [Peraturan Presiden Nomor 54 tahun 2010] }
effectiveFrom: '2012-01-01'
`;
const row = (no: string, more = '') => `  - { no: '${no}', activity: Kegiatan ${no}, ${more} }\n`;
const whole = row('1', 'start: true, time: 1 jam') + row('2', 'end: true, time: 30 menit');

/** Findings of an SOP as `code@step`. */
function findings(steps: string, rest = '', top = head): string[] {
	return parseSop(`${top}${rest}steps:\n${steps}`, 'contoh.yaml').findings.map(
		(finding) => `${finding.code}@${finding.step ?? ''}`
	);
}

describe('the linter', () => {
	it.each([
		['nothing in a sound SOP', whole, '', []],
		['a total that the steps do not add up to', whole, 'statedTotal: 2 jam\n', ['sum_differs@']],
		['nothing in a total that they add up to', whole, 'statedTotal: 1,5 jam\n', []],
		[
			'a blank among the times',
			row('1', 'start: true, time: 1 jam') + row('2', 'end: true'),
			'',
			['step_without_time@2']
		],
		[
			'a blank, but no wrong sum while the blank may fill it up',
			row('1', 'start: true, time: 1 jam') + row('2', 'end: true'),
			'statedTotal: 2 jam\n',
			['step_without_time@2']
		],
		['no blank where no step has a time', row('1', 'start: true') + row('2', 'end: true'), '', []],
		['a document that breaks off', whole, 'incomplete: terputus\n', ['document_incomplete@']],
		[
			'an outcome that leads nowhere',
			row('1', 'start: true, openOutcomes: [tidak sah]') + row('2', 'end: true'),
			'',
			['outcome_without_edge@1']
		],
		[
			'a lone condition, whose other side is missing',
			row('1', "start: true, next: [{ to: '2', condition: lengkap }]") + row('2', 'end: true'),
			'',
			['outcome_without_edge@1']
		],
		[
			'a branch with a default',
			row('1', "start: true, next: [{ to: '2', condition: ya }, { to: '3' }]") +
				row('2') +
				row('3', 'end: true'),
			'',
			['branch_default@1']
		],
		[
			'a step that no path reaches',
			row('1', 'start: true, end: true') + row('2', 'end: true'),
			'',
			['unreachable_step@2']
		],
		[
			'a loop without a way out',
			row('1', 'start: true') +
				row('2', "next: [{ to: '1' }]") +
				row('3', 'start: true, end: true'),
			'',
			['no_path_to_end@1', 'no_path_to_end@2']
		],
		[
			'a number used twice',
			row('1', 'start: true') + row('1', 'id: lain, end: true'),
			'',
			['duplicate_no@1', 'duplicate_no@lain']
		],
		[
			'a flow without start or end',
			row('1'),
			'',
			['flow_without_start@', 'flow_without_end@', 'unreachable_step@1', 'no_path_to_end@1']
		]
	])('finds %s', (_, steps, rest, expected) => {
		expect(findings(steps, rest)).toEqual(expected);
	});

	it('finds a date before the law it cites, and none for a law of the same year', () => {
		const dated = (year: string) => head.replace('2012-01-01', `${year}-06-01`);
		expect(findings(whole, '', dated('2009'))).toEqual(['effective_before_law@']);
		expect(findings(whole, '', dated('2010'))).toEqual([]);
	});
});
