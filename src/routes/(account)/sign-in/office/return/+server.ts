import { error, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { safePath } from '$lib/domain/accounts/names';
import { UserError } from '$lib/domain/user-error';
import { returnFromOffice } from '$lib/server/accounts/sign-in/office';
import { readOfficeSettings } from '$lib/server/accounts/sign-in/office-settings';
import { m } from '$lib/paraglide/messages';
import { currentInstant } from '$lib/server/product';
import { dropCookie, readCookie } from '$lib/server/web/people/cookies';
import { keepSession, senderOf } from '$lib/server/web/people/sender';
import { wholeStore } from '$lib/server/web/store';
import type { RequestHandler } from './$types';

const departure = z.object({
	state: z.string(),
	nonce: z.string(),
	verifier: z.string(),
	next: z.string()
});

/** Comes back from the office's own sign-in. */
export const GET: RequestHandler = async (event) => {
	const settings = readOfficeSettings();
	if (!settings) error(404, m.error_page_not_found());
	const left = departure.safeParse(readJson(readCookie(event, 'office')));
	dropCookie(event, 'office');
	if (!left.success) redirect(303, '/sign-in?trouble=office_refused');
	const { origin, replaces } = senderOf(event);
	const signedIn = await returnFromOffice(
		await wholeStore(),
		settings,
		{ address: event.url, departure: left.data, origin, replaces },
		currentInstant()
	).catch((cause: unknown) => {
		if (cause instanceof UserError) redirect(303, `/sign-in?trouble=${cause.code}`);
		throw cause;
	});
	keepSession(event, signedIn);
	redirect(303, safePath(left.data.next));
};

function readJson(text: string | undefined): unknown {
	try {
		return JSON.parse(text ?? '');
	} catch {
		return undefined;
	}
}
