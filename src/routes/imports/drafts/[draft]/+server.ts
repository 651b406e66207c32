import { json } from '@sveltejs/kit';
import { UserError } from '$lib/domain/user-error';
import { describeError } from '$lib/server/errors/describe';
import { currentInstant } from '$lib/server/product';
import { discardDraft, keepDecisions } from '$lib/server/uploads/drafts';
import { currentOwner } from '$lib/server/web/context';
import { productStore } from '$lib/server/web/store';
import type { RequestHandler } from './$types';

/** Keeps what was decided so far about an import in preparation. */
export const PUT: RequestHandler = async ({ params, request }) => {
	const kept = await keepDecisions(await productStore(), {
		draft: params.draft,
		owner: currentOwner(),
		decisions: await request.json().catch(() => ({})),
		now: currentInstant()
	});
	if (kept) return new Response(null, { status: 204 });
	return json({ message: describeError(new UserError('draft_not_found')) }, { status: 404 });
};

/** Takes an import in preparation away, with its files. */
export const DELETE: RequestHandler = async ({ params }) => {
	await discardDraft(await productStore(), params.draft, currentOwner());
	return new Response(null, { status: 204 });
};
