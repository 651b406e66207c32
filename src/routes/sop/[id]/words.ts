import { formatCount } from '$lib/format/numbers';
import { m } from '$lib/paraglide/messages';

const KINDS: Record<string, (() => string) | undefined> = {
	late_step: m.sop_kind_late_step,
	late_case: m.term_kind_late_case,
	missing_requirement: m.sop_kind_missing_requirement,
	missing_output: m.sop_kind_missing_output,
	skipped: m.sop_kind_skipped,
	outside_sop: m.sop_kind_outside_sop,
	out_of_order: m.sop_kind_out_of_order,
	repeated: m.sop_kind_repeated,
	not_allowed: m.sop_kind_not_allowed,
	wrong_actor: m.sop_kind_wrong_actor
};

const REASONS: Record<string, (() => string) | undefined> = {
	predecessor_unseen: m.term_reason_predecessor_unseen,
	no_predecessor: m.term_reason_no_predecessor,
	not_seen: m.term_reason_not_seen,
	outside_hours: m.term_reason_outside_hours,
	calendar_not_covered: m.term_reason_calendar_not_covered,
	precision: m.term_reason_precision,
	no_sop_in_force: m.term_reason_no_sop_in_force,
	limit_start_unseen: m.term_reason_milestone_unseen,
	processing_partial: m.term_reason_partial
};

const FIELDS: Record<string, (() => string) | undefined> = {
	actors: m.sop_field_actors,
	columns: m.sop_field_columns,
	time: m.sop_field_time,
	clock: m.sop_field_clock,
	start: m.sop_field_start,
	end: m.sop_field_end,
	optional: m.sop_field_optional,
	next: m.sop_field_next,
	effective: m.sop_field_effective,
	signatory: m.sop_field_signatory,
	total: m.sop_field_total
};

/** `18 terlambat`: a number of deviations of one kind, in few words. */
export function deviationLabel(kind: string, count: number): string {
	return m.sop_deviations_count({ count: formatCount(count), kind: KINDS[kind]?.() ?? kind });
}

/** Why an occurrence could not be judged, in words. */
export function reasonName(reason: string): string {
	return REASONS[reason]?.() ?? m.sop_not_judged();
}

/** What kind of value was inferred. */
export function fieldName(field: string): string {
	return FIELDS[field]?.() ?? field;
}

/** A heading that may break after a slash, as in `Barang/Jasa`. */
export function breakable(text: string): string {
	return text.replaceAll('/', '/\u200b');
}

/**
 * A text whose long words may break between Indonesian syllables (before a consonant with its vowel), with a
 * hyphen: browsers bring no hyphenation for Indonesian, and the columns of the form are narrow.
 */
export function hyphenated(text: string): string {
	return text.replace(/\p{L}{10,}/gu, (word) =>
		word.replace(
			/(?<=\p{L}{3})([aiueo])(?=(?:ng|ny|sy|kh|[bcdfghjklmnpqrstvwyz])[aiueo]\p{L}{2})/giu,
			'$1\u00ad'
		)
	);
}
