import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

/**
 * How many distinct variants a second are aligned, moves included, with a model of the shape of the 17-step POS (a branch
 * at step 10 back to 7), on one core.
 *
 *   node tests/bench/align.js [variants = 200000]
 */
const [variants = 200_000] = process.argv.slice(2).map(Number);
const { module } = await runnerImport(
	fileURLToPath(new URL('../../src/lib/domain/conformance/align.ts', import.meta.url)),
	{ configFile: false, logLevel: 'error' }
);
const size = 17;
const model = {
	size,
	successors: Array.from({ length: size + 1 }, (_, step) =>
		step === 10 ? [11, 7] : step < size ? [step + 1] : []
	),
	ends: new Set([size]),
	free: new Set()
};

/** Runs through the SOP with skips, repeats and foreign events, the same every time. @param {number} length */
function* logs(length) {
	let state = 20260102;
	const random = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
	for (let number = 0; number < variants; number++) {
		let step = 0;
		yield Array.from({ length }, () => {
			const chance = random();
			step = chance < 0.7 ? (step % size) + 1 : Math.floor(random() * (size + 1));
			return step;
		});
	}
}

for (const { length, held } of [
	{ length: 10, held: 100_000 },
	{ length: 30, held: 20_000 }
]) {
	const sequences = [...logs(length)];
	const distinct = new Set(sequences.map((sequence) => sequence.join())).size;
	const aligner = new module.Aligner(model);
	let moves = 0;
	const from = performance.now();
	for (const sequence of sequences) moves += aligner.align(sequence, true)?.moves.length ?? 0;
	const seconds = (performance.now() - from) / 1000;
	console.log(
		`length ${length}: ${Math.round(variants / seconds)} variants a second (held to ${held}); ${distinct} distinct, ${moves} moves`
	);
}
