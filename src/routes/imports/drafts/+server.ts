import { json } from '@sveltejs/kit';
import { currentInstant } from '$lib/server/product';
import { beginDraft } from '$lib/server/uploads/drafts';
import { currentOwner } from '$lib/server/web/context';
import { productStore } from '$lib/server/web/store';
import type { RequestHandler } from './$types';

/** Begins an import and answers the number under which its files and decisions are kept. */
export const POST: RequestHandler = async () =>
	json(
		{ draft: await beginDraft(await productStore(), currentOwner(), currentInstant()) },
		{ status: 201 }
	);
