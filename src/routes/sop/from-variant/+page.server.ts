import { mayDo } from '$lib/domain/accounts/rights';
import { parseFilters } from '$lib/domain/filters/filters';
import { draftId, readVariantDraft } from '$lib/server/reading/interchange/variant-draft';
import { readNumber } from '$lib/server/reading/mining/map';
import { findMined } from '$lib/server/reading/mining/mined-process';
import { productStore } from '$lib/server/web/store';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, locals }) => {
	const store = await productStore();
	const { filters } = parseFilters(url.searchParams);
	const mined = await findMined(
		store,
		url.searchParams.get('sop') ?? '',
		filters,
		url.searchParams.get('version') || null
	);
	const draft = await readVariantDraft(store, mined, readNumber(url.searchParams, 'variant'));
	const { person } = locals.identity;
	return {
		filterFields: [] as const,
		filters,
		process: { code: mined.code, title: mined.title },
		draft,
		id: draftId(mined.code),
		mayAdd: person !== undefined && mayDo('/sop/new', 'POST ?/draft', person)
	};
};
