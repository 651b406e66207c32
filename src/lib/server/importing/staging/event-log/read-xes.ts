import { setImmediate } from 'node:timers/promises';
import type { TextFile } from '../text-file';
import { XmlReader } from '../xml';

/** Attributes of an event or a trace: by key, as the log writes their values. */
export type Attributes = Map<string, string>;

/** What a log consists of, in the order of the file. */
export interface LogHandlers {
	/** A default that the log declares for the attributes of its traces or its events. */
	global?(scope: 'trace' | 'event', key: string, value: string): void;
	/** @param attributes those of the trace, which gets them as they are read */
	traceBegins?(attributes: Attributes): void;
	/** An event of the present trace. */
	event(attributes: Attributes): void;
	traceEnds(attributes: Attributes): void;
	/** Awaited between two pieces of the file. */
	afterChunk?(): Promise<void>;
}

/** What is read without a pause: some ten milliseconds of work. */
const sliceBytes = 1 << 17;

const attributeElements = new Set(['string', 'date', 'int', 'float', 'boolean', 'id']);

/**
 * Reads an event log in the XES format (IEEE 1849) as it streams by. Attributes of attributes, lists and containers
 * are left out, and so are classifiers and extensions: the keys of the standard extensions are fixed names.
 * @throws UserError of XmlReader and TextFile
 */
export async function readXes(text: TextFile, handlers: LogHandlers): Promise<void> {
	const path: string[] = [];
	let trace: Attributes | undefined;
	let event: Attributes | undefined;
	let scope: 'trace' | 'event' = 'event';
	const reader = new XmlReader(text.file, {
		open(name, attributes) {
			const parent = path.at(-1);
			path.push(name);
			if (name === 'trace' && parent === 'log') {
				trace = new Map();
				handlers.traceBegins?.(trace);
			} else if (name === 'event' && parent === 'trace') event = new Map();
			else if (name === 'global') scope = attributes['scope'] === 'trace' ? 'trace' : 'event';
			else if (attributeElements.has(name)) {
				const key = attributes['key'];
				const value = attributes['value'] ?? '';
				if (key === undefined) return;
				if (parent === 'event') event?.set(key, value);
				else if (parent === 'trace') trace?.set(key, value);
				else if (parent === 'global') handlers.global?.(scope, key, value);
			}
		},
		close(name) {
			path.pop();
			const parent = path.at(-1);
			if (name === 'event' && parent === 'trace' && event) {
				handlers.event(event);
				event = undefined;
			} else if (name === 'trace' && parent === 'log' && trace) {
				handlers.traceEnds(trace);
				trace = undefined;
			}
		}
	});
	for await (const chunk of text.chunks()) {
		for (let at = 0; at < chunk.length; at += sliceBytes) {
			reader.write(chunk.subarray(at, at + sliceBytes));
			await handlers.afterChunk?.();
			// Whoever else waits for this process gets a turn.
			await setImmediate();
		}
	}
	reader.end();
	await handlers.afterChunk?.();
}
