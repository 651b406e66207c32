import { sheetPlace, type SheetPlace } from '$lib/domain/importing/about-file';
import { m } from '$lib/paraglide/messages';
import { formatCount } from './numbers';

/**
 * Where a record stands, as its reader finds it: in a workbook by the sheet and the row that it has there, else by its
 * number without the header.
 */
export function recordPlace(places: readonly SheetPlace[], record: number): string {
	const place = sheetPlace(places, record);
	return place
		? m.imports_sheet_row({ sheet: place.sheet, row: formatCount(place.row) })
		: m.imports_row_number({ row: formatCount(record) });
}

/** The page that shows a row of an imported file as it was written. */
export function sourceRowHref(source: { import: number; file: number; record: number }): string {
	return `/imports/${source.import}/rows?file=${source.file}&row=${source.record}`;
}
