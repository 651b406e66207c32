import { UserError } from '$lib/domain/user-error';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
export type Container = 'csv' | 'json';

/** What the first bytes of a file say about it. */
export interface Sniffed {
	encoding: Encoding;
	/** Length of the byte order mark. */
	markLength: number;
}

const signatures: { bytes: number[]; format: string }[] = [
	{ bytes: [0x50, 0x4b, 0x03, 0x04], format: 'XLSX/ZIP' },
	{ bytes: [0xd0, 0xcf, 0x11, 0xe0], format: 'XLS' },
	{ bytes: [0x1f, 0x8b], format: 'GZIP' },
	{ bytes: [0x25, 0x50, 0x44, 0x46], format: 'PDF' },
	{ bytes: [0x50, 0x41, 0x52, 0x31], format: 'Parquet' },
	{ bytes: [0x89, 0x50, 0x4e, 0x47], format: 'PNG' },
	{ bytes: [0xff, 0xd8, 0xff], format: 'JPEG' }
];

/**
 * Tells the encoding by byte order mark or by where the zero bytes of a UTF-16 text lie; without either it is UTF-8
 * until a byte says otherwise.
 * @throws UserError `import_format` {file, format} for a known format that is not read yet, `import_binary` {file}
 */
export function sniffStart(start: Uint8Array, file: string): Sniffed {
	for (const { bytes, format } of signatures)
		if (bytes.every((byte, index) => start[index] === byte))
			throw new UserError('import_format', { file, format });
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
 * Tells the container by the first characters: a JSON array begins with a bracket and an object.
 * @throws UserError `import_markup` {file} for a web page, `import_json_object` {file} for one JSON object,
 * `import_not_json` {file, text} for a `.json` file that holds something else, as an error message
 */
export function sniffContainer(start: string, file: string): Container {
	const text = start.trimStart();
	if (text.startsWith('<')) throw new UserError('import_markup', { file });
	if (/^\[\s*([{\]]|$)/.test(text)) return 'json';
	const named = /\.(json|geojson)$/i.test(file);
	if (/^\{\s*("|\}|$)/.test(text)) throw new UserError('import_json_object', { file });
	// An exporter that found no rows writes nothing but the closing bracket.
	if (/^\]\s*$/.test(text)) throw new UserError('import_no_rows', { file });
	if (named && text !== '')
		throw new UserError('import_not_json', { file, text: text.slice(0, 80).trim() });
	return 'csv';
}
