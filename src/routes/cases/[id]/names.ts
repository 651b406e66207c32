import { m } from '$lib/paraglide/messages';
import type { Status } from '$lib/components/figures/status';
import type { CaseDetail } from '$lib/server/reading/cases/case-detail';
import type { CaseEvent, Measure } from '$lib/server/reading/cases/case-sequence';
import type { ShadeKind } from '$lib/domain/timeline/shades';

const REASONS: Record<string, (() => string) | undefined> = {
	predecessor_unseen: m.cases_reason_predecessor_unseen,
	no_predecessor: m.cases_reason_no_predecessor,
	no_completion: m.cases_reason_no_completion,
	outside_hours: m.cases_reason_outside_hours,
	calendar_not_covered: m.cases_reason_calendar_not_covered,
	precision: m.cases_reason_precision,
	no_sop_in_force: m.cases_reason_no_sop_in_force,
	limit_start_unseen: m.cases_reason_limit_start_unseen,
	several_enabled: m.cases_reason_several_enabled,
	processing_partial: m.cases_reason_processing_partial,
	cancelled: m.cases_reason_cancelled,
	negative_time: m.cases_reason_negative_time
};

/** Why something could not be judged, in the reader's language; empty without a reason. */
export function reasonName(reason: string | null): string {
	return reason === null ? '' : (REASONS[reason]?.() ?? reason);
}

const SHADES: Record<ShadeKind, () => string> = {
	night: m.cases_shade_night,
	break: m.cases_shade_break,
	weekend: m.cases_shade_weekend,
	holiday: m.cases_shade_holiday,
	not_covered: m.cases_shade_not_covered
};

/** Why an office is closed. */
export function shadeName(kind: ShadeKind): string {
	return SHADES[kind]();
}

const BASES: Record<Measure['basis'], () => string> = {
	service: m.cases_basis_service,
	sojourn: m.cases_basis_sojourn,
	limit: m.cases_basis_limit,
	open: m.cases_basis_open,
	none: () => ''
};

/** What a measurement rests on; empty where nothing was measured. */
export function basisName(basis: Measure['basis']): string {
	return BASES[basis]();
}

const KINDS: Record<CaseEvent['kind'], () => string> = {
	actual: () => '',
	document: m.cases_kind_document,
	planned: m.cases_kind_planned,
	observed: m.cases_kind_observed
};

/** The kind of an event's times; empty for what happened and was recorded. */
export function kindName(kind: CaseEvent['kind']): string {
	return KINDS[kind]();
}

/** The look of a judgement: near the limit is a band of on time, provisional is neither. */
export function statusOf(measure: Measure): Status {
	if (measure.provisional) return 'provisional';
	if (measure.verdict === 'on_time' && (measure.ratio ?? 0) > 0.8) return 'near';
	return measure.verdict;
}

/** Why a judgement is what it is, where that is not plain from its figures. */
export function explain(measure: Measure): string {
	const reasons = [
		measure.provisional ? m.cases_reason_provisional() : '',
		measure.verdict === 'excused' ? m.cases_reason_excused() : '',
		reasonName(measure.reason)
	];
	return reasons.filter(Boolean).join('; ');
}

/** What decided the state of a case, in words. */
export function stateReason(found: CaseDetail): string {
	switch (found.stateFrom) {
		case 'status':
			return found.stated === null
				? m.cases_state_from_status()
				: m.cases_state_from_status_stated({ stated: found.stated });
		case 'end_step':
			return m.cases_state_from_end_step();
		case 'idle':
			return m.cases_state_from_idle({ days: found.idleLimitWorkdays ?? 30 });
		case 'closed':
			return m.cases_state_from_closed();
		default:
			return found.version ? m.cases_state_from_open() : m.cases_state_from_open_no_sop();
	}
}
