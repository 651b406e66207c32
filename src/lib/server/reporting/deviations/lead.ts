import { previousPeriod, periodRange, rangePeriod } from '$lib/domain/filters/period';
import { judgedOf } from '$lib/domain/rates/tally';
import { formatDate } from '$lib/format/dates';
import { formatCount, formatPercent, formatPoints } from '$lib/format/numbers';
import { m } from '$lib/paraglide/messages';
import type { Reading } from '../../database/store';
import type { DeviationFilters } from '../../reading/deviations/deviation-filters';
import {
	summariseDeviations,
	type DeviationSummary
} from '../../reading/deviations/deviation-groups';
import type { Scope } from '../../reading/scope';
import { summarise, type Summary } from '../../reading/summary';

/**
 * What a report found, in words for whoever reads one page: how many of the office's own steps were on time, of how many that
 * could be judged, how many deviations stand and how many of them nobody followed up, both against the period of equal length before
 * it, and at which step and whose hands most of them stand.
 */
export async function leadOf(
	store: Reading,
	scope: Scope,
	found: { summary: Summary; groups: DeviationSummary; filters: DeviationFilters }
): Promise<string> {
	const { own } = found.summary;
	const sentences =
		own.onTimeRate === null
			? [m.reporting_lead_unjudged()]
			: [
					m.reporting_lead_rate({
						rate: formatPercent(own.onTimeRate),
						count: formatCount(judgedOf(own)),
						coverage: formatPercent(own.coverage)
					}),
					await changeOf(store, scope, own.onTimeRate)
				];
	sentences.push(await standingOf(store, scope, found));
	const [step, actor] = [found.groups.steps[0], found.groups.actors[0]];
	if (step && step.open > 0)
		sentences.push(
			m.reporting_lead_step({
				...{ step: step.label, sop: step.detail },
				...{ count: formatCount(step.open), severe: formatCount(step.severe) }
			})
		);
	if (actor && actor.open > 0)
		sentences.push(m.reporting_lead_actor({ actor: actor.label, count: formatCount(actor.open) }));
	if (!step && !actor) sentences.push(m.reporting_lead_none());
	return sentences.join(' ');
}

async function changeOf(store: Reading, scope: Scope, now: number): Promise<string> {
	const range = rangeBefore(scope);
	if (!range) return m.reporting_lead_no_period();
	const { own } = await summarise(store, { ...scope, ...range });
	const dates = `${formatDate(range.from)} – ${formatDate(range.to)}`;
	if (own.onTimeRate === null) return m.reporting_lead_nothing_before({ dates });
	return m.reporting_lead_change({
		...{ dates, change: formatPoints(now, own.onTimeRate) },
		...{ rate: formatPercent(own.onTimeRate), count: formatCount(judgedOf(own)) },
		coverage: formatPercent(own.coverage)
	});
}

/** How many deviations stand, how many in the period before, and how many nobody has followed up. */
async function standingOf(
	store: Reading,
	scope: Scope,
	{ groups, filters }: { groups: DeviationSummary; filters: DeviationFilters }
): Promise<string> {
	const { open, unfollowed } = groups.counts;
	const count = formatCount(open);
	const range = rangeBefore(scope);
	const before =
		range && (await summariseDeviations(store, { scope: { ...scope, ...range }, filters }));
	const stand = before
		? m.reporting_lead_open_against({ count, before: formatCount(before.counts.open) })
		: m.reporting_lead_open({ count });
	if (open === 0) return stand;
	return unfollowed === open
		? `${stand} ${m.reporting_lead_followed_none()}`
		: `${stand} ${m.reporting_lead_unfollowed({ count: formatCount(unfollowed) })}`;
}

/** The period of equal length before that of a scope; null where it has none. */
function rangeBefore({ from, to }: Scope): { from: string; to: string } | null {
	const period = from === null || to === null ? null : rangePeriod(from, to);
	const before = period && previousPeriod(period);
	return before && periodRange(before);
}
