import { formatDate } from '$lib/format/dates';
import { formatDuration, formatOnClock } from '$lib/format/durations';
import { formatCount } from '$lib/format/numbers';
import { m } from '$lib/paraglide/messages';
import type { CaseDetail } from './case-detail';
import { shorten } from '../deviations/deviation-sentence';

/** What a reader should know of a case before anything else, in one to three sentences. */
export function caseLead(found: CaseDetail): string {
	return [lifeOf(found), judgementOf(found), openOf(found)].filter(Boolean).join(' ');
}

function lifeOf(found: CaseDetail): string {
	const { state, started, lastCompleted, lastEvent } = found;
	if (lastEvent === null) return m.cases_lead_no_times();
	const precision = found.sequence.some((event) => event.precision === 'day') ? 'day' : 'minute';
	switch (state) {
		case 'completed': {
			if (found.leadWorkingSeconds === null) {
				return m.cases_lead_completed_unknown({ day: formatDate(lastCompleted ?? lastEvent) });
			}
			const value = formatDuration(found.leadWorkingSeconds, { precision });
			const lead = precision === 'day' ? value : m.cases_lead_office_time({ value });
			const [from, to] = [formatDate(started), formatDate(lastCompleted ?? lastEvent)];
			const days = from === to ? to : m.period_range({ from, to });
			// Of a single completion the least is nothing, and says nothing.
			if (found.leadLowerBound && found.leadWorkingSeconds === 0) {
				return m.cases_lead_completed_unknown({ day: to });
			}
			return found.leadLowerBound
				? m.cases_lead_completed_least({ lead, days })
				: m.cases_lead_completed({ lead, days });
		}
		case 'running':
			return m.cases_lead_running({ from: formatDate(started), last: formatDate(lastEvent) });
		case 'abandoned':
			return m.cases_lead_abandoned({ last: formatDate(lastEvent) });
		case 'cancelled':
			return m.cases_lead_cancelled({ day: formatDate(found.endDay ?? lastEvent) });
	}
}

function judgementOf(found: CaseDetail): string {
	if (found.process.kind !== 'sop') return m.cases_lead_without_sop();
	if (!found.version) return m.cases_lead_no_version();
	const { onTime, late, provisional } = found.judged;
	const judged = onTime + late;
	if (judged === 0) {
		return provisional > 0
			? m.cases_lead_only_provisional({ n: formatCount(provisional) })
			: m.cases_lead_nothing_judged();
	}
	if (late === 0) {
		return judged === 1
			? m.cases_lead_one_on_time()
			: m.cases_lead_all_on_time({ n: formatCount(judged) });
	}
	const counts = { late: formatCount(late), n: formatCount(judged) };
	const worst = worstOf(found);
	return worst ? m.cases_lead_late({ ...counts, ...worst }) : m.cases_lead_late_only({ ...counts });
}

/** The late step that is furthest over its budget. */
function worstOf(found: CaseDetail): { step: string; used: string; budget: string } | null {
	const late = found.sequence
		.flatMap(({ step, measure }) => (step && measure ? [{ step, measure }] : []))
		.filter(({ measure }) => measure.verdict === 'late' && !measure.provisional)
		.sort((one, other) => (other.measure.ratio ?? 0) - (one.measure.ratio ?? 0))[0];
	if (!late?.measure.clock) return null;
	const { clock, net, budget, precision } = late.measure;
	return {
		step: m.deviations_step_name({ no: late.step.no, activity: shorten(late.step.activity) }),
		used: formatOnClock(net, clock, precision === 'day' ? {} : { precision }),
		budget: formatOnClock(budget, clock)
	};
}

function openOf({ open, running }: CaseDetail): string {
	if (running?.verdict.risk === 'at_risk') return m.cases_lead_open_risk();
	if (!open?.measure.clock || open.measure.provisional) return '';
	const { verdict, net, budget, clock, precision } = open.measure;
	if (verdict !== 'late') return '';
	return m.cases_lead_open_late({
		step: m.deviations_step_name({ no: open.no, activity: shorten(open.activity) }),
		used: formatOnClock(net, clock, precision === 'day' ? {} : { precision }),
		budget: formatOnClock(budget, clock)
	});
}
