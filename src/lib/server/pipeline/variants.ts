import { deviationCodes } from '../conformance/read-sequences';
import type { ReadSequences, SequenceToRead } from '../conformance/read-sequences';
import { readInParts } from '../conformance/sequence-threads';
import { readSopSources } from '../conformance/sop-graphs';
import type { Transaction } from '../database/store';
import { readSettings } from '../settings';
import { readChoices } from './choices';

/**
 * Aligns every sequence that the change is the first to show with its SOP and keeps its moves and its cost. This is the
 * one stage in TypeScript: it sees distinct sequences, never cases.
 */
export async function readNewVariants(tx: Transaction): Promise<void> {
	const variants = await tx.all('pipeline/variants/unread_variants');
	if (variants.length === 0) return;
	const { home } = readSettings();
	const choices = await readChoices(tx);
	const sources = (await readSopSources(tx)).map((source) => ({
		...source,
		choices: choices.get(source.version)
	}));
	for await (const { sequences, read } of readInParts(sources, variants, { home }))
		await keep(tx, sequences, read);
	if (choices.size > 0) await tx.run('pipeline/variants/settle_choices');
}

async function keep(
	tx: Transaction,
	sequences: readonly SequenceToRead[],
	read: ReadSequences
): Promise<void> {
	const orNull = (column: Int32Array, nothing: number) =>
		Array.from(column, (value) => (value === nothing ? null : value));
	const flags = (column: Uint8Array) => Array.from(column, (value) => value === 1);
	await tx.append('new_move', {
		variant: Array.from(read.variant),
		ordinal: Array.from(read.ordinal),
		kind: Array.from(read.kind),
		position: orNull(read.position, 0),
		step: orNull(read.step, 0),
		occurrence: orNull(read.occurrence, 0),
		last_pass: flags(read.lastPass),
		predecessor: orNull(read.predecessor, 0),
		deviation: Array.from(read.deviation, (code) => deviationCodes[code] ?? null),
		provisional: flags(read.provisional)
	});
	await tx.append('new_reading', {
		variant: sequences.map(({ variant }) => variant),
		cost: orNull(read.costs, -1),
		shortest_path: orNull(read.shortestPaths, -1)
	});
}
