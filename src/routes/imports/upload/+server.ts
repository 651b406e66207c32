import { json } from '@sveltejs/kit';
import { UserError } from '$lib/domain/user-error';
import { describeError, statusOfError } from '$lib/server/errors/describe';
import { currentInstant } from '$lib/server/product';
import { hasDraft } from '$lib/server/uploads/drafts';
import { uploadLimit } from '$lib/server/uploads/limit';
import { lookAtUpload } from '$lib/server/uploads/look';
import { discardUpload, receiveUpload } from '$lib/server/uploads/uploads';
import { currentOwner } from '$lib/server/web/context';
import { productStore } from '$lib/server/web/store';
import type { RequestHandler } from './$types';

/**
 * Takes one file as it is (`application/octet-stream`), its name percent-encoded in `x-file-name`, for the import in
 * preparation `?draft=`. With `?look` the answer says what the server sees of its beginning.
 */
export const PUT: RequestHandler = async ({ request, url }) => {
	try {
		const store = await productStore();
		const owner = currentOwner();
		const draft = url.searchParams.get('draft');
		if (draft !== null && !(await hasDraft(store, draft, owner)))
			throw new UserError('draft_not_found');
		const upload = await receiveUpload(store, {
			name: decodeName(request.headers.get('x-file-name') ?? ''),
			owner,
			draft,
			body: request.body,
			limit: uploadLimit(),
			now: currentInstant()
		});
		const { id, name, bytes } = upload;
		const look = url.searchParams.has('look') ? await lookAtUpload(store, upload) : null;
		return json({ id, name, bytes, look });
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
	await discardUpload(await productStore(), url.searchParams.get('id') ?? '', currentOwner());
	return new Response(null, { status: 204 });
};

function decodeName(sent: string): string {
	try {
		return decodeURIComponent(sent);
	} catch {
		return sent;
	}
}
