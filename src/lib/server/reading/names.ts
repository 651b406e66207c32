import { m } from '$lib/paraglide/messages';

const KINDS: Record<string, (() => string) | undefined> = {
	late_step: m.deviations_kind_late_step,
	late_case: m.deviations_kind_late_case,
	late_schedule: m.deviations_kind_late_schedule,
	missing_requirement: m.deviations_kind_missing_requirement,
	missing_output: m.deviations_kind_missing_output,
	skipped: m.deviations_kind_skipped,
	outside_sop: m.deviations_kind_outside_sop,
	out_of_order: m.deviations_kind_out_of_order,
	repeated: m.deviations_kind_repeated,
	not_allowed: m.deviations_kind_not_allowed,
	wrong_actor: m.deviations_kind_wrong_actor
};

const CATEGORIES: Record<string, (() => string) | undefined> = {
	waktu: m.deviations_category_waktu,
	kelengkapan: m.deviations_category_kelengkapan,
	output: m.deviations_category_output,
	alur: m.deviations_category_alur,
	pelaksana: m.deviations_category_pelaksana
};

const SEVERITIES: Record<string, (() => string) | undefined> = {
	ringan: m.deviations_severity_ringan,
	sedang: m.deviations_severity_sedang,
	berat: m.deviations_severity_berat
};

/** The name of a deviation kind in the reader's language. */
export function deviationKindName(kind: string): string {
	return KINDS[kind]?.() ?? kind;
}

/** The name of a deviation category in the reader's language. */
export function deviationCategoryName(category: string): string {
	return CATEGORIES[category]?.() ?? category;
}

/**
 * What the row tells that a deviation is led down to: its own event; of an open step that nobody has begun, the step
 * before; of a skipped step, those around the gap; of a case as a whole, all of it.
 */
export function citedRowName(of: { kind: string; not_begun: boolean }): string {
	if (of.not_begun) return m.deviations_cites_before();
	if (of.kind === 'skipped') return m.deviations_cites_around();
	return of.kind === 'late_case' ? m.deviations_cites_case() : m.deviations_cites_own();
}

/** The name of a severity in the reader's language. */
export function severityName(severity: string): string {
	return SEVERITIES[severity]?.() ?? severity;
}

/** Whose step a deviation is of, in the reader's language: the office's own or a supplier's. */
export function partyName(supplier: boolean): string {
	return supplier ? m.deviations_filter_party_supplier() : m.deviations_filter_party_office();
}

/** The unit of times by a clock, in the reader's language: seconds of working time, working days … null without a clock. */
export function clockName(clock: string | null): string | null {
	if (clock === null) return null;
	return clock === 'workday' || clock === 'calendar'
		? m.deviations_clock_days({ clock })
		: m.deviations_clock_seconds({ clock });
}
