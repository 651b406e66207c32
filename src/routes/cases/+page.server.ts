import type { FilterField } from '$lib/components/shell/shell-data';
import { listCases } from '$lib/server/reading/cases/case-list';
import { readPlace } from '$lib/server/reading/keyset';
import { readCaseQuestion } from '$lib/server/reading/cases/case-question';
import { productStore } from '$lib/server/web/store';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url }) => {
	const store = await productStore();
	const question = await readCaseQuestion(store, url.searchParams);
	const list = await listCases(store, { ...question, place: readPlace(url.searchParams) });
	const filterFields: FilterField[] = ['unit', 'period', 'sop', 'status'];
	return { filterFields, chosen: question.filters, list, way: question.way };
};
