import { csvCell, toCsv } from '$lib/domain/csv/to-csv';
import type { ColumnType } from '$lib/domain/csv/to-csv';
import { XES_END, xesHead, xesTrace } from '$lib/domain/interchange/xes';
import type { LogCase, LogEvent } from '$lib/domain/interchange/xes';
import type { Reading } from '../../database/store';
import type { Scope } from '../scope';
import { streamText } from '../stream-text';

/** The formats in which a log leaves the product. */
export const LOG_FORMATS = ['xes', 'csv'] as const;
export type LogFormat = (typeof LOG_FORMATS)[number];

/** Enough cases to be quick, few enough to stay small in memory. */
const CHUNK_CASES = 2_000;

/** The precision of an event whose times are dates. */
const DAY = 3;

/** Named as importing knows them, in any language. */
const CSV_COLUMNS: { key: string; label: string; type: ColumnType }[] = [
	{ key: 'case', label: 'case', type: 'text' },
	{ key: 'unit', label: 'unit', type: 'text' },
	{ key: 'process', label: 'sop', type: 'text' },
	{ key: 'activity', label: 'activity', type: 'text' },
	{ key: 'started', label: 'started', type: 'date' },
	{ key: 'completed', label: 'completed', type: 'date' },
	{ key: 'actor', label: 'actor', type: 'text' },
	{ key: 'role', label: 'role', type: 'text' },
	{ key: 'stepId', label: 'step', type: 'text' },
	{ key: 'state', label: 'state', type: 'text' }
];

/**
 * The log of a scope, piece by piece, in the order in which cases are read along their SOP, so that others can check what
 * was found: as XES (IEEE 1849) or CSV. Times are local; in XES they say their zone. Same store, same bytes.
 */
export async function* writeLog(
	store: Reading,
	{ scope, format }: { scope: Scope; format: LogFormat }
): AsyncGenerator<string, void, void> {
	yield format === 'xes' ? xesHead() : toCsv(CSV_COLUMNS, []);
	for await (const cases of readCases(store, scope)) {
		const pieces = cases.map((each) => (format === 'xes' ? xesTrace(each) : csvLines(each)));
		yield pieces.join('');
	}
	if (format === 'xes') yield XES_END;
}

/** `writeLog` as an answer of the server, in the language of the call. */
export function streamLog(
	store: Reading,
	given: { scope: Scope; format: LogFormat }
): ReadableStream<Uint8Array> {
	return streamText(writeLog(store, given));
}

async function* readCases(store: Reading, scope: Scope): AsyncGenerator<LogCase[], void, void> {
	// The key of a case is its office's and its SOP's: others may use it too.
	const alone = scope.unit !== null && scope.process !== null;
	let after = -1;
	for (;;) {
		const rows = await store.all('interchange/events', { ...scope, after, size: CHUNK_CASES });
		const cases = new Map<number, { name: string; events: LogEvent[] }>();
		for (const row of rows) {
			const name = alone ? row.case_key : `${row.unit}/${row.process}/${row.case_key}`;
			const known = cases.get(row.case_id) ?? { name, events: [] };
			cases.set(row.case_id, known);
			after = row.case_id;
			if (row.activity === null) continue;
			known.events.push({
				caseKey: row.case_key,
				unit: row.unit,
				process: row.process,
				state: row.state,
				zone: row.zone,
				activity: row.activity,
				started: row.started,
				completed: row.completed,
				dayOnly: row.precision === DAY,
				actor: row.actor,
				role: row.role,
				stepId: row.step_id,
				stepText: row.step_text
			});
		}
		if (cases.size === 0) return;
		yield [...cases.values()];
	}
}

function csvLines({ events }: LogCase): string {
	return events
		.map((event) => {
			const when = (time: string | null) => (event.dayOnly ? (time?.slice(0, 10) ?? null) : time);
			const cells = {
				...event,
				case: event.caseKey,
				started: when(event.started),
				completed: when(event.completed)
			};
			const line = CSV_COLUMNS.map(({ key, type }) =>
				csvCell(cells[key as keyof typeof cells], type)
			);
			return `${line.join(',')}\r\n`;
		})
		.join('');
}
