import { parseFilters } from '$lib/domain/filters/filters';
import { REPORT_FORMATS } from '$lib/domain/reporting/report';
import { scopeOfFilters } from '$lib/server/reading/scope';
import { readSuppliers } from '$lib/server/suppliers/read-suppliers';
import { productStore } from '$lib/server/web/store';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url }) => {
	const store = await productStore();
	const { filters } = parseFilters(url.searchParams);
	const { suppliers } = await readSuppliers(
		store,
		await scopeOfFilters(store, filters),
		url.searchParams.get('scheme')
	);
	const asked = url.searchParams.get('supplier');
	const sum = (of: (one: (typeof suppliers)[number]) => number) =>
		suppliers.reduce((all, one) => all + of(one), 0);
	return {
		filterFields: ['unit' as const, 'period' as const],
		filters,
		formats: REPORT_FORMATS,
		supplier: suppliers.find(({ id }) => id === asked)?.id ?? '',
		suppliers: suppliers
			.map(({ id, name }) => ({ id, name }))
			.sort((a, b) => a.name.localeCompare(b.name, 'id')),
		figures: {
			suppliers: suppliers.length,
			evaluations: sum(({ standing }) => standing.n),
			finished: sum(({ finished }) => finished),
			waiting: sum(({ notEvaluated }) => notEvaluated)
		}
	};
};
