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

function openOnes({ counts, severities }: DeviationSummary): string {
	if (counts.open === 0) return m.deviations_lead_no_open();
	if (counts.open === 1 && counts.total === 1) {
		const severity = Object.keys(severities)[0] ?? '';
		return m.deviations_lead_one({ severity: severityName(severity).toLowerCase() });
	}
	return m.deviations_lead_open({
		open: formatCount(counts.open),
		severe: formatCount(counts.severe)
	});
}

function most({ counts, steps }: DeviationSummary): string {
	const [first, second] = steps;
	// Of a tie nothing is the most.
	if (!first || counts.open < 2 || first.open < 2 || first.open === second?.open) return '';
	return m.deviations_lead_most({
		step: first.label.split(' · ')[0] ?? '',
		sop: shorten(first.detail),
		count: formatCount(first.open)
	});
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
