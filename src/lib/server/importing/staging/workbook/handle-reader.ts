import type { FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { RandomAccessReader } from 'yauzl';

const pieceBytes = 1 << 18;

/**
 * Lets yauzl read an open file; whoever opened the file closes it. Its own way over a file descriptor throws, where
 * nobody can catch it, at an offset beyond 2^53, of which any eight bytes of a damaged archive may make one.
 */
export class HandleReader extends RandomAccessReader {
	readonly #handle: FileHandle;
	readonly #signal: AbortSignal | undefined;

	constructor(handle: FileHandle, signal: AbortSignal | undefined) {
		super();
		this.#handle = handle;
		this.#signal = signal;
	}

	override read(
		buffer: Buffer,
		offset: number,
		length: number,
		position: number,
		callback: (error: Error | null, bytesRead?: number) => void
	): void {
		this.#handle.read(buffer, offset, length, position).then(
			({ bytesRead }) => callback(null, bytesRead),
			(error: unknown) => callback(error instanceof Error ? error : new Error(String(error)))
		);
	}

	override _readStreamForRange(start: number, end: number): Readable {
		return Readable.from(this.#pieces(start, end), { objectMode: false });
	}

	async *#pieces(start: number, end: number): AsyncGenerator<Buffer> {
		for (let at = start; at < end;) {
			this.#signal?.throwIfAborted();
			const piece = Buffer.allocUnsafe(Math.min(pieceBytes, end - at));
			const { bytesRead } = await this.#handle.read(piece, 0, piece.length, at);
			// The file became shorter meanwhile: yauzl says so.
			if (bytesRead === 0) return;
			at += bytesRead;
			yield piece.subarray(0, bytesRead);
		}
	}
}
