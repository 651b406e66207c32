import type { FileHandle } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { crc32, createInflateRaw } from 'node:zlib';
import { UserError } from '$lib/domain/user-error';
import type { UnfoldLimits } from '../plain-file';
import { unfoldGuard } from '../plain-file';

interface Entry {
	method: number;
	crc: number;
	compressedBytes: number;
	/** Of the entry's local header. */
	offset: number;
}

const readBytes = 1 << 18;
/** An index of so many bytes lists a hundred thousand entries: a workbook has a few dozen. */
const longestIndex = 16_000_000;

/** The entries of a ZIP archive on the disk, found by its index and read one chunk at a time. */
export class ZipFile {
	readonly file: string;
	readonly #handle: FileHandle;
	readonly #entries: Map<string, Entry>;
	readonly #signal: AbortSignal | undefined;
	readonly #limits: UnfoldLimits;
	readonly #bytes: number;

	private constructor(
		handle: FileHandle,
		entries: Map<string, Entry>,
		given: { file: string; signal: AbortSignal | undefined; limits: UnfoldLimits; bytes: number }
	) {
		this.file = given.file;
		this.#handle = handle;
		this.#entries = entries;
		this.#signal = given.signal;
		this.#limits = given.limits;
		this.#bytes = given.bytes;
	}

	/**
	 * Reads the index of an archive.
	 * @throws UserError `import_workbook_broken` {file, detail} when it is cut off or damaged
	 */
	static async open(
		handle: FileHandle,
		given: { file: string; signal: AbortSignal | undefined; limits: UnfoldLimits }
	): Promise<ZipFile> {
		const { file } = given;
		const { size } = await handle.stat();
		// The comment at the end of an archive has at most 65,535 bytes.
		const tail = await readAt(handle, Math.max(0, size - 65_557), Math.min(size, 65_557), file);
		const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
		if (end < 0 || end + 22 > tail.length) throw broken(file, 'no index');
		let bytes = tail.readUInt32LE(end + 12);
		let offset = tail.readUInt32LE(end + 16);
		if (offset === 0xffffffff || bytes === 0xffffffff) {
			const locator = end - 20;
			if (locator < 0 || tail.readUInt32LE(locator) !== 0x07064b50) throw broken(file, 'no index');
			const at = Number(tail.readBigUInt64LE(locator + 8));
			const large = await readAt(handle, at, 56, file);
			bytes = Number(large.readBigUInt64LE(40));
			offset = Number(large.readBigUInt64LE(48));
		}
		if (bytes > longestIndex) throw broken(file, 'index too long');
		const entries = readIndex(await readAt(handle, offset, bytes, file), file);
		return new ZipFile(handle, entries, { ...given, bytes: size });
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
		const check = unfoldGuard(this.file, this.#limits);
		let plain = 0;
		let crc = 0;
		for await (const chunk of this.#unfold(name, entry)) {
			plain += chunk.length;
			check(entry.compressedBytes, plain);
			crc = crc32(chunk, crc);
			yield chunk;
		}
		if (crc !== entry.crc) throw broken(this.file, name);
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

	async *#unfold(name: string, entry: Entry): AsyncGenerator<Buffer> {
		const header = await readAt(this.#handle, entry.offset, 30, this.file);
		if (header.readUInt32LE(0) !== 0x04034b50) throw broken(this.file, name);
		const from = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
		if (from + entry.compressedBytes > this.#bytes) throw broken(this.file, name);
		const raw = this.#raw(from, entry.compressedBytes);
		if (entry.method === 0) {
			yield* raw;
			return;
		}
		if (entry.method !== 8) throw broken(this.file, name);
		const inflate = createInflateRaw({ chunkSize: readBytes });
		const fed = pipeline(raw, inflate).catch(() => undefined);
		try {
			yield* inflate as AsyncIterable<Buffer>;
		} catch (error) {
			if (error instanceof Error && 'code' in error && /^Z_/.test(String(error.code)))
				throw broken(this.file, name, error);
			throw error;
		} finally {
			inflate.destroy();
			await fed;
		}
	}

	async *#raw(from: number, bytes: number): AsyncGenerator<Buffer> {
		for (let at = 0; at < bytes; at += readBytes) {
			this.#signal?.throwIfAborted();
			yield await readAt(this.#handle, from + at, Math.min(readBytes, bytes - at), this.file);
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

function readIndex(index: Buffer, file: string): Map<string, Entry> {
	const entries = new Map<string, Entry>();
	for (let at = 0; at + 46 <= index.length && index.readUInt32LE(at) === 0x02014b50;) {
		const nameLength = index.readUInt16LE(at + 28);
		const extraLength = index.readUInt16LE(at + 30);
		const extraFrom = at + 46 + nameLength;
		const next = extraFrom + extraLength + index.readUInt16LE(at + 32);
		if (next > index.length) throw broken(file, 'index');
		// Bit 0: encrypted with the archive's own password.
		if (index.readUInt16LE(at + 8) & 1) throw new UserError('import_xls', { file });
		const entry = {
			method: index.readUInt16LE(at + 10),
			crc: index.readUInt32LE(at + 16),
			compressedBytes: index.readUInt32LE(at + 20),
			offset: index.readUInt32LE(at + 42)
		};
		const name = index.toString('utf8', at + 46, extraFrom).replace(/\\/g, '/');
		const plainBytes = index.readUInt32LE(at + 24);
		readLarge(index.subarray(extraFrom, extraFrom + extraLength), plainBytes, entry);
		entries.set(name.replace(/^\//, ''), entry);
		at = next;
	}
	if (entries.size === 0) throw broken(file, 'index');
	return entries;
}

/** Sizes that do not fit into 32 bits stand in an extra field, in this order, each only if its place says so. */
function readLarge(extra: Buffer, plainBytes: number, entry: Entry): void {
	for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
		if (extra.readUInt16LE(at) !== 1) continue;
		const end = Math.min(extra.length, at + 4 + extra.readUInt16LE(at + 2));
		let place = at + 4;
		const next = (): number => {
			if (place + 8 > end) return 0xffffffff;
			place += 8;
			return Number(extra.readBigUInt64LE(place - 8));
		};
		if (plainBytes === 0xffffffff) next();
		if (entry.compressedBytes === 0xffffffff) entry.compressedBytes = next();
		if (entry.offset === 0xffffffff) entry.offset = next();
		return;
	}
}

async function readAt(
	handle: FileHandle,
	position: number,
	length: number,
	file: string
): Promise<Buffer> {
	const { size } = await handle.stat();
	if (!(position >= 0 && position + length <= size)) throw broken(file, 'index');
	const buffer = Buffer.allocUnsafe(length);
	const { bytesRead } = await handle.read(buffer, 0, length, position);
	if (bytesRead < length) throw broken(file, 'index');
	return buffer;
}
