import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { readSequences } from './read-sequences';
import type { ReadSequences, SequenceToRead } from './read-sequences';
import type { SopSource } from './sop-graphs';

/** From so many sequences on, starting threads pays. */
const WORTH_THREADS = 20_000;
/** Sequences that one thread reads at a time. */
const PART = 10_000;
const MOST_THREADS = 4;

/** The program of a thread, as the build leaves it. */
export const threadProgram = (home: string) => join(home, 'build/node/align.js');

/**
 * Whether this is the built program: only that is sure to be of the same release as the built thread. While working on the
 * sources, and in tests of them, everything is read in this process.
 */
const isBuilt = /[\\/]build[\\/](?:node|web)[\\/]/.test(import.meta.url);

/**
 * Reads sequences as readSequences does, in parts that come in the order of the sequences, whatever the number of threads:
 * many sequences by worker threads, few in this process.
 * @param threads 0 for this process; left out, what the number of sequences is worth
 */
export async function* readInParts(
	sources: readonly SopSource[],
	sequences: readonly SequenceToRead[],
	{ home, threads }: { home: string; threads?: number }
): AsyncGenerator<{ sequences: readonly SequenceToRead[]; read: ReadSequences }> {
	const parts = Array.from({ length: Math.ceil(sequences.length / PART) }, (_, number) =>
		sequences.slice(number * PART, (number + 1) * PART)
	);
	const worth = isBuilt && sequences.length >= WORTH_THREADS;
	const many = threads ?? (worth ? Math.min(MOST_THREADS, availableParallelism()) : 0);
	if (many === 0) {
		for (const part of parts) yield { sequences: part, read: readSequences(sources, part) };
		return;
	}
	const running: Promise<ReadSequences>[] = [];
	const start = () => {
		const part = parts[running.length];
		if (!part) return;
		const reading = readInThread(threadProgram(home), { sources, sequences: part });
		// Whoever waits for it hears of the error; until then nobody does.
		reading.catch(() => undefined);
		running.push(reading);
	};
	for (let thread = 0; thread < many; thread++) start();
	for (const [number, part] of parts.entries()) {
		const read = await (running[number] as Promise<ReadSequences>);
		start();
		yield { sequences: part, read };
	}
}

function readInThread(program: string, workerData: object): Promise<ReadSequences> {
	return new Promise((resolve, reject) => {
		const worker = new Worker(program, { workerData });
		worker.once('message', resolve);
		worker.once('error', reject);
		worker.once('exit', (code) => reject(new Error(`an aligning thread ended with ${code}`)));
	});
}
