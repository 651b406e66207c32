import { parseFilters } from '$lib/domain/filters/filters';
import type { FilterField } from '$lib/components/shell/shell-data';
import { listCases, parseCaseFilters, parseCasePlace } from '$lib/server/reading/cases/case-list';
import { scopeOfFilters } from '$lib/server/reading/scope';
import { productStore } from '$lib/server/web/store';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url }) => {
	const store = await productStore();
	const { filters } = parseFilters(url.searchParams);
	const scope = await scopeOfFilters(store, filters);
	const chosen = parseCaseFilters(url.searchParams);
	const list = await listCases(store, {
		scope,
		status: filters.status,
		filters: chosen,
		place: parseCasePlace(url.searchParams)
	});
	const filterFields: FilterField[] = ['unit', 'period', 'sop', 'status'];
	return { filterFields, chosen, list };
};
