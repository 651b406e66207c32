/** Something to say about a file that is read nevertheless; the text is the message `error_<code>`. */
export interface Note {
	code: string;
	params: Record<string, string | number>;
}

/** From this record on, until the next place, records follow each other row by row in a sheet. */
export interface SheetPlace {
	/** From 1. */
	record: number;
	/** Empty of a text, which has no sheets. */
	sheet: string;
	/** The row as the spreadsheet numbers it, from 1. */
	row: number;
}

/** The sheet and the row in which a spreadsheet shows a record; undefined where that is not known. */
export function sheetPlace(
	places: readonly SheetPlace[],
	record: number
): { sheet: string; row: number } | undefined {
	let low = 0;
	let high = places.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((places[middle] as SheetPlace).record <= record) low = middle + 1;
		else high = middle;
	}
	const place = places[low - 1];
	return place && { sheet: place.sheet, row: place.row + record - place.record };
}
