import { formatCount } from '$lib/format/numbers';
import { followStateName } from '$lib/format/follow-up';
import { m } from '$lib/paraglide/messages';
import type { Queries } from '../../database/generated/queries';
import { deviationKindName } from '../../reading/names';
import type { ReportTable } from '../contents';

type Step = Queries['reporting/monitoring']['row'];
type Found = Queries['reporting/monitoring_deviations']['row'];

/**
 * The monitoring table of PermenPAN-RB 35/2012: each procedure, whether it went well, what was found and what is to be
 * done, as far as somebody has said so; the last column is for the pen. The regulation names no threshold. A procedure went
 * badly where any deviation stands at it, of whatever kind, also at an open step; well where passes could be judged and none
 * does; else it was not judged. What is of no step stands in a row of its SOP.
 * @param filtered whether the list beside it is filtered: this table never is
 */
export function monitoringTable(
	steps: readonly Step[],
	found: readonly Found[],
	filtered: boolean
): ReportTable {
	const at = (row: Step): Found[] =>
		found.filter(
			({ process, no, activity }) =>
				process === row.process && no === row.no && activity === row.activity
		);
	const rows = steps.map((row) => {
		const here = at(row);
		const procedure = `${row.title}: ${row.no ? `${row.no}. ` : ''}${row.activity}`;
		return rowOf(procedure, here, {
			well: here.length === 0 && row.judged > 0,
			note: passesOf(row)
		});
	});
	const elsewhere = new Map(
		found.filter(({ activity }) => activity === null).map((row) => [row.process, row.title])
	);
	for (const [process, title] of elsewhere)
		rows.push(
			rowOf(
				m.reporting_monitoring_no_step({ title }),
				found.filter((row) => row.process === process && row.activity === null),
				{ well: false, note: [] }
			)
		);
	return {
		name: m.reporting_monitoring(),
		title: m.reporting_monitoring_title(),
		note: [m.reporting_monitoring_rule(), filtered ? m.reporting_monitoring_whole() : '']
			.filter(Boolean)
			.join(' '),
		columns: [
			{ label: m.reporting_no(), type: 'number', width: 6 },
			{ label: m.reporting_procedure(), type: 'text', width: 60 },
			{ label: m.reporting_went_well(), type: 'text', width: 14 },
			{ label: m.reporting_went_badly(), type: 'text', width: 14 },
			{ label: m.reporting_notes(), type: 'text', width: 40 },
			{ label: m.reporting_action(), type: 'text', width: 30 },
			{ label: m.reporting_initials(), type: 'text', width: 10 }
		],
		widths: [22, '*', 56, 60, 190, 150, 40],
		rows: () => [rows.map((row, index) => [index + 1, ...row])]
	};
}

function rowOf(
	procedure: string,
	found: readonly Found[],
	{ well, note }: { well: boolean; note: readonly string[] }
): string[] {
	const kinds = new Map<string, number>();
	for (const { kind, found: count } of found) kinds.set(kind, (kinds.get(kind) ?? 0) + count);
	const counts = [...kinds].map(
		([kind, count]) => `${deviationKindName(kind)}: ${formatCount(count)}`
	);
	return [
		procedure,
		well ? '✓' : '',
		found.length > 0 ? '✓' : '',
		[...counts, ...note].join('; '),
		actionsOf(found),
		''
	];
}

/** What the judgement rests on: how many passes there were, and why not all of them count. */
function passesOf(row: Step): string[] {
	const { passes, judged } = row;
	return [
		judged > 0
			? m.reporting_monitoring_judged({ judged: formatCount(judged), passes: formatCount(passes) })
			: m.reporting_monitoring_unjudged({ passes: formatCount(passes) }),
		row.open_late > 0 ? m.reporting_monitoring_open({ count: formatCount(row.open_late) }) : '',
		row.excused > 0 ? m.reporting_monitoring_excused({ count: formatCount(row.excused) }) : '',
		row.provisional > 0
			? m.reporting_monitoring_provisional({ count: formatCount(row.provisional) })
			: ''
	].filter(Boolean);
}

/** What was explained and decided, each state with how many and the last words; what nobody followed up says nothing. */
function actionsOf(found: readonly Found[]): string {
	const states = new Map<string, { count: number; body: string }>();
	for (const { follow, found: count, body } of found) {
		if (follow === 'open') continue;
		const before = states.get(follow);
		states.set(follow, {
			count: (before?.count ?? 0) + count,
			body: before?.body || (body ?? '')
		});
	}
	return [...states]
		.map(
			([state, { count, body }]) =>
				`${followStateName(state)} (${formatCount(count)})${body === '' ? '' : `: ${body}`}`
		)
		.join('; ');
}
