import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { parseSop } from '../sop/parse';
import type { Sop } from '../sop/types';
import { Aligner } from './align';
import { settleChoices } from './choices';
import { describeMoves } from './moves';
import { certainWays, sopGraph } from './sop-graph';

interface Row {
	group?: string | undefined;
	optional?: boolean;
	start?: boolean;
	end?: boolean;
	next?: { to: string }[];
}

const sopOf = (rows: readonly Row[]): Sop =>
	parseSop(
		stringify({
			...{ id: 'a', title: 'A', source: 'S', header: {} },
			steps: rows.map((row, index) => ({
				...{ no: String(index + 1), activity: `Kegiatan ${index + 1}` },
				...JSON.parse(JSON.stringify(row))
			}))
		}),
		'a.yaml'
	);

/** Where a case stands: its last step, and what it has done of the group that this one is of. */
interface Place {
	at: number;
	done: readonly number[];
}

/** What an SOP allows, from the words of its definition: written for nothing else, and it knows of no states. */
class Definition {
	constructor(private readonly sop: Sop) {}

	#group(number: number): number[] {
		const name = this.#step(number).group;
		return this.sop.steps.flatMap(({ group }, index) =>
			name !== null && group === name ? [index + 1] : []
		);
	}

	#step(number: number) {
		const step = this.sop.steps[number - 1];
		if (!step) throw new Error('no such step');
		return step;
	}

	#number(id: string): number {
		return this.sop.steps.findIndex((step) => step.id === id) + 1;
	}

	#enter(number: number): Place[] {
		const group = this.#group(number);
		return group.length > 1
			? group.map((at) => ({ at, done: [at] }))
			: [{ at: number, done: [number] }];
	}

	#left({ at, done }: Place): number[] {
		const group = this.#group(at);
		return group.length > 1 ? group.filter((member) => !done.includes(member)) : [];
	}

	next(place: Place): Place[] {
		if (place.at === 0)
			return this.sop.steps.flatMap(({ start }, index) => (start ? this.#enter(index + 1) : []));
		const left = this.#left(place);
		if (left.length > 0) return left.map((at) => ({ at, done: [...place.done, at].sort() }));
		const group = this.#group(place.at);
		const from = group.length > 1 ? group : [place.at];
		return from
			.flatMap((number) => this.#step(number).next.map(({ to }) => this.#number(to)))
			.filter((to) => group.length < 2 || !group.includes(to))
			.flatMap((to) => this.#enter(to));
	}

	/** At an end, or where only optional steps are left to one. */
	complete(place: Place, seen: readonly string[] = []): boolean {
		if (place.at === 0 || seen.includes(JSON.stringify(place))) return false;
		const group = this.#group(place.at);
		const of = group.length > 1 ? group : [place.at];
		const left = this.#left(place);
		if (of.some((at) => this.#step(at).end) && left.every((at) => this.#step(at).optional))
			return true;
		return this.next(place).some(
			(onward) =>
				this.#step(onward.at).optional && this.complete(onward, [...seen, JSON.stringify(place)])
		);
	}

	/** Least cost of reading a sequence, by relaxing until nothing changes. */
	cost(sequence: readonly number[], complete: boolean): number {
		const first = JSON.stringify([0, { at: 0, done: [] }]);
		const best = new Map([[first, 0]]);
		for (let changed = true; changed;) {
			changed = false;
			for (const [key, cost] of [...best]) {
				const [index, place] = JSON.parse(key) as [number, Place];
				const offers: [number, Place, number][] = [];
				if (index < sequence.length) offers.push([index + 1, place, cost + 1]);
				for (const onward of this.next(place)) {
					offers.push([index, onward, cost + (this.#step(onward.at).optional ? 0 : 1)]);
					if (sequence[index] === onward.at) offers.push([index + 1, onward, cost]);
				}
				for (const [i, at, c] of offers) {
					const offered = JSON.stringify([i, at]);
					if (c >= (best.get(offered) ?? Infinity)) continue;
					best.set(offered, c);
					changed = true;
				}
			}
		}
		return Math.min(
			Infinity,
			...[...best].flatMap(([key, cost]) => {
				const [index, place] = JSON.parse(key) as [number, Place];
				return index === sequence.length && (!complete || this.complete(place)) ? [cost] : [];
			})
		);
	}

	/** Whether moves read the whole sequence along a path. */
	reads(
		moves: readonly { kind: number; step: number }[],
		sequence: readonly number[],
		complete: boolean
	): boolean {
		let place: Place = { at: 0, done: [] };
		const events: number[] = [];
		for (const { kind, step } of moves) {
			if (kind !== 2) events.push(step);
			if (kind === 1) continue;
			const onward = this.next(place).find(({ at }) => at === step);
			if (!onward) return false;
			place = onward;
		}
		return events.join() === sequence.join() && (!complete || this.complete(place));
	}
}

const sops = fc
	.array(
		fc.record({
			group: fc.constantFrom(undefined, undefined, 'g', 'g', 'h'),
			optional: fc.boolean(),
			end: fc.boolean(),
			next: fc.option(fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 2 }), {
				nil: undefined
			})
		}),
		{ minLength: 2, maxLength: 6 }
	)
	.map((rows) =>
		sopOf(
			rows.map(({ next, ...row }, index) => ({
				...row,
				start: index === 0,
				end: row.end || index === rows.length - 1,
				...(next
					? {
							next: [...new Set(next)]
								.filter((to) => to <= rows.length)
								.map((to) => ({ to: String(to) }))
						}
					: {})
			}))
		)
	);

const aligner = (sop: Sop) => {
	const graph = sopGraph(sop);
	return new Aligner({ ...graph, free: graph.optional });
};

describe('steps that may be done in any order', () => {
	test('cost what exhaustive search of what the SOP allows finds, whatever groups it has', () => {
		fc.assert(
			fc.property(
				sops,
				fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 7 }),
				fc.boolean(),
				(sop, raw, complete) => {
					const sequence = raw.map((step) => (step > sop.steps.length ? 0 : step));
					const definition = new Definition(sop);
					const alignment = aligner(sop).align(sequence, complete);
					const least = definition.cost(sequence, complete);
					if (alignment === undefined) {
						expect(least).toBe(Infinity);
						return;
					}
					expect(alignment.cost).toBe(least);
					expect(definition.reads(alignment.moves, sequence, complete)).toBe(true);
					expect(aligner(sop).align(sequence, complete)).toEqual(alignment);
				}
			),
			{ numRuns: 600 }
		);
	});

	const pair = sopOf([{ start: true }, { group: 'g' }, { group: 'g' }, { end: true }]);
	const found = (sop: Sop, sequence: number[], complete = true) => {
		const graph = sopGraph(sop);
		const aligned = aligner(sop).align(sequence, complete);
		return describeMoves(aligned?.moves ?? [], graph, {
			...{ free: graph.optional, complete },
			certain: () =>
				new Aligner({ ...graph, successors: certainWays(graph), free: graph.optional }).align(
					sequence,
					complete
				)?.moves
		});
	};
	const deviations = (...given: Parameters<typeof found>) =>
		found(...given).flatMap(({ deviation, step }) => (deviation ? [`${deviation} ${step}`] : []));

	test.each<[number[], string[]]>([
		[[1, 2, 3, 4], []],
		[[1, 3, 2, 4], []],
		[[1, 2, 4], ['skipped 3']],
		[[1, 3, 4], ['skipped 2']],
		[
			[1, 4],
			['skipped 2', 'skipped 3']
		],
		[[1, 2, 2, 3, 4], ['repeated 2']],
		[[1, 2, 3, 2, 4], ['repeated 2']],
		[[1, 2, 4, 3], ['out_of_order 4']]
	])('%j departs in %j', (sequence, expected) => {
		expect(deviations(pair, sequence)).toEqual(expected);
	});

	test('of a case that is under way miss nothing that may still come', () => {
		expect(deviations(pair, [1, 3], false)).toEqual([]);
		expect(deviations(pair, [1, 3, 3], false)).toEqual(['repeated 3']);
	});

	test('have the one that was done before as their predecessor', () => {
		expect(found(pair, [1, 3, 2, 4]).map(({ predecessor }) => predecessor)).toEqual([
			...[null, 1, 2, 3]
		]);
	});

	test('name the same step in the same place on every run, the first of the document where both are missing', () => {
		expect(
			aligner(pair)
				.align([1, 4], true)
				?.moves.map(({ step }) => step)
		).toEqual([1, 2, 3, 4]);
		expect(aligner(pair).shortestPath).toBe(4);
	});

	test('are inferred to lead on where each edge out of the group is', () => {
		const doubtful = { ...pair, steps: pair.steps.map((step) => ({ ...step })) };
		const [, , third] = doubtful.steps;
		if (third) third.inferences = [{ field: 'next', target: '4', reason: 'Tidak terbaca' }];
		const graph = sopGraph(doubtful);
		expect([graph.inferred(2, 4), graph.inferred(3, 4), graph.inferred(2, 3)]).toEqual([
			...[true, true, false]
		]);
		expect(
			new Aligner({ ...graph, successors: certainWays(graph), free: new Set() }).shortestPath
		).toBeUndefined();
	});

	test('leave open which of two that share a text was done first, and accuse nobody', () => {
		const graph = sopGraph(pair);
		const choices = new Map([[9, [2, 3]]]);
		const reader = new Aligner({ ...graph, free: new Set(), choices });
		const given = { sequence: [1, 9, 9, 4], complete: true };
		const aligned = reader.align(given.sequence, true);
		if (!aligned) throw new Error('not aligned');
		expect(aligned.cost).toBe(0);
		expect([...settleChoices(reader, choices, { ...given, ...aligned }).open]).toEqual([1, 2]);
	});

	test('of six the longest log is read along every order of them', () => {
		const six = sopOf([
			{ start: true },
			...Array.from({ length: 6 }, () => ({ group: 'g' })),
			{ end: true }
		]);
		const sequence = Array.from({ length: 5_000 }, (_, index) => (index * 7919) % 9);
		const alignment = aligner(six).align([1, 7, 5, 3, 2, 4, 6, 8], true);
		expect(alignment?.cost).toBe(0);
		const long = aligner(six).align(sequence, true);
		expect(long && new Definition(six).reads(long.moves, sequence, true)).toBe(true);
	});
});
