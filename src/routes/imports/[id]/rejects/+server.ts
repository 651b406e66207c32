import { parseImportNumber, readImport } from '$lib/server/reading/imports/imports';
import { rejectsCsv } from '$lib/server/reading/imports/imports-csv';
import { shownValue } from '$lib/server/web/answers/personal-data';
import { productStore } from '$lib/server/web/store';
import type { RequestHandler } from './$types';

/** The rejected records of an import as CSV, streamed. */
export const GET: RequestHandler = async ({ params, url, locals }) => {
	const store = await productStore();
	const { import: number, files } = await readImport(store, parseImportNumber(params.id));
	const file = /^\d{1,9}$/.exec(url.searchParams.get('file') ?? '')?.[0];
	const pieces = rejectsCsv(
		store,
		files,
		{
			import: number,
			file: file === undefined ? null : Number(file),
			reason: url.searchParams.get('reason')
		},
		(column, value) => shownValue(locals, column, value)
	);
	const encoder = new TextEncoder();
	const body = new ReadableStream<Uint8Array>({
		pull: async (controller) => {
			const { done, value } = await pieces.next();
			if (done) controller.close();
			else controller.enqueue(encoder.encode(value));
		}
	});
	return new Response(body, {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="tepat-impor-${number}-ditolak.csv"`
		}
	});
};
