import type { Aim, CaseRisk } from '$lib/domain/risk/risk';
import { formatDuration } from '$lib/format/durations';
import { formatCount } from '$lib/format/numbers';
import { m } from '$lib/paraglide/messages';
import type { Status } from './status';

const AIMS: Record<Aim, () => string> = {
	step: m.risk_aim_step,
	limit: m.risk_aim_limit,
	total: m.risk_aim_total,
	schedule: m.risk_aim_schedule
};

/** The look of how a running case stands; unknown has its own. */
export function riskStatus({ risk }: CaseRisk): Status {
	if (risk === 'on_track') return 'on_time';
	return risk === 'unknown' ? 'unmeasured' : risk;
}

/** How a running case stands, in few words: how much office time is over or left. The chip's own word for what is provisional. */
export function standingText(verdict: CaseRisk): string | undefined {
	if (verdict.risk === 'provisional') return undefined;
	if (verdict.risk === 'no_budget') return m.term_no_budget();
	if (verdict.risk === 'unknown') return m.risk_unknown();
	if (verdict.risk === 'on_track') return m.risk_on_track();
	const left = verdict.chance.left ?? 0;
	const amount = officeTime(Math.abs(left));
	if (verdict.risk === 'late') return m.risk_over({ amount });
	return left === 0 ? m.risk_due() : m.risk_left({ amount });
}

/** Why a running case stands so, in a sentence with what it rests on. */
export function riskSentence(verdict: CaseRisk): string {
	if (verdict.risk === 'no_budget') return m.risk_sentence_no_budget();
	const { chance } = verdict;
	const aim = chance.title ?? AIMS[chance.aim]();
	if (verdict.risk === 'provisional') return m.risk_sentence_provisional({ aim });
	if (verdict.risk === 'unknown') {
		return verdict.reason === 'few_cases'
			? m.risk_sentence_few({ aim, n: formatCount(chance.cases) })
			: m.risk_sentence_unmeasured({ aim });
	}
	if (verdict.risk === 'late') return m.risk_sentence_late({ aim });
	const texts = {
		aim,
		left: officeTime(chance.left ?? 0),
		remaining: officeTime(chance.remaining ?? 0),
		n: formatCount(chance.cases)
	};
	return verdict.risk === 'at_risk'
		? m.risk_sentence_at_risk(texts)
		: m.risk_sentence_on_track(texts);
}

function officeTime(seconds: number): string {
	return formatDuration(seconds, { precision: seconds >= 600 ? 'minute' : 'second' });
}
