/**
 * Folds an activity text to the form on which texts are compared: case, runs of spaces, punctuation and
 * compatibility characters (non-breaking spaces, full-width letters) make no difference; words and digits do.
 */
export function normaliseActivity(text: string): string {
	return text
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}
