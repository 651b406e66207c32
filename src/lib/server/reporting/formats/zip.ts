import { createDeflateRaw, crc32 } from 'node:zlib';

/** A file of an archive whose content is made while it is written. */
export interface ZipPart {
	name: string;
	content: () => AsyncIterable<string> | Iterable<string>;
}

/** 1 January 1980: the same content gives the same bytes whenever it is written. */
const NO_DATE = 0x0021;
const FLAGS = 0x0808;

/**
 * Writes a ZIP archive part by part; sizes follow each part, so that nothing is held in memory. Parts may come to 4 GiB.
 */
export async function* writeZip(
	parts: AsyncIterable<ZipPart> | Iterable<ZipPart>
): AsyncGenerator<Uint8Array> {
	let offset = 0;
	const directory: Buffer[] = [];
	for await (const part of parts) {
		const name = Buffer.from(part.name);
		const start = offset;
		const head = Buffer.alloc(30);
		head.writeUInt32LE(0x04034b50, 0);
		head.writeUInt16LE(20, 4);
		head.writeUInt16LE(FLAGS, 6);
		head.writeUInt16LE(8, 8);
		head.writeUInt16LE(NO_DATE, 12);
		head.writeUInt16LE(name.length, 26);
		yield Buffer.concat([head, name]);
		offset += 30 + name.length;
		const sums = { crc: 0, size: 0, packed: 0 };
		for await (const chunk of pack(part, sums)) {
			offset += chunk.length;
			yield chunk;
		}
		const tail = Buffer.alloc(16);
		tail.writeUInt32LE(0x08074b50, 0);
		tail.writeUInt32LE(sums.crc, 4);
		tail.writeUInt32LE(sums.packed, 8);
		tail.writeUInt32LE(sums.size, 12);
		yield tail;
		offset += 16;
		directory.push(entryOf(name, start, sums));
	}
	const central = Buffer.concat(directory);
	const end = Buffer.alloc(22);
	end.writeUInt32LE(0x06054b50, 0);
	end.writeUInt16LE(directory.length, 8);
	end.writeUInt16LE(directory.length, 10);
	end.writeUInt32LE(central.length, 12);
	end.writeUInt32LE(offset, 16);
	yield Buffer.concat([central, end]);
}

async function* pack(
	part: ZipPart,
	sums: { crc: number; size: number; packed: number }
): AsyncGenerator<Buffer> {
	const deflate = createDeflateRaw({ level: 1, chunkSize: 1 << 18 });
	const feeding = (async () => {
		for await (const text of part.content()) {
			const bytes = Buffer.from(text);
			sums.crc = crc32(bytes, sums.crc);
			sums.size += bytes.length;
			if (!deflate.write(bytes))
				await new Promise<void>((resolve) => deflate.once('drain', () => resolve()));
		}
		deflate.end();
	})();
	feeding.catch((error: unknown) => deflate.destroy(error as Error));
	for await (const chunk of deflate as AsyncIterable<Buffer>) {
		sums.packed += chunk.length;
		yield chunk;
	}
	await feeding;
}

function entryOf(
	name: Buffer,
	start: number,
	sums: { crc: number; size: number; packed: number }
): Buffer {
	const entry = Buffer.alloc(46);
	entry.writeUInt32LE(0x02014b50, 0);
	entry.writeUInt16LE(20, 4);
	entry.writeUInt16LE(20, 6);
	entry.writeUInt16LE(FLAGS, 8);
	entry.writeUInt16LE(8, 10);
	entry.writeUInt16LE(NO_DATE, 14);
	entry.writeUInt32LE(sums.crc, 16);
	entry.writeUInt32LE(sums.packed, 20);
	entry.writeUInt32LE(sums.size, 24);
	entry.writeUInt16LE(name.length, 28);
	entry.writeUInt32LE(start, 42);
	return Buffer.concat([entry, name]);
}
