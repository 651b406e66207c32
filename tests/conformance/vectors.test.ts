import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { Aligner } from '$lib/domain/conformance/align';
import { caseFitness } from '$lib/domain/conformance/fitness';
import { describeMoves } from '$lib/domain/conformance/moves';
import { certainWays, sopGraph } from '$lib/domain/conformance/sop-graph';
import type { Sop } from '$lib/domain/sop/types';
import { loadCatalogue } from '$lib/server/catalogue/load';
import { readAlignments } from '$lib/server/conformance/read-alignments';
import { Bench, home } from '../importing/store';
import { tryAll } from './exhaustive';

const vectorFile = z.array(
	z.strictObject({
		/** Ids of steps; `*` is an event outside the SOP. */
		sequence: z.string(),
		completed: z.boolean(),
		/** `=` synchronous, `+` log, `-` model, each with its step. */
		moves: z.string(),
		/** Kind and step; `?` where it rests on something inferred. */
		deviations: z.array(z.string()),
		/** 1, or what fitted of what could have. */
		fitness: z.union([z.literal(1), z.string().regex(/^\d+\/\d+$/)])
	})
);
type Vector = z.infer<typeof vectorFile>[number];

const kinds = ['=', '+', '-'];
const words = (text: string) => text.split(' ').filter(Boolean);
const title = ({ sequence, completed }: Vector) =>
	`${sequence || 'nothing'}, ${completed ? 'completed' : 'not completed'}`;

const catalogue = loadCatalogue(home).map((sop) => ({
	sop,
	vectors: vectorFile.parse(
		parse(readFileSync(new URL(`vectors/${sop.id}.yaml`, import.meta.url), 'utf8'))
	)
}));

function read(sop: Sop, { sequence, completed }: Vector) {
	const ids = sop.steps.map(({ id }) => id);
	const name = (step: number | null) => (step === null || step === 0 ? '*' : (ids[step - 1] ?? ''));
	const numbers = words(sequence).map((id) => {
		if (id !== '*' && !ids.includes(id)) throw new Error(`${sop.id} has no step ${id}`);
		return ids.indexOf(id) + 1;
	});
	const graph = sopGraph(sop);
	const aligner = new Aligner({ ...graph, free: graph.optional });
	return { name, numbers, graph, aligner, aligned: aligner.align(numbers, completed) };
}

describe.each(catalogue)('written vectors of $sop.id', ({ sop, vectors }) => {
	it.each(vectors.map((vector) => ({ vector, title: title(vector) })))('$title', ({ vector }) => {
		const { name, numbers, graph, aligner, aligned } = read(sop, vector);
		if (!aligned) throw new Error('not aligned');
		const write = (moves: { kind: string; step: number }[]) =>
			moves.map(({ kind, step }) => `${kind}${name(step)}`).join(' ');
		expect(write(aligned.moves.map(({ kind, step }) => ({ kind: kinds[kind] ?? '', step })))).toBe(
			vector.moves
		);
		const tried = tryAll(graph, numbers, vector.completed);
		expect(write(tried.moves)).toBe(vector.moves);
		expect(tried.cost).toBe(aligned.cost);
		const described = describeMoves(aligned.moves, graph, {
			free: graph.optional,
			complete: vector.completed,
			certain: () =>
				new Aligner({ ...graph, successors: certainWays(graph), free: graph.optional }).align(
					numbers,
					vector.completed
				)?.moves
		});
		expect(
			described.flatMap(({ deviation, step, provisional }) =>
				deviation
					? [`${deviation}${step === null ? '' : ` ${name(step)}`}${provisional ? '?' : ''}`]
					: []
			)
		).toEqual(vector.deviations);
		const [fits = 1, of = 1] = String(vector.fitness).split('/').map(Number);
		expect(
			caseFitness(
				{ cost: aligned.cost, events: numbers.length, complete: vector.completed },
				aligner.shortestPath ?? NaN
			)
		).toBeCloseTo(fits / of, 12);
	});

	it('are ten or more and go along every edge, from every start and to every end', () => {
		expect(vectors.length).toBeGreaterThanOrEqual(10);
		expect(new Set(vectors.map(title)).size).toBe(vectors.length);
		const taken = new Set<string>();
		for (const vector of vectors) {
			const steps = words(vector.moves);
			if (steps.some((move) => !move.startsWith('='))) continue;
			const path = ['start', ...steps.map((move) => move.slice(1))];
			if (vector.completed) path.push('end');
			path.forEach((step, at) => taken.add(`${path[at - 1] ?? ''} ${step}`));
		}
		const graph = sopGraph(sop);
		const name = (step: number) => sop.steps[step - 1]?.id ?? 'start';
		const edges = graph.successors.flatMap((targets, from) =>
			targets.map((to) => `${name(from)} ${name(to)}`)
		);
		expect(edges.filter((edge) => !taken.has(edge))).toEqual([]);
		expect(
			[...graph.ends].map((end) => `${name(end)} end`).filter((end) => !taken.has(end))
		).toEqual([]);
	});
});

describe('the same vectors, imported', () => {
	let bench: Bench;
	beforeAll(async () => {
		bench = await Bench.open();
	});
	afterAll(() => bench.close());

	it.each(catalogue)('$sop.id reads the same from the store', async ({ sop, vectors }) => {
		const lines = vectors.flatMap(({ sequence, completed }, number) =>
			words(sequence).map((id, index) =>
				[
					`V${number}`,
					// By its number, since the flows of one SOP may use the same words.
					id === '*' ? '' : id,
					id === '*' ? 'Rapat koordinasi' : `Langkah ${id}`,
					`2026-06-${String(2 + Math.floor(index / 6)).padStart(2, '0')} ${String(8 + (index % 6)).padStart(2, '0')}:00`,
					completed ? 'Selesai' : 'Dibatalkan'
				].join(',')
			)
		);
		const file = await bench.file(
			`${sop.id}.csv`,
			['case,step,activity,completed,status', ...lines, ''].join('\n')
		);
		await bench.import([file], { sop: sop.id, unit: sop.id });
		const process = (await bench.store.get('reference/processes/by_code', { code: sop.id }))
			?.process;
		const stored = await readAlignments(bench.store, {
			...{ unit: null, process: process ?? -1, from: null, to: null }
		});
		const ids = sop.steps.map(({ id }) => id);
		const found = stored.map(({ complete, moves, cost }) => ({
			complete,
			cost,
			moves: moves
				.map(
					({ kind, step }) => `${kinds[kind] ?? ''}${step === null ? '*' : (ids[step - 1] ?? '')}`
				)
				.join(' ')
		}));
		for (const vector of vectors) {
			if (vector.sequence === '') continue;
			expect(found).toContainEqual({
				complete: vector.completed,
				moves: vector.moves,
				cost: read(sop, vector).aligned?.cost
			});
		}
	});
});
