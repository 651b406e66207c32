import { json } from '@sveltejs/kit';
import { UserError } from '$lib/domain/user-error';
import { describeError, statusOfError } from '$lib/server/errors/describe';
import { verifyReport } from '$lib/server/reporting/verification/verify';
import { productStore, wholeStore } from '$lib/server/web/store';
import type { RequestHandler } from './$types';

/** A report of a hundred thousand deviations is a third of it. */
const LIMIT_BYTES = 96 * 1024 ** 2;

/** Takes a report file as it is and says whether its figures still stand. Nothing of it is kept. */
export const PUT: RequestHandler = async ({ request }) => {
	try {
		const parts: Uint8Array[] = [];
		let bytes = 0;
		const reader = request.body?.getReader();
		for (;;) {
			const { done, value } = (await reader?.read()) ?? { done: true };
			if (done || !value) break;
			bytes += value.byteLength;
			// Read to its end all the same: a browser that is still sending hears no answer.
			if (bytes <= LIMIT_BYTES) parts.push(value);
		}
		if (bytes > LIMIT_BYTES)
			throw new UserError('upload_too_large', { file: '—', limit: LIMIT_BYTES / 1024 ** 2 });
		return json(await verifyReport(await productStore(), Buffer.concat(parts), await wholeStore()));
	} catch (error) {
		const message = describeError(error);
		if (message === undefined) throw error;
		return json({ message }, { status: statusOfError(error) });
	}
};
