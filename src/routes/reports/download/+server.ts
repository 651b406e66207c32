import { parseReportRequest } from '$lib/server/reporting/request';
import { makeReport, parseReportFormat } from '$lib/server/reporting/make-report';
import { getLocale } from '$lib/paraglide/runtime';
import { describeError, statusOfError } from '$lib/server/errors/describe';
import { currentInstant } from '$lib/server/product';
import { currentName } from '$lib/server/web/context';
import { productStore } from '$lib/server/web/store';
import type { RequestHandler } from './$types';

/** A report of the list with the same address, as `format`, in `layout` and `lang`; made while it is sent. */
export const GET: RequestHandler = async ({ url }) => {
	try {
		const report = await makeReport(
			await productStore(),
			parseReportRequest(url.searchParams, getLocale()),
			parseReportFormat(url.searchParams.get('format')),
			{ madeAt: currentInstant(), madeBy: currentName() }
		);
		const parts = report.bytes[Symbol.asyncIterator]();
		const body = new ReadableStream<Uint8Array>({
			async pull(controller) {
				const { value, done } = await parts.next();
				if (done) controller.close();
				else controller.enqueue(value);
			},
			async cancel() {
				await parts.return?.();
			}
		});
		return new Response(body, {
			headers: {
				'content-type': report.mediaType,
				'content-disposition': `attachment; filename="${report.fileName}"`,
				'cache-control': 'no-store'
			}
		});
	} catch (error) {
		const message = describeError(error);
		if (message === undefined) throw error;
		return new Response(message, {
			status: statusOfError(error),
			headers: { 'content-type': 'text/plain; charset=utf-8' }
		});
	}
};
