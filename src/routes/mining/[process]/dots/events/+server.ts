import { parseFilters } from '$lib/domain/filters/filters';
import { parseDots, readDots } from '$lib/server/reading/mining/dots';
import { findMined } from '$lib/server/reading/mining/mined-process';
import { productStore } from '$lib/server/web/store';
import type { RequestHandler } from './$types';

/** The events of the chart of dots of a process, as an Arrow IPC stream. */
export const GET: RequestHandler = async ({ url, params }) => {
	const store = await productStore();
	const { filters } = parseFilters(url.searchParams);
	const mined = await findMined(store, params.process, filters);
	const events = await readDots(store, mined, parseDots(url.searchParams));
	return new Response(new Uint8Array(events), {
		headers: {
			'content-type': 'application/vnd.apache.arrow.stream',
			'cache-control': 'no-store'
		}
	});
};
