import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { completingSteps, reachableSteps, stepsLeadingToEnd } from '../../domain/sop/graph';
import { stepTimeSum } from '../../domain/sop/lint';
import { normaliseActivity } from '../../domain/sop/normalise';
import type { Sop } from '../../domain/sop/types';
import { loadCatalogue } from './load';

const catalogue = new Map(loadCatalogue(resolve('.')).map((sop) => [sop.id, sop]));

function sop(id: string): Sop {
	const found = catalogue.get(id);
	if (!found) throw new Error(`no SOP ${id}`);
	return found;
}

/** The flow in one line: `^` start, `$` end, `$?` inferred end, `~` optional, `>` edges, `?` an inferred edge. */
function flowOf(id: string, flow?: string): string {
	const steps = sop(id).steps.filter((step) => flow === undefined || step.flow === flow);
	return steps
		.map((step) => {
			const guessed = step.inferences.some((inference) => inference.field === 'end');
			const marks = `${step.start ? '^' : ''}${step.optional ? '~' : ''}`;
			const end = step.end ? (guessed ? '$?' : '$') : '';
			const next = step.next.map((edge) => edge.to + (edge.inferred ? '?' : '')).join('|');
			return `${marks}${step.no}${end}${next === '' ? '' : `>${next}`}`;
		})
		.join(' ');
}

describe('the transcribed flows', () => {
	it.each([
		[
			'pos-epurchasing',
			'^1>2 2>3 3>4 4>5 5>6 6>7 7>8 8>9 9>10 10>11|7? 11>12 12>13 13>14 14>15 15>16 16>17 17$'
		],
		['badung-02', '^1>2 2>3 3$'],
		['jateng-usulan-pengadaan', '^1>2 2>3 3>8|4 4>5 5>6 6>7 7$? 8$'],
		['jateng-pengelolaan-pendukung', '^1>2 2>3|4 3>4 4$'],
		['jateng-pemantauan-kinerja', '^1>2 2>3 3>4 4>5|2 5$'],
		['oganilir-01', '^1>2 2>3 3>4 4>5 5>6 6>7 7$'],
		['oganilir-02', '^1>2 2>3 3$?>4 4>5 5$?'],
		['oganilir-03', '^1>2 2>3 3>4|1? 4>5 5$'],
		['oganilir-04', '^1>2 2>3 3>4|1? 4>5 5$'],
		['oganilir-05', '^1>2 2>3 3>4|1? 4>5 5$'],
		['oganilir-06', '^1>2 2>3 3>4 4>5 5>6|4? 6>7 7$?']
	])('%s', (id, flow) => {
		expect(flowOf(id)).toBe(flow);
	});

	it.each([
		['kldi', '^a.1.a>a.1.b a.1.b>a.1.c a.1.c>a.1.d a.1.d$'],
		['penyedia', '^b.1.a>b.1.b b.1.b>b.1.c b.1.c>b.1.d b.1.d$'],
		['telepon', '^a.1>a.2 a.2$'],
		['email', '^b.1>b.2 b.2$'],
		['surat', '^c.1>c.2 c.2>c.3 c.3>c.4 c.4>c.5 c.5>c.6 ~c.6$'],
		['kunjungan', '^d.7>d.8 d.8>d.9 d.9$']
	])('lkpp-epurchasing, %s', (flow, expected) => {
		expect(flowOf('lkpp-epurchasing', flow)).toBe(expected);
	});

	it('names the condition of every way out of a branch', () => {
		const branches = [...catalogue.values()].flatMap((found) =>
			found.steps.filter((step) => step.next.length > 1)
		);
		expect(branches).toHaveLength(8);
		for (const branch of branches) {
			for (const edge of branch.next) expect(edge.condition).not.toBeNull();
		}
	});

	it('reaches every step from a start, and an end from every step', () => {
		for (const found of catalogue.values()) {
			expect(reachableSteps(found).size, found.id).toBe(found.steps.length);
			expect(stepsLeadingToEnd(found).size, found.id).toBe(found.steps.length);
		}
	});

	it('lets an evaluation open a procurement proposal, and an unanswered telephone keep no letter open', () => {
		expect(sop('jateng-pemantauan-kinerja').steps[4]?.opens).toMatchObject([
			{ sop: 'jateng-usulan-pengadaan' }
		]);
		expect(completingSteps(sop('lkpp-epurchasing'))).toContain('c.5');
	});
});

describe('the transcribed times', () => {
	it.each<[string, (number | null)[]]>([
		['oganilir-01', [2, 2, 5, 5, 10, 2, 3]],
		['oganilir-02', [10, 10, 25, 5, 5]],
		['oganilir-03', [10, 10, 25, 15, 5]],
		['oganilir-04', [10, 10, 25, 15, 5]],
		['oganilir-05', [10, 10, 25, 15, 5]],
		['oganilir-06', [15, 10, 10, 25, 30, 15, null]],
		[
			'pos-epurchasing',
			[5.5, 1, 1, 0.5, 0.5, 0.25, 1, 0.25, 1, 5.5, 0.5, 0.5, 1, 2, 1, 1, 1].map((h) => h * 60)
		]
	])('%s, in minutes', (id, minutes) => {
		const steps = sop(id).steps;
		expect(steps.map((step) => step.time === null)).toEqual(minutes.map((m) => m === null));
		expect(steps.map((step) => step.budget?.seconds ?? null)).toEqual(
			minutes.map((m) => (m === null ? null : m * 60))
		);
	});

	it('POS steps add up to 23,5 jam, half an hour more than the document states', () => {
		expect(stepTimeSum(sop('pos-epurchasing').steps)).toBe(84_600);
		expect(sop('pos-epurchasing')).toMatchObject({
			statedTotal: '23 jam',
			statedTotalSeconds: 82_800,
			statedTotalKind: 'processing'
		});
	});

	it('Badung allows a day, nothing, and a day, read as working days', () => {
		expect(sop('badung-02').steps.map((step) => step.budget?.days ?? null)).toEqual([1, null, 1]);
		expect(
			sop('badung-02').steps.map((step) => step.inferences.some(({ field }) => field === 'clock'))
		).toEqual([true, false, true]);
	});

	it('Jawa Tengah and the flows of LKPP set no step times', () => {
		for (const [id, found] of catalogue) {
			if (!id.startsWith('jateng') && !id.startsWith('lkpp')) continue;
			expect(
				found.steps.filter((step) => step.time !== null || step.budget !== null),
				id
			).toEqual([]);
		}
	});

	it('LKPP limits run from and to the points its sentences name', () => {
		expect(
			sop('lkpp-epurchasing').limits.map(({ id, from, to, budget }) => [
				id,
				from,
				to,
				budget.days,
				budget.clock,
				budget.countsFirstDay
			])
		).toEqual([
			[
				'training-reply',
				'permohonan-pelatihan-diterima',
				'surat-jawaban-pelatihan',
				5,
				'workday',
				false
			],
			['training', 'pelatihan-mulai', 'pelatihan-selesai', 2, 'workday', true],
			['complaint-letter', 'surat-diterima-subdit', 'c.3', 10, 'workday', false]
		]);
	});
});

describe('what the documents leave open', () => {
	it.each<[string, string[]]>([
		['pos-epurchasing', ['sum_differs']],
		['badung-02', ['effective_before_law', 'step_without_time 2']],
		['oganilir-01', ['outcome_without_edge 5']],
		['oganilir-06', ['document_incomplete', 'step_without_time 7']],
		['lkpp-epurchasing', []],
		['jateng-usulan-pengadaan', []],
		['jateng-pengelolaan-pendukung', []],
		['jateng-pemantauan-kinerja', []],
		['oganilir-02', []],
		['oganilir-03', []],
		['oganilir-04', []],
		['oganilir-05', []]
	])('findings of %s', (id, expected) => {
		expect(
			sop(id).findings.map(({ code, step }) => (step === null ? code : `${code} ${step}`))
		).toEqual(expected);
	});

	it('says with what figures they differ', () => {
		expect(sop('pos-epurchasing').findings[0]?.params).toMatchObject({
			sum: '23,5 jam',
			stated: '23 jam'
		});
		expect(sop('badung-02').findings[0]?.params).toEqual({ effective: 2017, years: '2018, 2019' });
	});

	it('infers actors wherever the marks are lost, except where the sentence names the role', () => {
		const inferred = (id: string) =>
			sop(id).steps.filter((step) => step.inferences.some(({ field }) => field === 'actors'))
				.length;
		expect(Object.fromEntries([...catalogue.keys()].map((id) => [id, inferred(id)]))).toEqual({
			'badung-02': 3,
			'jateng-pemantauan-kinerja': 0,
			'jateng-pengelolaan-pendukung': 0,
			'jateng-usulan-pengadaan': 0,
			'lkpp-epurchasing': 11,
			'oganilir-01': 7,
			'oganilir-02': 5,
			'oganilir-03': 5,
			'oganilir-04': 5,
			'oganilir-05': 5,
			'oganilir-06': 7,
			'pos-epurchasing': 17
		});
	});

	it('dates no document beyond what it says, and marks what it read into it', () => {
		const dates = [...catalogue.values()].map((found) => [
			found.id,
			found.effectiveFrom,
			found.inferences.some(({ field }) => field === 'effective')
		]);
		expect(dates).toEqual([
			['badung-02', '2017-03-01', false],
			['jateng-pemantauan-kinerja', '2018-01-01', true],
			['jateng-pengelolaan-pendukung', '2018-01-01', true],
			['jateng-usulan-pengadaan', '2018-01-01', true],
			['lkpp-epurchasing', null, true],
			...[1, 2, 3, 4, 5, 6].map((n) => [`oganilir-0${n}`, '2012-12-01', true]),
			['pos-epurchasing', null, true]
		]);
	});

	it('excuses outages only where a warning says so', () => {
		for (const found of catalogue.values()) {
			expect(found.warnsOutage, found.id).toBe(
				found.header.warnings.some((warning) => warning.includes('gangguan jaringan'))
			);
			expect(found.warnsOutage, found.id).toBe(found.id.startsWith('oganilir'));
		}
	});

	it('counts as supplier steps those of the Penyedia alone', () => {
		const supplied = [...catalogue.values()].flatMap((found) =>
			found.steps.filter((step) => step.supplier).map((step) => `${found.id} ${step.no}`)
		);
		expect(supplied).toEqual([
			...['a', 'b', 'c', 'd'].map((letter) => `lkpp-epurchasing b.1.${letter}`),
			'oganilir-01 1',
			...['8', '9', '15'].map((no) => `pos-epurchasing ${no}`)
		]);
	});

	it('lets no two steps of one flow answer to the same text', () => {
		for (const found of catalogue.values()) {
			for (const flow of found.flows) {
				const texts = found.steps
					.filter((step) => step.flow === flow.id)
					.flatMap((step) => new Set([step.activity, ...step.aliases].map(normaliseActivity)))
					.flatMap((set) => [...set]);
				expect(new Set(texts).size, `${found.id} ${flow.id}`).toBe(texts.length);
			}
		}
	});
});

describe('the header of the form', () => {
	it.each<[string, string | null, string | null, number[]]>([
		// number, created, then how many: laws, qualifications, related, equipment, warnings, records
		['badung-02', '02', '14 Oktober 2014', [4, 3, 0, 4, 2, 2]],
		['oganilir-01', '01/LPSE.OI/2012', '05 Januari 2012', [4, 5, 5, 7, 4, 4]],
		['oganilir-02', '02/LPSE.OI/2012', '05 Januari 2012', [4, 5, 5, 6, 4, 4]],
		['oganilir-03', '03/LPSE/2012', '05 Januari 2012', [4, 5, 4, 6, 4, 2]],
		['oganilir-04', '04/LPSE/2012', '05 Januari 2012', [4, 5, 4, 6, 4, 2]],
		['oganilir-05', '05/LPSE/2012', '05 Januari 2012', [4, 5, 4, 6, 4, 2]],
		['oganilir-06', '06/LPSE/2012', '05 Januari 2012', [4, 5, 5, 6, 4, 2]],
		['pos-epurchasing', null, null, [0, 0, 0, 0, 0, 0]]
	])('%s', (id, number, created, counts) => {
		const { header, number: found } = sop(id);
		expect(found).toBe(number);
		expect(header.created).toBe(created);
		expect(
			[
				header.legalBasis,
				header.qualifications,
				header.related,
				header.equipment,
				header.warnings,
				header.records
			].map((list) => list.length)
		).toEqual(counts);
	});

	it('leaves blank what the form leaves blank', () => {
		expect(sop('oganilir-01').header).toMatchObject({
			revised: null,
			approved: null,
			effective: null
		});
		expect(sop('oganilir-06').header.signatory).toMatchObject({ name: null, date: null });
	});
});

it('has a message in both languages for every finding and every error of the catalogue', () => {
	const keys = (locale: string, area: string) =>
		Object.keys(
			JSON.parse(readFileSync(resolve(`src/messages/${locale}/${area}.json`), 'utf8')) as object
		);
	const sources = ['domain/sop/lint.ts', 'domain/sop/parse.ts', 'server/catalogue/load.ts'];
	const code = sources.map((path) => readFileSync(resolve('src/lib', path), 'utf8')).join('\n');
	const errors = [...code.matchAll(/'(sop_[a-z_]+)'/g)].map((match) => `error_${match[1]}`);
	const findings = [...code.matchAll(/(?:whole|about)\(\s*'([a-z_]+)'/g)].map(
		(match) => `finding_${match[1]}`
	);
	expect(new Set(errors).size).toBe(10);
	expect(new Set(findings).size).toBe(11);
	for (const locale of ['id', 'en']) {
		expect(keys(locale, 'errors')).toEqual(
			expect.arrayContaining([...errors, 'error_duration_unreadable'])
		);
		expect(keys(locale, 'sop')).toEqual(expect.arrayContaining(findings));
	}
});
