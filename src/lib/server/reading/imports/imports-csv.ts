import { csvCell, type CsvColumn, toCsv } from '$lib/domain/csv/to-csv';
import { sheetPlace } from '$lib/domain/importing/about-file';
import { m } from '$lib/paraglide/messages';
import type { Store } from '../../database/store';
import { rejectReason } from '../../../format/rejects';
import { type ImportedFile, readRejects, type RejectsAsked } from './imports';

const rowsAtOnce = 5_000;

/**
 * Rejected records as CSV in the reader's language, a piece at a time: a file of a million rows may have been
 * rejected whole. A record is told by the row at which a spreadsheet shows it as well, and by its sheet, where these are known.
 */
export async function* rejectsCsv(
	store: Store,
	files: readonly Pick<ImportedFile, 'file' | 'places'>[],
	asked: Omit<RejectsAsked, 'after'>,
	show: (column: string | null, value: string | null) => string | null
): AsyncGenerator<string> {
	const places = new Map(files.map((file) => [file.file, file.places]));
	const known = files.flatMap((file) => file.places);
	const sheet: CsvColumn = { key: 'sheet', label: m.imports_column_sheet(), type: 'text' };
	const row: CsvColumn = { key: 'row', label: m.imports_column_sheet_row(), type: 'number' };
	const columns: CsvColumn[] = [
		{ key: 'name', label: m.imports_column_file(), type: 'text' },
		{ key: 'record', label: m.imports_column_row(), type: 'number' },
		...(known.some((place) => place.sheet !== '') ? [sheet] : []),
		...(known.length > 0 ? [row] : []),
		{ key: 'column_name', label: m.imports_column_column(), type: 'text' },
		{ key: 'value', label: m.imports_column_value(), type: 'text' },
		{ key: 'reason', label: m.imports_column_reason(), type: 'text' }
	];
	yield toCsv(columns, []);
	let after: RejectsAsked['after'] | null = { file: 0, record: 0 };
	while (after) {
		const page: Awaited<ReturnType<typeof readRejects>> = await readRejects(
			store,
			{ ...asked, after },
			rowsAtOnce
		);
		yield page.rejects
			.map((row) => ({
				...row,
				...sheetPlace(places.get(row.file) ?? [], row.record),
				value: show(row.column_name, row.value),
				reason: rejectReason(row.reason)
			}))
			.map((row) => columns.map(({ key, type }) => csvCell(cell(row, key), type)).join(','))
			.map((line) => `${line}\r\n`)
			.join('');
		after = page.next;
	}
}

function cell(row: Record<string, string | number | null>, key: string): string | number | null {
	return row[key] ?? null;
}
