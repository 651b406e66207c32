import { caseFitness } from '$lib/domain/conformance/fitness';
import { moveKinds } from '$lib/domain/conformance/moves';
import { readAlignments } from '$lib/server/conformance/read-alignments';
import type { AlignedVariant } from '$lib/server/conformance/read-alignments';
import { callScope, refusePositionals, scopeOptions } from '../command';
import type { Command } from '../command';
import { writeJson, writeTable } from '../output';

/** Distinct sequences of activities, most frequent first. */
export const variantsCommand: Command = {
	options: scopeOptions,
	run: (call) =>
		call.withStore(async (store) => {
			refusePositionals(call);
			const scope = await callScope(call, store);
			const rows = await store.all('reading/variants', scope);
			const readings = bestReadings(await readAlignments(store, scope));
			const total = rows.reduce((sum, row) => sum + row.cases, 0);
			const variants = rows.map((row, index) => {
				const aligned = readings.get(sequenceKey(row.process, row.activities));
				return {
					rank: index + 1,
					sop: row.process,
					count: row.cases,
					share: row.cases / total,
					activities: row.activities,
					cost: aligned?.cost ?? null,
					fitness: aligned ? caseFitness(aligned, aligned.shortestPath) : null,
					moves: aligned ? movesOf(aligned) : null
				};
			});
			if (call.json) writeJson(variants);
			else
				writeTable(
					['rank', 'sop', 'count', 'cost', 'fitness', 'activities'],
					variants.map((row) => [
						...[row.rank, row.sop, row.count, row.cost, row.fitness],
						row.activities.join(' → ')
					])
				);
			return 0;
		})
};

/** The directly-follows graph. */
export const mapCommand: Command = {
	options: scopeOptions,
	run: (call) =>
		call.withStore(async (store) => {
			refusePositionals(call);
			const rows = await store.all('reading/directly_follows', await callScope(call, store));
			const edges = rows.map((row) => ({
				from: row.source,
				to: row.target,
				count: row.count,
				medianSeconds: row.median_seconds,
				medianWorkingSeconds: row.median_working_seconds
			}));
			if (call.json) writeJson(edges);
			else
				writeTable(
					['from', 'to', 'count', 'medianSeconds', 'medianWorkingSeconds'],
					edges.map((row) => [
						row.from,
						row.to,
						row.count,
						row.medianSeconds,
						row.medianWorkingSeconds
					])
				);
			return 0;
		})
};

/** Of each sequence the reading of its completed cases, else of the others; of several offices that with most cases. */
function bestReadings(aligned: readonly AlignedVariant[]): Map<string, AlignedVariant> {
	const best = new Map<string, AlignedVariant>();
	for (const one of aligned) {
		const key = sequenceKey(one.process, one.activities);
		const known = best.get(key);
		const better =
			known?.complete === one.complete ? one.cases > known.cases : one.complete || !known;
		if (better) best.set(key, one);
	}
	return best;
}

function sequenceKey(process: string, activities: readonly (string | null)[]): string {
	return JSON.stringify([process, activities]);
}

const kindNames = Object.fromEntries(Object.entries(moveKinds).map(([name, kind]) => [kind, name]));

/** Each move as `{kind, step}`, and for what the log says the place of its event in the sequence, from 1. */
function movesOf({ moves }: AlignedVariant) {
	return moves.map(({ kind, step, activity, position }) => ({
		kind: kindNames[kind],
		step,
		activity,
		position
	}));
}
