import { error, redirect } from '@sveltejs/kit';
import { safePath } from '$lib/domain/accounts/names';
import { m } from '$lib/paraglide/messages';
import { isDemo, readDemoView } from '$lib/server/accounts/demo';
import { writeCookie } from '$lib/server/web/people/cookies';
import { readForm } from '$lib/server/web/read-form';
import type { RequestHandler } from './$types';

/** In a demonstration: looks on as somebody else. */
export const POST: RequestHandler = async (event) => {
	if (!isDemo()) error(404, m.error_page_not_found());
	const form = await readForm(event.request);
	writeCookie(event, 'demo', readDemoView(String(form.get('view') ?? '')));
	redirect(303, safePath(String(form.get('back') ?? '/')));
};
