import { UserError } from '$lib/domain/user-error';
import { quotable } from '../sniff';
import type { Note } from '$lib/domain/importing/about-file';

const quote = 0x22;
const backslash = 0x5c;

/** What stands around the rows of an answer is short, and a record no longer than what the database reads. */
const longestFrame = 16_000_000;

/** The keys beside which `data` is the list of rows, not a column. */
const frameKeys = new Set(
	(
		'success,status,status_code,code,message,error,errors,meta,page,pages,limit,total,count,' +
		'cursor,next,has_more,pagination,links,timestamp,request_id'
	).split(',')
);

/**
 * Takes the rows out of answers `{success, data: […], meta}` as they stream by, whatever the order of their keys, and
 * finds out when the objects are no answers but the records themselves.
 */
export class JsonObjects {
	/** Set when the objects are records: everything that was seen, to be read as lines. */
	records: Buffer | undefined;
	readonly notes: Note[] = [];
	readonly #file: string;
	/** What was seen of the present object, without its rows. */
	#frame: Buffer[] = [];
	#frameLength = 0;
	#depth = 0;
	#inString = false;
	#escaped = false;
	/** Bytes of the key that is being read, at depth 1. */
	#key: number[] | undefined;
	#keys: string[] = [];
	#awaitsKey = false;
	#inData = false;
	#hadData = false;
	/** Whether the present answer had a row. */
	#hadRow = false;
	#answers = 0;
	#written = false;

	constructor(file: string) {
		this.#file = file;
	}

	/**
	 * Answers what to write of this chunk.
	 * @throws UserError `import_source_refused` {file, text} for an answer that says it failed, `import_json_broken`
	 * {file, detail}, `import_json_object` {file}
	 */
	push(chunk: Buffer): Buffer[] {
		const out: Buffer[] = [];
		let from = 0;
		for (let at = 0; at < chunk.length; at++) {
			const byte = chunk[at] as number;
			if (this.#inString) {
				if (this.#escaped) this.#escaped = false;
				else if (byte === backslash) this.#escaped = true;
				else if (byte === quote) this.#endString();
				if (this.#key) this.#key.push(byte);
				continue;
			}
			if (byte <= 0x20) continue;
			if (this.#inData && !this.#hadRow && byte !== 0x5d) {
				this.#hadRow = true;
				out.push(Buffer.from(this.#written ? ',' : '['));
				this.#written = true;
				from = at;
			}
			if (byte === quote) {
				this.#inString = true;
				if (this.#depth === 1 && this.#awaitsKey) this.#key = [];
			} else if (byte === 0x7b || byte === 0x5b) {
				if (this.#depth === 0) {
					this.#beginObject(byte);
					from = at;
				}
				if (this.#depth === 1 && byte === 0x5b && this.#beginsData()) {
					this.#keep(chunk.subarray(from, at));
					this.#inData = this.#hadData = true;
					this.#hadRow = false;
				}
				this.#depth++;
			} else if (byte === 0x7d || byte === 0x5d) {
				this.#depth--;
				if (this.#depth < 0) throw this.#broken();
				if (this.#depth === 1 && this.#inData) {
					if (this.#hadRow) out.push(chunk.subarray(from, at));
					this.#inData = false;
					this.#keep(Buffer.from('[]'));
					from = at + 1;
				} else if (this.#depth === 0) {
					this.#keep(chunk.subarray(from, at + 1));
					if (!this.#endObject()) {
						this.records = Buffer.concat([...this.#frame, chunk.subarray(at + 1)]);
						return out;
					}
				}
			} else if (this.#depth === 0) throw this.#broken();
			else if (this.#depth === 1 && byte === 0x3a) this.#awaitsKey = false;
			else if (this.#depth === 1 && byte === 0x2c) this.#awaitsKey = true;
		}
		if (this.#inData) {
			if (this.#hadRow) out.push(chunk.subarray(from));
		} else if (this.#depth > 0) this.#keep(chunk.subarray(from));
		return out;
	}

	/**
	 * Answers what to write last.
	 * @throws UserError `import_json_broken` {file, detail} when the text ends within an object
	 */
	end(): Buffer[] {
		if (this.#depth > 0 || this.#answers === 0) throw this.#broken();
		return [Buffer.from(this.#written ? ']' : '[]')];
	}

	#endString(): void {
		this.#inString = false;
		if (this.#key) this.#keys.push(Buffer.from(this.#key).toString());
		this.#key = undefined;
	}

	#beginObject(byte: number): void {
		if (byte !== 0x7b) throw this.#broken();
		this.#frame = [];
		this.#frameLength = 0;
		this.#keys = [];
		this.#awaitsKey = true;
		this.#hadData = false;
	}

	#beginsData(): boolean {
		if (this.#awaitsKey || this.#hadData || this.#keys.at(-1) !== 'data') return false;
		return this.#keys.slice(0, -1).every((key) => frameKeys.has(key));
	}

	#keep(bytes: Buffer): void {
		this.#frame.push(Buffer.from(bytes));
		this.#frameLength += bytes.length;
		if (this.#frameLength > longestFrame)
			throw new UserError('import_json_object', { file: this.#file });
	}

	/** Answers whether the object that has ended was an answer. */
	#endObject(): boolean {
		const text = Buffer.concat(this.#frame).toString();
		const isFrame = this.#keys.every((key) => key === 'data' || frameKeys.has(key));
		const answer = isFrame || this.#hadData ? parseFrame(text) : undefined;
		if (!answer) {
			if (this.#answers > 0 || this.#hadData) throw this.#broken();
			// A record stands in one line; an object over many lines is a document.
			if (/[\n\r]/.test(text)) throw new UserError('import_json_object', { file: this.#file });
			return false;
		}
		const complaint = complaintOf(answer, this.#hadData);
		if (complaint !== undefined)
			throw new UserError('import_source_refused', { file: this.#file, text: complaint });
		if (!this.#hadData && answer.data !== null)
			throw new UserError('import_json_object', { file: this.#file });
		this.#answers++;
		// Of several pages the last one says whether there are more.
		this.notes.length = 0;
		if (saysMore(answer.meta) || answer.has_more === true)
			this.notes.push({ code: 'import_note_more_pages', params: { file: this.#file } });
		return true;
	}

	#broken(): UserError {
		return new UserError('import_json_broken', { file: this.#file, detail: '' });
	}
}

function parseFrame(text: string): Record<string, unknown> | undefined {
	try {
		return JSON.parse(text) as Record<string, unknown>;
	} catch {
		return undefined;
	}
}

/** What an answer says when it failed; an answer with rows failed only when it says so outright. */
function complaintOf(answer: Record<string, unknown>, hasRows: boolean): string | undefined {
	const said = [answer.error, answer.errors, answer.message].find(
		(value) => value !== undefined && value !== null && value !== '' && value !== false
	);
	if (answer.success !== false && (hasRows || said === undefined)) return undefined;
	if (said === undefined) return 'success: false';
	if (typeof said === 'object' && said !== null && 'message' in said)
		return quotable(String(said.message));
	return quotable(typeof said === 'string' ? said : JSON.stringify(said));
}

function saysMore(meta: unknown): boolean {
	return typeof meta === 'object' && meta !== null && 'has_more' in meta && meta.has_more === true;
}
