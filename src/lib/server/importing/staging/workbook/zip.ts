import type { FileHandle } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { crc32, createInflateRaw } from 'node:zlib';
import type { Entry, ZipFile as Archive } from 'yauzl';
import { fromRandomAccessReaderPromise } from 'yauzl';
import { UserError } from '$lib/domain/user-error';
import type { UnfoldLimits } from '../plain-file';
import { unfoldGuard } from '../plain-file';
import { HandleReader } from './handle-reader';

const chunkBytes = 1 << 18;
/** An index of so many bytes lists tens of thousands of entries: a workbook has a few dozen. */
const longestIndex = 4_000_000;
/** Deflate; 0 is stored as it is. Spreadsheets know no other method. */
const deflated = 8;

interface Given {
	/** The name by which people know the archive. */
	file: string;
	signal: AbortSignal | undefined;
	limits: UnfoldLimits;
}

/** The entries of a ZIP archive on the disk, found by its index and read one chunk at a time. */
export class ZipFile {
	readonly file: string;
	readonly #archive: Archive;
	readonly #entries: Map<string, Entry>;
	readonly #given: Given;

	private constructor(archive: Archive, entries: Map<string, Entry>, given: Given) {
		this.file = given.file;
		this.#archive = archive;
		this.#entries = entries;
		this.#given = given;
	}

	/**
	 * Reads the index of an archive.
	 * @param handle stays the caller's, who closes it when the archive is read
	 * @throws UserError `import_workbook_broken` {file, detail} when it is cut off or damaged, `import_xls` {file} when
	 * it is encrypted; the signal's reason
	 */
	static async open(handle: FileHandle, given: Given): Promise<ZipFile> {
		const { file, signal } = given;
		const reader = new HandleReader(handle, signal);
		try {
			const size = await archiveBytes(handle);
			// Names are decoded here: the library refuses those that begin with a slash, which some exporters write.
			const options = { autoClose: false, decodeStrings: false };
			const archive = await fromRandomAccessReaderPromise(reader, size, options);
			const entries = new Map<string, Entry>();
			let bytes = 0;
			for await (const entry of archive.eachEntry()) {
				signal?.throwIfAborted();
				if (entry.isEncrypted()) throw new UserError('import_xls', { file });
				bytes += 46 + entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength;
				if (bytes > longestIndex) throw broken(file, 'index');
				entries.set(partName(entry), entry);
			}
			if (entries.size === 0) throw broken(file, 'index');
			return new ZipFile(archive, entries, given);
		} catch (error) {
			throw asBroken(error, given, 'index');
		}
	}

	get names(): string[] {
		return [...this.#entries.keys()];
	}

	/** The name of an entry as the archive writes it, whatever the case; undefined when there is none. */
	find(name: string): string | undefined {
		if (this.#entries.has(name)) return name;
		const lower = name.toLowerCase();
		return this.names.find((other) => other.toLowerCase() === lower);
	}

	/**
	 * The content of an entry, one chunk at a time.
	 * @throws UserError `import_workbook_broken` {file, detail}, that of unfoldGuard; the signal's reason
	 */
	async *chunks(name: string): AsyncGenerator<Buffer> {
		const entry = this.#entries.get(name);
		if (!entry) throw broken(this.file, name);
		const check = unfoldGuard(this.file, this.#given.limits);
		let plain = 0;
		let crc = 0;
		for await (const chunk of this.#unfold(name, entry)) {
			plain += chunk.length;
			check(entry.compressedSize, plain);
			crc = crc32(chunk, crc);
			yield chunk;
		}
		// The library leaves the checksum to its callers.
		if (crc !== entry.crc32) throw broken(this.file, name);
	}

	/** An entry that is short; refuses one that is longer than `most` bytes. */
	async content(name: string, most: number): Promise<Buffer> {
		const pieces: Buffer[] = [];
		let length = 0;
		for await (const chunk of this.chunks(name)) {
			length += chunk.length;
			if (length > most)
				throw new UserError('import_unfolds', {
					file: this.file,
					megabytes: Math.round(length / 1e6)
				});
			pieces.push(chunk);
		}
		return Buffer.concat(pieces);
	}

	/** Inflates by itself: the library's stream hands out 16 KB at a time and keeps its memory when left early. */
	async *#unfold(name: string, entry: Entry): AsyncGenerator<Buffer> {
		const { compressionMethod: method } = entry;
		if (method !== 0 && method !== deflated) throw broken(this.file, name);
		try {
			const raw = await this.#archive.openReadStreamPromise(entry, { decodeFileData: false });
			if (method === 0) {
				yield* raw as AsyncIterable<Buffer>;
				return;
			}
			const inflate = createInflateRaw({ chunkSize: chunkBytes });
			const fed = pipeline(raw, inflate).catch(() => undefined);
			try {
				yield* inflate as AsyncIterable<Buffer>;
			} finally {
				inflate.destroy();
				await fed;
			}
		} catch (error) {
			throw asBroken(error, this.#given, name);
		}
	}
}

/**
 * The refusal of a workbook that is damaged.
 * @param detail the part that is
 */
export function broken(file: string, detail: string, cause?: unknown): UserError {
	return new UserError('import_workbook_broken', { file, detail }, cause);
}

/**
 * Where an archive ends. Web applications let a line break or more slip out behind what they send, which spreadsheets
 * pass over and the library does not.
 */
async function archiveBytes(handle: FileHandle): Promise<number> {
	const { size } = await handle.stat();
	// The record at the end has 22 bytes; the comment that may follow it, whose length it tells, at most 65,535.
	const from = Math.max(0, size - 22 - 0xffff);
	const { buffer, bytesRead } = await handle.read(Buffer.alloc(size - from), 0, size - from, from);
	const record = buffer.subarray(0, bytesRead).lastIndexOf('PK\x05\x06', undefined, 'latin1');
	if (record < 0 || record + 22 > bytesRead) return size;
	return Math.min(size, from + record + 22 + buffer.readUInt16LE(record + 20));
}

function partName(entry: Entry): string {
	return entry.fileNameRaw.toString('utf8').replace(/\\/g, '/').replace(/^\//, '');
}

/**
 * What an error means for the part of the archive where it came up: the library's have no code, zlib's one as
 * `Z_DATA_ERROR`; those of the disk name their system call and stay what they are.
 */
function asBroken(error: unknown, { file, signal }: Given, part: string): unknown {
	if (!(error instanceof Error) || error instanceof UserError) return error;
	if ('syscall' in error || error === signal?.reason) return error;
	if (/encrypt/.test(error.message)) return new UserError('import_xls', { file }, error);
	return broken(file, part, error);
}
