import type { Queries } from '../database/generated/queries';
import type { Reading } from '../database/store';
import type { Scope } from '../reading/scope';

/** How the cases of a scope with one sequence follow their SOP. */
export interface AlignedVariant {
	/** Id of the SOP. */
	process: string;
	/** Whether the cases are completed; others are read as prefixes of a path. */
	complete: boolean;
	/** Steps as the SOP calls them, what it does not have as the log writes it; in order. */
	activities: string[];
	cases: number;
	/** Events that are part of the flow. */
	events: number;
	/** Log moves, and model moves of steps that the office's log shows and the SOP demands. */
	cost: number;
	/** Cost of the shortest complete path. */
	shortestPath: number;
	/** Each with the number and text of its step (null outside the SOP), and the place of its event, from 1. */
	moves: Queries['conformance/moves']['row'][];
}

/**
 * Answers the alignments of a scope's cases with the SOP version in force when each began, as they were worked out when the
 * cases were measured. Cases without an SOP, and SOPs of which no end can be reached, are left out.
 */
export async function readAlignments(store: Reading, scope: Scope): Promise<AlignedVariant[]> {
	const [variants, moves] = await Promise.all([
		store.all('conformance/variants', scope),
		store.all('conformance/moves', scope)
	]);
	const byVariant = new Map<number, Queries['conformance/moves']['row'][]>();
	for (const move of moves) {
		const known = byVariant.get(move.variant);
		if (known) known.push(move);
		else byVariant.set(move.variant, [move]);
	}
	return variants.map(({ variant, process, complete, cases, cost, shortest_path, activities }) => ({
		...{ process, complete, cases, cost },
		activities: activities.map((text) => text ?? ''),
		events: activities.length,
		shortestPath: shortest_path,
		moves: byVariant.get(variant) ?? []
	}));
}
