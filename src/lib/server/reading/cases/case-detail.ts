import { UserError } from '$lib/domain/user-error';
import type { Queries } from '../../database/generated/queries';
import type { Reading } from '../../database/store';
import { nameStandings, readStandings, type RunningCase } from '../risk/risks';
import {
	readEvents,
	readMeasure,
	type CaseEvent,
	type Measure,
	type Source
} from './case-sequence';
import { loadTimeline, type CaseTimeline } from './case-timeline';
import { deviationsOfCase, type Deviation } from '../deviations/deviation-list';

type CaseRow = Queries['cases/one']['row'];

/** A limit of the SOP, or the step that is open at the data date, with how it stands. */
export interface JudgedSpan {
	id: string;
	no: string;
	activity: string;
	accountable: string[];
	supplier: boolean;
	/** Of a limit: the activities at which it starts and ends, where the log shows them. */
	fromActivity: string | null;
	toActivity: string | null;
	measure: Measure;
}

/** A step that the SOP asks for at this place and the log does not show. */
export interface UnseenStep {
	/** Position of the event before it; 0 for the start of the case. */
	after: number;
	id: string;
	no: string;
	activity: string;
	accountable: string[];
	optional: boolean;
	/** Whether the imports of the office show this step at all. */
	shown: boolean;
}

/** What a row says of the case as a whole. */
export interface CaseFact {
	status: string | null;
	stated: string | null;
	statedAt: string | null;
	parentKey: string | null;
	parentCase: number | null;
	attributes: [name: string, value: string][];
	source: Source;
}

/** How the case stands to the total its SOP states. */
export interface Total {
	verdict: 'on_time' | 'late' | 'no_budget' | 'unmeasured';
	reason: string | null;
	provisional: boolean;
	ratio: number | null;
	/** Processing time of one pass of each step, in working seconds. */
	seconds: number | null;
	budgetSeconds: number;
	/** Beyond the stated total, but not beyond what the document's own steps add up to. */
	withinSumOfSteps: boolean;
}

/** Everything the page of one case shows. */
export interface CaseDetail {
	id: number;
	key: string;
	unit: { code: string; name: string; zone: string; confirmed: boolean };
	process: { code: string; title: string; kind: string };
	/** The SOP version it is judged by; null where none was in force, or where there is no SOP. */
	version: { effectiveFrom: string | null; warnsOutage: boolean } | null;
	state: 'running' | 'completed' | 'cancelled' | 'abandoned';
	stateFrom: string;
	/** In the words of the source. */
	stated: string | null;
	idleLimitWorkdays: number | null;
	dataDate: string | null;
	events: number;
	started: string | null;
	lastCompleted: string | null;
	lastEvent: string | null;
	endDay: string | null;
	leadSeconds: number | null;
	leadWorkingSeconds: number | null;
	/** No first start is known: the lead time is at least this. */
	leadLowerBound: boolean;
	processingSeconds: number | null;
	processingPartial: boolean;
	total: Total | null;
	/** Completed step occurrences, limits, and what was required but not seen: judged, not provisional; excused ones are on time. */
	judged: {
		onTime: number;
		late: number;
		excused: number;
		provisional: number;
		unmeasured: number;
	};
	sequence: CaseEvent[];
	/** Plans and milestones, which are not in the sequence. */
	others: CaseEvent[];
	unseen: UnseenStep[];
	limits: JudgedSpan[];
	open: JudgedSpan | null;
	windows: Queries['cases/windows']['row'][];
	/** What was seen to change from one import of the same export to a later one. */
	changes: Queries['cases/changes']['row'][];
	facts: CaseFact[];
	deviations: Deviation[];
	/** How it stands to its budgets, while it runs; null for others and without an SOP. */
	running: RunningCase | null;
	timeline: CaseTimeline | null;
}

/**
 * Answers one case down to its source rows.
 * Throws UserError `case_not_found` {case} for a number the store does not have.
 */
export async function loadCase(store: Reading, id: string): Promise<CaseDetail> {
	const number = /^\d{1,9}$/.test(id) ? Number(id) : null;
	const key = { case_id: number };
	const row = number === null ? undefined : await store.get('cases/one', key);
	if (!row) throw new UserError('case_not_found', { case: id });
	const [events, measurements, sources, unseen, facts, windows, changes, deviations, running] =
		await Promise.all([
			store.all('cases/events', key),
			store.all('cases/measurements', key),
			store.all('cases/sources', key),
			store.all('cases/unseen', key),
			store.all('cases/facts', key),
			store.all('cases/windows', key),
			store.all('cases/changes', key),
			deviationsOfCase(store, row.case_id),
			row.state === 'running'
				? readStandings(store, { unit: null, process: null, caseId: row.case_id })
				: []
		]);
	const read = readEvents({ events, measurements, sources });
	const sequence = read.filter(({ position }) => position !== null);
	const others = read.filter(({ position }) => position === null);
	const closed = measurements.filter(({ basis }) => basis !== 'open');
	const count = (test: (measure: (typeof closed)[number]) => boolean) => closed.filter(test).length;
	const open = measurements.find(({ basis }) => basis === 'open');
	return {
		...describeCase(row),
		stated:
			facts.findLast(({ status, stated }) => status !== null && stated !== null)?.stated ?? null,
		judged: {
			onTime: count(
				(measure) => !measure.provisional && ['on_time', 'excused'].includes(measure.verdict)
			),
			late: count((measure) => !measure.provisional && measure.verdict === 'late'),
			excused: count((measure) => !measure.provisional && measure.verdict === 'excused'),
			provisional: count((measure) => measure.provisional),
			// What the SOP required of a completed case and nobody saw could not be judged either.
			unmeasured:
				count((measure) => measure.verdict === 'unmeasured') +
				(row.state === 'completed'
					? unseen.filter(({ shown, budgeted }) => shown && budgeted).length
					: 0)
		},
		sequence,
		others,
		unseen: unseen.map((step) => ({
			after: step.after_position,
			id: step.step_id,
			no: step.no,
			activity: step.activity,
			accountable: named(step.actors),
			optional: step.optional,
			shown: step.shown
		})),
		limits: measurements.filter(({ basis }) => basis === 'limit').map(readSpan),
		open: open ? readSpan(open) : null,
		windows,
		changes,
		facts: facts.map((fact) => ({
			status: fact.status,
			stated: fact.stated,
			statedAt: fact.stated_at,
			parentKey: fact.parent_key,
			parentCase: fact.parent_case,
			attributes: Object.entries(fact.attributes ?? {}).filter((entry): entry is [string, string] =>
				Boolean(entry[1])
			),
			source: {
				name: fact.name,
				file: fact.file,
				record: fact.record,
				sha256: fact.sha256,
				import: fact.import
			}
		})),
		deviations,
		running: (await nameStandings(store, running))[0] ?? null,
		timeline: await loadTimeline(store, {
			unit: row.unit,
			calendar: row.calendar,
			events: sequence,
			others,
			windows,
			until: row.state === 'running' ? row.data_date : null
		})
	};
}

function describeCase(row: CaseRow) {
	return {
		id: row.case_id,
		key: row.case_key,
		unit: {
			code: row.unit,
			name: row.unit_name,
			zone: row.zone,
			confirmed: row.unit_confirmed
		},
		process: { code: row.process, title: row.process_title, kind: row.process_kind },
		version:
			row.version === 0
				? null
				: { effectiveFrom: row.effective_from, warnsOutage: row.warns_outage ?? false },
		state: row.state as CaseDetail['state'],
		stateFrom: row.state_from,
		idleLimitWorkdays: row.idle_limit_workdays,
		dataDate: row.data_date,
		events: row.events,
		started: row.first_started ?? row.first_completed,
		lastCompleted: row.last_completed,
		lastEvent: row.last_event,
		endDay: row.end_day,
		leadSeconds: row.lead_seconds,
		leadWorkingSeconds: row.lead_working_seconds,
		leadLowerBound: row.lead_lower_bound,
		processingSeconds: row.processing_seconds,
		processingPartial: row.processing_partial,
		total: readTotal(row)
	};
}

function readTotal(row: CaseRow): Total | null {
	if (row.budget_seconds === null) return null;
	const late = row.total_verdict === 'late';
	return {
		verdict: row.total_verdict as Total['verdict'],
		reason: row.total_reason,
		provisional: row.total_provisional,
		ratio: row.total_ratio,
		seconds: row.total_seconds,
		budgetSeconds: row.budget_seconds,
		withinSumOfSteps:
			late &&
			row.total_seconds !== null &&
			row.steps_seconds !== null &&
			row.total_seconds <= row.steps_seconds
	};
}

function readSpan(row: Queries['cases/measurements']['row']): JudgedSpan {
	return {
		id: row.step_id,
		no: row.no,
		activity: row.activity,
		accountable: named(row.actors),
		supplier: row.supplier,
		fromActivity: row.from_activity,
		toActivity: row.to_activity,
		measure: readMeasure(row)
	};
}

function named(actors: readonly (string | null)[]): string[] {
	return actors.filter((actor) => actor !== null);
}
