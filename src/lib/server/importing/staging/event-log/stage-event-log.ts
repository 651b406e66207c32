import type { FileHandle } from 'node:fs/promises';
import { UserError } from '$lib/domain/user-error';
import type { BrokenRecord } from '../csv/records';
import type { Note } from '$lib/domain/importing/about-file';
import type { ReadingHints } from '../staged-file';
import { TableWriter } from '../csv/table-writer';
import type { UnfoldLimits } from '../plain-file';
import { unfoldGuard } from '../plain-file';
import type { TextFile } from '../text-file';
import type { ActivityInstance } from './pair-lifecycle';
import { LifecyclePairs, meaningOf } from './pair-lifecycle';
import type { Attributes } from './read-xes';
import { readXes } from './read-xes';

/** What an event log is staged as: a record is one execution of an activity. */
export interface StagedLog {
	names: string[];
	records: number;
	broken: BrokenRecord[];
	notes: Note[];
	hints: ReadingHints;
}

/** The columns of every log; the attributes of its events follow, then those of its traces. */
const columns = ['case', 'activity', 'started', 'completed', 'actor', 'role'];

/** Keys of the standard extensions that have a column of their own. */
const columnKeys = new Set(['concept:name', 'time:timestamp', 'org:resource', 'org:role']);

/** A log with more kinds of attributes is not one that a person can read. */
const mostColumns = 2000;

/**
 * Lays an event log (XES) out as CSV: one row per execution of an activity, which joins its start and its completion.
 * Times stand as the log writes them, with their offsets, which are real. The attributes of a trace have `case:` before
 * their key, and those of an event whose key is a column's name `event:`. Attributes that an event lacks take the
 * default the log declares, unless it is a mere placeholder. Reads the text twice: its columns are known at its end.
 * @throws UserError `import_log_without_events` {file}, `import_log_columns` {file, most}; those of readXes and
 * unfoldGuard
 */
export async function stageEventLog(
	text: TextFile,
	output: FileHandle,
	limits: UnfoldLimits
): Promise<StagedLog> {
	const survey = await surveyLog(text);
	const guard = unfoldGuard(text.file, limits);
	// A long attribute of a trace, or a long default, stands in each of its rows.
	const writer = new TableWriter(output, survey.names.length, (bytes) =>
		guard(text.plain.bytes, bytes)
	);
	const leftOut = await writeLog(text, survey, writer);
	await writer.flush();
	const { file } = text;
	if (writer.records === 0) throw new UserError('import_log_without_events', { file });
	const notes: Note[] = [];
	if (leftOut > 0)
		notes.push({ code: 'import_note_log_events', params: { file, events: leftOut } });
	const { records, broken } = writer;
	return { names: survey.names, records, broken, notes, hints: { offsets: 'real' } };
}

interface Survey {
	names: string[];
	/** Keys of the attributes behind the fixed columns. */
	eventKeys: string[];
	traceKeys: string[];
	defaults: { event: Attributes; trace: Attributes };
	/** Whether the log records starts or completions; else every event is a point in time. */
	hasExecutions: boolean;
}

async function surveyLog(text: TextFile): Promise<Survey> {
	const eventKeys = new Set<string>();
	const traceKeys = new Set<string>();
	const defaults = { event: new Map<string, string>(), trace: new Map<string, string>() };
	let hasExecutions = false;
	let ownTransitions = false;
	const check = () => {
		if (eventKeys.size + traceKeys.size > mostColumns)
			throw new UserError('import_log_columns', { file: text.file, most: mostColumns });
	};
	await readXes(text, {
		global(scope, key, value) {
			if (!columnKeys.has(key) && !isPlaceholder(key, value)) defaults[scope].set(key, value);
		},
		event(attributes) {
			for (const key of attributes.keys()) eventKeys.add(key);
			const transition = attributes.get('lifecycle:transition');
			const meaning = meaningOf(transition);
			hasExecutions ||= meaning === 'start' || meaning === 'complete';
			ownTransitions ||= !isPlain(transition);
			check();
		},
		traceEnds(attributes) {
			for (const key of attributes.keys()) if (key !== 'concept:name') traceKeys.add(key);
			check();
		}
	});
	for (const key of defaults.event.keys()) eventKeys.add(key);
	for (const key of defaults.trace.keys()) traceKeys.add(key);
	// Once starts and completions are joined, the words say nothing any more.
	if (hasExecutions && !ownTransitions) eventKeys.delete('lifecycle:transition');
	for (const key of columnKeys) eventKeys.delete(key);
	const names = [...columns];
	const taken = new Set(columns);
	const add = (name: string, prefix: string) => {
		let free = name;
		while (taken.has(free.toLowerCase())) free = `${prefix}${free}`;
		taken.add(free.toLowerCase());
		names.push(free);
	};
	for (const key of eventKeys) add(key.trim(), 'event:');
	for (const key of traceKeys) add(`case:${key.trim()}`, 'case:');
	return {
		names,
		eventKeys: [...eventKeys],
		traceKeys: [...traceKeys],
		defaults,
		hasExecutions
	};
}

/** Answers how many events were left out. */
async function writeLog(text: TextFile, survey: Survey, writer: TableWriter): Promise<number> {
	let leftOut = 0;
	let traces = 0;
	let pairs = new LifecyclePairs();
	let rows: ActivityInstance[] = [];
	let trace: Attributes = new Map();
	const write = () => {
		// A trace without a name is still a case of its own.
		const name = trace.get('concept:name') ?? `trace ${traces}`;
		for (const row of rows) writer.add(rowCells(row, { survey, trace, name }));
		rows = [];
	};
	await readXes(text, {
		traceBegins(attributes) {
			traces++;
			trace = attributes;
			pairs = new LifecyclePairs();
		},
		event(event) {
			const ended = survey.hasExecutions
				? pairs.take(event)
				: { start: undefined, completion: event };
			if (ended) rows.push(ended);
			// The attributes of a trace stand before its events, unless it is very short.
			if (rows.length > 5000) write();
		},
		traceEnds() {
			rows.push(...pairs.end());
			write();
			leftOut += pairs.leftOut;
		},
		async afterChunk() {
			if (writer.full) await writer.flush();
		}
	});
	return leftOut;
}

function rowCells(
	{ start, completion }: ActivityInstance,
	given: { survey: Survey; trace: Attributes; name: string }
): string[] {
	const { survey, trace, name } = given;
	const of = (key: string) => completion?.get(key) ?? start?.get(key) ?? '';
	const { event: eventDefaults, trace: traceDefaults } = survey.defaults;
	return [
		name,
		of('concept:name'),
		start?.get('time:timestamp') ?? '',
		completion?.get('time:timestamp') ?? '',
		of('org:resource'),
		of('org:role'),
		...survey.eventKeys.map((key) => of(key) || (eventDefaults.get(key) ?? '')),
		...survey.traceKeys.map((key) => trace.get(key) ?? traceDefaults.get(key) ?? '')
	];
}

function isPlain(transition: string | undefined): boolean {
	return transition === undefined || /^\s*(start|complete)\s*$/i.test(transition);
}

/** Tools fill the declaration with a word for "nothing", the key's own name, or the beginning of computers' time. */
function isPlaceholder(key: string, value: string): boolean {
	const bare = value.trim().toLowerCase();
	const own = key.slice(key.lastIndexOf(':') + 1).toLowerCase();
	return (
		/^(|unknown|__invalid__|undefined|none|null|name|string|boolean|default|empty|-)$/.test(bare) ||
		bare === own ||
		bare.startsWith('1970-01-01') ||
		key === 'lifecycle:transition'
	);
}
