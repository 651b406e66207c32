import { parseFilters } from '$lib/domain/filters/filters';
import { MAX_REPLAYED, readEvents } from '$lib/server/reading/mining/dots';
import { parseMapChoice } from '$lib/server/reading/mining/map';
import { findMined } from '$lib/server/reading/mining/mined-process';
import { answerArrow } from '$lib/server/web/answers/arrow';
import { productStore } from '$lib/server/web/store';
import type { RequestHandler } from './$types';

/** The events that move over the map of a process, as an Arrow IPC stream. */
export const GET: RequestHandler = async ({ url, params }) => {
	const store = await productStore();
	const { filters } = parseFilters(url.searchParams);
	const mined = await findMined(
		store,
		params.process,
		filters,
		url.searchParams.get('version') || null
	);
	const { variant } = parseMapChoice(url.searchParams);
	return answerArrow(
		await readEvents(store, mined, { sort: 'start', variant, most: MAX_REPLAYED })
	);
};
