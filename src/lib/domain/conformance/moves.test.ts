import { describe, expect, test } from 'vitest';
import { Aligner } from './align';
import { describeMoves } from './moves';
import { certainWays } from './sop-graph';

const STEPS = 5;

interface Given {
	free?: number[];
	inferred?: [number, number][];
	complete?: boolean;
	successors?: number[][];
	ends?: number[];
}

function read(sequence: number[], given: Given = {}) {
	const free = new Set(given.free ?? []);
	const complete = given.complete ?? true;
	const inferred = new Set((given.inferred ?? []).map(([from, to]) => `${from} ${to}`));
	const align = (successors: readonly (readonly number[])[]) =>
		new Aligner({
			...{ size: STEPS, successors, free },
			ends: new Set(given.ends ?? [STEPS])
		}).align(sequence, complete)?.moves;
	const successors = given.successors ?? [[1], [2], [3], [4], [5], []];
	const graph = {
		...{ size: STEPS, successors },
		inferred: (from: number, to: number) => inferred.has(`${from} ${to}`),
		inferredFrom: (from: number) => given.inferred?.some(([source]) => source === from) ?? false
	};
	return describeMoves(align(successors) ?? [], graph, {
		...{ free, complete },
		certain: () => align(certainWays(graph))
	});
}

/** Each deviation as kind, step and a question mark where it rests on something inferred. */
const deviations = (sequence: number[], given?: Given) =>
	read(sequence, given).flatMap(({ deviation, step, provisional }) =>
		deviation ? [`${deviation} ${step ?? 'none'}${provisional ? '?' : ''}`] : []
	);

describe('what departs from the flow', () => {
	test.each<[string, number[], Given, string[]]>([
		['nothing, of a case that follows it', [1, 2, 3, 4, 5], {}, []],
		['a step that is missing', [1, 2, 4, 5], {}, ['skipped 3']],
		['no step that cannot be seen', [1, 2, 4, 5], { free: [3] }, []],
		['no step that is still to come', [1, 2], { complete: false }, []],
		['steps that a completed case never reached', [1, 2, 3], {}, ['skipped 4', 'skipped 5']],
		['what is no step', [1, 0, 2, 3, 4, 5], {}, ['outside_sop none']],
		['two steps exchanged, as one', [1, 3, 2, 4, 5], {}, ['out_of_order 3']],
		['a step done again without a loop', [1, 2, 3, 2, 4, 5], {}, ['repeated 2']],
		[
			'a step of another branch',
			[1, 2, 3, 5],
			{ successors: [[1], [2, 3], [5], [4], [5], []] },
			['not_allowed 3']
		]
	])('%s', (_, sequence, given, expected) => {
		expect(deviations(sequence, given)).toEqual(expected);
	});

	const pairing = (kinds: string) =>
		describeMoves(
			[...kinds].map((kind, at) => ({ kind: kind === 'm' ? 2 : 1, index: at, step: 3 }) as const),
			{ inferred: () => false, inferredFrom: () => false },
			{ free: new Set(), complete: true, certain: () => undefined }
		).map(({ deviation }) => deviation);

	test('a step out of order is paired with the nearest that misses it, of two with the earlier', () => {
		expect(pairing('mlm')).toEqual([null, 'out_of_order', 'skipped']);
		expect(pairing('mmlm')).toEqual(['skipped', null, 'out_of_order', 'skipped']);
		expect(pairing('mllmm')).toEqual([null, 'out_of_order', 'out_of_order', null, 'skipped']);
		expect(pairing('llm')).toEqual(['out_of_order', 'not_allowed', null]);
	});
});

describe('a deviation is provisional', () => {
	const loop = { successors: [[1], [2], [3], [4], [2, 5], []] };

	test('where the way that it misses a step of is inferred', () => {
		expect(deviations([1, 2, 3, 4, 3, 4, 5], { ...loop, inferred: [[4, 2]] })).toEqual([
			'skipped 2?'
		]);
		expect(deviations([1, 2, 3, 4, 3, 4, 5], loop)).toEqual(['skipped 2']);
	});

	test('where a way on from the step after which it stands is inferred', () => {
		expect(deviations([1, 2, 3, 4, 1, 5], { ...loop, inferred: [[4, 2]] })).toEqual([
			'repeated 1?'
		]);
		expect(deviations([1, 2, 1, 3, 4, 5], { ...loop, inferred: [[4, 2]] })).toEqual(['repeated 1']);
	});

	test('where it would not be found if a way that the path takes were not there', () => {
		const successors = [[1], [2], [3], [4], [3, 5], []];
		const given: Given = { successors, inferred: [[4, 3]] };
		expect(deviations([1, 2, 4, 3, 5], given)).toEqual(['skipped 3?', 'skipped 4?']);
		expect(deviations([1, 2, 4, 3, 5], { successors })).toEqual(['skipped 3', 'skipped 4']);
		expect(deviations([1, 3, 4, 3, 4, 5], given)).toEqual(['skipped 2']);
	});

	test('where the end that it should have reached is inferred', () => {
		expect(deviations([1, 2, 3], { inferred: [[5, 0]] })).toEqual(['skipped 4?', 'skipped 5?']);
		expect(deviations([1, 2, 4, 5], { inferred: [[5, 0]] })).toEqual(['skipped 3']);
	});

	test('but never that a step is none', () => {
		expect(deviations([1, 2, 3, 4, 0, 5], { ...loop, inferred: [[4, 2]] })).toEqual([
			'outside_sop none'
		]);
	});
});

describe('the step before', () => {
	const predecessors = (sequence: number[], given?: Given) =>
		read(sequence, given).map(({ predecessor }) => predecessor);

	test('is named between two synchronous moves that follow each other', () => {
		expect(predecessors([1, 2, 3, 4, 5])).toEqual([null, 1, 2, 3, 4]);
	});

	test('is not seen past a step that is missing, seen or not', () => {
		expect(predecessors([1, 2, 4, 5])).toEqual([null, 1, null, null, 3]);
		expect(predecessors([1, 2, 4, 5], { free: [3] })).toEqual([null, 1, null, null, 3]);
	});

	test('is not named past an event that lies off the path', () => {
		expect(predecessors([1, 0, 2, 3, 4, 5])).toEqual([null, null, null, 3, 4, 5]);
	});

	test('of each pass of a loop is that of the pass', () => {
		const successors = [[1], [2], [3], [2, 4], [5], []];
		expect(predecessors([1, 2, 3, 2, 3, 4, 5], { successors })).toEqual([null, 1, 2, 3, 4, 5, 6]);
	});
});

test('occurrences count every move of a step, and the last pass is its last event', () => {
	const moves = read([1, 3, 2, 4, 5]).filter(({ step }) => step === 3);
	expect(moves.map(({ kind, occurrence, lastPass }) => [kind, occurrence, lastPass])).toEqual([
		[1, 1, true],
		[2, 2, false]
	]);
});
