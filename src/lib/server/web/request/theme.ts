const THEMES = ['light', 'dark', 'system'] as const;

/** How the reader wants the pages: `system` follows the machine's own setting. */
export type Theme = (typeof THEMES)[number];

/** The cookie that keeps the reader's choice; the server writes it into the page, so nothing flashes. */
export const THEME_COOKIE = 'tepat_theme';

/** The theme a cookie names; anything else is `system`, because it is written into the page's markup. */
export function readTheme(cookie: string | undefined): Theme {
	return THEMES.find((theme) => theme === cookie) ?? 'system';
}
