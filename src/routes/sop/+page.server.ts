import type { FilterField } from '$lib/components/shell/shell-data';
import { parseFilters } from '$lib/domain/filters/filters';
import { scopeOfFilters } from '$lib/server/reading/scope';
import { readCatalogue } from '$lib/server/reading/sops/sop-catalogue';
import { productStore } from '$lib/server/web/store';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url }) => {
	const store = await productStore();
	const { filters } = parseFilters(url.searchParams);
	const scope = await scopeOfFilters(store, { ...filters, sop: null });
	const filterFields: FilterField[] = ['unit', 'period'];
	const logs = (await store.all('reading/processes')).filter(({ cases }) => cases > 0);
	return {
		filterFields,
		filters,
		groups: await readCatalogue(store, scope),
		logs: logs.map(({ code, title }) => ({ code, title }))
	};
};
