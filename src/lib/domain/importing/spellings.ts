/** A column's spellings in a profile, first to last. It stands apart from the profiles' schema, which browsers do without. */
export function spellings(given: string | string[]): string[] {
	return typeof given === 'string' ? [given] : given;
}
