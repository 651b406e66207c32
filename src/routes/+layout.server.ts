import {
	THEME_COOKIE,
	toTheme,
	type ShellData,
	type Theme
} from '$lib/components/shell/shell-data';
import { getLocale, type Locale } from '$lib/paraglide/runtime';
import { loadShell } from '$lib/server/reading/shell';
import { productStore } from '$lib/server/web/store';
import type { LayoutServerLoad } from './$types';

/** What the frame around every page shows, in the reader's language and colours. */
export const load: LayoutServerLoad = async ({
	cookies
}): Promise<{ locale: Locale; theme: Theme } & ShellData> => ({
	locale: getLocale(),
	theme: toTheme(cookies.get(THEME_COOKIE)),
	...(await loadShell(await productStore()))
});
