import { createHash } from 'node:crypto';
import {
	REPORT_VERSION,
	reportNumber,
	type ReportMetadata,
	type ReportRequest,
	type ReportStamp,
	type SupplierFigures
} from '$lib/domain/reporting/report';
import { isApproved } from '$lib/domain/evaluations/flow';
import type { Scheme } from '$lib/domain/evaluations/scheme';
import { standingOf } from '$lib/domain/evaluations/standing';
import { UserError } from '$lib/domain/user-error';
import { formatDate } from '$lib/format/dates';
import { m } from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';
import type { Queries } from '../../database/generated/queries';
import type { Store } from '../../database/store';
import { findScope, type Scope } from '../../reading/scope';
import { madeAt } from '../../reporting/contents';
import type { OnPaper, ReportCell, ReportContents } from '../../reporting/contents';
import { coverageByUnit } from '../figures';
import { readSuppliers } from '../read-suppliers';
import { isEvaluated, type Supplier } from '../supplier';
import { stateOf, type SheetRow } from '../services/sheets';
import { schemeOfRequest, supplierOfRequest } from './request';
import {
	aspectsTable,
	bandsTable,
	coverageTable,
	evidenceTable,
	packagesTable,
	periodsTable,
	rankingTable,
	sheetsTable
} from './supplier-tables';

/**
 * Gathers a report on the suppliers of a scope, or on one of them: how they rank, period by period, each package with
 * its evaluation, the sheets of supporting services, and the rows of files that the evaluations rest on. Words are in
 * the language of the running request. The period is that of the end of the packages, of sheets that of their due date.
 * @throws UserError `unknown_unit`, `supplier_gone` where nothing speaks of the supplier any more
 */
export async function gatherSupplierReport(
	store: Store,
	request: ReportRequest,
	stamp: ReportStamp
): Promise<ReportContents> {
	const scope = await findScope(store, request);
	const one = supplierOfRequest(request);
	const { scheme, suppliers: all } = await readSuppliers(store, scope, schemeOfRequest(request));
	const suppliers = one === null ? all : all.filter(({ id }) => id === one);
	if (one !== null && suppliers.length === 0) throw new UserError('supplier_gone');
	const sheets = await sheetsOf(store, scope, one === null ? null : suppliers);
	const place = { unit: scope.unit, process: null };
	const cases = suppliers.flatMap(({ packages }) =>
		packages.filter(isEvaluated).map((found) => found.case)
	);
	const [sources, calendars, date, evidence] = await Promise.all([
		store.all('reporting/sources', place),
		store.all('reporting/calendars', place),
		store.get('reading/data_date', { unit: scope.unit }),
		store.all('suppliers/evidence', { cases })
	]);
	const used = new Set(evidence.map((row) => row.import));
	const figures = figuresOf(scheme, suppliers, sheets);
	const metadata: ReportMetadata = {
		product: 'tepat',
		kind: 'suppliers',
		version: REPORT_VERSION,
		number: reportNumber(stamp, figures.fingerprint),
		request,
		stamp,
		dataDate: date?.data_date ?? null,
		figures,
		units: calendars.map((row) => ({
			code: row.unit,
			name: row.name,
			zone: row.zone,
			calendar: row.calendar_title,
			calendarHash: row.content_hash
		})),
		sops: [],
		imports: sources
			.filter((row) => used.has(row.import))
			.map((row) => ({
				import: row.import,
				file: row.name,
				sha256: row.sha256,
				importedAt: row.imported_at
			}))
	};
	return {
		title: m.supplier_reports_document(),
		metadata,
		facts: factsOf(metadata, scheme, one === null ? null : (suppliers[0]?.name ?? null)),
		summary: summaryOf(figures),
		overviews: [
			rankingTable(suppliers),
			aspectsTable(scheme, suppliers),
			periodsTable(suppliers),
			bandsTable(scheme, suppliers),
			...(sheets.length === 0 ? [] : [sheetsTable(sheets)])
		],
		findings: packagesTable(scheme, suppliers),
		paper: onPaper(scheme),
		evidence: evidenceTable(suppliers, evidence),
		coverage: coverageTable(metadata, coverageByUnit(suppliers))
	};
}

/** The sheets of supporting services that were due in the scope; of one supplier those under one of its names. */
async function sheetsOf(
	store: Store,
	{ unit, from, to }: Scope,
	suppliers: readonly Supplier[] | null
): Promise<SheetRow[]> {
	const sheets = await store.all('suppliers/services/sheets', { unit, service: null, sheet: null });
	const names = suppliers && new Set(suppliers.flatMap((supplier) => supplier.names));
	return sheets.filter(
		({ due, supplier }) =>
			(from === null || due >= from) &&
			(to === null || due <= to) &&
			(names === null || names.has(supplier))
	);
}

function figuresOf(
	scheme: Scheme,
	suppliers: readonly Supplier[],
	sheets: readonly Queries['suppliers/services/sheets']['row'][]
): SupplierFigures {
	const packages = suppliers.flatMap((supplier) => supplier.packages);
	const evaluations = packages.flatMap(({ evaluation }) => evaluation ?? []);
	const { n, mean } = standingOf(scheme, evaluations);
	const sum = (of: (supplier: Supplier) => number) =>
		suppliers.reduce((all, supplier) => all + of(supplier), 0);
	const said = [
		suppliers.map(({ id, names, packages: own }) => [
			...[id, names],
			own.map((row) => [
				...[row.key, row.finished, row.endDay, row.delay],
				...[row.evaluation, row.elsewhere]
			])
		]),
		sheets.map((row) => [row.sheet, row.due, row.state, row.total, row.follow_up])
	];
	return {
		total: packages.length,
		fingerprint: createHash('sha256').update(JSON.stringify(said, plain)).digest('hex'),
		suppliers: suppliers.length,
		evaluations: n,
		mean,
		zero: [...evaluations, ...packages.flatMap(({ elsewhere }) => elsewhere)].filter(
			({ total }) => total === 0
		).length,
		conflicts: evaluations.filter(({ conflict }) => conflict).length,
		finished: sum(({ finished }) => finished),
		notEvaluated: sum(({ notEvaluated }) => notEvaluated),
		judged: sum(({ judged }) => judged),
		late: sum(({ late }) => late),
		sheets: sheets.filter((sheet) => isApproved(stateOf(sheet))).length
	};
}

/** JSON knows no integers of 64 bits. */
function plain(_: string, value: unknown): unknown {
	return typeof value === 'bigint' ? String(value) : value;
}

function factsOf(
	metadata: ReportMetadata,
	scheme: Scheme,
	supplier: string | null
): [string, ReportCell][] {
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
		[m.suppliers_name(), supplier ?? all],
		[
			m.suppliers_scheme_title(),
			`${scheme.title[getLocale()]} (v${scheme.version}; ${scheme.source})`
		],
		[m.reporting_data_date(), metadata.dataDate === null ? null : formatDate(metadata.dataDate)],
		[m.reporting_made_by(), stamp.madeBy],
		[m.reporting_made_at(), madeAt(metadata)]
	];
}

function summaryOf(figures: SupplierFigures): [string, ReportCell][] {
	return [
		[m.suppliers_mean(), figures.mean === null ? null : Math.round(figures.mean * 1000) / 1000],
		[m.suppliers_n(), figures.evaluations],
		[m.supplier_reports_suppliers(), figures.suppliers],
		[m.supplier_reports_zero(), figures.zero],
		[m.suppliers_figure_conflicts(), figures.conflicts],
		[m.suppliers_packages(), figures.total],
		[m.suppliers_finished(), figures.finished],
		[m.supplier_reports_not_evaluated(), figures.notEvaluated],
		[m.suppliers_judged(), figures.judged],
		[m.supplier_reports_late(), figures.late],
		[m.supplier_reports_sheets_approved(), figures.sheets]
	];
}

/** The columns of packagesTable that fit on a page. */
function onPaper(scheme: Scheme): OnPaper {
	return {
		columns: [
			{ at: 0, width: 20 },
			{ at: 1, width: 92 },
			{ at: 2, width: 62 },
			{ at: 3, width: '*' },
			{ at: 6, width: 48 },
			{ at: 7, width: 32 },
			{ at: 8, width: 54 },
			...scheme.aspects.map((_, at) => ({ at: 11 + at, width: 36 })),
			{ at: 11 + scheme.aspects.length, width: 36 }
		],
		cut: (most, total) => m.supplier_reports_cut({ most, total }),
		chart: { title: m.supplier_reports_chart(), at: 1, colour: '#1d5fa8', most: 8 }
	};
}
