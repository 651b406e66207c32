import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { UserError } from '$lib/domain/user-error';
import { isGzip } from './sniff';

/** How far a compressed file may unfold before it is refused. */
export interface UnfoldLimits {
	/** Bytes of plain content. */
	plainBytes: number;
	/** Plain bytes per compressed byte… */
	ratio: number;
	/** …once there are more plain bytes than this. */
	ratioFrom: number;
}

/** Tables compress ten- to fiftyfold; what unfolds two hundredfold was made to fill the disk. */
export const unfoldLimits: UnfoldLimits = {
	plainBytes: 64 * 2 ** 30,
	ratio: 200,
	ratioFrom: 64 * 2 ** 20
};

/** Bytes that are read at a time. */
export const chunkBytes = 1 << 18;

/**
 * Answers a check for a compressed file that unfolds.
 * @returns a function of the compressed and plain bytes so far; it throws UserError `import_unfolds` {file, megabytes}
 */
export function unfoldGuard(
	file: string,
	limits: UnfoldLimits
): (compressed: number, plain: number) => void {
	return (compressed, plain) => {
		const tooSteep = plain > limits.ratioFrom && plain > compressed * limits.ratio;
		if (tooSteep || plain > limits.plainBytes)
			throw new UserError('import_unfolds', { file, megabytes: Math.round(plain / 1e6) });
	};
}

interface OpenOptions {
	signal: AbortSignal | undefined;
	limits: UnfoldLimits;
	/** Called with the bytes read so far, as they came, each time that some were. */
	onBytes?: ((bytes: number) => void) | undefined;
}

/** A file as it came, read as often as needed; gzip around it is taken off, known by its first bytes. */
export class PlainFile {
	readonly file: string;
	readonly path: string;
	/** Whether it came as gzip. */
	readonly compressed: boolean;
	/** Of the bytes as they came, hexadecimal; empty until they were read once to their end. */
	sha256 = '';
	/** As they came. */
	bytes = 0;
	readonly #handle: FileHandle;
	readonly #signal: AbortSignal | undefined;
	readonly #limits: UnfoldLimits;
	readonly #onBytes: OpenOptions['onBytes'];

	private constructor(
		source: { path: string; name: string },
		handle: FileHandle,
		compressed: boolean,
		given: OpenOptions
	) {
		this.file = source.name;
		this.path = source.path;
		this.compressed = compressed;
		this.#handle = handle;
		this.#signal = given.signal;
		this.#limits = given.limits;
		this.#onBytes = given.onBytes;
	}

	/** Opens a file; the caller closes it. */
	static async open(
		source: { path: string; name: string },
		given: OpenOptions
	): Promise<PlainFile> {
		const handle = await open(source.path, 'r');
		try {
			const magic = Buffer.alloc(3);
			await handle.read(magic, 0, 3, 0);
			return new PlainFile(source, handle, isGzip(magic), given);
		} catch (error) {
			await handle.close();
			throw error;
		}
	}

	async close(): Promise<void> {
		await this.#handle.close();
	}

	/** The first plain bytes, 4096 of them where there are so many. */
	async start(): Promise<Buffer> {
		const pieces: Buffer[] = [];
		let length = 0;
		for await (const chunk of this.chunks()) {
			pieces.push(Buffer.from(chunk));
			length += chunk.length;
			if (length >= 4096) break;
		}
		return Buffer.concat(pieces).subarray(0, 4096);
	}

	/**
	 * The plain bytes from the beginning; a chunk is good until the next but one is asked for.
	 * @throws UserError `import_gzip_broken` {file}, that of unfoldGuard; the signal's reason
	 */
	async *chunks(): AsyncGenerator<Buffer> {
		const raw = new RawReader(this.#handle, this.#signal, this.compressed, this.#onBytes);
		if (this.compressed) yield* this.#unfold(raw);
		else yield* raw.chunks();
		// What follows the end of the compressed part belongs to the file all the same.
		for await (const rest of raw.chunks()) void rest;
		this.sha256 = raw.hash.digest('hex');
		this.bytes = raw.bytes;
	}

	async *#unfold(raw: RawReader): AsyncGenerator<Buffer> {
		const check = unfoldGuard(this.file, this.#limits);
		const gunzip = createGunzip({ chunkSize: chunkBytes });
		const fed = pipeline(raw.chunks(), gunzip).catch(() => undefined);
		let plain = 0;
		try {
			for await (const chunk of gunzip as AsyncIterable<Buffer>) {
				plain += chunk.length;
				check(raw.bytes, plain);
				yield chunk;
			}
		} catch (error) {
			if (error instanceof Error && 'code' in error && /^Z_/.test(String(error.code)))
				throw new UserError('import_gzip_broken', { file: this.file }, error);
			throw error;
		} finally {
			gunzip.destroy();
			await fed;
		}
	}
}

/** Reads a file from its beginning, counting and hashing; asked again, it goes on where it stopped. */
class RawReader {
	readonly hash = createHash('sha256');
	bytes = 0;

	constructor(
		readonly handle: FileHandle,
		readonly signal: AbortSignal | undefined,
		/** Whether the chunks are kept by who gets them. */
		readonly kept: boolean,
		readonly onBytes: OpenOptions['onBytes']
	) {}

	async *chunks(): AsyncGenerator<Buffer> {
		// One is being read and one written while one is looked at.
		const buffers = this.kept ? [] : [0, 1, 2].map(() => Buffer.allocUnsafe(chunkBytes));
		const read = (turn: number) => {
			const buffer = buffers[turn % 3] ?? Buffer.allocUnsafe(chunkBytes);
			const result = this.handle.read(buffer, 0, chunkBytes, this.bytes);
			// Awaited a turn later; until then nobody has seen it fail.
			result.catch(() => undefined);
			return result;
		};
		let reading = read(0);
		try {
			for (let turn = 1; ; turn++) {
				this.signal?.throwIfAborted();
				const { bytesRead, buffer } = await reading;
				if (bytesRead === 0) return;
				this.bytes += bytesRead;
				this.onBytes?.(this.bytes);
				reading = read(turn);
				const chunk = buffer.subarray(0, bytesRead);
				this.hash.update(chunk);
				yield chunk;
			}
		} finally {
			await reading.catch(() => undefined);
		}
	}
}
