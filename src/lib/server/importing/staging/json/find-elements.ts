import type { FoundRecord, RecordRange } from '../find-records';

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;

/**
 * Finds some elements of a JSON array by their numbers, from 1, and reads no further than the last of them. Nothing is
 * parsed and written anew but texts, so that long numbers stay as they are written.
 */
export async function findJsonElements(
	chunks: AsyncIterable<Buffer>,
	{ from, to }: RecordRange
): Promise<FoundRecord[]> {
	const records: FoundRecord[] = [];
	let depth = 0;
	let inString = false;
	let escaped = false;
	let element = 1;
	let pieces: Buffer[] = [];
	const end = (): void => {
		const text = Buffer.concat(pieces).toString().trim();
		pieces = [];
		if (text !== '' && element >= from)
			records.push({ record: element, entries: entriesOf(text), text });
		element++;
	};
	for await (const chunk of chunks) {
		let start = 0;
		const keep = (until: number): void => {
			if (depth > 0 && element >= from && until > start)
				pieces.push(Buffer.from(chunk.subarray(start, until)));
		};
		for (let at = 0; at < chunk.length; at++) {
			const byte = chunk[at] as number;
			if (inString) {
				if (escaped) escaped = false;
				else if (byte === backslash) escaped = true;
				else if (byte === quote) inString = false;
			} else if (byte === quote) inString = true;
			else if (byte === 0x7b || byte === 0x5b) {
				depth++;
				if (depth === 1) start = at + 1;
			} else if (byte === 0x7d || byte === 0x5d) {
				if (depth === 1) {
					keep(at);
					end();
					return records;
				}
				depth--;
			} else if (byte === comma && depth === 1) {
				keep(at);
				end();
				start = at + 1;
				if (element > to) return records;
			}
		}
		keep(chunk.length);
	}
	return records;
}

/** The keys and values of an object as it is written; null where the text is none. */
function entriesOf(text: string): FoundRecord['entries'] {
	if (!text.startsWith('{')) return null;
	const entries: [string, string][] = [];
	for (const member of membersOf(text.slice(1, -1))) {
		const key = /^\s*("(?:[^"\\]|\\.)*")\s*:\s*([\s\S]*?)\s*$/.exec(member);
		if (!key) return null;
		const [, name = '', value = ''] = key;
		entries.push([plain(name), value === 'null' ? '' : plain(value)]);
	}
	return entries;
}

/** What stands between the commas of an object. */
function membersOf(text: string): string[] {
	const members: string[] = [];
	let depth = 0;
	let start = 0;
	for (let at = 0; at < text.length; at++) {
		const sign = text[at];
		if (sign === '"') at = endOfString(text, at);
		else if (sign === '{' || sign === '[') depth++;
		else if (sign === '}' || sign === ']') depth--;
		else if (sign === ',' && depth === 0) {
			members.push(text.slice(start, at));
			start = at + 1;
		}
	}
	const last = text.slice(start);
	return last.trim() === '' ? members : [...members, last];
}

function endOfString(text: string, start: number): number {
	let at = start + 1;
	while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
	return at;
}

/** A text without its quotes; anything else as it is written. */
function plain(value: string): string {
	if (!value.startsWith('"')) return value;
	try {
		return String(JSON.parse(value));
	} catch {
		return value;
	}
}
