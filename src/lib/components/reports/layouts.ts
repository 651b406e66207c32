import { REPORT_LAYOUTS, type ReportLayout } from '$lib/domain/reporting/report';
import { m } from '$lib/paraglide/messages';

const NAMES: Record<ReportLayout, () => string> = {
	case: m.reporting_layout_case,
	step: m.reporting_layout_step,
	actor: m.reporting_layout_actor,
	monitoring: m.reporting_layout_monitoring,
	summary: m.reporting_layout_summary
};

/** The arrangements of a report on deviations, to choose from, in the reader's language. */
export function layoutChoices(): { value: ReportLayout; label: string }[] {
	return REPORT_LAYOUTS.map((value) => ({ value, label: NAMES[value]() }));
}

/** The name of an arrangement in the reader's language; one that is not known any more keeps its word. */
export function layoutName(layout: string): string {
	const known = REPORT_LAYOUTS.find((name) => name === layout);
	return known ? NAMES[known]() : layout;
}
