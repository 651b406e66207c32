import { followStateName } from '$lib/format/follow-up';
import { m } from '$lib/paraglide/messages';
import type { DeviationFilters } from '../../reading/deviations/deviation-filters';
import type { DeviationSummary } from '../../reading/deviations/deviation-groups';
import {
	deviationCategoryName,
	deviationKindName,
	partyName,
	severityName
} from '../../reading/names';

const STATES = {
	open: m.deviations_state_open,
	excused: m.deviations_state_excused,
	provisional: m.deviations_state_provisional
};

/**
 * What a report is held to, as people say it: `Tingkat: berat; Tindak lanjut: belum ditindaklanjuti`, in the language of the running
 * request; empty where nothing is filtered.
 * @param groups of the same filters: they know what the chosen step and case are called
 */
export function filtersText(filters: DeviationFilters, groups: DeviationSummary): string {
	const { kind, category, follow, severity, state, step, actor, party, search } = filters;
	const [chosenStep] = groups.steps.filter(({ value }) => value === step);
	const [chosenCase] = groups.cases.filter(({ value }) => value === String(filters.case_id));
	const named = (name: string, value: string): string => `${name}: ${value}`;
	return [
		kind && named(m.deviations_filter_kind(), deviationKindName(kind)),
		category && named(m.followup_filter_category(), deviationCategoryName(category)),
		follow && named(m.followup_filter(), followStateName(follow)),
		severity && named(m.deviations_filter_severity(), severityName(severity)),
		state && named(m.deviations_column_state(), STATES[state]()),
		step && m.deviations_filter_step({ step: chosenStep?.label ?? step }),
		actor && m.deviations_filter_actor({ actor }),
		party && named(m.deviations_filter_party(), partyName(party === 'supplier')),
		search && m.reporting_filter_search({ search }),
		filters.case_id !== null &&
			m.deviations_filter_case({ case: chosenCase?.label ?? String(filters.case_id) }),
		filters.progress === 'open' && m.deviations_filter_progress_open(),
		filters.progress === 'done' && m.deviations_filter_progress_done()
	]
		.filter(Boolean)
		.join('; ');
}
