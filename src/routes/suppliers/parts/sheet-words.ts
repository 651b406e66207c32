import type {
	ContractState,
	DocumentKind,
	DocumentState,
	FollowUp,
	SheetState
} from '$lib/domain/evaluations/flow';
import { formatDate } from '$lib/format/dates';
import { formatCount } from '$lib/format/numbers';
import { m } from '$lib/paraglide/messages';

/** The words of the evaluation flow in the reader's language. */
export const SHEET_STATES: Record<SheetState, () => string> = {
	due: m.sheet_state_due,
	checked: m.sheet_state_checked,
	filled: m.sheet_state_filled,
	received: m.sheet_state_received,
	approved: m.sheet_state_approved,
	again: m.sheet_state_again,
	documented: m.sheet_state_documented
};
export const FOLLOW_UP_WORDS: Record<FollowUp, () => string> = {
	extend: m.sheet_follow_extend,
	replace: m.sheet_follow_replace,
	none: m.sheet_follow_none
};
export const DOCUMENT_WORDS: Record<DocumentKind, () => string> = {
	kak: m.services_document_kak,
	contract: m.services_document_contract,
	nda: m.services_document_nda
};
export const DOCUMENT_STATES: Record<DocumentState, () => string> = {
	present: m.services_document_present,
	expired: m.services_document_expired,
	missing: m.services_document_missing
};
/** How a contract's period stands, with the days that are left of it or have passed since. */
export function contractText({
	contract,
	daysLeft,
	ended
}: {
	contract: ContractState;
	daysLeft: number;
	ended: string;
}): string {
	const given = { date: formatDate(ended), days: formatCount(Math.abs(daysLeft)) };
	if (contract === 'ended') return m.service_contract_ended(given);
	return contract === 'before' ? m.services_contract_before() : m.service_contract_left(given);
}
