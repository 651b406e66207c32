import type { FilterField } from '$lib/components/shell/shell-data';
import { parseFilters } from '$lib/domain/filters/filters';
import { deviationKindName } from '$lib/server/reading/names';
import { scopeOfFilters } from '$lib/server/reading/scope';
import { productStore } from '$lib/server/web/store';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url }) => {
	const store = await productStore();
	const { unit, process } = await scopeOfFilters(store, parseFilters(url.searchParams).filters);
	const rows = await store.all('followup/gone', { id: null, unit, process });
	const filterFields: FilterField[] = ['unit', 'sop'];
	return {
		filterFields,
		rows: rows.map((row) => ({ ...row, kindName: deviationKindName(row.kind) }))
	};
};
