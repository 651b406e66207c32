import { describeError, statusOfError } from '$lib/server/errors/describe';
import { findOutageFile } from '$lib/server/offices/outages';
import { productStore } from '$lib/server/web/store';
import type { RequestHandler } from './$types';

/** A file of outages as it was sent: what each of its outages rests on. */
export const GET: RequestHandler = async ({ params }) => {
	try {
		const number = /^\d{1,9}$/.exec(params.file)?.[0] ?? '0';
		const { name, content } = await findOutageFile(await productStore(), Number(number));
		return new Response(content, {
			headers: {
				'content-type': 'application/octet-stream',
				'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, '_')}`
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
