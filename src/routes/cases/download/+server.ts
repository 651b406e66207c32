import { readCaseQuestion } from '$lib/server/reading/cases/case-question';
import { streamText } from '$lib/server/reading/stream-text';
import { productStore } from '$lib/server/web/store';
import type { RequestHandler } from './$types';
import { casesCsv } from './cases-csv';

/** The list as a CSV: the same filters and order as the page with the same address. */
export const GET: RequestHandler = async ({ url }) => {
	const store = await productStore();
	const question = await readCaseQuestion(store, url.searchParams);
	return new Response(streamText(casesCsv(store, question)), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': 'attachment; filename="tepat-cases.csv"',
			'cache-control': 'no-store'
		}
	});
};
