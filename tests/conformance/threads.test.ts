import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '$lib/server/catalogue/load';
import type { ReadSequences, SequenceToRead } from '$lib/server/conformance/read-sequences';
import { readInParts, threadProgram } from '$lib/server/conformance/sequence-threads';
import { home } from '../importing/store';

const sources = loadCatalogue(home).map((sop, index) => ({
	version: index + 1,
	document: JSON.stringify(sop),
	confirmed: []
}));

/** Sequences of all SOPs, the same every time. */
function manySequences(count: number): SequenceToRead[] {
	let state = 20260102;
	const random = (limit: number) =>
		((state = (Math.imul(state, 1664525) + 1013904223) >>> 0) >>> 8) % limit;
	return Array.from({ length: count }, (_, variant) => ({
		variant,
		version: 1 + random(sources.length),
		complete: random(3) > 0,
		steps: Array.from({ length: random(14) }, () => random(8) || null),
		free: random(4) === 0 ? [2] : []
	}));
}

async function bytesOf(sequences: SequenceToRead[], threads: number): Promise<string[]> {
	const found: string[] = [];
	for await (const { read } of readInParts(sources, sequences, { home, threads }))
		for (const name of Object.keys(read) as (keyof ReadSequences)[])
			found.push(`${name} ${Buffer.from(read[name].buffer).toString('base64')}`);
	return found;
}

const built = existsSync(threadProgram(home));

describe.skipIf(!built)(
	`sequences read by threads${built ? '' : ' (skipped: the command line is not built)'}`,
	() => {
		it('are byte for byte those read in one process, for any number of threads', async () => {
			const sequences = manySequences(35_000);
			const alone = await bytesOf(sequences, 0);
			expect(alone.length).toBe(4 * 12);
			for (const threads of [1, 2, 5]) expect(await bytesOf(sequences, threads)).toEqual(alone);
		}, 60_000);
	}
);
