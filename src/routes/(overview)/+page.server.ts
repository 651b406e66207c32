import { parseFilters } from '$lib/domain/filters/filters';
import type { FilterField } from '$lib/components/shell/shell-data';
import { readOverview } from '$lib/server/reading/overview/overview';
import { scopeOfFilters } from '$lib/server/reading/scope';
import { currentInstant } from '$lib/server/product';
import { readAttention } from '$lib/server/suppliers/services/attention';
import { productStore } from '$lib/server/web/store';
import type { PageServerLoad } from './$types';

const filterFields: FilterField[] = ['unit', 'period', 'sop'];

export const load: PageServerLoad = async ({ url }) => {
	const { filters } = parseFilters(url.searchParams);
	const store = await productStore();
	const [overview, attention] = await Promise.all([
		readOverview(store, filters),
		scopeOfFilters(store, filters).then((scope) => readAttention(store, scope, currentInstant()))
	]);
	return { overview, attention, filters, filterFields };
};
