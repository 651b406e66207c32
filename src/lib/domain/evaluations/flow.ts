import { UserError } from '../user-error';

/** What can be done with a sheet, in the order of the procedure. */
export const ACT_KINDS = [
	'checked',
	'filled',
	'received',
	'approved',
	'again',
	'documented'
] as const;
export type ActKind = (typeof ACT_KINDS)[number];

/** Where a sheet stands: the last act, or `due` before the first. */
export type SheetState = 'due' | ActKind;

/** What follows from an approved evaluation. */
export const FOLLOW_UPS = ['extend', 'replace', 'none'] as const;
export type FollowUp = (typeof FOLLOW_UPS)[number];

/** The step of the procedure that an act completes. Rule: Prosedur Pemantauan Kinerja Pendukung Layanan, five steps. */
export const STEP_OF_ACT: Readonly<Record<ActKind, string>> = {
	checked: '1',
	filled: '2',
	received: '3',
	approved: '4',
	again: '4',
	documented: '5'
};

const NEXT: Readonly<Record<SheetState, readonly ActKind[]>> = {
	due: ['checked'],
	checked: ['filled'],
	filled: ['received'],
	received: ['approved', 'again'],
	again: ['filled'],
	approved: ['documented'],
	documented: []
};

/** Whether a text names a state of a sheet. */
export function isSheetState(text: string): text is SheetState {
	return Object.hasOwn(NEXT, text);
}

/** Whether a text names what follows from an evaluation. */
export function isFollowUp(text: unknown): text is FollowUp {
	return FOLLOW_UPS.some((one) => one === text);
}

/** What may be done with a sheet next. */
export function nextActs(state: SheetState): readonly ActKind[] {
	return NEXT[state];
}

/**
 * Checks an act. Nobody approves a sheet that they filled themselves, nor asks for it anew; a re-evaluation needs its
 * reason. Throws UserError `sheet_not_now`, `sheet_own`, `sheet_reason_missing`.
 * @param by who acts, and `filledBy` who filled the sheet last: names of accounts
 */
export function checkAct(
	sheet: { state: SheetState; filledBy: string | null },
	act: { kind: ActKind; by: string; reason: string }
): void {
	if (!nextActs(sheet.state).includes(act.kind)) throw new UserError('sheet_not_now');
	const decides = act.kind === 'approved' || act.kind === 'again';
	if (decides && sheet.filledBy === act.by) throw new UserError('sheet_own');
	if (act.kind === 'again' && act.reason.trim() === '') throw new UserError('sheet_reason_missing');
}

/** Whether a sheet counts: drafts never rank. */
export function isApproved(state: SheetState): boolean {
	return state === 'approved' || state === 'documented';
}

/** How a document of a supporting service stands on a date. */
export type DocumentState = 'present' | 'expired' | 'missing';

/** The documents that the procedure names: KAK, Kontrak, NDA. */
export const DOCUMENT_KINDS = ['kak', 'contract', 'nda'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** The state of a document; one without an end does not expire. Dates are local, YYYY-MM-DD. */
export function documentState(
	document: { validUntil: string | null } | undefined,
	today: string
): DocumentState {
	if (!document) return 'missing';
	return document.validUntil !== null && document.validUntil < today ? 'expired' : 'present';
}

/** How a contract's period stands on a date. */
export type ContractState = 'before' | 'running' | 'ending' | 'ended';

/**
 * The state of a contract: `ending` from so many calendar days before its last day.
 * @param daysLeft calendar days from today to the last day; negative after it
 */
export function contractState(
	started: string,
	today: string,
	daysLeft: number,
	noticeDays: number
): ContractState {
	if (daysLeft < 0) return 'ended';
	if (today < started) return 'before';
	return daysLeft <= noticeDays ? 'ending' : 'running';
}
