import type { FilterField } from '$lib/components/shell/shell-data';
import { loadCase } from '$lib/server/reading/case-detail';
import { caseLead } from '$lib/server/reading/case-lead';
import { productStore } from '$lib/server/web/store';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => {
	const found = await loadCase(await productStore(), params.id);
	// The filters travel on, but one case is not filtered.
	const filterFields: FilterField[] = [];
	return { filterFields, found, lead: caseLead(found) };
};
