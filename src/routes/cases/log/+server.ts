import { parseFilters } from '$lib/domain/filters/filters';
import { LOG_FORMATS, streamLog } from '$lib/server/reading/interchange/log-file';
import { chooseFormat } from '$lib/server/reading/interchange/model-file';
import { scopeOfFilters } from '$lib/server/reading/scope';
import { productStore } from '$lib/server/web/store';
import type { RequestHandler } from './$types';

/** The log of the chosen office, SOP and period for other tools: `?format=xes` or `csv`. */
export const GET: RequestHandler = async ({ url }) => {
	const format = chooseFormat(LOG_FORMATS, url.searchParams.get('format') ?? 'xes');
	const store = await productStore();
	const scope = await scopeOfFilters(store, parseFilters(url.searchParams).filters);
	return new Response(streamLog(store, { scope, format }), {
		headers: {
			'content-type':
				format === 'xes' ? 'application/xml; charset=utf-8' : 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="tepat-log.${format}"`,
			'cache-control': 'no-store'
		}
	});
};
