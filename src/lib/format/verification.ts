import { formatDateTime } from './dates';
import { formatNumber, formatPercent } from './numbers';
import { m } from '$lib/paraglide/messages';

const OUTCOMES = {
	same: m.reporting_verify_same,
	stands: m.reporting_verify_stands,
	altered: m.reporting_verify_altered,
	differs: m.reporting_verify_differs,
	unproven: m.reporting_verify_unproven,
	changed: m.reporting_verify_changed,
	foreign: m.reporting_verify_foreign
};
const CAUSES = {
	import_gone: m.reporting_verify_because_import_gone,
	import_new: m.reporting_verify_because_import_new,
	sop: m.reporting_verify_because_sop,
	calendar: m.reporting_verify_because_calendar,
	version: m.reporting_verify_because_version,
	other: m.reporting_verify_because_other
};
const ORIGINS = {
	recorded: m.reporting_verify_recorded,
	saved: m.reporting_verify_saved,
	other: m.reporting_verify_other,
	unknown: m.reporting_verify_unknown
};

/** What a check of a report found, in sentences of the reader's language: the outcome, why, and who made it. */
export function verificationSentences(found: {
	number: string;
	outcome: keyof typeof OUTCOMES;
	origin: keyof typeof ORIGINS;
	causes: readonly (keyof typeof CAUSES)[];
	madeAt: string;
	madeBy: string;
}): string[] {
	const { number, madeBy: by, madeAt } = found;
	const at = formatDateTime(madeAt, 'UTC');
	return [
		OUTCOMES[found.outcome]({ number }),
		...found.causes.map((cause) => CAUSES[cause]()),
		...(found.origin === 'unknown' || found.origin === 'other'
			? [m.reporting_verify_claimed({ by, at })]
			: []),
		ORIGINS[found.origin]({ by, at })
	];
}

/** Of suppliers what is said of the office. */
const ofSuppliers = (name: string): string => m.reporting_of_suppliers({ name });

const FIGURES: Record<string, (() => string) | undefined> = {
	total: m.reporting_total,
	open: m.deviations_state_open,
	excused: m.deviations_state_excused,
	provisional: m.deviations_state_provisional,
	ringan: m.deviations_severity_ringan,
	sedang: m.deviations_severity_sedang,
	berat: m.deviations_severity_berat,
	fingerprint: m.reporting_fingerprint,
	stepsMeasured: m.reporting_measured,
	stepsUnmeasured: m.reporting_unmeasured,
	onTime: m.reporting_on_time,
	late: m.reporting_late,
	coverage: m.reporting_coverage,
	supplierTotal: () => ofSuppliers(m.reporting_total()),
	supplierBerat: () => ofSuppliers(m.deviations_severity_berat()),
	supplierOnTime: () => ofSuppliers(m.reporting_on_time()),
	supplierLate: () => ofSuppliers(m.reporting_late()),
	supplierUnmeasured: () => ofSuppliers(m.reporting_unmeasured()),
	supplierCoverage: () => ofSuppliers(m.reporting_coverage()),
	cases: m.reporting_cases,
	requirementsComplete: () =>
		m.reporting_documents_complete({ kind: m.deviations_documents_requirements() }),
	requirementsMissing: () =>
		m.reporting_documents_missing({ kind: m.deviations_documents_requirements() }),
	requirementsUnmeasured: () =>
		m.reporting_documents_unmeasured({ kind: m.deviations_documents_requirements() }),
	outputsComplete: () => m.reporting_documents_complete({ kind: m.deviations_documents_outputs() }),
	outputsMissing: () => m.reporting_documents_missing({ kind: m.deviations_documents_outputs() }),
	outputsUnmeasured: () =>
		m.reporting_documents_unmeasured({ kind: m.deviations_documents_outputs() })
};
const SUPPLIER_FIGURES: Record<string, (() => string) | undefined> = {
	...FIGURES,
	total: m.suppliers_packages,
	suppliers: m.supplier_reports_suppliers,
	evaluations: m.suppliers_n,
	mean: m.suppliers_mean,
	zero: m.supplier_reports_zero,
	conflicts: m.suppliers_figure_conflicts,
	finished: m.suppliers_finished,
	notEvaluated: m.supplier_reports_not_evaluated,
	judged: m.suppliers_judged,
	late: m.supplier_reports_late,
	sheets: m.supplier_reports_sheets_approved
};

/** A figure that is not what it was, in words and as numbers are written; a hash by its beginning. */
export function figureDifference(
	{ figure, then, now }: { figure: string; then: string; now: string },
	kind: 'deviations' | 'suppliers'
): { figure: string; then: string; now: string } {
	const names = kind === 'suppliers' ? SUPPLIER_FIGURES : FIGURES;
	const shown = (value: string): string => {
		if (figure === 'fingerprint') return `${value.slice(0, 12)}…`;
		const number = value === 'null' ? null : Number(value);
		return figure.toLowerCase().endsWith('coverage')
			? formatPercent(number)
			: formatNumber(number, 3);
	};
	return { figure: names[figure]?.() ?? figure, then: shown(then), now: shown(now) };
}
