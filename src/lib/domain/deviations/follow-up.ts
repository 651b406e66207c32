import { isDate } from '../filters/period';
import { UserError } from '../user-error';

/** How the follow-up of a deviation stands; `open` before anybody said anything. */
export const FOLLOW_STATES = [
	'open',
	'asked',
	'explained',
	'accepted',
	'rejected',
	'excused',
	'closed'
] as const;
export type FollowState = (typeof FOLLOW_STATES)[number];

/** By what a list can be held: a state, or an explanation that was asked for by a date which is over. */
export const FOLLOW_FILTERS = [...FOLLOW_STATES, 'overdue'] as const;
export type FollowFilter = (typeof FOLLOW_FILTERS)[number];

/** What can be done about a deviation. */
export const FOLLOW_ACTS = [
	'explain',
	'ask',
	'accept',
	'reject',
	'excuse',
	'close',
	'reopen'
] as const;
export type FollowAct = (typeof FOLLOW_ACTS)[number];

/** Which page action an act belongs to: whoever may use it may do the act. */
export type FollowRight = 'explain' | 'ask' | 'decide' | 'excuse';

interface Rule {
	from: readonly FollowState[];
	to: FollowState;
	right: FollowRight;
	/** An excuse that is not the network's must be documented. */
	evidence?: true;
	/** Says by which date it wants an answer. */
	due?: true;
}

/**
 * Open → explained → accepted or rejected → closed, or excused. An explanation can be asked for by a date, once more
 * where that has passed. A rejected explanation can be given anew; what was decided by mistake is opened again, which
 * stands in the history like everything else. The office explains, its head and the inspectorate ask and decide, and only
 * the head accepts an excuse.
 */
export const FOLLOW_RULES: Readonly<Record<FollowAct, Rule>> = {
	explain: { from: ['open', 'asked', 'explained', 'rejected'], to: 'explained', right: 'explain' },
	ask: { from: ['open', 'asked', 'rejected'], to: 'asked', right: 'ask', due: true },
	accept: { from: ['explained'], to: 'accepted', right: 'decide' },
	reject: { from: ['explained'], to: 'rejected', right: 'decide' },
	excuse: {
		from: ['open', 'asked', 'explained', 'rejected'],
		to: 'excused',
		right: 'excuse',
		evidence: true
	},
	close: { from: ['accepted', 'rejected', 'excused'], to: 'closed', right: 'decide' },
	reopen: { from: ['accepted', 'rejected', 'excused', 'closed'], to: 'open', right: 'decide' }
};

const LONGEST_BODY = 4000;

/** Whether a text names an act. */
export function isFollowAct(text: unknown): text is FollowAct {
	return FOLLOW_ACTS.some((act) => act === text);
}

/** Whether an act can be done in a state. */
export function fitsState(act: FollowAct, state: string): boolean {
	return FOLLOW_RULES[act].from.some((from) => from === state);
}

/**
 * Checks what somebody wants to say: each act has its reason in words, an excuse its evidence.
 * @param given.files how many are attached; given.due the date of an answer, as the form sends it, which only a question has;
 * given.today the local date
 * @returns the text without blanks around it, and the date
 * @throws UserError `follow_up_text_missing`, `follow_up_evidence_missing`, `text_too_long` {most}, `follow_up_due`
 */
export function checkFollowUp(given: {
	act: FollowAct;
	body: string;
	files: number;
	due: string;
	today: string;
}): { body: string; due: string | null } {
	const rule = FOLLOW_RULES[given.act];
	const body = given.body.trim();
	if (body === '') throw new UserError('follow_up_text_missing');
	if (body.length > LONGEST_BODY) throw new UserError('text_too_long', { most: LONGEST_BODY });
	if (rule.evidence && given.files === 0) throw new UserError('follow_up_evidence_missing');
	if (!rule.due) return { body, due: null };
	if (!isDate(given.due) || given.due < given.today) throw new UserError('follow_up_due');
	return { body, due: given.due };
}
