import type { FollowAct } from '$lib/domain/deviations/follow-up';
import { m } from '$lib/paraglide/messages';

const STATES: Record<string, (() => string) | undefined> = {
	open: m.followup_state_open,
	explained: m.followup_state_explained,
	accepted: m.followup_state_accepted,
	rejected: m.followup_state_rejected,
	excused: m.followup_state_excused,
	closed: m.followup_state_closed
};

/** How a follow-up stands, in the reader's language. */
export function followStateName(state: string): string {
	return STATES[state]?.() ?? state;
}

/** What can be done, in the reader's language. */
export const ACT_NAMES: Record<FollowAct, () => string> = {
	explain: m.followup_act_explain,
	accept: m.followup_act_accept,
	reject: m.followup_act_reject,
	excuse: m.followup_act_excuse,
	close: m.followup_act_close,
	reopen: m.followup_act_reopen
};
