import { budgetedOf, judgedOf } from '$lib/domain/rates/tally';
import type { ReportFigures, ReportMetadata } from '$lib/domain/reporting/report';
import { formatDate } from '$lib/format/dates';
import { m } from '$lib/paraglide/messages';
import type { Judged, Summary } from '../../reading/summary';
import { officeTime, zoneOf, type ReportCell, type ReportTable } from '../contents';

/** How a name is said of figures that count something else: of suppliers, or of the scope whatever is filtered. */
type Said = (name: string) => string;
const asIs: Said = (name) => name;

/**
 * The figures of a report. Those of steps and documents are of its whole scope; where the list is filtered they say so,
 * because its counts beside them are not.
 * @param of.unfollowed how many of the open ones nobody had followed up when it was made; null where there is
 * no room for it
 */
export function summaryOf(
	figures: ReportFigures,
	summary: Summary,
	of: { filtered: boolean; provisional: boolean; unfollowed: number | null }
): [string, ReportCell][] {
	const whole: Said = of.filtered ? (name) => m.reporting_of_scope({ name }) : asIs;
	const { suppliers } = summary;
	return [
		[m.reporting_total(), figures.total],
		[m.deviations_state_open(), figures.open],
		[m.deviations_state_excused(), figures.excused],
		[
			of.provisional ? m.deviations_state_provisional() : m.reporting_provisional(),
			figures.provisional
		],
		...(of.unfollowed === null
			? []
			: ([[m.followup_state_open(), of.unfollowed]] satisfies [string, ReportCell][])),
		[m.deviations_severity_berat(), figures.berat],
		[m.deviations_severity_sedang(), figures.sedang],
		[m.deviations_severity_ringan(), figures.ringan],
		...(figures.supplierTotal === 0
			? []
			: ([
					[m.reporting_of_suppliers({ name: m.reporting_total() }), figures.supplierTotal],
					[m.reporting_of_suppliers({ name: m.deviations_severity_berat() }), figures.supplierBerat]
				] satisfies [string, ReportCell][])),
		[whole(m.reporting_cases()), summary.cases],
		...judgedRows(summary.own, whole),
		...(budgetedOf(suppliers) === 0
			? []
			: judgedRows(suppliers, (name) => whole(m.reporting_of_suppliers({ name })))),
		...documentRows(figures, whole)
	];
}

/** How the steps of one side went: the rate never without what it rests on. */
function judgedRows(side: Judged, said: Said): [string, ReportCell][] {
	return [
		[said(m.reporting_on_time()), side.onTime],
		[said(m.reporting_late()), side.late],
		[said(m.reporting_measured()), judgedOf(side)],
		[said(m.reporting_unmeasured()), side.unmeasured],
		[said(m.reporting_rate()), percent(side.onTimeRate)],
		[said(m.reporting_coverage()), percent(side.coverage)]
	];
}

/** Of the passes for which the SOP asks for documents: what the log says of them, and where it says nothing. */
function documentRows(figures: ReportFigures, said: Said): [string, ReportCell][] {
	const rows = (
		kind: string,
		[complete, missing, unmeasured]: readonly [number, number, number]
	): [string, ReportCell][] =>
		complete + missing + unmeasured === 0
			? []
			: [
					[said(m.reporting_documents_complete({ kind })), complete],
					[said(m.reporting_documents_missing({ kind })), missing],
					[said(m.reporting_documents_unmeasured({ kind })), unmeasured]
				];
	return [
		...rows(m.deviations_documents_requirements(), [
			figures.requirementsComplete,
			figures.requirementsMissing,
			figures.requirementsUnmeasured
		]),
		...rows(m.deviations_documents_outputs(), [
			figures.outputsComplete,
			figures.outputsMissing,
			figures.outputsUnmeasured
		])
	];
}

/** In percent with two decimals: rates are never finer than what they rest on. */
function percent(share: number | null): number | null {
	return share === null ? null : Math.round(share * 10_000) / 100;
}

/** Code, version and hash of what has none. */
const NO_DETAIL = [null, null, null] as const;

function coverageRows(side: Judged, said: Said): ReportCell[][] {
	return [
		[said(m.reporting_measured()), judgedOf(side), ...NO_DETAIL],
		[said(m.reporting_unmeasured()), side.unmeasured, ...NO_DETAIL],
		[said(m.deviations_state_provisional()), side.provisional, ...NO_DETAIL],
		[said(m.reporting_without_budget()), side.withoutBudget, ...NO_DETAIL],
		[said(m.reporting_coverage()), percent(side.coverage), ...NO_DETAIL]
	];
}

/** What the figures rest on: how much could be judged, by which SOPs and calendars, from which files. */
export function coverageTable(metadata: ReportMetadata, summary: Summary): ReportTable {
	const figures = metadata.figures as ReportFigures;
	const rows: ReportCell[][] = [
		...coverageRows(summary.own, asIs),
		...(budgetedOf(summary.suppliers) === 0
			? []
			: coverageRows(summary.suppliers, (name) => m.reporting_of_suppliers({ name }))),
		...documentRows(figures, asIs).map((row): ReportCell[] => [...row, ...NO_DETAIL]),
		...metadata.sops.map((sop): ReportCell[] => [
			`SOP: ${sop.title}`,
			null,
			sop.id,
			sop.effectiveFrom === null
				? m.reporting_sop_undated()
				: m.reporting_sop_since({ date: formatDate(sop.effectiveFrom) }),
			sop.hash
		]),
		...metadata.units.map((unit): ReportCell[] => [
			`${m.reporting_units()}: ${unit.name}`,
			null,
			unit.code,
			`${unit.zone} · ${unit.calendar}`,
			unit.calendarHash
		]),
		...metadata.imports.map((file): ReportCell[] => [
			`${m.reporting_import()}: ${file.file}`,
			null,
			String(file.import),
			officeTime(file.importedAt, zoneOf(metadata)),
			file.sha256
		])
	];
	return {
		name: m.reporting_sheet_coverage(),
		title: m.reporting_sheet_coverage(),
		columns: [
			{ label: m.reporting_figure(), type: 'text', width: 44 },
			{ label: m.reporting_value(), type: 'number', width: 12 },
			{ label: m.reporting_code(), type: 'text', width: 22 },
			{ label: m.reporting_version(), type: 'text', width: 40 },
			{ label: 'SHA-256', type: 'text', width: 66 }
		],
		rows: () => [rows]
	};
}
