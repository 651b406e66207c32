import { home, load } from './project.js';

/**
 * How many distinct variants a second are aligned with the 17-step POS of e-purchasing and described move by move, the second
 * reading without inferred ways included, on one core: counted in seconds of the processor, the best of some rounds, because
 * other work on the machine slows a round down.
 *
 *   node tests/bench/align.js [variants = 200000] [rounds = 5]
 */
const [variants = 200_000, rounds = 5] = process.argv.slice(2).map(Number);
const { loadCatalogue } = await load('src/lib/server/catalogue/load.ts');
const { sopGraph } = await load('src/lib/domain/conformance/sop-graph.ts');
const { SequenceReader } = await load('src/lib/server/conformance/sequence-reader.ts');
const sop = loadCatalogue(home).find(
	(/** @type {{ id: string }} */ { id }) => id === 'pos-epurchasing'
);
const size = sop.steps.length;
const graph = sopGraph(sop, () => false);

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
	let best = Infinity;
	let moves = 0;
	let provisional = 0;
	for (let round = 0; round < rounds; round++) {
		const reader = new SequenceReader(graph, []);
		moves = 0;
		provisional = 0;
		const from = process.cpuUsage();
		for (const sequence of sequences) {
			const read = reader.read(sequence, true);
			moves += read.moves.length;
			for (const move of read.moves) if (move.provisional) provisional++;
		}
		const { user, system } = process.cpuUsage(from);
		best = Math.min(best, (user + system) / 1e6);
	}
	console.log(
		`length ${length}: ${Math.round(variants / best)} variants a second (held to ${held}); ${distinct} distinct, ${moves} moves, ${provisional} provisional`
	);
}
