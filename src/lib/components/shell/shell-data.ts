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
	/** Who is signed in; left out where nobody is. */
	person?: ShellPerson;
	/** The pages that this person may open; left out, the navigation shows all. */
	paths?: readonly string[];
	/** What this person may change; left out, the page offers it and the server decides. */
	may?: Readonly<
		Record<
			'import' | 'undo' | 'removeSamples' | 'changeCalendar' | 'changePeople' | 'confirm',
			boolean
		>
	>;
}

/** The person for whom a page is shown. */
export interface ShellPerson {
	name: string;
	fullName: string;
	role: 'admin' | 'analis' | 'kepala' | 'inspektur';
	/** Names of the offices they are held to; null for all. */
	units: readonly string[] | null;
	/** In a demonstration: as whom it is looked at; null everywhere else. */
	demo: 'admin' | 'analis' | 'kepala' | 'inspektur' | 'inspektur-unit' | null;
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
