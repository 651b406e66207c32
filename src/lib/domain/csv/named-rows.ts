import Papa from 'papaparse';
import { normaliseActivity } from '../sop/normalise';

/** A file that somebody typed, by the fields that its header names. */
export interface NamedRows<Field extends string> {
	/** In the order of the file, blank lines left out; a column that is not there is empty. */
	rows: Record<Field, string>[];
	/** Fields that no column of the header names. */
	missing: Field[];
}

/**
 * Reads a small CSV file with a header, in any order of columns; comma, semicolon or tab.
 * @param columns how each field may be called, folded as normaliseActivity folds
 */
export function readNamedRows<Field extends string>(
	text: string,
	columns: Readonly<Record<Field, readonly string[]>>
): NamedRows<Field> {
	const { data } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), { skipEmptyLines: 'greedy' });
	const [header = [], ...lines] = data;
	const fields = Object.keys(columns) as Field[];
	const places = new Map(
		fields.map((field) => [
			field,
			header.findIndex((name) => columns[field].includes(normaliseActivity(name)))
		])
	);
	return {
		rows: lines.map(
			(cells) =>
				Object.fromEntries(
					fields.map((field) => [field, cells[places.get(field) ?? -1] ?? ''])
				) as Record<Field, string>
		),
		missing: fields.filter((field) => places.get(field) === -1)
	};
}
