/**
 * The address of the same list with other choices: null leaves a parameter out. The place in the list
 * (`after`, `before`) is left out unless it is what changes: other choices make another list.
 * @param address path and parameters of the page
 */
export function listHref(
	address: { pathname: string; searchParams: URLSearchParams },
	changes: Readonly<Record<string, string | number | null>>
): string {
	const params = new URLSearchParams(address.searchParams);
	for (const name of ['after', 'before']) params.delete(name);
	for (const [name, value] of Object.entries(changes)) {
		if (value === null || value === '') params.delete(name);
		else params.set(name, String(value));
	}
	const query = params.toString();
	return query === '' ? address.pathname : `${address.pathname}?${query}`;
}

/** The link of a heading that sorts: the column's natural direction first, then the other one. */
export function sortHref(
	address: { pathname: string; searchParams: URLSearchParams },
	column: string,
	given: { sort: string; descending: boolean; natural: 'asc' | 'desc' }
): { href: string; direction: 'ascending' | 'descending' | null } {
	const current = given.sort === column;
	const dir = current ? (given.descending ? 'asc' : 'desc') : given.natural;
	return {
		href: listHref(address, { sort: column, dir }),
		direction: current ? (given.descending ? 'descending' : 'ascending') : null
	};
}
