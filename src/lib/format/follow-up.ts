import type { FollowAct } from '$lib/domain/deviations/follow-up';
import { m } from '$lib/paraglide/messages';
import { formatDate } from './dates';
import { formatCount } from './numbers';

const STATES: Record<string, (() => string) | undefined> = {
	open: m.followup_state_open,
	asked: m.followup_state_asked,
	explained: m.followup_state_explained,
	accepted: m.followup_state_accepted,
	rejected: m.followup_state_rejected,
	excused: m.followup_state_excused,
	closed: m.followup_state_closed,
	gone: m.followup_state_gone,
	overdue: m.followup_state_overdue
};

/**
 * How a follow-up stands, in the reader's language; `gone` is a deviation that is not found, or no longer, `overdue` one whose
 * explanation was asked for by a date that is over.
 */
export function followStateName(state: string): string {
	return STATES[state]?.() ?? state;
}

/** How a follow-up stands, with the date by which an explanation is asked for: `Penjelasan diminta, jawab paling lambat …`. */
export function followStanding(state: string, due: string | null): string {
	const name = followStateName(state);
	return due === null ? name : m.followup_due_by({ state: name, date: formatDate(due) });
}

/** `3 sudah selesai; 1 belum ditindaklanjuti`: how many follow-ups stand in each state, the most first. */
export function followStatesText(counts: Readonly<Record<string, number>>): string {
	return Object.entries(counts)
		.filter(([, count]) => count > 0)
		.sort(([, a], [, b]) => b - a)
		.map(([state, count]) => `${formatCount(count)} ${followStateName(state).toLowerCase()}`)
		.join('; ');
}

/** What can be done, in the reader's language: as a choice. */
export const ACT_NAMES: Record<FollowAct, () => string> = {
	explain: m.followup_act_explain,
	ask: m.followup_act_ask,
	accept: m.followup_act_accept,
	reject: m.followup_act_reject,
	excuse: m.followup_act_excuse,
	close: m.followup_act_close,
	reopen: m.followup_act_reopen
};

/** What was done, in the reader's language: as an entry of a history. */
export const ACTS_DONE: Record<FollowAct, () => string> = {
	explain: m.followup_done_explain,
	ask: m.followup_done_ask,
	accept: m.followup_done_accept,
	reject: m.followup_done_reject,
	excuse: m.followup_done_excuse,
	close: m.followup_done_close,
	reopen: m.followup_done_reopen
};
