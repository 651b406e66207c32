import type { Finding } from '$lib/domain/sop/types';
import { m } from '$lib/paraglide/messages';

/** What the linter found in an SOP's document, in the reader's words; a code that has none stays as it is. */
export function findingText({ code, params }: Finding): string {
	const messages = m as unknown as Record<string, ((of: Finding['params']) => string) | undefined>;
	return messages[`finding_${code}`]?.(params) ?? code;
}
