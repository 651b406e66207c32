import { parseFilters } from '$lib/domain/filters/filters';
import type { FilterField } from '$lib/components/shell/shell-data';
import { readNumber } from '$lib/server/reading/mining/map';
import { findMined, headOf } from '$lib/server/reading/mining/mined-process';
import { listVariants, VARIANTS_PAGE } from '$lib/server/reading/mining/variants';
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
	const page = Math.min(100_000, Math.max(1, readNumber(url.searchParams, 'page') ?? 1));
	/** The two variants to be compared. */
	const chosen = [
		readNumber(url.searchParams, 'left'),
		readNumber(url.searchParams, 'right')
	] as const;
	const filterFields: FilterField[] = ['unit', 'period'];
	return {
		filterFields,
		filters,
		process: headOf(mined),
		page,
		size: VARIANTS_PAGE,
		list: await listVariants(store, mined, {
			page,
			chosen: chosen.filter((variant) => variant !== null)
		}),
		chosen
	};
};
