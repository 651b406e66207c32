import type { Field } from '$lib/domain/importing/fields';
import { fields } from '$lib/domain/importing/fields';
import type { Header } from '$lib/domain/importing/header';
import type { LongProfile } from '$lib/domain/importing/profile';
import { spellings } from '$lib/domain/importing/spellings';

/** Which column of the file holds which field. */
export type ColumnMap = Partial<Record<Field, string>>;

/** What a log cannot do without: its case, its activity, its time; a choice of fields each. */
export const NEEDED: readonly (readonly Field[])[] = [
	['case'],
	['activity', 'step'],
	['completed', 'started']
];

/**
 * The columns that are called like a field, in Indonesian or English: the suggestion from which a person maps.
 * @param log the profile of the general event log, which knows the spellings
 */
export function suggestMap(header: Header, log: LongProfile): ColumnMap {
	const map: ColumnMap = {};
	const taken = new Set<number>();
	for (const field of fields) {
		const names = log.fields[field];
		const position = names === undefined ? undefined : header.find(spellings(names));
		if (position === undefined || taken.has(position)) continue;
		taken.add(position);
		map[field] = header.names[position] ?? '';
	}
	return map;
}

/** The fields of which one must still be mapped; empty when the map can be used. */
export function missingFields(map: ColumnMap): (readonly Field[])[] {
	return NEEDED.filter((choice) => !choice.some((field) => map[field] !== undefined));
}
