import { json } from '@sveltejs/kit';
import { describeError, statusOfError } from '$lib/server/errors/describe';
import { receiveEvidence } from '$lib/server/followup/evidence';
import { currentInstant } from '$lib/server/product';
import { currentOwner } from '$lib/server/web/context';
import { productStore } from '$lib/server/web/store';
import type { RequestHandler } from './$types';

/** Takes one file of evidence as it is, its name percent-encoded in `x-file-name`; answers its number. */
export const PUT: RequestHandler = async ({ request }) => {
	try {
		const { file, name, bytes } = await receiveEvidence(await productStore(), {
			name: decodeName(request.headers.get('x-file-name') ?? ''),
			owner: currentOwner(),
			body: request.body,
			now: currentInstant()
		});
		return json({ file, name, bytes });
	} catch (error) {
		const message = describeError(error);
		if (message === undefined) throw error;
		return json({ message }, { status: statusOfError(error) });
	}
};

function decodeName(sent: string): string {
	try {
		return decodeURIComponent(sent);
	} catch {
		return sent;
	}
}
