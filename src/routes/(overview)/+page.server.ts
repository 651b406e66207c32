import { parseFilters } from '$lib/domain/filters/filters';
import type { FilterField } from '$lib/components/shell/shell-data';
import { readOverview } from '$lib/server/reading/overview/overview';
import { productStore } from '$lib/server/web/store';
import type { PageServerLoad } from './$types';

const filterFields: FilterField[] = ['unit', 'period', 'sop'];

export const load: PageServerLoad = async ({ url }) => {
	const { filters } = parseFilters(url.searchParams);
	const overview = await readOverview(await productStore(), filters);
	return { overview, filters, filterFields };
};
