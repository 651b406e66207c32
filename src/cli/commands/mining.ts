import { caseFitness } from '$lib/domain/conformance/fitness';
import { moveKinds } from '$lib/domain/conformance/moves';
import { readAlignments } from '$lib/server/conformance/read-alignments';
import type { AlignedVariant } from '$lib/server/conformance/read-alignments';
import { readMap } from '$lib/server/reading/mining/map';
import { findScope } from '$lib/server/reading/scope';
import { mineScope } from '$lib/server/reading/mining/mined-process';
import { callScope, refusePositionals, scopeOptions, text } from '../command';
import type { Call, Command } from '../command';
import { writeJson, writeTable } from '../output';
import { UsageError } from '../usage';

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

/**
 * The directly-follows graph; with `--activities` or `--paths`, shares in percent, cut as the sliders of the page cut it: then
 * of one SOP (of several versions one, `--version DATE`), with where cases begin and end, and with times of what follows directly.
 */
export const mapCommand: Command = {
	options: {
		...scopeOptions,
		activities: { type: 'string' },
		paths: { type: 'string' },
		version: { type: 'string' }
	},
	run: (call) =>
		call.withStore(async (store) => {
			refusePositionals(call);
			const [activities, paths] = [share(call, 'activities'), share(call, 'paths')];
			const scope = await callScope(call, store);
			if (activities === null && paths === null) {
				const rows = await store.all('reading/directly_follows', scope);
				return writeEdges(
					call,
					rows.map((row) => ({
						from: row.source,
						to: row.target,
						count: row.count,
						medianSeconds: row.median_seconds,
						medianWorkingSeconds: row.median_working_seconds
					}))
				);
			}
			const { unit, from, to } = scope;
			const processes = await store.all('mining/processes', { unit, from, to });
			const sop = text(call, 'sop') ?? (processes.length === 1 ? processes[0]?.code : undefined);
			if (sop === undefined) throw new UsageError('cli_map_sop');
			const mined = await mineScope(
				store,
				sop,
				await findScope(store, { unit: text(call, 'unit'), sop, from, to }),
				text(call, 'version')
			);
			const map = await readMap(store, mined, {
				activities: activities ?? 1,
				paths: paths ?? 1,
				measure: 'median',
				variant: null
			});
			const name = (node: number | null) =>
				map.nodes.find((each) => each.node === node)?.label ?? null;
			return writeEdges(
				call,
				map.edges.map((edge) => ({
					from: name(edge.source),
					to: name(edge.target),
					ending: edge.ending,
					count: edge.passes,
					medianWorkingSeconds: edge.median
				}))
			);
		})
};

interface Edge {
	from: string | null;
	to: string | null;
	/** Where a case ends or was last seen: its state. */
	ending?: string | null;
	count: number;
	medianSeconds?: number | null;
	medianWorkingSeconds: number | null;
}

function writeEdges(call: Call, edges: readonly Edge[]): number {
	if (call.json) writeJson(edges);
	else
		writeTable(
			['from', 'to', 'ending', 'count', 'medianSeconds', 'medianWorkingSeconds'],
			edges.map((row) => [
				row.from ?? '•',
				row.to ?? '•',
				row.ending ?? null,
				row.count,
				row.medianSeconds ?? null,
				row.medianWorkingSeconds
			])
		);
	return 0;
}

/** An option in percent as a share; null where it was not given. Throws UsageError `cli_percent` {option, value}. */
function share(call: Call, option: string): number | null {
	const value = text(call, option);
	if (value === null) return null;
	if (!/^\d{1,3}$/.test(value) || Number(value) > 100)
		throw new UsageError('cli_percent', { option, value });
	return Number(value) / 100;
}
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
