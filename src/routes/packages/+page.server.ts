import { parseFilters } from '$lib/domain/filters/filters';
import {
	listPackages,
	readPackageChoice,
	readPlace
} from '$lib/server/reading/packages/package-list';
import { choosePackages, readPackages, SHOWN } from '$lib/server/reading/packages/packages';
import { productStore } from '$lib/server/web/store';
import type { PageServerLoad } from './$types';

const ROWS = 25;

export const load: PageServerLoad = async ({ url }) => {
	const store = await productStore();
	const { filters } = parseFilters(url.searchParams);
	const filterFields = ['unit' as const, 'period' as const, 'status' as const];
	const choice = readPackageChoice(url.searchParams);
	const found = await choosePackages(store, url.searchParams.get('source'), filters);
	if (!found) return { filterFields, filters, choice, packages: null };
	const { scope, funnel } = found;
	const place = readPlace(url.searchParams);
	const [shown, list] = await Promise.all([
		readPackages(store, { scope, funnel, ...SHOWN }),
		listPackages(store, { scope, funnel, choice, place, most: ROWS })
	]);
	return {
		filterFields,
		filters,
		choice,
		packages: {
			...shown,
			list,
			processes: found.processes,
			source: found.chosen.code,
			funnelStages: funnel.stages
		}
	};
};
