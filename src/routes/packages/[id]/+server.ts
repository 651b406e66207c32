import { redirect } from '@sveltejs/kit';
import { filterHref, parseFilters } from '$lib/domain/filters/filters';
import type { RequestHandler } from './$types';

/** A package is a case: its page is that of the case. */
export const GET: RequestHandler = ({ params, url }) => {
	const { filters } = parseFilters(url.searchParams);
	redirect(307, filterHref(`/cases/${encodeURIComponent(params.id)}`, filters));
};
