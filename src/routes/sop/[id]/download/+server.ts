import { parseFilters } from '$lib/domain/filters/filters';
import { scopeOfFilters } from '$lib/server/reading/scope';
import { sheetCsv, waysCsv } from '$lib/server/reading/sops/sop-csv';
import { fileMark } from '$lib/server/reading/sops/sop-versions';
import { readSheet } from '$lib/server/reading/sops/sop-sheet';
import { productStore } from '$lib/server/web/store';
import type { RequestHandler } from './$types';

/** The sheet of a version in the chosen scope as CSV; with `?table=ways` the ways between its steps. */
export const GET: RequestHandler = async ({ url, params }) => {
	const store = await productStore();
	const { filters } = parseFilters(url.searchParams);
	const scope = await scopeOfFilters(store, { ...filters, sop: null });
	const asked = url.searchParams.get('version') || null;
	const sheet = await readSheet(store, params.id, scope, asked);
	const ways = url.searchParams.get('table') === 'ways';
	return new Response(ways ? waysCsv(sheet) : sheetCsv(sheet), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="sop-${sheet.sop.id}${fileMark(asked)}${ways ? '-alur' : ''}.csv"`
		}
	});
};
