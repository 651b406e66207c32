/** What a list of cases can be sorted by, with the direction that is asked for first; `given` is by urgency. */
export const CASE_SORTS = {
	key: 'asc',
	process: 'asc',
	unit: 'asc',
	state: 'asc',
	started: 'desc',
	last: 'desc',
	events: 'desc',
	lead: 'desc',
	processing: 'desc',
	total: 'desc',
	deviations: 'desc',
	given: 'asc'
} as const;
export type CaseSort = keyof typeof CASE_SORTS;

/** How running cases may stand that a list is asked for. */
export const OPEN_CHOICES = ['late', 'risk', 'urgent', 'unknown'] as const;
export type OpenChoice = (typeof OPEN_CHOICES)[number];

/** Verdicts on the stated total that a list is asked for. */
export const TOTAL_CHOICES = ['late', 'on_time', 'provisional', 'unmeasured'] as const;
export type TotalChoice = (typeof TOTAL_CHOICES)[number];
