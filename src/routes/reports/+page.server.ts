import type { FilterField } from '$lib/components/shell/shell-data';
import { parseFilters } from '$lib/domain/filters/filters';
import { REPORT_FORMATS, REPORT_LAYOUTS } from '$lib/domain/reporting/report';
import { parseDeviationFilters } from '$lib/server/reading/deviations/deviation-filters';
import { summariseDeviations } from '$lib/server/reading/deviations/deviation-groups';
import { deviationsLead } from '$lib/server/reading/deviations/deviation-lead';
import { scopeOfFilters } from '$lib/server/reading/scope';
import { productStore } from '$lib/server/web/store';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url }) => {
	const store = await productStore();
	const scope = await scopeOfFilters(store, parseFilters(url.searchParams).filters);
	const filters = parseDeviationFilters(url.searchParams);
	const filterFields: FilterField[] = ['unit', 'period', 'sop'];
	return {
		filterFields,
		formats: REPORT_FORMATS,
		layouts: REPORT_LAYOUTS,
		lead: deviationsLead(await summariseDeviations(store, { scope, filters }))
	};
};
