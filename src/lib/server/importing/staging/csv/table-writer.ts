import { writeSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import type { BrokenRecord } from './records';
import { longestRecordBytes, longestRejectBytes, placeholder } from './records';

const flushBytes = 1 << 20;
/** Rows of so many bytes are written at once, whether or not anybody has time to wait for it. */
const mostHeld = 16 << 20;

/** The sign between the cells of the CSV that a TableWriter writes. */
export const tableDelimiter = ',';

/** Writes rows of text as the CSV that the database reads: UTF-8, LF, a first line of its own, no blank lines. */
export class TableWriter {
	records = 0;
	/** Rows in place of which stands a placeholder. */
	readonly broken: BrokenRecord[] = [];
	readonly #output: FileHandle;
	readonly #columns: number;
	readonly #check: (bytes: number) => void;
	#pieces: string[];
	#length = 0;
	#written = 0;

	/** @param check is told how many bytes there are so far, and throws when they are too many for their source */
	constructor(output: FileHandle, columns: number, check: (bytes: number) => void) {
		this.#output = output;
		this.#columns = columns;
		this.#check = check;
		this.#pieces = [`${Array.from({ length: columns }, (_, index) => `c${index}`).join(',')}\n`];
	}

	/** Adds a row; missing cells are filled up, surplus ones are written, so that reading rejects the row for them. */
	add(cells: readonly string[]): void {
		this.records++;
		let line = cells.map(quoted).join(tableDelimiter);
		line += tableDelimiter.repeat(Math.max(0, this.#columns - Math.max(1, cells.length)));
		// A row of one empty cell would be a blank line.
		if (line === '') line = '""';
		const reason = this.#faultOf(line, cells.length);
		if (reason) {
			this.broken.push({ record: this.records, reason, text: line.slice(0, 400) });
			this.#pieces.push(placeholder.toString());
			return;
		}
		this.#pieces.push(line, '\n');
		this.#length += line.length;
		if (this.#length < mostHeld) return;
		const bytes = this.#take();
		for (let at = 0; at < bytes.length;) at += writeSync(this.#output.fd, bytes, at);
	}

	/** Whether it is time to await `flush`. */
	get full(): boolean {
		return this.#length > flushBytes;
	}

	#faultOf(line: string, cells: number): BrokenRecord['reason'] | undefined {
		// A character has at most three bytes per unit.
		if (line.length * 3 <= longestRejectBytes) return undefined;
		const bytes = Buffer.byteLength(line);
		if (bytes > longestRecordBytes) return 'record_too_long';
		return bytes > longestRejectBytes && cells > this.#columns ? 'wrong_column_count' : undefined;
	}

	/** Writes what is held; after the last row it must be awaited. */
	async flush(): Promise<void> {
		const bytes = this.#take();
		if (bytes.length > 0) await this.#output.writev([bytes]);
	}

	#take(): Buffer {
		const bytes = Buffer.from(this.#pieces.join(''));
		this.#pieces = [];
		this.#length = 0;
		this.#written += bytes.length;
		this.#check(this.#written);
		return bytes;
	}
}

function quoted(cell: string): string {
	if (cell === '') return cell;
	if (!/[",\n\r]/.test(cell)) return cell;
	return `"${cell.replace(/\r\n?/g, '\n').replace(/"/g, '""')}"`;
}
