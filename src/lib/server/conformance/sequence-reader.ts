import { Aligner } from '$lib/domain/conformance/align';
import type { Alignment } from '$lib/domain/conformance/align';
import { settleChoices } from '$lib/domain/conformance/choices';
import type { SettledReading } from '$lib/domain/conformance/choices';
import { describeMoves } from '$lib/domain/conformance/moves';
import type { Move } from '$lib/domain/conformance/moves';
import { certainWays } from '$lib/domain/conformance/sop-graph';
import type { SopGraph } from '$lib/domain/conformance/sop-graph';

/** Steps of a sequence as the store keeps them: null or 0 is an event outside the SOP. */
type StoredSteps = readonly (number | null)[];

/** Reads sequences along one SOP version, with the steps that cost nothing in one office. */
export class SequenceReader {
	readonly #aligner: Aligner;
	readonly #free: ReadonlySet<number>;
	#certain: Aligner | undefined;

	constructor(
		private readonly graph: SopGraph,
		free: StoredSteps,
		private readonly choices: ReadonlyMap<number, readonly number[]> = new Map()
	) {
		this.#free = new Set(free.flatMap((step) => step ?? []));
		this.#aligner = new Aligner({ ...graph, free: this.#free, choices });
	}

	/** Cost of the shortest complete path; null where no end can be reached. */
	get shortestPath(): number | null {
		return this.#aligner.shortestPath ?? null;
	}

	/** Without a way to any end a completed case is read as far as it goes, and what it costs cannot be told. */
	read(steps: StoredSteps, complete: boolean): { moves: Move[]; cost: number | null } {
		const sequence = steps.map((step) => step ?? 0);
		const aligned = this.#aligner.align(sequence, complete);
		const known = aligned ?? this.#aligner.align(sequence, false) ?? { moves: [], cost: 0 };
		const whole = complete && aligned !== undefined;
		const { moves, open, others } = this.#settle(sequence, whole, known);
		return {
			moves: describeMoves(moves, this.graph, {
				...{ free: this.#free, complete: whole, open, others },
				certain: () => this.#withoutInference().align(sequence, complete)?.moves
			}),
			cost: this.shortestPath === null ? null : (aligned?.cost ?? null)
		};
	}

	/** Which step each text of several means, where the sequence has any. */
	#settle(
		sequence: readonly number[],
		complete: boolean,
		known: Alignment
	): Pick<SettledReading, 'moves'> & Partial<SettledReading> {
		if (!sequence.some((entry) => this.choices.has(entry))) return known;
		return settleChoices(this.#aligner, this.choices, { ...known, sequence, complete });
	}

	/** Few sequences need it: made for the first of them. */
	#withoutInference(): Aligner {
		return (this.#certain ??= new Aligner({
			...this.graph,
			successors: certainWays(this.graph),
			free: this.#free,
			choices: this.choices
		}));
	}

	/** Cost of a sequence, for comparing two orders of it. */
	cost(steps: StoredSteps, complete: boolean): number {
		const sequence = steps.map((step) => step ?? 0);
		return (
			(this.#aligner.align(sequence, complete) ?? this.#aligner.align(sequence, false))?.cost ?? 0
		);
	}
}
