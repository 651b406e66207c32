import { UserError } from '$lib/domain/user-error';
import { Decoder } from './decode';
import type { PlainFile } from './plain-file';
import type { Encoding } from './sniff';
import { sniffEncoding } from './sniff';

/** The characters of a file as UTF-8, read as often as needed. */
export class TextFile {
	readonly plain: PlainFile;
	readonly encoding: Encoding;
	readonly #markLength: number;

	/**
	 * @param start the first bytes
	 * @param encoding what an earlier reading found out
	 * @throws UserError `import_binary` {file}
	 */
	constructor(plain: PlainFile, start: Buffer, encoding: Encoding | undefined) {
		const sniffed = sniffEncoding(start, plain.file);
		this.plain = plain;
		this.encoding = encoding ?? sniffed.encoding;
		this.#markLength = sniffed.markLength;
	}

	get file(): string {
		return this.plain.file;
	}

	/**
	 * The text from its beginning, without byte order mark; a chunk is good until the next but one is asked for.
	 * @throws NotUtf8; UserError `import_binary` {file}, those of PlainFile.chunks
	 */
	async *chunks(): AsyncGenerator<Buffer> {
		const decoder = new Decoder(this.encoding, this.#markLength > 0);
		let skip = this.#markLength;
		for await (const chunk of this.plain.chunks()) {
			const skipped = Math.min(skip, chunk.length);
			skip -= skipped;
			const text = decoder.decode(chunk.subarray(skipped), false);
			if (text.length > 0) yield this.#checked(text);
		}
		const rest = decoder.decode(Buffer.alloc(0), true);
		if (rest.length > 0) yield this.#checked(rest);
	}

	#checked(text: Buffer): Buffer {
		if (text.includes(0)) throw new UserError('import_binary', { file: this.file });
		return text;
	}

	/** The first characters that are not blank, some 64 KB of them; empty for a blank text. */
	async start(): Promise<string> {
		let start = '';
		for await (const chunk of this.chunks()) {
			start = (start + chunk.toString('utf8', 0, 1 << 16)).trimStart();
			if (start.length > 4096 || (start !== '' && chunk.length > 4096)) break;
		}
		return start.slice(0, 1 << 16);
	}
}
