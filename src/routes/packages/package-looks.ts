import Check from '@lucide/svelte/icons/check';
import CircleDashed from '@lucide/svelte/icons/circle-dashed';
import Clock from '@lucide/svelte/icons/clock';
import FileQuestion from '@lucide/svelte/icons/file-question-mark';
import Rewind from '@lucide/svelte/icons/rewind';
import X from '@lucide/svelte/icons/x';
import { formatDays } from '$lib/format/durations';
import { m } from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';

/** What the dates of documents say against the windows of their schedules, the gravest first. */
const PLANS = {
	late: { word: m.packages_word_late, sign: X, tone: 'late' },
	overdue: { word: m.packages_word_overdue, sign: FileQuestion, tone: 'near' },
	early: { word: m.packages_word_early, sign: Rewind, tone: 'plain' },
	inside: { word: m.packages_word_inside, sign: Check, tone: 'ok' },
	pending: { word: m.packages_word_pending, sign: Clock, tone: 'unknown' },
	cancelled: { word: m.packages_word_cancelled, sign: CircleDashed, tone: 'unknown' }
} as const;

export type PlanName = keyof typeof PLANS;

/** Windows of a package by what became of them. */
export interface PlannedRow {
	windows_inside: number;
	windows_late: number;
	windows_early: number;
	windows_overdue: number;
	windows_pending: number;
	windows_cancelled: number;
	/** Working days, of the latest document; null where none is late or the calendar does not cover it. */
	delay: number | null;
}

/** The gravest result of a package; null without a schedule. */
export function planOf(row: PlannedRow): PlanName | null {
	const names = Object.keys(PLANS) as PlanName[];
	return names.find((name) => row[`windows_${name}`] > 0) ?? null;
}

/** Word, sign and tone of a result. */
export function planLook(plan: PlanName) {
	return PLANS[plan];
}

/** A result in words, late ones with the delay: `lewat 3 hari kerja`. */
export function planText(plan: PlanName, delay: number | null): string {
	if (plan !== 'late') return PLANS[plan].word();
	return delay === null
		? m.packages_delay_unknown()
		: m.packages_delay_late({ delay: formatDays(delay, 'workday') });
}

/** A title of the reference data in the reader's language. */
export function localTitle(title: { id: string; en: string }): string {
	return title[getLocale()];
}
