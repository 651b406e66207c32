import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { open, rm, stat } from 'node:fs/promises';
import { UserError } from '$lib/domain/user-error';
import { Decoder, LineEnds, NotUtf8 } from './decode';
import { cutHeader } from './header';
import type { BrokenRecord } from './records';
import { RecordScanner } from './records';
import type { Container, Encoding } from './sniff';
import { sniffContainer, sniffStart } from './sniff';

/** A file in the work folder, ready for the database to read: UTF-8, one sign for line ends, no blank lines. */
export interface StagedFile {
	/** As the person knows it. */
	name: string;
	/** In the work folder. */
	path: string;
	/** Of the bytes as they came, hexadecimal. */
	sha256: string;
	bytes: number;
	encoding: Encoding;
	container: Container;
	/** Columns of a CSV file; those of a JSON array are found when it is read. */
	names: string[];
	delimiter: string;
	/** Records without the header, of a CSV file. */
	records: number;
	/** Records that are in the staged file as placeholders. */
	broken: BrokenRecord[];
}

const chunkBytes = 1 << 20;
const noSpace = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/**
 * Streams a file into the work folder: hashes, decodes, counts, cuts the header off.
 * @param source path of the file, and the name by which people know it
 * @param target a fresh path in the work folder, removed again when the file is refused
 * @throws UserError `import_file_missing`, `import_folder`, `import_unreadable`, `import_empty`, `import_header_only`,
 * `import_quotes` {file, record}, those of sniffing, all with {file}; `disk_full` {path}
 */
export async function stageFile(
	source: { path: string; name: string },
	target: string,
	signal?: AbortSignal
): Promise<StagedFile> {
	try {
		try {
			return await stage(source, target, undefined, signal);
		} catch (error) {
			if (error instanceof NotUtf8) return await stage(source, target, 'windows-1252', signal);
			throw error;
		}
	} catch (error) {
		await rm(target, { force: true });
		throw asImportError(error, source.name, target);
	}
}

async function stage(
	source: { path: string; name: string },
	target: string,
	encoding: Encoding | undefined,
	signal: AbortSignal | undefined
): Promise<StagedFile> {
	if ((await stat(source.path)).isDirectory())
		throw new UserError('import_folder', { file: source.name });
	const input = await open(source.path, 'r');
	try {
		const output = await open(target, 'w', 0o600);
		try {
			return await stream({ source, target, input, output, encoding, signal });
		} finally {
			await output.close();
		}
	} finally {
		await input.close();
	}
}

async function stream(given: {
	source: { path: string; name: string };
	target: string;
	input: FileHandle;
	output: FileHandle;
	encoding: Encoding | undefined;
	signal: AbortSignal | undefined;
}): Promise<StagedFile> {
	const { input, output, target } = given;
	const file = given.source.name;
	const hash = createHash('sha256');
	const lines = new LineEnds();
	const scanning: Scanning = { file, output, head: Buffer.alloc(0), text: undefined };
	let decoder: Decoder | undefined;
	let encoding: Encoding = given.encoding ?? 'utf-8';
	let bytes = 0;
	const buffers = [Buffer.allocUnsafe(chunkBytes), Buffer.allocUnsafe(chunkBytes)];
	for (let turn = 0; ; turn++) {
		given.signal?.throwIfAborted();
		const buffer = buffers[turn % 2] as Buffer;
		const { bytesRead } = await input.read(buffer, 0, chunkBytes, null);
		let chunk = buffer.subarray(0, bytesRead);
		hash.update(chunk);
		bytes += bytesRead;
		if (!decoder) {
			if (bytesRead === 0) throw new UserError('import_empty', { file });
			const sniffed = sniffStart(chunk, file);
			encoding = given.encoding ?? sniffed.encoding;
			decoder = new Decoder(encoding, sniffed.markLength > 0);
			chunk = chunk.subarray(sniffed.markLength);
		}
		const last = bytesRead === 0;
		const text = decoder.decode(chunk, last);
		if (text.includes(0)) throw new UserError('import_binary', { file });
		const pieces = await take(scanning, text, lines, last);
		if (pieces.length > 0) await output.writev(pieces);
		if (last) break;
	}
	const { text } = scanning;
	const staged = { name: file, path: target, sha256: hash.digest('hex'), bytes, encoding };
	if (!text) throw new UserError('import_empty', { file });
	if (text.container === 'json')
		return { ...staged, container: 'json', names: [], delimiter: '', records: 0, broken: [] };
	const { scanner, names, delimiter } = text;
	if (scanner.insideQuotes)
		throw new UserError('import_quotes', { file, record: scanner.records + 1 });
	if (scanner.records === 0) throw new UserError('import_header_only', { file });
	const { records, broken } = scanner;
	return { ...staged, container: 'csv', names, delimiter, records, broken };
}

interface Scanning {
	file: string;
	output: FileHandle;
	/** What came before the header's end. */
	head: Buffer;
	text:
		| { container: 'json' }
		| { container: 'csv'; scanner: RecordScanner; names: string[]; delimiter: string }
		| undefined;
}

/** Answers what to write for a chunk of UTF-8 text. */
async function take(
	scanning: Scanning,
	chunk: Buffer,
	lines: LineEnds,
	last: boolean
): Promise<Buffer[]> {
	if (scanning.text?.container === 'json') return chunk.length > 0 ? [chunk] : [];
	let text = lines.unify(chunk);
	const start: Buffer[] = [];
	if (!scanning.text) {
		text = scanning.head = Buffer.concat([scanning.head, text]);
		const begin = text.toString('utf8', 0, 4096);
		if (begin.trim() === '') {
			if (last) throw new UserError('import_empty', { file: scanning.file });
			return [];
		}
		if (sniffContainer(begin, scanning.file) === 'json') {
			scanning.text = { container: 'json' };
			return [text];
		}
		const cut = cutHeader(text, last, scanning.file);
		if (!cut) return [];
		const { names, delimiter } = cut;
		scanning.text = { container: 'csv', scanner: new RecordScanner(delimiter), names, delimiter };
		scanning.head = Buffer.alloc(0);
		// A first line of our own: the database counts its cells, whatever the first record looks like.
		start.push(Buffer.from(`${names.map((_, index) => `c${index}`).join(delimiter)}\n`));
		text = cut.rest;
	}
	const { scanner } = scanning.text;
	start.push(...scanner.push(text));
	if (last) start.push(...scanner.end());
	return start;
}

function asImportError(error: unknown, file: string, target: string): unknown {
	if (error instanceof UserError || !(error instanceof Error) || !('code' in error)) return error;
	const code = String(error.code);
	if (noSpace.has(code)) return new UserError('disk_full', { path: target }, error);
	if (code === 'ENOENT') return new UserError('import_file_missing', { file }, error);
	if (code === 'EISDIR') return new UserError('import_folder', { file }, error);
	if (code === 'EACCES' || code === 'EPERM')
		return new UserError('import_unreadable', { file }, error);
	return error;
}
