import {
	REPORT_VERSION,
	reportNumber,
	type ReportFigures,
	type ReportLayout,
	type ReportMetadata,
	type ReportRequest,
	type ReportStamp
} from '$lib/domain/reporting/report';
import { judgedOf } from '$lib/domain/rates/tally';
import { formatDate } from '$lib/format/dates';
import { m } from '$lib/paraglide/messages';
import type { Queries } from '../../database/generated/queries';
import type { Reading } from '../../database/store';
import { deviationParams, parseDeviationFilters } from '../../reading/deviations/deviation-filters';
import { summariseDeviations } from '../../reading/deviations/deviation-groups';
import { findScope } from '../../reading/scope';
import { summarise } from '../../reading/summary';
import {
	madeAt,
	type OnPaper,
	type ReportCell,
	type ReportContents,
	type ReportTable
} from '../contents';
import { coverageTable, summaryOf } from './coverage';
import { filtersText } from './filters-said';
import { leadOf } from './lead';
import { monitoringTable } from './monitoring';
import { evidenceTable } from './evidence';
import { FINDING, findingsTable } from './findings';
import { groupTable } from './groups';

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
	const filters = {
		...parseDeviationFilters(new URLSearchParams(request.filters), stamp.madeAt),
		// What was followed up later is no part of it, also when it is made again.
		asOf: stamp.madeAt
	};
	const place = { unit: scope.unit, process: scope.process };
	const asked = deviationParams(scope, filters);
	const chosen = await store.all('reporting/identities', { ...asked, layout: request.layout });
	// One after another: each of them takes some memory of the database, and all at once would take it together.
	const figures = await store.get('reporting/fingerprint', asked);
	const summary = await summarise(store, scope);
	const groups = await summariseDeviations(store, { scope, filters });
	const documents = await store.kept('deviations/document_coverage', scope);
	const sources = await store.all('reporting/sources', place);
	const versions = await store.all('reporting/versions', place);
	const calendars = await store.all('reporting/calendars', place);
	const steps = await store.all('reporting/monitoring', scope);
	const found = await store.all('reporting/monitoring_deviations', {
		...scope,
		as_of: stamp.madeAt
	});
	if (!figures) throw new Error('an aggregate without a row');
	const { own, suppliers, cases, dataDate } = summary;
	const { supplier: supplierTotal, supplier_berat: supplierBerat, unfollowed, ...counts } = figures;
	const all: ReportFigures = {
		...counts,
		provisional: groups.counts.provisional,
		...{ supplierTotal, supplierBerat },
		stepsMeasured: judgedOf(own),
		stepsUnmeasured: own.unmeasured,
		onTime: own.onTime,
		late: own.late,
		coverage: own.coverage,
		supplierOnTime: suppliers.onTime,
		supplierLate: suppliers.late,
		supplierUnmeasured: suppliers.unmeasured,
		supplierCoverage: suppliers.coverage,
		...documentFigures(documents),
		cases
	};
	const metadata: ReportMetadata = {
		product: 'tepat',
		kind: 'deviations',
		version: REPORT_VERSION,
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
	const { total } = figures;
	// Where nothing is a supplier's there is nothing to tell apart.
	const parties = groups.counts.supplier > 0 ? [groupTable('parties', groups.parties)] : [];
	const grouped: Record<ReportLayout, ReportTable[]> = {
		case: [groupTable('kinds', [...groups.kinds, ...groups.schedule]), ...parties],
		step: [groupTable('steps', groups.steps), ...parties],
		actor: [groupTable('actors', groups.actors, { total }), ...parties],
		monitoring: [monitoringTable(steps, found, request.filters !== '')],
		summary: [
			groupTable('actors', groups.actors, { most: 3, total }),
			groupTable('steps', groups.steps, { most: 3 })
		]
	};
	return {
		title: m.reporting_document_title(),
		...(request.layout === 'summary' && {
			lead: await leadOf(store, scope, { summary, groups, filters })
		}),
		metadata,
		facts: factsOf(metadata, filtersText(filters, groups)),
		summary: summaryOf(all, summary, {
			filtered: request.filters !== '',
			provisional: filters.state === 'provisional',
			// The summary for the head is one page, and its figures fill their rows.
			unfollowed: request.layout === 'summary' ? null : unfollowed
		}),
		overviews: grouped[request.layout],
		findings: findingsTable(store, chosen, stamp.madeAt),
		paper: onPaper(request.layout, evidenceTable(store, chosen, true)),
		evidence: evidenceTable(store, chosen),
		coverage: coverageTable(metadata, summary)
	};
}

/** Requirements and outputs in three parts; a step whose log says more often than it was measured leaves nothing unmeasured. */
function documentFigures(rows: readonly Queries['deviations/document_coverage']['row'][]) {
	const of = (kind: string) => {
		const {
			occurrences = 0,
			spoken = 0,
			missing = 0
		} = rows.find((row) => row.kind === kind) ?? {};
		return { complete: spoken - missing, missing, unmeasured: Math.max(0, occurrences - spoken) };
	};
	const [requirements, outputs] = [of('missing_requirement'), of('missing_output')];
	return {
		requirementsComplete: requirements.complete,
		requirementsMissing: requirements.missing,
		requirementsUnmeasured: requirements.unmeasured,
		outputsComplete: outputs.complete,
		outputsMissing: outputs.missing,
		outputsUnmeasured: outputs.unmeasured
	};
}

/** The columns of a deviation that fit on a page; the others stand in the other formats. */
function onPaper(layout: ReportLayout, evidence: ReportTable): OnPaper {
	return {
		columns: [
			{ at: FINDING.no, width: 22 },
			{ at: FINDING.case, width: 68 },
			{ at: FINDING.sentence, width: '*' },
			{ at: [FINDING.actor, FINDING.party], width: 72 },
			{ at: FINDING.acted, width: 60 },
			{ at: [FINDING.started, FINDING.completed], width: 62 },
			{ at: [FINDING.severity, FINDING.state], width: 44 },
			{ at: FINDING.day, width: 44 },
			{ at: FINDING.follow, width: 140 }
		],
		evidence,
		cut: (most, total) => m.reporting_pdf_cut({ most, total }),
		chart:
			// One page has room for the words and the tables, which say the same.
			layout === 'monitoring' || layout === 'summary'
				? null
				: {
						...{ title: m.reporting_chart(), at: 2, colour: '#b3261e', most: 12 },
						left: (count) => m.reporting_chart_left({ count })
					}
	};
}

function factsOf(metadata: ReportMetadata, filters: string): [string, ReportCell][] {
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
		[
			m.reporting_sop(),
			metadata.sops.find(({ id }) => id === request.sop)?.title ?? request.sop ?? all
		],
		[m.reporting_filters(), filters || m.reporting_filters_none()],
		[m.reporting_data_date(), metadata.dataDate === null ? null : formatDate(metadata.dataDate)],
		[m.reporting_calendars(), [...new Set(metadata.units.map((unit) => unit.calendar))].join('; ')],
		[m.reporting_made_by(), stamp.madeBy],
		[m.reporting_made_at(), madeAt(metadata)]
	];
}
