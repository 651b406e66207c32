import { parentPort, workerData } from 'node:worker_threads';
import { readSequences } from './read-sequences';
import type { SequenceToRead } from './read-sequences';
import type { SopSource } from './sop-graphs';

const { sources, sequences } = workerData as {
	sources: SopSource[];
	sequences: SequenceToRead[];
};
const read = readSequences(sources, sequences);
parentPort?.postMessage(
	read,
	Object.values(read).map((column: Int32Array | Uint8Array) => column.buffer as ArrayBuffer)
);
