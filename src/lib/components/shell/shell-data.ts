/** What the frame around every page shows; a part that is not loaded is left out. */
export interface ShellData {
	units: readonly { id: string; name: string; zone: string }[];
	sops: readonly { id: string; title: string }[];
	/** First local date with data, `YYYY-MM-DD`. */
	dataFrom?: string | null;
	/** Local wall clock of the latest event, `YYYY-MM-DDTHH:MM`; null while there is none. */
	dataDate: string | null;
	/** Zone of that clock, IANA or short name. */
	dataZone: string;
	hasSamples: boolean;
	/** Beside the entries of the navigation. */
	counts: { sops?: number; deviations?: number; imports?: number; packages?: number };
}

/** The colours the reader chose. */
export type Theme = 'light' | 'dark' | 'system';

/** The cookie that keeps the choice, read by the server so that nothing flashes. */
export const THEME_COOKIE = 'tepat_theme';

/** The choice in a cookie's text; `system` for anything else. */
export function toTheme(text: string | undefined): Theme {
	return text === 'light' || text === 'dark' ? text : 'system';
}

/** A filter that the bar can show. */
export type FilterField = 'unit' | 'period' | 'sop' | 'status';
