import { riskStatus, standingText } from '$lib/components/figures/risk';
import { isStatus, STATUS_LOOKS } from '$lib/components/figures/status';
import { csvLine, toCsv } from '$lib/domain/csv/to-csv';
import type { CellValue, CsvColumn } from '$lib/domain/csv/to-csv';
import { precisionOf } from '$lib/format/durations';
import { m } from '$lib/paraglide/messages';
import type { Reading } from '$lib/server/database/store';
import {
	eachCases,
	type CaseListRow,
	type CaseQuestion
} from '$lib/server/reading/cases/case-list';
import type { RunningCase } from '$lib/server/reading/risk/risks';

const PRECISIONS = {
	second: m.cases_precision_second,
	minute: m.cases_precision_minute,
	day: m.cases_precision_day
};

/** Enough rows at once that a list of millions is read through in few passes. */
const CHUNK_ROWS = 20_000;

/**
 * The cases of a list as CSV in the reader's language, piece by piece: all pages, in the list's order. Of a list of running
 * cases by how they stand, each with its open step, what is left and when it is expected to be completed. Dates known to the
 * day only carry no time.
 */
export async function* casesCsv(
	store: Reading,
	question: CaseQuestion
): AsyncGenerator<string, void, void> {
	const columns = columnsOf(question.filters.open !== null);
	yield toCsv(columns, []);
	for await (const { rows, standings } of eachCases(store, question, CHUNK_ROWS)) {
		yield rows.map((row) => csvLine(columns, cellsOf(row, standings.get(row.case_id)))).join('');
	}
}

function columnsOf(running: boolean): CsvColumn[] {
	return [
		{ key: 'case_key', label: m.cases_col_case(), type: 'text' },
		{ key: 'process_title', label: m.cases_col_sop(), type: 'text' },
		{ key: 'unit_name', label: m.cases_col_unit(), type: 'text' },
		{ key: 'state', label: m.cases_col_state(), type: 'text' },
		{ key: 'first_started', label: m.cases_col_started(), type: 'date' },
		{ key: 'last_completed', label: m.cases_csv_completed(), type: 'date' },
		{ key: 'last_event', label: m.cases_col_last(), type: 'date' },
		{ key: 'precision', label: m.cases_csv_precision(), type: 'text' },
		{ key: 'zone', label: m.cases_csv_zone(), type: 'text' },
		{ key: 'events', label: m.cases_col_events(), type: 'number' },
		{ key: 'lead_working_seconds', label: m.cases_csv_lead(), type: 'number' },
		{ key: 'lead_seconds', label: m.cases_csv_lead_elapsed(), type: 'number' },
		{ key: 'lead_lower_bound', label: m.cases_csv_lead_bound(), type: 'text' },
		{ key: 'processing_seconds', label: m.cases_csv_processing(), type: 'number' },
		{ key: 'processing_partial', label: m.cases_csv_processing_partial(), type: 'text' },
		{ key: 'total_verdict', label: m.cases_csv_total(), type: 'text' },
		{ key: 'total_ratio', label: m.cases_csv_ratio(), type: 'number' },
		{ key: 'deviations', label: m.cases_col_deviations(), type: 'number' },
		{ key: 'unjudged', label: m.cases_csv_apart(), type: 'number' },
		...(running ? runningColumns() : [])
	];
}

function runningColumns(): CsvColumn[] {
	return [
		{ key: 'step', label: m.cases_csv_step(), type: 'text' },
		{ key: 'stands', label: m.cases_col_stands(), type: 'text' },
		{ key: 'left', label: m.cases_csv_left(), type: 'number' },
		{ key: 'expected', label: m.cases_col_expected(), type: 'date' },
		{ key: 'expected_cases', label: m.cases_csv_expected_n(), type: 'number' }
	];
}

function cellsOf(row: CaseListRow, running: RunningCase | undefined): Record<string, CellValue> {
	const day = row.precision === 3;
	const at = (instant: string | null) => (day ? instant?.slice(0, 10) : instant);
	return {
		...row,
		state: word(row.state),
		first_started: at(row.first_started ?? row.first_completed),
		last_completed: at(row.last_completed),
		last_event: at(row.last_event),
		precision: row.precision === null ? null : PRECISIONS[precisionOf(row.precision)](),
		lead_lower_bound: row.lead_lower_bound ? m.cases_yes() : '',
		processing_partial: row.processing_partial ? m.cases_yes() : '',
		total_verdict: word(row.total_provisional ? 'provisional' : row.total_verdict),
		...(running ? runningCells(running) : {})
	};
}

function runningCells({ step, verdict, expected }: RunningCase): Record<string, CellValue> {
	return {
		step: step && `${step.no} · ${step.activity}`,
		stands: standingText(verdict) ?? word(riskStatus(verdict)),
		left: verdict.chance?.left,
		expected: expected?.at,
		expected_cases: expected?.cases
	};
}

function word(status: string): string {
	return isStatus(status) ? STATUS_LOOKS[status].word() : status;
}
