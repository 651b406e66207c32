import { parseFilters } from '$lib/domain/filters/filters';
import type { FilterField } from '$lib/components/shell/shell-data';
import { parseOther, readComparison } from '$lib/server/reading/mining/compare';
import { findMined } from '$lib/server/reading/mining/mined-process';
import { productStore } from '$lib/server/web/store';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, params }) => {
	const store = await productStore();
	const { filters } = parseFilters(url.searchParams);
	const { code, title, version } = await findMined(store, params.process, filters);
	const other = parseOther(url.searchParams, filters);
	const filterFields: FilterField[] = ['unit', 'period'];
	return {
		filterFields,
		filters,
		process: { code, title, version },
		other,
		compared: other && (await readComparison(store, params.process, filters, other))
	};
};
