import { redirect } from '@sveltejs/kit';
import { signOut } from '$lib/server/accounts/sessions';
import { currentInstant } from '$lib/server/product';
import { currentActor } from '$lib/server/web/context';
import { dropCookie, readCookie } from '$lib/server/web/people/cookies';
import { wholeStore } from '$lib/server/web/store';
import type { RequestHandler } from './$types';

/** Ends the session here, and asks the browser to forget what it keeps of these pages. */
export const POST: RequestHandler = async (event) => {
	const secret = readCookie(event, 'session');
	if (secret) await signOut(await wholeStore(), secret, currentActor(), currentInstant());
	dropCookie(event, 'session');
	event.setHeaders({ 'clear-site-data': '"cache", "storage"' });
	redirect(303, '/sign-in?done=signed-out');
};
