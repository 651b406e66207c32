import { parseFilters } from '$lib/domain/filters/filters';
import type { FilterField } from '$lib/components/shell/shell-data';
import { parseDots, readDotsHead } from '$lib/server/reading/mining/dots';
import { findMined, headOf } from '$lib/server/reading/mining/mined-process';
import { productStore } from '$lib/server/web/store';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, params }) => {
	const store = await productStore();
	const { filters } = parseFilters(url.searchParams);
	const mined = await findMined(
		store,
		params.process,
		filters,
		url.searchParams.get('version') || null
	);
	const filterFields: FilterField[] = ['unit', 'period'];
	return {
		filterFields,
		filters,
		process: headOf(mined),
		choice: parseDots(url.searchParams),
		dots: await readDotsHead(store, mined)
	};
};
