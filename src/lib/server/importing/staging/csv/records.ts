import { isUtf8 } from 'node:buffer';

const newline = 0x0a;
const quote = 0x22;
const space = 0x20;

/** A longer record is refused by itself: nothing that an office exports comes near. */
export const longestRecordBytes = 1_000_000;

/**
 * The database keeps so many bytes of a record that it rejects, and fails as a whole when the cut goes through a
 * character. Longer records are therefore examined here.
 */
export const longestRejectBytes = 10_000;

/** What stands in the staged file in place of a record that cannot be read: too few cells for any header. */
export const placeholder = Buffer.from('x\n');

/** More stretches of blank lines than a person leaves: such a file is not told row by row. */
const mostGaps = 1_000;

export interface BrokenRecord {
	/** From 1, without the header. */
	record: number;
	reason: 'broken_quotes' | 'record_too_long' | 'wrong_column_count' | 'unreadable_text';
	/** The beginning of the record as the file writes it. */
	text: string;
}

/**
 * Cuts CSV bytes into records as they stream by: counts them, drops blank lines, and puts a placeholder where a
 * record's quotes are broken or it is too long, so that one bad record does not swallow its neighbours. Holds at
 * most one record in memory.
 */
export class RecordScanner {
	/** Records seen to their end. */
	records = 0;
	readonly broken: BrokenRecord[] = [];
	/** From which record on how many blank lines were dropped. */
	readonly gaps: { record: number; blank: number }[] = [];
	#blank = 0;
	readonly #delimiter: number;
	readonly #columns: number;
	#pending: Buffer = Buffer.alloc(0);
	/** The beginning of a record that is too long, while its rest passes by. */
	#skipped: { text: string; quoted: boolean } | undefined;

	constructor(delimiter: string, columns: number) {
		this.#delimiter = delimiter.charCodeAt(0);
		this.#columns = columns;
	}

	/** Whether a quote is open at the end of what was seen; the record it stands in is `records + 1`. */
	get insideQuotes(): boolean {
		return this.#skipped?.quoted ?? this.#pending.length > 0;
	}

	/** Whether the gaps tell of all blank lines. */
	get gapsKnown(): boolean {
		return this.gaps.length <= mostGaps;
	}

	/** Answers what to write for the records that end in this chunk. */
	push(chunk: Buffer): Buffer[] {
		const out: Buffer[] = [];
		const rest = this.#endPending(this.#skipped ? this.#skip(chunk, out) : chunk, out);
		if (rest.length === 0) return out;
		const bytes = this.#pending.length > 0 ? Buffer.concat([this.#pending, rest]) : rest;
		const end = this.#records(bytes, out);
		this.#pending = Buffer.from(bytes.subarray(end));
		if (this.#pending.length > longestRecordBytes) this.#beginSkipping();
		return out;
	}

	/** Answers what to write for a last record without a line end. */
	end(): Buffer[] {
		if (this.#skipped || this.#pending.length > 0) return this.push(Buffer.from('\n'));
		return [];
	}

	/** Ends the record that the last chunk began, where no quote hides its end, so that only its line is copied; answers the rest. */
	#endPending(chunk: Buffer, out: Buffer[]): Buffer {
		if (this.#pending.length === 0) return chunk;
		const length = chunk.indexOf(newline) + 1;
		const line = chunk.subarray(0, length);
		if (length === 0 || line.includes(quote) || this.#pending.includes(quote)) return chunk;
		this.#records(Buffer.concat([this.#pending, line]), out);
		this.#pending = Buffer.alloc(0);
		return chunk.subarray(length);
	}

	/** Answers where the last whole record ends. */
	#records(bytes: Buffer, out: Buffer[]): number {
		let start = 0;
		let written = 0;
		let nextQuote = bytes.indexOf(quote);
		const flush = (until: number) => {
			if (until > written) out.push(bytes.subarray(written, until));
		};
		for (;;) {
			let end = bytes.indexOf(newline, start);
			if (end < 0) break;
			if (end === start) {
				flush(start);
				written = start = end + 1;
				this.#noteBlank();
				continue;
			}
			let reason: BrokenRecord['reason'] | undefined;
			if (nextQuote >= 0 && nextQuote < start) nextQuote = bytes.indexOf(quote, start);
			if (nextQuote >= 0 && nextQuote < end) {
				const read = this.#quoted(bytes, start);
				if (read.end < 0) break;
				end = read.end;
				if (read.broken) reason = 'broken_quotes';
			}
			if (end - start > longestRecordBytes) reason = 'record_too_long';
			else if (end - start > longestRejectBytes)
				reason ??= this.#faultOf(bytes.subarray(start, end));
			this.records++;
			if (reason) {
				const text = bytes.toString('utf8', start, Math.min(end, start + 400));
				this.broken.push({ record: this.records, reason, text });
				flush(start);
				out.push(placeholder);
				written = end + 1;
			}
			start = end + 1;
		}
		flush(start);
		return start;
	}

	/** What the database would reject a record for whose quotes are good. */
	#faultOf(record: Buffer): BrokenRecord['reason'] | undefined {
		if (!isUtf8(record)) return 'unreadable_text';
		let cells = 1;
		for (let at = 0; at < record.length; at++) {
			let first = at;
			while (record[first] === space) first++;
			if (record[first] === quote) at = closingQuote(record, first + 1);
			// The quote that closes the last cell has nothing behind it.
			if (at < 0) break;
			const found = record.indexOf(this.#delimiter, at);
			if (found < 0) break;
			cells++;
			at = found;
		}
		return cells === this.#columns ? undefined : 'wrong_column_count';
	}

	/** Reads one record with quotes; `end` is that of its line, or -1 when it is not there yet. */
	#quoted(bytes: Buffer, start: number): { end: number; broken: boolean } {
		let at = start;
		let broken = false;
		// Every turn begins at the start of a cell; cells without a quote are passed over in one search.
		for (;;) {
			const end = bytes.indexOf(newline, at);
			const found = bytes.indexOf(quote, at);
			if (found < 0 || (end >= 0 && end < found)) return { end, broken };
			let before = found - 1;
			while (before >= at && bytes[before] === space) before--;
			at = found + 1;
			// A quote within a cell that did not begin with one is a character: 5" pipe.
			if (before < start || bytes[before] === this.#delimiter) {
				at = closingQuote(bytes, at);
				if (at < 0) return { end: -1, broken };
				at++;
				while (bytes[at] === space) at++;
				if (bytes[at] !== this.#delimiter && bytes[at] !== newline) broken = true;
			}
			while (at < bytes.length && bytes[at] !== this.#delimiter && bytes[at] !== newline) at++;
			if (at >= bytes.length) return { end: -1, broken };
			if (bytes[at] === newline) return { end: at, broken };
			at++;
		}
	}

	#noteBlank(): void {
		this.#blank++;
		const last = this.gaps.at(-1);
		if (last?.record === this.records + 1) last.blank = this.#blank;
		else if (this.gapsKnown) this.gaps.push({ record: this.records + 1, blank: this.#blank });
	}

	#beginSkipping(): void {
		const bytes = this.#pending;
		const text = bytes.toString('utf8', 0, 400);
		let quotes = 0;
		for (let at = bytes.indexOf(quote); at >= 0; at = bytes.indexOf(quote, at + 1)) quotes++;
		this.#skipped = { text, quoted: quotes % 2 === 1 };
		this.#pending = Buffer.alloc(0);
	}

	#skip(chunk: Buffer, out: Buffer[]): Buffer {
		const skipped = this.#skipped;
		if (!skipped) return chunk;
		for (let at = 0; at < chunk.length; at++) {
			if (chunk[at] === quote) skipped.quoted = !skipped.quoted;
			else if (chunk[at] === newline && !skipped.quoted) {
				this.records++;
				this.broken.push({
					record: this.records,
					reason: 'record_too_long',
					text: skipped.text
				});
				out.push(placeholder);
				this.#skipped = undefined;
				return chunk.subarray(at + 1);
			}
		}
		return Buffer.alloc(0);
	}
}

/** Where the quote stands that closes a cell, -1 when it is not there; a doubled quote is a character. */
function closingQuote(bytes: Buffer, from: number): number {
	let at = from;
	for (;;) {
		const found = bytes.indexOf(quote, at);
		if (found < 0 || found + 1 >= bytes.length) return -1;
		if (bytes[found + 1] !== quote) return found;
		at = found + 2;
	}
}
