import { json } from '@sveltejs/kit';
import { describeError, statusOfError } from '$lib/server/errors/describe';
import { uploadLimit } from '$lib/server/uploads/limit';
import { discardUpload, receiveUpload } from '$lib/server/uploads/uploads';
import { productStore } from '$lib/server/web/store';
import type { RequestHandler } from './$types';

/** Takes one file as it is (`application/octet-stream`), its name percent-encoded in `x-file-name`. */
export const PUT: RequestHandler = async ({ request }) => {
	try {
		const { id, name, bytes } = await receiveUpload(await productStore(), {
			name: decodeName(request.headers.get('x-file-name') ?? ''),
			body: request.body,
			limit: uploadLimit(),
			now: Date.now()
		});
		return json({ id, name, bytes });
	} catch (error) {
		// The sender went away: nobody hears the answer, and it is no defect.
		if (error instanceof Error && 'code' in error && error.code === 'ECONNRESET')
			return new Response(null, { status: 400 });
		const message = describeError(error);
		if (message === undefined) throw error;
		return json({ message }, { status: statusOfError(error) });
	}
};

/** Forgets a file that is not to be imported after all. */
export const DELETE: RequestHandler = async ({ url }) => {
	await discardUpload(await productStore(), url.searchParams.get('id') ?? '');
	return new Response(null, { status: 204 });
};

function decodeName(sent: string): string {
	try {
		return decodeURIComponent(sent);
	} catch {
		return sent;
	}
}
