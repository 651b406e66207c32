import { stringify } from 'yaml';
import { sopOfVariant } from '$lib/domain/sop/from-variant';
import { UserError } from '$lib/domain/user-error';
import { m } from '$lib/paraglide/messages';
import type { Reading } from '../../database/store';
import type { Scope } from '../scope';

/** An SOP file made of a variant, and what it rests on. */
export interface VariantSop {
	yaml: string;
	cases: number;
	steps: number;
}

/** Reads a rank as people write it, from 1; null for anything else. */
export function parseRank(text: string): number | null {
	return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}

/**
 * The SOP file that the variant of a rank follows, in the reader's language; rank 1 is the most frequent variant of the
 * scope.
 * @throws UserError `cli_no_variant` {rank, variants}
 */
export async function variantSop(
	store: Reading,
	{ scope, rank }: { scope: Scope; rank: number }
): Promise<VariantSop> {
	const variants = await store.all('reading/variants', scope);
	const variant = variants[rank - 1];
	if (!variant) throw new UserError('cli_no_variant', { rank, variants: variants.length });
	const { process, cases } = variant;
	const draft = sopOfVariant({
		id: `variant-${rank}`,
		title: m.cli_variant_title({ rank }),
		source: m.cli_variant_source({ rank, process, cases }),
		activities: variant.activities.map((activity) => activity ?? '')
	});
	return { yaml: stringify(draft, { lineWidth: 0 }), cases, steps: draft.steps.length };
}
