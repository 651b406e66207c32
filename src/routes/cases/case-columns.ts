import type { Column } from '$lib/components/tables/column';
import type { CaseSort } from '$lib/domain/filters/case-choices';
import { m } from '$lib/paraglide/messages';
import type { CaseListRow } from '$lib/server/reading/cases/case-list';

type Sorts = (column: CaseSort) => NonNullable<Column<CaseListRow>['sort']>;

/** The columns of the list; of running cases by how they stand, what that rests on instead of what they took. */
export function caseColumns(sort: Sorts, running: boolean): Column<CaseListRow>[] {
	return [
		{
			key: 'case_key',
			label: m.cases_col_case(),
			href: (row) => `/cases/${row.case_id}`,
			sort: sort('key')
		},
		{ key: 'process_title', label: m.cases_col_sop(), sort: sort('process') },
		{ key: 'unit_name', label: m.cases_col_unit(), sort: sort('unit') },
		...(running ? runningColumns(sort) : timeColumns(sort)),
		{
			key: 'deviations',
			label: m.cases_col_deviations(),
			type: 'number',
			sort: sort('deviations')
		}
	];
}

/** Cells of what is not a field of the row name the field that they are nearest to. */
function runningColumns(sort: Sorts): Column<CaseListRow>[] {
	return [
		{ key: 'kind', label: m.cases_col_open() },
		{
			key: 'state',
			label: m.cases_col_stands(),
			hint: m.cases_col_stands_hint(),
			sort: sort('given')
		},
		{ key: 'zone', label: m.cases_col_expected(), hint: m.cases_col_expected_hint() },
		{ key: 'last_event', label: m.cases_col_last(), type: 'date', sort: sort('last') }
	];
}

function timeColumns(sort: Sorts): Column<CaseListRow>[] {
	return [
		{ key: 'state', label: m.cases_col_state(), sort: sort('state') },
		{ key: 'first_started', label: m.cases_col_started(), type: 'date', sort: sort('started') },
		{ key: 'last_event', label: m.cases_col_last(), type: 'date', sort: sort('last') },
		{ key: 'events', label: m.cases_col_events(), type: 'number', sort: sort('events') },
		{
			key: 'lead_working_seconds',
			label: m.cases_col_lead(),
			hint: m.cases_col_lead_hint(),
			type: 'number',
			sort: sort('lead')
		},
		{
			key: 'processing_seconds',
			label: m.cases_col_processing(),
			hint: m.cases_col_processing_hint(),
			type: 'number',
			sort: sort('processing')
		},
		{ key: 'total_verdict', label: m.cases_col_total(), sort: sort('total') }
	];
}
