/** Where a page of a long list begins: after (or, backward, before) a row; null is the list's start. */
export interface Place<Key> {
	key: Key | null;
	backward: boolean;
}

/** A page of a list with the keys of its neighbours; null where there is none. */
export interface Page<Row, Key> {
	rows: Row[];
	previous: Key | null;
	next: Key | null;
}

/**
 * Reads one page of a list that is asked for from a row onwards, which stays quick at any depth and skips
 * or repeats nothing when rows are added meanwhile. One row more than shown is read, to know whether the
 * list goes on.
 * @param fetch answers rows in the list's order, or reversed when asked backward
 */
export async function readPage<Row, Key>(given: {
	place: Place<Key>;
	size: number;
	fetch: (place: Place<Key>, size: number) => Promise<Row[]>;
	keyOf: (row: Row) => Key;
}): Promise<Page<Row, Key>> {
	const { place, size, fetch, keyOf } = given;
	const found = await fetch(place, size + 1);
	if (place.backward && found.length === 0) {
		return readPage({ ...given, place: { key: null, backward: false } });
	}
	const more = found.length > size;
	const rows = found.slice(0, size);
	if (place.backward) rows.reverse();
	const [first, last] = [rows[0], rows.at(-1)];
	const before = place.backward ? more : place.key !== null;
	const after = place.backward || more;
	return {
		rows,
		previous: before && first !== undefined ? keyOf(first) : null,
		next: after && last !== undefined ? keyOf(last) : null
	};
}

/**
 * The sort order in an address, `sort=lead` with `dir=asc|desc`: the list's own order for anything else.
 * @param natural of each column, the direction in which it is asked for first
 */
export function readSort<Sort extends string>(
	params: URLSearchParams,
	natural: Readonly<Record<Sort, 'asc' | 'desc'>>,
	otherwise: Sort
): { sort: Sort; descending: boolean } {
	const written = params.get('sort') ?? '';
	const sort = Object.hasOwn(natural, written) ? (written as Sort) : otherwise;
	const direction = params.get('dir');
	return {
		sort,
		descending: (direction === 'asc' || direction === 'desc' ? direction : natural[sort]) === 'desc'
	};
}

/** One of the values a parameter may have; null for none and for anything else. */
export function readChoice<Choice extends string>(
	params: URLSearchParams,
	name: string,
	choices: readonly Choice[]
): Choice | null {
	const written = params.get(name);
	return choices.find((choice) => choice === written) ?? null;
}

/** A text to search for, at most 200 characters; null where nothing is asked. */
export function readText(params: URLSearchParams, name: string): string | null {
	const text = params.get(name)?.trim().slice(0, 200);
	return text ? text : null;
}

/** A whole number, 0 to 999,999,999; null for none and for anything else. */
export function readWholeNumber(params: URLSearchParams, name: string): number | null {
	const digits = /^\d{1,9}$/.exec(params.get(name) ?? '')?.[0];
	return digits === undefined ? null : Number(digits);
}
