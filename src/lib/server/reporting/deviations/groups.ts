import { formatCount } from '$lib/format/numbers';
import { m } from '$lib/paraglide/messages';
import type { DeviationGroup } from '../../reading/deviations/deviation-groups';
import type { ReportTable } from '../contents';
import { number, text } from './parts';

/**
 * How many findings each kind, step, actor or party has, and beside them how many deviations are provisional.
 * @param given.most rows that are shown; of the others it says how many they are; given.total of all findings: those of
 * several actors count for each of them, which is said
 */
export function groupTable(
	by: 'kinds' | 'steps' | 'actors' | 'parties',
	groups: readonly DeviationGroup[],
	given: { most?: number; total?: number } = {}
): ReportTable {
	const shown = groups.slice(0, given.most);
	const left = groups.slice(shown.length);
	const found = (some: readonly DeviationGroup[]) =>
		some.reduce((sum, { open, excused }) => sum + open + excused, 0);
	const notes = [
		left.length === 0
			? ''
			: m.reporting_groups_left({
					groups: formatCount(left.length),
					count: formatCount(found(left))
				}),
		by !== 'actors' || given.total === undefined || found(groups) === given.total
			? ''
			: m.reporting_actors_sum({
					sum: formatCount(found(groups)),
					total: formatCount(given.total)
				})
	].filter(Boolean);
	const titles = {
		kinds: m.reporting_by_kind,
		steps: m.reporting_by_step,
		actors: m.reporting_by_actor,
		parties: m.reporting_by_party
	};
	return {
		name: titles[by](),
		title: titles[by](),
		...(notes.length > 0 && { note: notes.join(' ') }),
		columns: [
			text(m.reporting_figure(), 60),
			number(m.reporting_total()),
			number(m.deviations_state_open()),
			number(m.deviations_severity_berat()),
			number(m.deviations_state_excused()),
			number(m.deviations_state_provisional())
		],
		rows: () => [
			shown.map((group) => [
				[group.label, by === 'steps' ? group.detail : ''].filter(Boolean).join(' – '),
				group.open + group.excused,
				group.open,
				group.severe,
				group.excused,
				group.provisional
			])
		]
	};
}
