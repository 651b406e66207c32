import { parseFilters } from '$lib/domain/filters/filters';
import { UserError } from '$lib/domain/user-error';
import { parseRank, variantSop } from '$lib/server/reading/interchange/variant-sop';
import { scopeOfFilters } from '$lib/server/reading/scope';
import { productStore } from '$lib/server/web/store';
import type { RequestHandler } from './$types';

/** An SOP file made of what cases do: `?rank=1` is the most frequent variant of the chosen office, SOP and period. */
export const GET: RequestHandler = async ({ url }) => {
	const store = await productStore();
	const scope = await scopeOfFilters(store, parseFilters(url.searchParams).filters);
	const value = url.searchParams.get('rank') ?? '1';
	const rank = parseRank(value);
	if (rank === null) throw new UserError('cli_rank', { value });
	const { yaml } = await variantSop(store, { scope, rank });
	return new Response(yaml, {
		headers: {
			'content-type': 'application/yaml; charset=utf-8',
			'content-disposition': `attachment; filename="variant-${rank}.yaml"`
		}
	});
};
