import { m } from '$lib/paraglide/messages';

/** Why a record was rejected, in the reader's words; a code that has none stays as it is. */
export function rejectReason(code: string): string {
	const message = (m as unknown as Record<string, (() => string) | undefined>)[`reject_${code}`];
	return message?.() ?? code;
}
