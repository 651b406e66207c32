import { localFromEpoch } from '$lib/domain/calendar/zones';
import { formatDate } from '$lib/format/dates';
import { NONE } from '$lib/format/numbers';
import { m } from '$lib/paraglide/messages';
import type { InferredState, Sheet } from '$lib/server/reading/sops/sop-sheet';

/** What an inferred value belongs to: the SOP, a step or a limit. */
export function inferredSubject(sheet: Sheet, { stepId }: InferredState): string {
	if (stepId === '') return m.sop_confirm_where_sop();
	const step = sheet.steps.find(({ id }) => id === stepId);
	if (step) return m.sop_confirm_where_step({ no: step.no });
	const limit = sheet.limits.find(({ id }) => id === stepId);
	return m.sop_confirm_where_limit({ title: limit?.title ?? stepId });
}

/** The inferred value itself, in the reader's language. */
export function inferredText(sheet: Sheet, { stepId, field, target }: InferredState): string {
	const { sop } = sheet;
	const step = sheet.steps.find(({ id }) => id === stepId);
	const limit = sheet.limits.find(({ id }) => id === stepId);
	const of = step ?? limit;
	switch (field) {
		case 'actors':
			return of && of.actors.length > 0 ? of.actors.join(', ') : NONE;
		case 'columns':
			return sop.actors.join(', ');
		case 'time':
			return of?.time ?? NONE;
		case 'clock':
			return clockText(of?.budget?.clock);
		case 'next': {
			const way = sheet.ways.find((each) => each.from === stepId && each.to === target);
			const no = sheet.steps.find(({ id }) => id === target)?.no ?? target;
			return way?.condition
				? m.sop_way_condition_to({ condition: way.condition, no })
				: m.sop_way_to_step({ no });
		}
		case 'start':
			return limit ? limit.fromTitle : m.sop_value_start();
		case 'end':
			return limit ? limit.toTitle : m.sop_value_end();
		case 'optional':
			return m.sop_value_yes();
		case 'effective':
			return sop.effectiveFrom === null ? m.sop_form_open_ended() : formatDate(sop.effectiveFrom);
		case 'signatory':
			return sop.header.signatory?.name ?? NONE;
		case 'total': {
			const stated = sop.statedTotal ?? NONE;
			return sop.statedTotalKind === 'lead'
				? m.sop_value_lead({ stated })
				: m.sop_value_processing({ stated });
		}
	}
}

/** The date of a confirmation on the clocks of Jakarta, whose offices keep the catalogue. */
export function confirmationDate(utc: string): string {
	const epoch = Date.parse(`${utc.slice(0, 19).replace(' ', 'T')}Z`) / 1000;
	if (Number.isNaN(epoch)) return NONE;
	const local = localFromEpoch(epoch, 'Asia/Jakarta');
	return formatDate(new Date(local * 1000).toISOString().slice(0, 10));
}

function clockText(clock: string | undefined): string {
	switch (clock) {
		case 'working':
			return m.term_clock_working();
		case 'workday':
			return m.term_clock_workday();
		case 'calendar':
			return m.term_clock_calendar();
		case 'elapsed':
			return m.term_clock_elapsed();
		default:
			return NONE;
	}
}
