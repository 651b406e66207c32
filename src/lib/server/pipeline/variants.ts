import { readMoves } from '$lib/domain/conformance/moves';
import type { Move } from '$lib/domain/conformance/moves';
import type { Transaction } from '../database/store';

/** Rows of one insert: enough to be quick, few enough to stay small in memory. */
const BATCH = 100_000;

/**
 * Reads every variant of an SOP that has not been read yet along its SOP and stores the moves. This is the
 * one stage in TypeScript: it sees distinct variants, never cases.
 */
export async function readNewVariants(tx: Transaction): Promise<void> {
	const variants = await tx.all('pipeline/variants/unread_variants');
	if (variants.length === 0) return;
	const edges = new Set(
		(await tx.all('pipeline/variants/edges')).map((e) => edgeKey(e.version, e.source, e.target))
	);
	let batch: { variant: number; ordinal: number; move: Move }[] = [];
	const flush = async () => {
		if (batch.length === 0) return;
		await tx.append('new_move', {
			variant: batch.map((row) => row.variant),
			ordinal: batch.map((row) => row.ordinal),
			kind: batch.map((row) => row.move.kind),
			position: batch.map((row) => row.move.position),
			step: batch.map((row) => row.move.step),
			occurrence: batch.map((row) => row.move.occurrence),
			last_pass: batch.map((row) => row.move.lastPass),
			predecessor: batch.map((row) => row.move.predecessor)
		});
		batch = [];
	};
	for (const { variant, version, steps } of variants) {
		const moves = readMoves(steps, (from, to) => edges.has(edgeKey(version, from, to)));
		moves.forEach((move, index) => batch.push({ variant, ordinal: index + 1, move }));
		if (batch.length >= BATCH) await flush();
	}
	await flush();
}

function edgeKey(version: number, source: number, target: number): string {
	return `${version} ${source} ${target}`;
}
