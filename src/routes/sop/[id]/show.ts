/** What the symbols and lines of the sheet tell. */
export const SHOWS = ['count', 'time', 'deviations'] as const;
export type Show = (typeof SHOWS)[number];

/** Reads it from the address; counts unless it says otherwise. */
export function readShow(text: string | null): Show {
	return SHOWS.find((show) => show === text) ?? 'count';
}
