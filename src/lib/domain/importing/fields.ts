/** What a column of a file can say; `case` is the key of the case, times are local to the unit. */
export const fields = [
	'case',
	'activity',
	'step',
	'started',
	'completed',
	'actor',
	'role',
	'unit',
	'requirements',
	'outputs',
	'status',
	'parent'
] as const;
export type Field = (typeof fields)[number];

/** Whether a text is the name of a field. */
export function isField(text: string): text is Field {
	return (fields as readonly string[]).includes(text);
}

/**
 * Folds a column's name to the form on which names are compared: case, spaces, punctuation, a byte order
 * mark and zero-width characters make no difference ("Nomor Berkas" is `nomor_berkas`).
 */
export function normaliseHeader(name: string): string {
	return name
		.normalize('NFKC')
		.replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, '_')
		.replace(/^_+|_+$/g, '');
}

/**
 * What is the same for two files with the same columns, whatever their order, case and punctuation: the normalised
 * names, sorted.
 */
export function headerFingerprint(columns: readonly string[]): string {
	return columns
		.map(normaliseHeader)
		.filter((name) => name !== '')
		.sort()
		.join(' ');
}
