import {
	THEME_COOKIE,
	toTheme,
	type ShellData,
	type Theme
} from '$lib/components/shell/shell-data';
import { getLocale, type Locale } from '$lib/paraglide/runtime';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({
	cookies
}): { locale: Locale; theme: Theme } & Partial<ShellData> => ({
	locale: getLocale(),
	theme: toTheme(cookies.get(THEME_COOKIE))
});
