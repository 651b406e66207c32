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
	/** Place in the list, from 1. */
	rank: number;
	/** Of all cases. */
	share: number;
	/** Of all cases, with those of the variants before it. */
	cumulated: number;
	moves: VariantMove[];
};

/** Variants on one page. */
export const VARIANTS_PAGE = 25;

const KINDS = ['both', 'log', 'model'] as const;

/** One page of the variants of a process in a scope with their moves, most cases first. */
export async function listVariants(
	store: Reading,
	mined: MinedProcess,
	page: number
): Promise<{ rows: VariantRow[]; total: number; cases: number }> {
	const skip = (page - 1) * VARIANTS_PAGE;
	const rows = await store.kept('mining/variants', { ...mined.scope, size: VARIANTS_PAGE, skip });
	const moves = await readMoves(
		store,
		rows.map(({ variant }) => variant)
	);
	return {
		rows: rows.map((row, at) => ({
			...row,
			rank: skip + at + 1,
			share: row.cases / row.all_cases,
			cumulated: (row.before + row.cases) / row.all_cases,
			moves: moves.get(row.variant) ?? []
		})),
		total: rows[0]?.total ?? 0,
		cases: rows[0]?.all_cases ?? 0
	};
}

async function readMoves(
	store: Reading,
	variants: readonly number[]
): Promise<Map<number, VariantMove[]>> {
	const moves = new Map<number, VariantMove[]>();
	if (variants.length === 0) return moves;
	for (const row of await store.all('mining/variant_moves', { variants })) {
		const list = moves.get(row.variant) ?? [];
		list.push({
			ordinal: row.ordinal,
			kind: KINDS[row.kind] ?? 'log',
			no: row.no ?? '',
			activity: row.activity ?? ''
		});
		moves.set(row.variant, list);
	}
	return moves;
}
