import type { CaseTimeline } from '$lib/server/reading/cases/case-timeline';

/** How much of a timeline one screen shows. */
export type Zoom = 'all' | 'week' | 'day';

/** More than this is too long to find anything in. */
const MOST_SCREENS = 60;

/** Seconds of an office day and of a working week, where closed time is left out. */
const OFFICE_DAY = 7.5 * 3600;
const DAY = 86_400;

/**
 * How many screens long a timeline is at each zoom, at least one.
 * @param compressed closed time takes next to no room
 */
export function screensOf(
	{ from, until, shades }: Pick<CaseTimeline, 'from' | 'until' | 'shades'>,
	compressed: boolean
): Record<Zoom, number> {
	const closed = shades.reduce(
		(sum, shade) => sum + Math.max(0, Math.min(shade.until, until) - Math.max(shade.from, from)),
		0
	);
	// Of a case of years no nights are known, and none are left out.
	const compact = compressed && shades.some(({ kind }) => kind === 'night');
	const days = compact ? (until - from - closed) / OFFICE_DAY : (until - from) / DAY;
	const screens = (daysOnScreen: number) =>
		Math.min(MOST_SCREENS, Math.max(1, days / daysOnScreen));
	return { all: 1, week: screens(compressed ? 5 : 7), day: screens(1) };
}
