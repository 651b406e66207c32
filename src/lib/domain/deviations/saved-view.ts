import { UserError } from '../user-error';

/** The longest name of a saved view, and how many one person keeps. */
const LONGEST_NAME = 80;

/** Parameters of the list that say where one is in it, not what it shows. */
const PLACES = ['after', 'before', 'office'];

/** A name and the parameters of a list's address, as they are kept. */
export interface ViewToSave {
	name: string;
	/** Parameters of the list, in one order, without a place in it; empty shows everything. */
	address: string;
}

/**
 * Reads what a person wants to keep a list's filters as.
 * @throws UserError `saved_view_unnamed`, `saved_view_long` {most}
 */
export function readViewToSave(given: { name: string; address: string }): ViewToSave {
	const name = given.name.replace(/\s+/g, ' ').trim();
	if (name === '') throw new UserError('saved_view_unnamed');
	if (name.length > LONGEST_NAME) throw new UserError('saved_view_long', { most: LONGEST_NAME });
	const params = new URLSearchParams(given.address);
	for (const place of PLACES) params.delete(place);
	// A form action stands in the address as a parameter without a value.
	for (const key of [...params.keys()]) if (key.startsWith('/')) params.delete(key);
	params.sort();
	return { name, address: params.toString() };
}
