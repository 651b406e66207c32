import { m } from '$lib/paraglide/messages';

/** The message `error_<code>` with its places filled: of an error, or of something to know about a file. */
export function sentenceOf(code: string, params: Record<string, string | number>): string {
	const messages = m as unknown as Record<
		string,
		((params: Record<string, string | number>) => string) | undefined
	>;
	return messages[`error_${code}`]?.(params) ?? m.error_unexpected();
}
