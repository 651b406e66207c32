import { parseFilters } from '$lib/domain/filters/filters';
import type { FilterField } from '$lib/components/shell/shell-data';
import { MAX_REPLAYED, sampleOf } from '$lib/server/reading/mining/dots';
import { parseMapChoice, readMap } from '$lib/server/reading/mining/map';
import { findMined, headOf } from '$lib/server/reading/mining/mined-process';
import { productStore } from '$lib/server/web/store';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, params }) => {
	const store = await productStore();
	const { filters } = parseFilters(url.searchParams);
	const asked = url.searchParams.get('version') || null;
	const mined = await findMined(store, params.process, filters, asked);
	const choice = parseMapChoice(url.searchParams);
	const filterFields: FilterField[] = ['unit', 'period'];
	const map = await readMap(store, mined, choice);
	return {
		filterFields,
		filters,
		process: headOf(mined),
		choice,
		map,
		/** One case of so many moves over the map. */
		replayed: sampleOf(map.totals.events, MAX_REPLAYED)
	};
};
