import { parseFilters } from '$lib/domain/filters/filters';
import { MAX_DOTS, parseDots, readEvents } from '$lib/server/reading/mining/dots';
import { findMined } from '$lib/server/reading/mining/mined-process';
import { answerArrow } from '$lib/server/web/answers/arrow';
import { productStore } from '$lib/server/web/store';
import type { RequestHandler } from './$types';

/** The events of the chart of dots of a process, as an Arrow IPC stream. */
export const GET: RequestHandler = async ({ url, params }) => {
	const store = await productStore();
	const { filters } = parseFilters(url.searchParams);
	const mined = await findMined(
		store,
		params.process,
		filters,
		url.searchParams.get('version') || null
	);
	const { sort } = parseDots(url.searchParams);
	return answerArrow(await readEvents(store, mined, { sort, variant: null, most: MAX_DOTS }));
};
