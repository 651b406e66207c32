import { precisionOf, type Clock, type Precision } from '$lib/format/durations';
import type { Queries } from '../../database/generated/queries';

type EventRow = Queries['cases/events']['row'];
type MeasurementRow = Queries['cases/measurements']['row'];
type SourceRow = Queries['cases/sources']['row'];

/** Beyond this a difference of working time crosses a date that the calendar does not cover. */
const UNCOVERED = 1e12;

/** A row of an imported file. */
export interface Source {
	/** Of the file. */
	name: string;
	file: number;
	record: number;
	sha256: string;
	import: number;
}

/** How a step occurrence, a limit or an open step was judged; times are in the clock's own unit. */
export interface Measure {
	basis: 'service' | 'sojourn' | 'limit' | 'open' | 'none';
	clock: Clock | null;
	precision: Precision;
	workingSeconds: number | null;
	gross: number | null;
	net: number | null;
	/** Null where the SOP gives no time. */
	budget: number | null;
	ratio: number | null;
	verdict: 'on_time' | 'late' | 'excused' | 'no_budget' | 'unmeasured';
	reason: string | null;
	provisional: boolean;
}

export interface Step {
	id: string;
	no: string;
	activity: string;
	/** A milestone stands outside the flow. */
	milestone: boolean;
	accountable: string[];
	accountableInferred: boolean;
	supplier: boolean;
}

/** One event of a case, with everything that is known of it. */
export interface CaseEvent {
	event: number;
	/** Place in the sequence, from 1; null for plans and milestones. */
	position: number | null;
	/** The words of the log. */
	activity: string;
	/** Null: outside the SOP, or no SOP. */
	step: Step | null;
	/** How reading the case along its SOP takes it: as what comes next, or as what does not belong there; null without an SOP. */
	move: 'synchronous' | 'log' | null;
	/** The n-th time the step is carried out. */
	occurrence: number | null;
	kind: 'actual' | 'document' | 'planned' | 'observed';
	precision: Precision;
	started: string | null;
	completed: string | null;
	/** Completion of the step's immediate predecessor, where it is known. */
	since: string | null;
	/** Office seconds from there to the start; null where either is unknown. */
	waitingSeconds: number | null;
	actor: string | null;
	role: string | null;
	measure: Measure | null;
	requirements: string | null;
	outputs: string | null;
	object: string | null;
	attributes: [name: string, value: string][];
	sources: Source[];
}

const KINDS = { 1: 'actual', 2: 'document', 3: 'planned', 4: 'observed' } as const;

/** What a time of an event is, as the store keeps it. */
export function eventKind(kind: number): CaseEvent['kind'] {
	return KINDS[kind as keyof typeof KINDS] ?? 'actual';
}

/** Puts the rows of one case together: each event with its step, its measurement and its source rows. */
export function readEvents(given: {
	events: readonly EventRow[];
	measurements: readonly MeasurementRow[];
	sources: readonly SourceRow[];
}): CaseEvent[] {
	const sources = new Map<number, Source[]>();
	for (const { event, file, name, record, sha256, import: number } of given.sources) {
		const known = sources.get(event) ?? [];
		known.push({ name, file, record, sha256, import: number });
		sources.set(event, known);
	}
	const measured = new Map(
		given.measurements
			.filter(({ basis, event }) => event !== null && basis !== 'limit')
			.map((row) => [row.event, row])
	);
	const placed = new Map(given.events.map((row) => [row.position, row]));
	return given.events.map((row) => {
		const before = row.predecessor === null ? undefined : placed.get(row.predecessor);
		const measure = measured.get(row.event);
		return {
			event: row.event,
			position: row.position,
			activity: row.activity,
			step: readStep(row),
			move: row.move_kind === 0 ? 'synchronous' : row.move_kind === 1 ? 'log' : null,
			occurrence: row.occurrence,
			kind: eventKind(row.kind),
			precision: precisionOf(row.precision),
			started: row.started,
			completed: row.completed,
			since: before?.completed ?? null,
			waitingSeconds: waiting(row, before),
			actor: row.actor,
			role: row.role,
			measure: measure ? readMeasure(measure) : null,
			requirements: row.requirements,
			outputs: row.outputs,
			object: row.object,
			attributes: Object.entries((row.attributes ?? {}) as Record<string, string | null>)
				.filter((entry): entry is [string, string] => Boolean(entry[1]))
				.sort(([one], [other]) => one.localeCompare(other)),
			sources: sources.get(row.event) ?? []
		};
	});
}

/** A measurement as the page shows it. */
export function readMeasure(row: MeasurementRow): Measure {
	const clock = row.clock as Clock | null;
	return {
		basis: row.basis as Measure['basis'],
		clock,
		precision: precisionOf(row.precision),
		workingSeconds: row.working_seconds,
		gross: row.gross,
		net: row.net,
		budget: clock === null ? null : (row.budget ?? row.budget_seconds ?? row.budget_days),
		ratio: row.ratio,
		verdict: row.verdict as Measure['verdict'],
		reason: row.reason,
		provisional: row.provisional
	};
}

function readStep(row: EventRow): Step | null {
	if (row.step_id === null) return null;
	return {
		id: row.step_id,
		no: row.step_no ?? '',
		activity: row.step_activity ?? '',
		milestone: row.step_kind === 'milestone',
		accountable: (row.step_actors ?? []).filter((actor) => actor !== null),
		accountableInferred: row.actors_provisional ?? false,
		supplier: row.supplier ?? false
	};
}

/** From enabled to started: known only between two exact instants that the calendar covers. */
function waiting(row: EventRow, before: EventRow | undefined): number | null {
	if (!before || row.started === null || row.precision === 3 || before.precision === 3) return null;
	if (row.working_started === null || before.working_completed === null) return null;
	const seconds = row.working_started - before.working_completed;
	return seconds >= 0 && seconds < UNCOVERED ? seconds : null;
}
