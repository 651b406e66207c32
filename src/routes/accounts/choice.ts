/** The offices that a form chose; null for all of them. */
export function readUnits(sent: FormData): string[] | null {
	return sent.get('which') === 'some' ? sent.getAll('units').map(String) : null;
}
