import { describeError, statusOfError } from '$lib/server/errors/describe';
import { readKeptReport } from '$lib/server/reporting/schedules/kept';
import { productStore } from '$lib/server/web/store';
import type { RequestHandler } from './$types';

/** A report that was made by itself, as it was written then. */
export const GET: RequestHandler = async ({ params }) => {
	try {
		const { body, name, media_type, bytes } = await readKeptReport(
			await productStore(),
			params.report
		);
		return new Response(body, {
			headers: {
				'content-type': media_type,
				'content-disposition': `attachment; filename="${name}"`,
				'content-length': String(bytes),
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
