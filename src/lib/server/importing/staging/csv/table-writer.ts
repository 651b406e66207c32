import type { FileHandle } from 'node:fs/promises';
import type { BrokenRecord } from './records';
import { longestRecordBytes, placeholder } from './records';

const flushBytes = 1 << 20;

/** The sign between the cells of the CSV that a TableWriter writes. */
export const tableDelimiter = ',';

/** Writes rows of text as the CSV that the database reads: UTF-8, LF, a first line of its own, no blank lines. */
export class TableWriter {
	records = 0;
	/** Rows that were too long, in place of which stands a placeholder. */
	readonly broken: BrokenRecord[] = [];
	readonly #output: FileHandle;
	readonly #columns: number;
	#pieces: string[];
	#length = 0;

	constructor(output: FileHandle, columns: number) {
		this.#output = output;
		this.#columns = columns;
		this.#pieces = [`${Array.from({ length: columns }, (_, index) => `c${index}`).join(',')}\n`];
	}

	/** Adds a row; missing cells are filled up, surplus ones are written, so that reading rejects the row for them. */
	add(cells: readonly string[]): void {
		this.records++;
		let line = '';
		for (let index = 0; index < Math.max(cells.length, this.#columns); index++)
			line += (index > 0 ? tableDelimiter : '') + quoted(cells[index] ?? '');
		// A row of one empty cell would be a blank line.
		if (line === '') line = '""';
		if (line.length > longestRecordBytes / 4 && Buffer.byteLength(line) > longestRecordBytes) {
			const text = line.slice(0, 400);
			this.broken.push({ record: this.records, reason: 'record_too_long', text });
			this.#pieces.push(placeholder.toString());
			return;
		}
		this.#pieces.push(line, '\n');
		this.#length += line.length;
	}

	/** Whether it is time to await `flush`. */
	get full(): boolean {
		return this.#length > flushBytes;
	}

	async flush(): Promise<void> {
		const bytes = Buffer.from(this.#pieces.join(''));
		this.#pieces = [];
		this.#length = 0;
		if (bytes.length > 0) await this.#output.writeFile(bytes);
	}
}

function quoted(cell: string): string {
	if (!/[",\n\r]/.test(cell)) return cell;
	return `"${cell.replace(/\r\n?/g, '\n').replace(/"/g, '""')}"`;
}
