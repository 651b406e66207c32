import { caseFitness } from '$lib/domain/conformance/fitness';
import type { Queries } from '../../database/generated/queries';
import type { Reading } from '../../database/store';
import type { MinedProcess } from './mined-process';

/** One move of a variant along the SOP: as the SOP says, only in the log, or only in the SOP. */
export interface VariantMove {
	ordinal: number;
	kind: 'both' | 'log' | 'model';
	no: string;
	activity: string;
}

export type VariantRow = Queries['mining/variants']['row'] & {
	/** Of all cases. */
	share: number;
	/** How well the sequence follows the SOP, 0 to 1; null where no SOP reads it. */
	fitness: number | null;
	/** Of all cases, with those of the variants before it. */
	cumulated: number;
	moves: VariantMove[];
};

/** Variants on one page. */
export const VARIANTS_PAGE = 25;

const KINDS = ['both', 'log', 'model'] as const;

/**
 * One page of the variants of a process in a scope with their moves, most cases first.
 * @param chosen variants that are wanted wherever they stand
 */
export async function listVariants(
	store: Reading,
	mined: MinedProcess,
	{ page, chosen = [] }: { page: number; chosen?: readonly number[] }
): Promise<{ rows: VariantRow[]; chosen: VariantRow[]; total: number; cases: number }> {
	const skip = (page - 1) * VARIANTS_PAGE;
	const rows = await findVariants(store, mined, { size: VARIANTS_PAGE, skip, chosen });
	const [first] = rows;
	return {
		rows: rows.filter(({ rank }) => rank > skip && rank <= skip + VARIANTS_PAGE),
		chosen: chosen.flatMap((variant) => rows.find((row) => row.variant === variant) ?? []),
		total: first?.total ?? 0,
		cases: first?.all_cases ?? 0
	};
}

/** Variants of a process in a scope with their moves: some by their place, and those chosen; most cases first. */
export async function findVariants(
	store: Reading,
	mined: MinedProcess,
	wanted: { size: number; skip: number; chosen: readonly number[] }
): Promise<VariantRow[]> {
	const rows = await store.kept('mining/variants', { ...mined.scope, ...wanted });
	const moves = await readMoves(
		store,
		rows.map(({ variant }) => variant)
	);
	return rows.map((row) => ({
		...row,
		share: row.cases / row.all_cases,
		cumulated: (row.before + row.cases) / row.all_cases,
		fitness: fitnessOf(row),
		moves: moves.get(row.variant) ?? []
	}));
}

function fitnessOf(row: Queries['mining/variants']['row']): number | null {
	const { cost, complete, length } = row;
	if (cost === null || (complete && row.shortest_path === null)) return null;
	return caseFitness({ cost, complete, events: length }, row.shortest_path ?? 0);
}

async function readMoves(
	store: Reading,
	variants: readonly number[]
): Promise<Map<number, VariantMove[]>> {
	const moves = new Map<number, VariantMove[]>();
	if (variants.length === 0) return moves;
	for (const row of await store.kept('mining/variant_moves', { variants })) {
		const list = moves.get(row.variant) ?? [];
		list.push({
			ordinal: row.ordinal,
			kind: KINDS[row.kind] ?? 'log',
			no: row.no,
			activity: row.activity ?? ''
		});
		moves.set(row.variant, list);
	}
	return moves;
}
