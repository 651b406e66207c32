import type { Scheme } from '$lib/domain/evaluations/scheme';
import { plainTotal } from '$lib/domain/evaluations/score';
import { isFollowUp, type FollowUp, type SheetState } from '$lib/domain/evaluations/flow';
import type { ReportMetadata } from '$lib/domain/reporting/report';
import { m } from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';
import type { Queries } from '../../database/generated/queries';
import type { ReportCell, ReportColumn, ReportTable } from '../../reporting/contents';
import { bandsBy, periodsOf, type CoverageRow } from '../figures';
import { isEvaluated, type Supplier } from '../supplier';
import { stateOf, type SheetRow } from '../services/sheets';

const text = (label: string, width = 20): ReportColumn => ({ label, type: 'text', width });
const number = (label: string, width = 12): ReportColumn => ({ label, type: 'number', width });
const date = (label: string, width = 12): ReportColumn => ({ label, type: 'date', width });

function table(title: string, columns: ReportColumn[], rows: ReportCell[][]): ReportTable {
	return { name: title, title, columns, rows: () => [rows] };
}

/** To thousandths: finer than the official totals, coarser than binary fractions. */
function rounded(value: number | null | undefined): number | null {
	return value === null || value === undefined ? null : Math.round(value * 1000) / 1000;
}

/** The suppliers as they rank, each mean with its n; what too few evaluations carry is said. */
export function rankingTable(suppliers: readonly Supplier[]): ReportTable {
	const ranking = table(
		m.suppliers_ranking_title(),
		[
			text(m.suppliers_name(), 36),
			number(m.suppliers_mean()),
			number(m.suppliers_n()),
			text(m.suppliers_band()),
			text(m.reporting_detail(), 30),
			number(m.suppliers_finished()),
			number(m.suppliers_not_evaluated()),
			number(m.suppliers_judged()),
			number(m.suppliers_late())
		],
		suppliers.map(({ name, standing, finished, notEvaluated, judged, late }) => [
			name,
			rounded(standing.mean),
			standing.n,
			standing.band?.title[getLocale()] ?? null,
			[
				...(standing.n > 0 && !standing.enough ? [m.suppliers_enough_no()] : []),
				...(standing.zero ? [m.suppliers_zero()] : [])
			].join('; '),
			...[finished, notEvaluated, judged, late]
		])
	);
	return { ...ranking, widths: ['*', 32, 32, 44, 58, 30, 30, 38, 36] };
}

/** The mean score of each aspect; an aspect that nobody scored has none. */
export function aspectsTable(scheme: Scheme, suppliers: readonly Supplier[]): ReportTable {
	return table(
		m.supplier_reports_aspects(),
		[
			text(m.suppliers_name(), 36),
			number(m.suppliers_n()),
			...scheme.aspects.map(({ title, weight }) =>
				number(`${title[getLocale()]} (${weight} %)`, 22)
			)
		],
		suppliers
			.filter(({ standing }) => standing.n > 0)
			.map(({ name, standing }) => [
				name,
				standing.n,
				...scheme.aspects.map(({ id }) => rounded(standing.aspects[id]?.mean))
			])
	);
}

/** Quarter by quarter: what was finished, what of it was evaluated, and how. */
export function periodsTable(suppliers: readonly Supplier[]): ReportTable {
	return table(
		m.supplier_reports_periods(),
		[
			text(m.reporting_period(), 16),
			number(m.suppliers_mean()),
			number(m.suppliers_n()),
			number(m.suppliers_finished()),
			number(m.suppliers_not_evaluated()),
			number(m.suppliers_late())
		],
		periodsOf(suppliers.flatMap(({ packages }) => packages)).map((row) => [
			row.year === null
				? m.supplier_reports_no_end()
				: m.supplier_reports_quarter({ quarter: row.quarter, year: row.year }),
			rounded(row.mean),
			...[row.n, row.finished, row.notEvaluated, row.late]
		])
	);
}

/** How often each band occurs, by office. */
export function bandsTable(scheme: Scheme, suppliers: readonly Supplier[]): ReportTable {
	const packages = suppliers.flatMap((supplier) => supplier.packages);
	return table(
		m.suppliers_bands_unit_title(),
		[
			text(m.suppliers_unit(), 36),
			number(m.suppliers_n()),
			...scheme.bands.map(({ title }) => number(title[getLocale()]))
		],
		bandsBy(scheme, packages, ({ unitName }) => unitName, '').map(({ group, n, counts }) => [
			...[group, n],
			...counts
		])
	);
}

const STATES: Record<SheetState, () => string> = {
	due: m.sheet_state_due,
	checked: m.sheet_state_checked,
	filled: m.sheet_state_filled,
	received: m.sheet_state_received,
	approved: m.sheet_state_approved,
	again: m.sheet_state_again,
	documented: m.sheet_state_documented
};
const FOLLOW_UPS: Record<FollowUp, () => string> = {
	extend: m.sheet_follow_extend,
	replace: m.sheet_follow_replace,
	none: m.sheet_follow_none
};

/** The sheets of supporting services; one that is not approved is a draft, and says so by its state. */
export function sheetsTable(sheets: readonly SheetRow[]): ReportTable {
	return table(
		m.services_sheets_title(),
		[
			text(m.services_name(), 30),
			text(m.services_supplier(), 30),
			date(m.services_due()),
			text(m.services_state(), 26),
			number(m.suppliers_total()),
			text(m.sheet_follow(), 18)
		],
		sheets.map((row) => [
			...[row.name, row.supplier, row.due],
			STATES[stateOf(row)](),
			row.total === null ? null : plainTotal(Number(row.total)),
			isFollowUp(row.follow_up) ? FOLLOW_UPS[row.follow_up]() : null
		])
	);
}

/** Every package of every supplier with its evaluation; the numbers of its rows name it in the evidence. */
export function packagesTable(scheme: Scheme, suppliers: readonly Supplier[]): ReportTable {
	let no = 0;
	return {
		...table(
			m.supplier_history_title(),
			[
				number(m.reporting_no(), 7),
				text(m.suppliers_name(), 34),
				text(m.supplier_reports_key(), 18),
				text(m.suppliers_package(), 46),
				text(m.suppliers_unit(), 30),
				text(m.suppliers_kind()),
				date(m.supplier_ended()),
				number(m.suppliers_total()),
				text(m.suppliers_band(), 26),
				number(m.suppliers_computed()),
				number(m.suppliers_other_total()),
				...scheme.aspects.map(({ title }) => number(title[getLocale()])),
				number(m.supplier_delay())
			],
			suppliers.flatMap(({ name, packages }) =>
				packages.map(({ evaluation, elsewhere, ...row }): ReportCell[] => [
					++no,
					...[name, row.key, row.name, row.unitName, row.kind],
					row.finished ? row.endDay : null,
					totalOrNull(evaluation?.total),
					bandText(row.finished, evaluation, elsewhere),
					totalOrNull(evaluation?.computed),
					totalOrNull(evaluation?.other),
					...scheme.aspects.map(({ id }) => evaluation?.aspects[id] ?? null),
					row.delay
				])
			)
		),
		name: m.supplier_reports_sheet_packages()
	};
}

function totalOrNull(total: number | null | undefined): number | null {
	return total === null || total === undefined ? null : plainTotal(total);
}

/** A package without an evaluation is none of the bands. */
function bandText(
	finished: boolean,
	evaluation: Supplier['packages'][number]['evaluation'],
	elsewhere: Supplier['packages'][number]['elsewhere']
): string {
	if (!evaluation && elsewhere.length > 0)
		return elsewhere
			.map(({ scheme: { title, version } }) =>
				m.supplier_elsewhere({ scheme: title[getLocale()], version: String(version) })
			)
			.join('; ');
	if (!evaluation) return finished ? m.suppliers_not_evaluated() : m.supplier_running();
	const band = evaluation.band?.title[getLocale()] ?? m.supplier_reports_no_total();
	return evaluation.conflict ? `${band} *` : band;
}

/** The rows of files that the evaluations rest on, under the numbers that the packages have. */
export function evidenceTable(
	suppliers: readonly Supplier[],
	evidence: readonly Queries['suppliers/evidence']['row'][]
): ReportTable {
	const rowsOf = new Map<number, Queries['suppliers/evidence']['row'][]>();
	for (const row of evidence) rowsOf.set(row.case_id, [...(rowsOf.get(row.case_id) ?? []), row]);
	let no = 0;
	const rows = suppliers.flatMap(({ packages }) =>
		packages.flatMap((one) => {
			no++;
			if (!isEvaluated(one)) return [];
			return (rowsOf.get(one.case) ?? []).map((row): ReportCell[] => [
				...[no, one.key, row.file_name, row.record, row.import, row.sha256]
			]);
		})
	);
	return {
		...table(
			m.reporting_evidence_title(),
			[
				number(m.reporting_no(), 7),
				text(m.supplier_reports_key(), 20),
				text(m.deviations_column_file(), 34),
				number(m.deviations_column_row()),
				number(m.reporting_import()),
				text('SHA-256', 66)
			],
			rows
		),
		name: m.reporting_sheet_evidence()
	};
}

/** What the report rests on, and what is not known: finished packages without an evaluation are neither good nor bad. */
export function coverageTable(
	{ units, imports }: ReportMetadata,
	coverage: readonly CoverageRow[]
): ReportTable {
	return {
		...table(
			m.reporting_sheet_coverage(),
			[
				text(m.reporting_figure(), 44),
				number(m.reporting_value(), 12),
				text(m.reporting_detail(), 90)
			],
			[
				...coverage.map((row): ReportCell[] => [
					row.unit,
					row.notEvaluated,
					m.supplier_reports_coverage({ waiting: row.notEvaluated, finished: row.finished })
				]),
				...units.map((unit): ReportCell[] => [
					`${m.reporting_units()}: ${unit.name}`,
					null,
					`${unit.zone} · ${unit.calendar} · SHA-256 ${unit.calendarHash}`
				]),
				...imports.map((file): ReportCell[] => [
					`${m.reporting_import()} ${file.import}: ${file.file}`,
					null,
					`SHA-256 ${file.sha256}`
				])
			]
		)
	};
}
