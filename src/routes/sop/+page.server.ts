import { mayDo } from '$lib/domain/accounts/rights';
import type { FilterField } from '$lib/components/shell/shell-data';
import { parseFilters } from '$lib/domain/filters/filters';
import { scopeOfFilters } from '$lib/server/reading/scope';
import { readCatalogue } from '$lib/server/reading/sops/sop-catalogue';
import { productStore } from '$lib/server/web/store';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, locals }) => {
	const store = await productStore();
	const { filters } = parseFilters(url.searchParams);
	const scope = await scopeOfFilters(store, { ...filters, sop: null });
	const filterFields: FilterField[] = ['unit', 'period'];
	const processes = await store.all('reading/processes');
	const logs = processes.filter(({ cases, kind }) => cases > 0 && kind !== 'sop');
	const { person } = locals.identity;
	return {
		filterFields,
		filters,
		mayAdd: person !== undefined && mayDo('/sop/new', 'POST ?/add', person),
		groups: await readCatalogue(store, scope),
		logs: logs.map(({ code, title }) => ({ code, title }))
	};
};
