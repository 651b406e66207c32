import { parseFilters } from '$lib/domain/filters/filters';
import { currentInstant } from '$lib/server/product';
import { streamDeviationsCsv } from '$lib/server/reading/deviations/deviation-download';
import { parseDeviationFilters } from '$lib/server/reading/deviations/deviation-filters';
import { scopeOfFilters } from '$lib/server/reading/scope';
import { productStore } from '$lib/server/web/store';
import type { RequestHandler } from './$types';

/** The list as a CSV: the same filters and order as the page with the same address. */
export const GET: RequestHandler = async ({ url }) => {
	const store = await productStore();
	const scope = await scopeOfFilters(store, parseFilters(url.searchParams).filters);
	const filters = parseDeviationFilters(url.searchParams, currentInstant());
	return new Response(streamDeviationsCsv(store, { scope, filters }), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': 'attachment; filename="tepat-deviations.csv"',
			'cache-control': 'no-store'
		}
	});
};
