import { UserError } from '$lib/domain/user-error';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** What the first bytes of a text say about it. */
export interface Sniffed {
	encoding: Encoding;
	/** Length of the byte order mark. */
	markLength: number;
}

/** What a text holds, by its first characters: `object` is one JSON object or many, line by line. */
export type TextForm = 'csv' | 'array' | 'object' | 'xes';

const readable = [
	{ bytes: [0x50, 0x4b, 0x03, 0x04], form: 'zip' },
	{ bytes: [0x50, 0x41, 0x52, 0x31], form: 'parquet' }
] as const;

const refused: { bytes: number[]; format: string }[] = [
	{ bytes: [0x25, 0x50, 0x44, 0x46], format: 'PDF' },
	{ bytes: [0x89, 0x50, 0x4e, 0x47], format: 'PNG' },
	{ bytes: [0xff, 0xd8, 0xff], format: 'JPEG' },
	{ bytes: [0x50, 0x4b, 0x05, 0x06], format: 'ZIP' },
	{ bytes: [0x37, 0x7a, 0xbc, 0xaf], format: '7-Zip' },
	{ bytes: [0x52, 0x61, 0x72, 0x21], format: 'RAR' }
];

const pageElements =
	/^(html|head|body|title|meta|link|style|script|table|div|p|br|h\d|center|font|pre|b)$/i;

const oldOffice = [0xd0, 0xcf, 0x11, 0xe0];

/**
 * Tells by their first bytes the files that are no text; undefined for a text.
 * @throws UserError `import_format` {file, format} for a known format that is not read, `import_xls` {file} for an old
 * or a protected workbook
 */
export function sniffForm(start: Uint8Array, file: string): 'zip' | 'parquet' | undefined {
	// What is packed twice was not exported by anything.
	if (isGzip(start)) throw new UserError('import_format', { file, format: 'GZIP' });
	const begins = (bytes: readonly number[]) => bytes.every((byte, at) => start[at] === byte);
	for (const { bytes, format } of refused)
		if (begins(bytes)) throw new UserError('import_format', { file, format });
	// The container of .xls, and that in which a password wraps an .xlsx.
	if (begins(oldOffice)) throw new UserError('import_xls', { file });
	return readable.find(({ bytes }) => begins(bytes))?.form;
}

/**
 * Refuses by its first bytes a file that no import could read, while it still arrives; gzip may hold anything.
 * @throws UserError of sniffForm and sniffEncoding; `import_format` {file, format} for Parquet, which is read from the
 * command line only
 */
export function sniffStart(start: Uint8Array, file: string): void {
	if (isGzip(start)) return;
	const form = sniffForm(start, file);
	if (form === 'parquet') throw new UserError('import_format', { file, format: 'Parquet' });
	if (form === undefined) sniffEncoding(start, file);
}

/** Whether a file begins as gzip does, with the one method that there is. */
export function isGzip(start: Uint8Array): boolean {
	return start[0] === 0x1f && start[1] === 0x8b && start[2] === 8;
}

/**
 * Tells the encoding by byte order mark or by where the zero bytes of a UTF-16 text lie; without either it is UTF-8
 * until a byte says otherwise.
 * @throws UserError `import_binary` {file}
 */
export function sniffEncoding(start: Uint8Array, file: string): Sniffed {
	if (start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf)
		return { encoding: 'utf-8', markLength: 3 };
	if (start[0] === 0xff && start[1] === 0xfe) return { encoding: 'utf-16le', markLength: 2 };
	if (start[0] === 0xfe && start[1] === 0xff) return { encoding: 'utf-16be', markLength: 2 };
	const length = Math.min(start.length, 4096);
	let even = 0;
	let odd = 0;
	for (let index = 0; index < length; index++)
		if (start[index] === 0) {
			if (index % 2 === 0) even++;
			else odd++;
		}
	if (even + odd === 0) return { encoding: 'utf-8', markLength: 0 };
	if (even === 0 && odd > length / 5) return { encoding: 'utf-16le', markLength: 0 };
	if (odd === 0 && even > length / 5) return { encoding: 'utf-16be', markLength: 0 };
	throw new UserError('import_binary', { file });
}

/**
 * Tells what a text holds by its first characters.
 * @throws UserError `import_markup` {file} for a web page, `import_xml` {file, element} for XML that is no event log,
 * `import_not_json` {file, text} for a `.json` file that holds something else, as an error message
 */
export function sniffText(start: string, file: string): TextForm {
	const text = start.trimStart();
	if (text.startsWith('<')) {
		const element = rootElement(text);
		if (element.toLowerCase() === 'log') return 'xes';
		if (element !== '' && !pageElements.test(element))
			throw new UserError('import_xml', { file, element });
		throw new UserError('import_markup', { file });
	}
	if (/^\[\s*([{\]]|$)/.test(text)) return 'array';
	if (/^\{\s*("|\}|$)/.test(text)) return 'object';
	// An exporter that found no rows writes nothing but the closing bracket.
	if (/^\]\s*$/.test(text)) throw new UserError('import_no_rows', { file });
	if (/\.(json|geojson|ndjson|jsonl)(\.gz)?$/i.test(file) && text !== '')
		throw new UserError('import_not_json', { file, text: quotable(text) });
	return 'csv';
}

/** The beginning of a text as a sentence can quote it. */
export function quotable(text: string): string {
	return text.replace(/\s+/g, ' ').trim().slice(0, 80);
}

function rootElement(text: string): string {
	const bare = text.replace(
		/^(?:\s+|<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!doctype[^>[]*(?:\[[\s\S]*?\])?[^>]*>)*/i,
		''
	);
	return /^<([^\s/>]+)/.exec(bare)?.[1] ?? '';
}
