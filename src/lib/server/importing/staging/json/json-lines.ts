import { UserError } from '$lib/domain/user-error';
import { LineEnds } from '../decode';

/** A longer line is no record; the database reads objects up to this size. */
const longestLine = 15_000_000;

/**
 * Turns lines of JSON objects into one array. A line that is no JSON becomes a string, which reading rejects by
 * itself with the line's beginning.
 */
export class JsonLines {
	readonly #file: string;
	readonly #ends = new LineEnds();
	#rest: Buffer = Buffer.alloc(0);
	/** The beginning of a line that is too long, while its rest passes by. */
	#tooLong: string | undefined;
	#count = 0;

	constructor(file: string) {
		this.#file = file;
	}

	/** Answers what to write for the lines that end in this chunk. */
	push(chunk: Buffer): Buffer[] {
		const bytes = Buffer.concat([this.#rest, this.#ends.unify(chunk)]);
		const pieces: Buffer[] = [];
		let start = 0;
		for (let end = bytes.indexOf(0x0a); end >= 0; end = bytes.indexOf(0x0a, start)) {
			this.#line(bytes.subarray(start, end), pieces);
			start = end + 1;
		}
		this.#rest = Buffer.from(bytes.subarray(start));
		if (this.#rest.length > longestLine) {
			this.#tooLong ??= this.#rest.toString('utf8', 0, 200);
			this.#rest = Buffer.alloc(0);
		}
		return pieces;
	}

	/**
	 * Answers what to write last.
	 * @throws UserError `import_json_object` {file} for a single object in a file that does not say it holds lines
	 */
	end(): Buffer[] {
		const pieces: Buffer[] = [];
		this.#line(this.#rest, pieces);
		if (this.#count < 2 && !/\.(ndjson|jsonl|jsonlines)(\.gz)?$/i.test(this.#file))
			throw new UserError('import_json_object', { file: this.#file });
		pieces.push(Buffer.from(']'));
		return pieces;
	}

	#line(line: Buffer, pieces: Buffer[]): void {
		const text = this.#tooLong ?? line.toString().trim();
		if (text === '') return;
		const good = this.#tooLong === undefined && isJson(text);
		this.#tooLong = undefined;
		pieces.push(Buffer.from(this.#count === 0 ? '[' : ',\n'));
		this.#count++;
		// The line itself, not what was parsed from it: a parsed number may have lost digits.
		pieces.push(good ? line : Buffer.from(JSON.stringify(text.slice(0, 200).toWellFormed())));
	}
}

function isJson(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}
