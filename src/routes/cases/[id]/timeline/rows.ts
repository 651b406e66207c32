import { parseLocal } from '$lib/domain/calendar/local-time';
import { shapeOf, stretch, type EventShape, type Stretch } from '$lib/domain/timeline/layout';
import type { TimeScale } from '$lib/domain/timeline/scale';
import { formatLocal } from '$lib/domain/calendar/local-time';
import { formatMoment, formatInstant } from '$lib/format/dates';
import { formatOnClock } from '$lib/format/durations';
import { m } from '$lib/paraglide/messages';
import type { CaseEvent } from '$lib/server/reading/cases/case-sequence';
import type { CaseTimeline, Plan } from '$lib/server/reading/cases/case-timeline';
import { statusOf } from '../names';

/** One row of a timeline: an event, or a planned stage without its document. */
export interface TimelineRow {
	key: string;
	/** Where the row is written out as a table. */
	href: string;
	name: string;
	/** When it happened, in words. */
	text: string;
	/** What else is to be said of it: its budget, its plan. */
	more: string[];
	tone: string;
	shape: EventShape | null;
	/** What it was allowed to take. */
	budget: Stretch | null;
	plans: (Stretch & { key: string })[];
}

/**
 * The rows of a timeline in the order of the case, then the planned stages that have no document yet.
 * @param judged whether an SOP is there to be outside of
 */
export function rowsOf(
	given: { events: readonly CaseEvent[]; timeline: CaseTimeline; zone: string; judged: boolean },
	scale: TimeScale
): TimelineRow[] {
	const { events, timeline, zone } = given;
	const budgets = new Map(timeline.budgets.map((budget) => [budget.event, budget]));
	const shown = new Set(events.map(({ event }) => event));
	const planned = (event: number) => timeline.plans.filter((plan) => plan.event === event);
	const waiting = timeline.plans.filter(({ event }) => event === null || !shown.has(event));
	return [
		...events.map((event): TimelineRow => {
			const budget = budgets.get(event.event);
			const plans = planned(event.event);
			return {
				key: `e${event.event}`,
				href: `#event-${event.event}`,
				name: nameOf(event),
				text: describe(event, zone),
				more: [
					...(event.measure?.budget && event.measure.clock
						? [
								m.cases_bar_budget({
									used:
										event.measure.net === null
											? m.term_unmeasured()
											: formatOnClock(event.measure.net, event.measure.clock),
									budget: formatOnClock(event.measure.budget, event.measure.clock)
								})
							]
						: []),
					...(event.actor ? [event.actor] : []),
					...plans.map((plan) => planText(plan, zone))
				],
				tone: toneOf(event, given.judged),
				shape: shapeOf(
					{
						started: event.started === null ? null : parseLocal(event.started),
						completed: event.completed === null ? null : parseLocal(event.completed),
						dayOnly: event.precision === 'day',
						since: event.since === null ? null : parseLocal(event.since),
						openUntil: timeline.now
					},
					scale
				),
				budget: budget ? stretch(scale, budget.from, budget.until, 0.1) : null,
				plans: plans.map((plan) => placePlan(plan, scale))
			};
		}),
		...waiting.map((plan): TimelineRow => ({
			key: `p${plan.stage} ${plan.until}`,
			href: plan.awaited ? '#plans' : '#others',
			name: plan.stage,
			text: `${plan.stage}: ${planText(plan, zone)}`,
			more: plan.awaited ? [m.cases_window_open()] : [],
			tone: 'no_budget',
			shape: null,
			budget: null,
			plans: [placePlan(plan, scale)]
		}))
	];
}

function placePlan(plan: Plan, scale: TimeScale): Stretch & { key: string } {
	const at = stretch(scale, plan.from ?? plan.until, plan.until, 0.4);
	return { key: `${plan.stage} ${plan.until}`, ...at };
}

function planText({ from, until }: Plan, zone: string): string {
	const instant = (at: number) => formatMoment(formatLocal(at), zone, { style: 'short' });
	return from === null
		? m.cases_bar_plan_end({ until: instant(until) })
		: m.cases_bar_plan({ from: instant(from), until: instant(until) });
}

function nameOf({ step, activity }: CaseEvent): string {
	return step ? `${step.no} · ${step.activity}` : activity;
}

function describe(event: CaseEvent, zone: string): string {
	const name = nameOf(event);
	// Seconds stand in the table; a bar shows none.
	const precision = event.precision === 'day' ? 'day' : 'minute';
	const when = (at: string) => formatInstant(at, zone, { precision });
	if (event.started && event.completed) {
		return m.cases_bar_label({ name, from: when(event.started), until: when(event.completed) });
	}
	if (event.started) return m.cases_bar_open({ name, from: when(event.started) });
	return event.completed
		? m.cases_bar_point({ name, at: when(event.completed) })
		: m.cases_bar_none({ name });
}

function toneOf({ measure, step }: CaseEvent, judged: boolean): string {
	if (!measure) return step || !judged ? 'no_budget' : 'outside';
	return statusOf(measure);
}
