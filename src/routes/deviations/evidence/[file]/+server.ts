import { describeError, statusOfError } from '$lib/server/errors/describe';
import { readEvidence } from '$lib/server/followup/evidence';
import { productStore } from '$lib/server/web/store';
import type { RequestHandler } from './$types';

/** A file of evidence as it was sent. */
export const GET: RequestHandler = async ({ params }) => {
	try {
		const { file, body } = await readEvidence(await productStore(), params.file);
		return new Response(body, {
			headers: {
				// Never shown in the product's own origin, whatever it holds.
				'content-type': 'application/octet-stream',
				'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name).replace(/['()*]/g, '_')}`,
				'content-length': String(file.bytes),
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
