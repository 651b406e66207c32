import { parseFilters } from '$lib/domain/filters/filters';
import type { FilterField } from '$lib/components/shell/shell-data';
import { findMined, headOf } from '$lib/server/reading/mining/mined-process';
import {
	HANDOVERS,
	readBudgets,
	readHandovers,
	readTimes,
	readWorkload
} from '$lib/server/reading/mining/times';
import { productStore } from '$lib/server/web/store';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, params }) => {
	const store = await productStore();
	const { filters } = parseFilters(url.searchParams);
	const mined = await findMined(
		store,
		params.process,
		filters,
		url.searchParams.get('version') || null
	);
	const [times, budgets, handovers, workload] = await Promise.all([
		readTimes(store, mined),
		readBudgets(store, mined),
		readHandovers(store, mined, HANDOVERS),
		readWorkload(store, mined)
	]);
	const filterFields: FilterField[] = ['unit', 'period'];
	return {
		filterFields,
		filters,
		process: headOf(mined),
		times,
		budgets,
		handovers,
		workload
	};
};
