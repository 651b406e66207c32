import { redirect } from '@sveltejs/kit';
import { THEME_COOKIE, toTheme } from '$lib/components/shell/shell-data';
import { cookieName, isLocale } from '$lib/paraglide/runtime';
import { readForm } from '$lib/server/web/read-form';
import type { RequestHandler } from './$types';

const YEAR_SECONDS = 31_536_000;

/** Keeps language and theme in cookies and returns to the page; the form works without scripts. */
export const POST: RequestHandler = async ({ request, cookies, url }) => {
	const form = await readForm(request);
	const options = {
		path: '/',
		maxAge: YEAR_SECONDS,
		sameSite: 'lax',
		// Read by the page too; and an office without a certificate would lose a secure one.
		httpOnly: false,
		secure: url.protocol === 'https:'
	} as const;
	const locale = form.get('locale');
	const theme = form.get('theme');
	if (isLocale(locale)) cookies.set(cookieName, locale, options);
	if (typeof theme === 'string') cookies.set(THEME_COOKIE, toTheme(theme), options);
	redirect(303, sameSite(form.get('back'), url));
};

/** Only an address of this site, so that a crafted form leads nowhere else. */
function sameSite(back: FormDataEntryValue | null, url: URL): string {
	if (typeof back !== 'string' || !URL.canParse(back, url)) return '/';
	const target = new URL(back, url);
	return target.origin === url.origin ? target.pathname + target.search : '/';
}
