import { parseZone, ZONES } from '../calendar/zones';
import { XML_HEAD, xmlText } from './xml';

/** An event of a case as it stands in the case's sequence; times are local to `zone`, ISO without an offset. */
export interface LogEvent {
	caseKey: string;
	unit: string;
	process: string;
	state: string;
	zone: string;
	/** As the log writes it. */
	activity: string;
	started: string | null;
	completed: string | null;
	/** Times that are known to the day only have a time of day that says nothing. */
	dayOnly: boolean;
	actor: string | null;
	role: string | null;
	/** Id of the SOP's step that the activity is; null for an event outside the SOP. */
	stepId: string | null;
	/** What the SOP calls that step. */
	stepText: string | null;
}

/** The events of one case, in the order in which they are read along the SOP. */
export interface LogCase {
	/** Tells the case from all others of the file. */
	name: string;
	events: readonly LogEvent[];
}

/** What stands before the cases of an XES file. */
export function xesHead(): string {
	return [
		`${XML_HEAD}<log xes.version="1849.2016" xes.features="" xmlns="http://www.xes-standard.org/">`,
		'<extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>',
		'<extension name="Time" prefix="time" uri="http://www.xes-standard.org/time.xesext"/>',
		'<extension name="Organizational" prefix="org" uri="http://www.xes-standard.org/org.xesext"/>',
		'<extension name="Lifecycle" prefix="lifecycle" uri="http://www.xes-standard.org/lifecycle.xesext"/>',
		`<global scope="trace">${text('concept:name', '__INVALID__')}</global>`,
		`<global scope="event">${text('concept:name', '__INVALID__')}${text('lifecycle:transition', 'complete')}${text('activity_text', '__INVALID__')}</global>`,
		'<classifier name="Step" keys="concept:name"/>',
		'<classifier name="Text of the log" keys="activity_text"/>',
		text('lifecycle:model', 'standard'),
		''
	].join('\n');
}

/** What stands after them. */
export const XES_END = '</log>\n';

/**
 * A case as a trace of XES (IEEE 1849): one event per step occurrence, in the order of the sequence, timed by its
 * completion, else its start; a start that is known beside stands in `start_timestamp`, where process mining tools look
 * for it. An event that is a step is named as the SOP names it, also in the Petri net and the diagram that leave the
 * product, so what others align is what is aligned here; `activity_text` is what the log says.
 */
export function xesTrace({ name, events }: LogCase): string {
	const [first] = events;
	return [
		'<trace>',
		text('concept:name', name),
		text('unit', first?.unit ?? null),
		text('sop', first?.process ?? null),
		text('state', first?.state ?? null),
		...events.map((event) =>
			[
				'<event>',
				text('concept:name', event.stepText ?? event.activity),
				date('time:timestamp', event.completed ?? event.started, event.zone),
				event.completed === null ? '' : date('start_timestamp', event.started, event.zone),
				text('lifecycle:transition', event.completed === null ? 'start' : 'complete'),
				text('org:resource', event.actor),
				text('org:role', event.role),
				text('activity_text', event.activity),
				text('step', event.stepId),
				text('time_precision', event.dayOnly ? 'day' : null),
				'</event>'
			].join('')
		),
		'</trace>',
		''
	].join('\n');
}

function text(key: string, value: string | null): string {
	return value === null ? '' : `<string key="${key}" value="${xmlText(value)}"/>`;
}

function date(key: string, value: string | null, zone: string): string {
	return value === null ? '' : `<date key="${key}" value="${instant(value, zone)}"/>`;
}

/** A local time with its zone's distance from UTC: `2026-06-02T08:00:00.000+07:00`. */
function instant(local: string, zone: string): string {
	const hours = ZONES[parseZone(zone)].offsetSeconds / 3600;
	const [seconds = '', fraction = ''] = local.replace(' ', 'T').split('.');
	return `${seconds}.${fraction.slice(0, 3).padEnd(3, '0')}+${String(hours).padStart(2, '0')}:00`;
}
