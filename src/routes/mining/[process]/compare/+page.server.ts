import { parseFilters } from '$lib/domain/filters/filters';
import type { FilterField } from '$lib/components/shell/shell-data';
import { parseOther, readComparison } from '$lib/server/reading/mining/compare';
import { findMined, headOf } from '$lib/server/reading/mining/mined-process';
import { productStore } from '$lib/server/web/store';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, params }) => {
	const store = await productStore();
	const { filters } = parseFilters(url.searchParams);
	const asked = url.searchParams.get('version') || null;
	const mined = await findMined(store, params.process, filters, asked);
	const other = parseOther(url.searchParams, filters);
	const filterFields: FilterField[] = ['unit', 'period'];
	return {
		filterFields,
		filters,
		process: headOf(mined),
		other,
		compared: other && (await readComparison(store, params.process, filters, other, asked))
	};
};
