import { formatDate } from '$lib/format/dates';
import { formatBesideLimit, formatOnClock, precisionOf, type Clock } from '$lib/format/durations';
import { m } from '$lib/paraglide/messages';

/** What a sentence about a deviation is made of. */
export interface Finding {
	kind: string;
	provisional: boolean;
	state: string;
	basis: string | null;
	clock: string | null;
	gross: number | null;
	net: number | null;
	budget: number | null;
	/** As events keep it: 1 second, 2 minute, 3 day; null where no event is known. */
	precision: number | null;
	day: string | null;
	step_no: string | null;
	step_activity: string | null;
	occurrence: number | null;
	/** The document, activity or item that it is about. */
	object: string | null;
	/** The words of the log. */
	activity: string | null;
	accountable: readonly (string | null)[] | null;
	acted: string | null;
	acted_role: string | null;
	/** What the log writes of the documents of the step. */
	said: string | null;
}

/**
 * Says a deviation in one sentence that an official can read aloud: what was done, what the SOP or the
 * schedule asks, and by how much they differ, in the unit of the budget's own clock.
 */
export function deviationSentence(finding: Finding): string {
	const said = plainSentence(finding);
	return said.charAt(0).toUpperCase() + said.slice(1);
}

function plainSentence(finding: Finding): string {
	const step = stepName(finding);
	const object = finding.object ?? finding.activity ?? '';
	switch (finding.kind) {
		case 'late_step':
			return lateStep(finding, step);
		case 'late_case':
			return m.deviations_says_late_case(timesOf(finding));
		case 'late_schedule':
			return finding.net === null
				? m.deviations_says_late_schedule_unknown({ object, day: formatDate(finding.day) })
				: m.deviations_says_late_schedule({
						object,
						day: formatDate(finding.day),
						used: formatOnClock(finding.net, 'workday')
					});
		case 'missing_requirement':
			return missingDocument(
				finding,
				finding.object === null
					? m.deviations_says_incomplete_requirement({ step })
					: m.deviations_says_missing_requirement({ step, object: shorten(object) })
			);
		case 'missing_output':
			return missingDocument(
				finding,
				finding.object === null
					? m.deviations_says_incomplete_output({ step })
					: m.deviations_says_missing_output({ step, object: shorten(object) })
			);
		case 'skipped':
			return flowSentence(m.deviations_says_skipped, finding);
		case 'outside_sop':
			return m.deviations_says_outside_sop({ object: shorten(object) });
		case 'out_of_order':
			return offPathSentence(m.deviations_says_out_of_order, finding);
		case 'repeated':
			return offPathSentence(m.deviations_says_repeated, finding);
		case 'not_allowed':
			return offPathSentence(m.deviations_says_not_allowed, finding);
		case 'wrong_actor':
			return m.deviations_says_wrong_actor({
				step,
				// The roles that are known of the person on that date, wherever they are known from.
				acted:
					[finding.acted, finding.object ?? finding.acted_role].filter(Boolean).join(', ') || '—',
				accountable: finding.accountable?.join(', ') || '—'
			});
		default:
			return step || object;
	}
}

/** What is missing by the SOP, and the words of the log that say so. */
function missingDocument({ said }: Finding, sentence: string): string {
	return said === null
		? sentence
		: `${sentence} ${m.deviations_says_log_writes({ said: shorten(said) })}`;
}

/** `Langkah 12 dilewati: Menyetujui permintaan pembelian …`: a text that is cut needs no full stop. */
function flowSentence(
	say: (given: { no: string; activity: string }) => string,
	{ step_no, step_activity }: Finding
): string {
	const said = say({ no: step_no ?? '—', activity: shorten(step_activity ?? '') });
	return said.endsWith('…') ? said : `${said}.`;
}

/** Of a text that several steps have it may be open which of them was done. */
function offPathSentence(say: Parameters<typeof flowSentence>[0], finding: Finding): string {
	return finding.step_no === null
		? m.deviations_says_off_path_open({ object: shorten(finding.object ?? '') })
		: flowSentence(say, finding);
}

/** `langkah 4 (Memeriksa kelengkapan …)`; of a limit, its own words; empty without a step. */
function stepName({ step_no, step_activity, basis }: Finding): string {
	const activity = shorten(step_activity ?? '');
	if (step_no === null) return activity;
	return basis === 'limit'
		? m.deviations_limit_name({ activity })
		: m.deviations_step_name({ no: step_no, activity });
}

function lateStep(finding: Finding, step: string): string {
	if (finding.basis === 'open') return m.deviations_says_late_open(timesOf(finding, step));
	if (finding.state === 'excused') {
		const clock = (finding.clock ?? 'working') as Clock;
		const precision = precisionOf(finding.precision);
		const gross = formatBesideLimit(finding.gross, finding.budget, clock, { precision });
		return m.deviations_says_excused({ ...timesOf(finding, step), gross });
	}
	return m.deviations_says_late_step(timesOf(finding, step));
}

/** The excess is said as well: 23,04 hours and 23 hours look the same in one decimal. */
function timesOf({ clock, net, budget, precision }: Finding, step = '') {
	const on = (clock ?? 'working') as Clock;
	const known = precisionOf(precision);
	const seconds = on === 'working' || on === 'elapsed';
	// Of times known to the day, the least that is possible is compared with a budget in hours.
	const vague = seconds && known === 'day';
	const shown = vague || !seconds ? 'second' : known;
	const beside = formatBesideLimit(net, budget, on, { precision: shown });
	const used = vague ? m.deviations_at_least({ value: beside }) : beside;
	const over = net === null || budget === null ? null : Math.max(0, net - budget);
	return {
		step,
		used: seconds && known === 'minute' ? m.format_plus_minus_minute({ value: used }) : used,
		budget: formatOnClock(budget, on),
		over: formatOnClock(over, on, { precision: shown })
	};
}

const LONGEST = 96;

/** The activities of official SOPs run to whole paragraphs: cut at a word. */
export function shorten(text: string): string {
	const plain = text.replace(/\s+/g, ' ').trim();
	if (plain.length <= LONGEST) return plain.replace(/[.;,]$/, '');
	const cut = plain.slice(0, LONGEST);
	return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST / 2)).replace(/[\s.,;:(]+$/, '')} …`;
}
