import type { Move } from '$lib/domain/conformance/moves';
import { SequenceReader } from '../conformance/sequence-reader';
import { readSopGraphs } from '../conformance/sop-graphs';
import type { Transaction } from '../database/store';

/** Rows of one insert: enough to be quick, few enough to stay small in memory. */
const BATCH = 100_000;

/**
 * Aligns every sequence that the change is the first to show with its SOP and keeps its moves and its cost. This is the
 * one stage in TypeScript: it sees distinct sequences, never cases.
 */
export async function readNewVariants(tx: Transaction): Promise<void> {
	const variants = await tx.all('pipeline/variants/unread_variants');
	if (variants.length === 0) return;
	const graphs = await readSopGraphs(tx);
	const readers = new Map<string, SequenceReader>();
	let moves: { variant: number; ordinal: number; move: Move }[] = [];
	let costs: { variant: number; cost: number | null; shortestPath: number | null }[] = [];
	const flush = async () => {
		await tx.append('new_move', {
			variant: moves.map((row) => row.variant),
			ordinal: moves.map((row) => row.ordinal),
			kind: moves.map((row) => row.move.kind),
			position: moves.map((row) => row.move.position),
			step: moves.map((row) => row.move.step),
			occurrence: moves.map((row) => row.move.occurrence),
			last_pass: moves.map((row) => row.move.lastPass),
			predecessor: moves.map((row) => row.move.predecessor),
			deviation: moves.map((row) => row.move.deviation),
			provisional: moves.map((row) => row.move.provisional)
		});
		await tx.append('new_reading', {
			variant: costs.map((row) => row.variant),
			cost: costs.map((row) => row.cost),
			shortest_path: costs.map((row) => row.shortestPath)
		});
		[moves, costs] = [[], []];
	};
	for (const { variant, version, complete, steps, free } of variants) {
		const key = `${version} ${free.join()}`;
		const graph = graphs.get(version);
		if (!graph) continue;
		const reader = readers.get(key) ?? new SequenceReader(graph, free);
		readers.set(key, reader);
		const read = reader.read(steps, complete);
		read.moves.forEach((move, index) => moves.push({ variant, ordinal: index + 1, move }));
		costs.push({ variant, cost: read.cost, shortestPath: reader.shortestPath });
		if (moves.length >= BATCH) await flush();
	}
	await flush();
}
