import type { FlowDeviation } from '$lib/domain/conformance/moves';
import { graphOf } from './sop-graphs';
import type { SopSource } from './sop-graphs';
import { SequenceReader } from './sequence-reader';

/** A sequence to be read along an SOP version; null or 0 is an event outside the SOP. */
export interface SequenceToRead {
	variant: number;
	version: number;
	complete: boolean;
	steps: readonly (number | null)[];
	/** Steps whose absence costs nothing. */
	free: readonly (number | null)[];
}

/** Deviations by the number under which they travel between threads; 0 is none. */
export const deviationCodes: readonly (FlowDeviation | null)[] = [
	null,
	'skipped',
	'outside_sop',
	'out_of_order',
	'repeated',
	'not_allowed'
];

/** What moves and sequences are stored with, by column, to be handed from thread to thread without a copy; 0 is null. */
export interface ReadSequences {
	variant: Int32Array;
	ordinal: Int32Array;
	kind: Uint8Array;
	position: Int32Array;
	step: Int32Array;
	occurrence: Int32Array;
	lastPass: Uint8Array;
	predecessor: Int32Array;
	deviation: Uint8Array;
	provisional: Uint8Array;
	/** Of the sequences, in their order; −1 is null. */
	costs: Int32Array;
	shortestPaths: Int32Array;
}

/** Aligns sequences with their SOP versions and describes their moves, in the order given. */
export function readSequences(
	sources: readonly SopSource[],
	sequences: readonly SequenceToRead[]
): ReadSequences {
	const graphs = new Map(sources.map((source) => [source.version, graphOf(source)]));
	const choices = new Map(sources.map((source) => [source.version, new Map(source.choices)]));
	const readers = new Map<string, SequenceReader>();
	const costs = new Int32Array(sequences.length).fill(-1);
	const shortestPaths = new Int32Array(sequences.length).fill(-1);
	const read = sequences.flatMap(({ version, complete, steps, free }, index) => {
		const key = `${version} ${free.join()}`;
		const graph = graphs.get(version);
		if (!graph) return [[]];
		const reader = readers.get(key) ?? new SequenceReader(graph, free, choices.get(version));
		readers.set(key, reader);
		const { moves, cost } = reader.read(steps, complete);
		costs[index] = cost ?? -1;
		shortestPaths[index] = reader.shortestPath ?? -1;
		return [moves];
	});
	const size = read.reduce((sum, moves) => sum + moves.length, 0);
	const columns: ReadSequences = {
		variant: new Int32Array(size),
		ordinal: new Int32Array(size),
		kind: new Uint8Array(size),
		position: new Int32Array(size),
		step: new Int32Array(size),
		occurrence: new Int32Array(size),
		lastPass: new Uint8Array(size),
		predecessor: new Int32Array(size),
		deviation: new Uint8Array(size),
		provisional: new Uint8Array(size),
		costs,
		shortestPaths
	};
	let row = 0;
	read.forEach((moves, index) => {
		moves.forEach((move, place) => {
			columns.variant[row] = sequences[index]?.variant ?? 0;
			columns.ordinal[row] = place + 1;
			columns.kind[row] = move.kind;
			columns.position[row] = move.position ?? 0;
			columns.step[row] = move.step ?? 0;
			columns.occurrence[row] = move.occurrence ?? 0;
			columns.lastPass[row] = move.lastPass ? 1 : 0;
			columns.predecessor[row] = move.predecessor ?? 0;
			columns.deviation[row] = deviationCodes.indexOf(move.deviation);
			columns.provisional[row] = move.provisional ? 1 : 0;
			row++;
		});
	});
	return columns;
}
