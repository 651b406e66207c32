import { parseFilters } from '$lib/domain/filters/filters';
import { findMined } from '$lib/server/reading/mining/mined-process';
import { readNumber } from '$lib/server/reading/mining/map';
import {
	draftId,
	readVariantDraft,
	writeVariantDraft
} from '$lib/server/reading/interchange/variant-draft';
import { productStore } from '$lib/server/web/store';
import type { RequestHandler } from './$types';

/** The SOP file of a variant with what the form of its page says. */
export const GET: RequestHandler = async ({ url: { searchParams } }) => {
	const store = await productStore();
	const mined = await findMined(
		store,
		searchParams.get('sop') ?? '',
		parseFilters(searchParams).filters,
		searchParams.get('version') || null
	);
	const draft = await readVariantDraft(store, mined, readNumber(searchParams, 'variant'));
	const yaml = writeVariantDraft(mined, draft, (name) => searchParams.get(name) ?? '');
	return new Response(yaml, {
		headers: {
			'content-type': 'application/yaml; charset=utf-8',
			'content-disposition': `attachment; filename="${draftId(mined.code)}.yaml"`
		}
	});
};
