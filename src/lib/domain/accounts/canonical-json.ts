/** What an entry's details can hold. */
export type Json =
	string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** One text for one value: keys in order, no spaces (as RFC 8785, for the values that stand here). */
export function canonicalJson(value: Json): string {
	if (value === null || typeof value !== 'object') return JSON.stringify(value);
	if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
	const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
	return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${canonicalJson(entry)}`).join(',')}}`;
}

function isList(value: object): value is readonly Json[] {
	return Array.isArray(value);
}
