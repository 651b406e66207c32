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

/** Whether a text names something that is done with a sheet. */
export function isActKind(text: unknown): text is ActKind {
	return ACT_KINDS.some((one) => one === text);
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
	if (isOwnDecision(sheet, act)) throw new UserError('sheet_own');
	if (act.kind === 'again' && act.reason.trim() === '') throw new UserError('sheet_reason_missing');
}

/** Whether somebody would decide on a sheet that they filled themselves: names of accounts. */
export function isOwnDecision(
	sheet: { filledBy: string | null },
	act: { kind: ActKind; by: string | undefined }
): boolean {
	const decides = act.kind === 'approved' || act.kind === 'again';
	return decides && sheet.filledBy !== null && sheet.filledBy === act.by;
}

/** Whether a sheet counts: drafts never rank. */
export function isApproved(state: SheetState): boolean {
	return state === 'approved' || state === 'documented';
}

/** Whether a sheet is behind its due date: it was not approved by the end of that day. Dates are local, YYYY-MM-DD. */
export function isOverdue(sheet: { state: SheetState; due: string }, today: string): boolean {
	return !isApproved(sheet.state) && sheet.due < today;
}

/** More due dates than this nobody plans at once. */
const MOST_DUE_DATES = 24;

/**
 * The due dates of a periodic check: the first, and one every so many months until a last day, on the same day of the
 * month or the month's last where it is shorter; 0 months is once. Rule: Prosedur Pemantauan Kinerja Pendukung Layanan,
 * step 1, checked "secara periodik"; how often, the office says.
 */
export function dueDates(first: string, everyMonths: number, until: string): string[] {
	const dates = [first];
	const [year = 0, month = 0, day = 0] = first.split('-').map(Number);
	for (let n = 1; everyMonths > 0 && n < MOST_DUE_DATES; n++) {
		const months = year * 12 + (month - 1) + n * everyMonths;
		const last = new Date(Date.UTC(Math.floor(months / 12), (months % 12) + 1, 0)).getUTCDate();
		const at = new Date(Date.UTC(Math.floor(months / 12), months % 12, Math.min(day, last)));
		const date = at.toISOString().slice(0, 10);
		if (date > until) break;
		dates.push(date);
	}
	return dates;
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
