/** Where a page of a long list begins: after (or, backward, before) a row; null is the list's start. */
export interface Place<Key> {
	key: Key | null;
	backward: boolean;
}

/**
 * The row that a page of a sorted list goes on from, with what the list is sorted by: so the list goes on in its place also when
 * the row is gone meanwhile.
 */
export interface Mark {
	/** The row's number, in digits. */
	id: string;
	/** The number that it is sorted by; null where it has none. */
	value: number | null;
	/** The text that it is sorted by; empty in a list that is not sorted by a text. */
	text: string;
}

/** Writes a mark as addresses carry it. */
export function writeMark({ id, value, text }: Mark): string {
	return `${id}~${value ?? ''}~${text}`;
}

/** Reads a mark; undefined for anything else. */
export function readMark(written: string): Mark | undefined {
	const parts = /^(\d{1,20})~(-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)?~([\s\S]*)$/.exec(written);
	if (!parts) return undefined;
	const [, id = '', value, text = ''] = parts;
	return { id, value: value === undefined ? null : Number(value), text };
}

/** Where the page of an address begins: at its first row where the address has no mark, or one that cannot be read. */
export function readPlace(params: URLSearchParams): Place<string> {
	for (const name of ['before', 'after']) {
		const written = params.get(name);
		if (written !== null && readMark(written)) return { key: written, backward: name === 'before' };
	}
	return { key: null, backward: false };
}

/** The mark of a place as queries take it. */
export function markParams(key: string | null) {
	const mark = key === null ? undefined : readMark(key);
	return {
		after: mark?.id ?? null,
		after_value: mark?.value ?? null,
		after_text: mark?.text ?? null
	};
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
