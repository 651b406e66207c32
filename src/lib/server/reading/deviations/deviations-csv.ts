import { csvCell, toCsv } from '$lib/domain/csv/to-csv';
import type { CellValue, CsvColumn } from '$lib/domain/csv/to-csv';
import { m } from '$lib/paraglide/messages';
import type { Queries } from '../../database/generated/queries';
import {
	citedRowName,
	clockName,
	deviationCategoryName,
	deviationKindName,
	severityName
} from '../names';

export type DeviationRow = Queries['reading/deviations']['row'];

/**
 * The deviations of a scope as CSV in the reader's language. Times used and allowed are in the unit that
 * stands beside them; each line ends with the import file and row that it rests on.
 */
export function deviationsCsv(rows: readonly DeviationRow[]): string {
	return toCsv(columns(), rows.map(cells));
}

/** Lines of the same file without its heading, for one that is streamed page by page. */
export function deviationsCsvLines(rows: readonly DeviationRow[]): string {
	const shown = columns();
	return rows
		.map(cells)
		.map((values) => `${shown.map(({ key, type }) => csvCell(values[key], type)).join(',')}\r\n`)
		.join('');
}

function columns(): CsvColumn[] {
	return [
		{ key: 'kind', label: m.deviations_column_kind(), type: 'text' },
		{ key: 'category', label: m.deviations_column_category(), type: 'text' },
		{ key: 'severity', label: m.deviations_column_severity(), type: 'text' },
		{ key: 'state', label: m.deviations_column_state(), type: 'text' },
		{ key: 'unit', label: m.deviations_column_unit(), type: 'text' },
		{ key: 'process', label: m.deviations_column_sop(), type: 'text' },
		{ key: 'case_key', label: m.deviations_column_case(), type: 'text' },
		{ key: 'step_no', label: m.deviations_column_step(), type: 'text' },
		{ key: 'step_activity', label: m.deviations_column_activity(), type: 'text' },
		{ key: 'occurrence', label: m.deviations_column_occurrence(), type: 'number' },
		{ key: 'object', label: m.deviations_column_object(), type: 'text' },
		{ key: 'said', label: m.deviations_column_said(), type: 'text' },
		{ key: 'accountable', label: m.deviations_column_accountable(), type: 'text' },
		{ key: 'acted', label: m.deviations_column_acted(), type: 'text' },
		{ key: 'started', label: m.deviations_column_started(), type: 'date' },
		{ key: 'completed', label: m.deviations_column_completed(), type: 'date' },
		{ key: 'gross', label: m.deviations_column_gross(), type: 'number' },
		{ key: 'net', label: m.deviations_column_net(), type: 'number' },
		{ key: 'budget', label: m.deviations_column_budget(), type: 'number' },
		{ key: 'clock', label: m.deviations_column_clock(), type: 'text' },
		{ key: 'ratio', label: m.deviations_column_ratio(), type: 'number' },
		{ key: 'day', label: m.deviations_column_day(), type: 'date' },
		{ key: 'file_name', label: m.deviations_column_file(), type: 'text' },
		{ key: 'record', label: m.deviations_column_row(), type: 'number' },
		{ key: 'cites', label: m.deviations_column_cites(), type: 'text' }
	];
}

function cells(row: DeviationRow): Record<string, CellValue> {
	return {
		...row,
		kind: deviationKindName(row.kind),
		category: deviationCategoryName(row.category),
		severity: severityName(row.severity),
		state: deviationState(row),
		accountable: row.accountable?.join('; '),
		acted: row.not_begun ? m.deviations_not_begun() : row.acted,
		cites: citedRowName(row),
		clock: clockName(row.clock)
	};
}

function deviationState(row: DeviationRow): string {
	if (row.provisional) return m.deviations_state_provisional();
	return row.state === 'excused' ? m.deviations_state_excused() : m.deviations_state_open();
}
