import { error, redirect } from '@sveltejs/kit';
import { safePath } from '$lib/domain/accounts/names';
import { UserError } from '$lib/domain/user-error';
import { departForOffice } from '$lib/server/accounts/sign-in/office';
import { readOfficeSettings } from '$lib/server/accounts/sign-in/office-settings';
import { m } from '$lib/paraglide/messages';
import { writeCookie } from '$lib/server/web/people/cookies';
import type { RequestHandler } from './$types';

/** Leaves for the office's own sign-in. */
export const GET: RequestHandler = async (event) => {
	const settings = readOfficeSettings();
	if (!settings) error(404, m.error_page_not_found());
	const returnTo = new URL('/sign-in/office/return', event.url);
	const next = safePath(event.url.searchParams.get('next'));
	const left = await departForOffice(settings, { returnTo, next }).catch((cause: unknown) => {
		if (cause instanceof UserError) redirect(303, `/sign-in?trouble=${cause.code}`);
		throw cause;
	});
	writeCookie(event, 'office', JSON.stringify(left.departure));
	redirect(303, left.address.href);
};
