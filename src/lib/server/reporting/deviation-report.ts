import {
	reportNumber,
	type ReportFigures,
	type ReportLayout,
	type ReportMetadata,
	type ReportRequest,
	type ReportStamp
} from '$lib/domain/reporting/report';
import { budgetedOf, judgedOf } from '$lib/domain/rates/tally';
import { formatDate, formatDateTime } from '$lib/format/dates';
import { m } from '$lib/paraglide/messages';
import type { Reading } from '../database/store';
import { deviationParams, parseDeviationFilters } from '../reading/deviations/deviation-filters';
import { summariseDeviations } from '../reading/deviations/deviation-groups';
import { findScope } from '../reading/scope';
import { summarise, type Judged, type Summary } from '../reading/summary';
import type { OnPaper, ReportCell, ReportContents, ReportTable } from './contents';
import { evidenceTable, FINDING, findingsTable, groupTable, monitoringTable } from './tables';

/**
 * Gathers a report on the deviations of a scope: what it states about itself, its figures, the deviations in the order
 * of its layout, and every source row they rest on. The same request on the same store answers the same but for the
 * stamp. Words are in the language of the running request.
 * @throws UserError `unknown_unit`, `unknown_sop`
 */
export async function gatherReport(
	store: Reading,
	request: ReportRequest & { layout: ReportLayout },
	stamp: ReportStamp
): Promise<ReportContents> {
	const scope = await findScope(store, request);
	const filters = parseDeviationFilters(new URLSearchParams(request.filters));
	const place = { unit: scope.unit, process: scope.process };
	const asked = deviationParams(scope, filters);
	const chosen = await store.all('reporting/identities', { ...asked, layout: request.layout });
	const [figures, summary, groups, sources, versions, calendars, monitoring] = await Promise.all([
		store.get('reporting/fingerprint', asked),
		summarise(store, scope),
		summariseDeviations(store, { scope, filters }),
		store.all('reporting/sources', place),
		store.all('reporting/versions', place),
		store.all('reporting/calendars', place),
		store.all('reporting/monitoring', scope)
	]);
	if (!figures) throw new Error('an aggregate without a row');
	const { own, suppliers, cases, dataDate } = summary;
	const all: ReportFigures = {
		...figures,
		provisional: groups.counts.provisional,
		stepsMeasured: judgedOf(own),
		stepsUnmeasured: own.unmeasured,
		onTime: own.onTime,
		late: own.late,
		coverage: own.coverage,
		supplierOnTime: suppliers.onTime,
		supplierLate: suppliers.late,
		supplierUnmeasured: suppliers.unmeasured,
		supplierCoverage: suppliers.coverage,
		cases
	};
	const metadata: ReportMetadata = {
		product: 'tepat',
		kind: 'deviations',
		version: 1,
		number: reportNumber(stamp, figures.fingerprint),
		request,
		stamp,
		dataDate,
		figures: all,
		units: calendars.map((row) => ({
			code: row.unit,
			name: row.name,
			zone: row.zone,
			calendar: row.calendar_title,
			calendarHash: row.content_hash
		})),
		sops: versions.map((row) => ({
			id: row.process,
			title: row.title,
			document: row.document,
			hash: row.content_hash,
			effectiveFrom: row.effective_from
		})),
		imports: sources.map((row) => ({
			import: row.import,
			file: row.name,
			sha256: row.sha256,
			importedAt: row.imported_at
		}))
	};
	const grouped: Record<ReportLayout, ReportTable[]> = {
		case: [groupTable('kinds', [...groups.kinds, ...groups.schedule])],
		step: [groupTable('steps', groups.steps)],
		actor: [groupTable('actors', groups.actors)],
		monitoring: [monitoringTable(monitoring)],
		summary: [
			groupTable('actors', groups.actors.slice(0, 5)),
			groupTable('steps', groups.steps.slice(0, 3))
		]
	};
	return {
		title: m.reporting_document_title(),
		metadata,
		facts: factsOf(metadata),
		summary: summaryOf(all, summary, filters.state === 'provisional'),
		overviews: grouped[request.layout],
		findings: findingsTable(store, chosen),
		paper: onPaper(request.layout),
		evidence: evidenceTable(store, chosen),
		coverage: coverageTable(metadata, summary)
	};
}

/** The columns of a deviation that fit on a page; the others stand in the other formats. */
function onPaper(layout: ReportLayout): OnPaper {
	return {
		columns: [
			{ at: FINDING.no, width: 24 },
			{ at: FINDING.case, width: 78 },
			{ at: FINDING.sentence, width: '*' },
			{ at: FINDING.actor, width: 92 },
			{ at: FINDING.severity, width: 34 },
			{ at: FINDING.state, width: 44 },
			{ at: FINDING.follow, width: 86 },
			{ at: FINDING.day, width: 46 }
		],
		cut: (most, total) => m.reporting_pdf_cut({ most, total }),
		chart: layout === 'monitoring' ? null : { title: m.reporting_chart(), at: 2, colour: '#b3261e' }
	};
}

function factsOf(metadata: ReportMetadata): [string, ReportCell][] {
	const { request, stamp } = metadata;
	const period =
		request.from === null && request.to === null
			? m.reporting_period_all()
			: `${formatDate(request.from)} – ${formatDate(request.to)}`;
	const all = m.reporting_all();
	return [
		[m.reporting_number(), metadata.number],
		[m.reporting_period(), period],
		[m.reporting_units(), metadata.units.map((unit) => unit.name).join('; ') || all],
		[m.reporting_sop(), request.sop ?? all],
		[m.reporting_filters(), request.filters || m.reporting_filters_none()],
		[m.reporting_data_date(), metadata.dataDate === null ? null : formatDate(metadata.dataDate)],
		[m.reporting_calendars(), [...new Set(metadata.units.map((unit) => unit.calendar))].join('; ')],
		[m.reporting_made_by(), stamp.madeBy],
		[m.reporting_made_at(), formatDateTime(stamp.madeAt, 'UTC')]
	];
}

/** @param listed whether the provisional deviations were asked for and are in the list */
function summaryOf(
	figures: ReportFigures,
	summary: Summary,
	listed: boolean
): [string, ReportCell][] {
	return [
		[m.reporting_total(), figures.total],
		[m.deviations_state_open(), figures.open],
		[m.deviations_state_excused(), figures.excused],
		[listed ? m.deviations_state_provisional() : m.reporting_provisional(), figures.provisional],
		[m.deviations_severity_berat(), figures.berat],
		[m.deviations_severity_sedang(), figures.sedang],
		[m.deviations_severity_ringan(), figures.ringan],
		[m.reporting_cases(), summary.cases],
		...judgedRows(summary.own),
		...(budgetedOf(summary.suppliers) === 0
			? []
			: judgedRows(summary.suppliers).map(([name, value]): [string, ReportCell] => [
					m.reporting_of_suppliers({ name }),
					value
				]))
	];
}

/** How the steps of one side went: the rate never without what it rests on. */
function judgedRows(side: Judged): [string, ReportCell][] {
	return [
		[m.reporting_on_time(), side.onTime],
		[m.reporting_late(), side.late],
		[m.reporting_measured(), judgedOf(side)],
		[m.reporting_unmeasured(), side.unmeasured],
		[m.reporting_rate(), percent(side.onTimeRate)],
		[m.reporting_coverage(), percent(side.coverage)]
	];
}

/** In percent with two decimals: rates are never finer than what they rest on. */
function percent(share: number | null): number | null {
	return share === null ? null : Math.round(share * 10_000) / 100;
}

function coverageRows(side: Judged, named: (name: string) => string): ReportCell[][] {
	return [
		[named(m.reporting_measured()), judgedOf(side), null],
		[named(m.reporting_unmeasured()), side.unmeasured, null],
		[named(m.deviations_state_provisional()), side.provisional, null],
		[named(m.reporting_without_budget()), side.withoutBudget, null],
		[named(m.reporting_coverage()), percent(side.coverage), null]
	];
}

function coverageTable(metadata: ReportMetadata, summary: Summary): ReportTable {
	const rows: ReportCell[][] = [
		...coverageRows(summary.own, (name) => name),
		...(budgetedOf(summary.suppliers) === 0
			? []
			: coverageRows(summary.suppliers, (name) => m.reporting_of_suppliers({ name }))),
		...metadata.sops.map((sop): ReportCell[] => [
			`SOP ${sop.id}`,
			null,
			`${sop.document} · SHA-256 ${sop.hash}`
		]),
		...metadata.units.map((unit): ReportCell[] => [
			`${m.reporting_units()}: ${unit.name}`,
			null,
			`${unit.zone} · ${unit.calendar} · SHA-256 ${unit.calendarHash}`
		]),
		...metadata.imports.map((file): ReportCell[] => [
			`${m.reporting_import()} ${file.import}: ${file.file}`,
			null,
			`SHA-256 ${file.sha256}`
		])
	];
	return {
		name: m.reporting_sheet_coverage(),
		title: m.reporting_sheet_coverage(),
		columns: [
			{ label: m.reporting_figure(), type: 'text', width: 44 },
			{ label: m.reporting_value(), type: 'number', width: 12 },
			{ label: m.reporting_detail(), type: 'text', width: 90 }
		],
		rows: () => [rows]
	};
}
