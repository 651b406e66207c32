import { formatCount } from '$lib/format/numbers';
import { m } from '$lib/paraglide/messages';
import type { DeviationSummary } from './deviation-groups';
import { shorten } from './deviation-sentence';
import { severityName } from '../names';

/**
 * What a list of deviations comes to, in one to three sentences that hold for an empty list as well.
 * @param summary of all states
 * @param state the one that the list is held to: of the others it says nothing then
 */
export function deviationsLead(
	summary: DeviationSummary,
	state: 'open' | 'excused' | 'provisional' | null = null
): string {
	const { counts } = summary;
	if (counts.total === 0) return m.deviations_lead_none();
	if (state === 'excused' || state === 'provisional') {
		const texts = { count: formatCount(counts[state]), total: formatCount(counts.total) };
		return state === 'excused'
			? m.deviations_lead_only_excused(texts)
			: m.deviations_lead_only_provisional(texts);
	}
	return [openOnes(summary), most(summary), apart(summary)].filter(Boolean).join(' ');
}

/** How many stand, how severe they are and how many of them nobody has followed up: what everything has is said once. */
function openOnes({ counts, severities }: DeviationSummary): string {
	const { open, total, severe, unfollowed } = counts;
	if (open === 0) return m.deviations_lead_no_open();
	const [severity, ...others] = Object.keys(severities);
	const only = others.length === 0 && severity ? severityName(severity).toLowerCase() : null;
	const followed =
		unfollowed === 0
			? m.deviations_lead_unfollowed_none()
			: unfollowed === open && open > 1
				? m.deviations_lead_unfollowed_all()
				: m.deviations_lead_unfollowed({ count: formatCount(unfollowed) });
	if (open === 1 && total === 1 && only !== null)
		return m.deviations_lead_one({ severity: only, followed });
	const weight =
		only !== null
			? m.deviations_lead_all_of({ severity: only })
			: severe === 0
				? m.deviations_lead_severe_none()
				: m.deviations_lead_severe({ count: formatCount(severe) });
	return m.deviations_lead_counts({
		open: formatCount(open),
		parts: [weight, followed].join(', ')
	});
}

function most({ counts, steps }: DeviationSummary): string {
	const [first, second] = steps;
	// Of a tie nothing is the most.
	if (!first || counts.open < 2 || first.open < 2 || first.open === second?.open) return '';
	const no = first.no ?? '';
	const given = {
		activity: shorten(no === '' ? first.label : first.label.slice(no.length + 3)),
		sop: shorten(first.detail),
		count: formatCount(first.open)
	};
	return no === ''
		? m.deviations_lead_most_unnumbered(given)
		: m.deviations_lead_most({ ...given, no });
}

function apart({ counts, schedule }: DeviationSummary): string {
	const late = schedule.reduce((sum, group) => sum + group.open, 0);
	const parts = [
		counts.excused > 0 && m.deviations_lead_excused({ count: formatCount(counts.excused) }),
		counts.provisional > 0 &&
			m.deviations_lead_provisional({ count: formatCount(counts.provisional) })
	].filter((part) => part !== false);
	return [
		parts.length > 0 ? m.deviations_lead_apart({ parts: parts.join('; ') }) : '',
		late > 0 ? m.deviations_lead_of_schedule({ count: formatCount(late) }) : ''
	]
		.filter(Boolean)
		.join(' ');
}
