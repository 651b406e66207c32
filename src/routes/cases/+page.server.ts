import { parseFilters } from '$lib/domain/filters/filters';
import type { FilterField } from '$lib/components/shell/shell-data';
import { listCases, parseCaseFilters, parseCasePlace } from '$lib/server/reading/cases/case-list';
import { findMined } from '$lib/server/reading/mining/mined-process';
import { readNumber, readPath } from '$lib/server/reading/mining/map';
import { scopeOfFilters } from '$lib/server/reading/scope';
import { readSheetWay } from '$lib/server/reading/sops/sop-way';
import { productStore } from '$lib/server/web/store';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url }) => {
	const store = await productStore();
	const { filters } = parseFilters(url.searchParams);
	const scope = await scopeOfFilters(store, filters);
	const chosen = parseCaseFilters(url.searchParams);
	const mined = filters.sop === null ? null : await findMined(store, filters.sop, filters);
	const variant = readNumber(url.searchParams, 'variant');
	const path =
		mined &&
		((await readPath(store, mined, url.searchParams)) ??
			(await readSheetWay(store, mined.code, url.searchParams)));
	const list = await listCases(store, {
		scope,
		status: filters.status,
		filters: chosen,
		variants: path?.variants ?? (variant === null ? null : [variant]),
		place: parseCasePlace(url.searchParams)
	});
	const filterFields: FilterField[] = ['unit', 'period', 'sop', 'status'];
	const way = path ? { name: path.name } : variant === null ? null : { name: null };
	return { filterFields, chosen, list, way };
};
