import { sheetPlace, type SheetPlace } from '$lib/domain/importing/about-file';
import { m } from '$lib/paraglide/messages';
import { formatCount } from './numbers';

/**
 * Where a record stands, as its reader finds it: the data row, which is counted without what stands above the first, and the
 * row at which a spreadsheet shows it, where that is known.
 */
export function recordPlace(places: readonly SheetPlace[], record: number): string {
	const data = formatCount(record);
	const place = sheetPlace(places, record);
	if (!place) return m.imports_row_number({ row: data });
	const row = formatCount(place.row);
	return place.sheet === ''
		? m.imports_row_in_text({ data, row })
		: m.imports_row_in_sheet({ data, row, sheet: place.sheet });
}

/** The page that shows a row of an imported file as it was written. */
export function sourceRowHref(source: { import: number; file: number; record: number }): string {
	return `/imports/${source.import}/rows?file=${source.file}&row=${source.record}`;
}
