const MARKS: { mark: number[]; encoding: string }[] = [
	{ mark: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
	{ mark: [0xff, 0xfe], encoding: 'utf-16le' },
	{ mark: [0xfe, 0xff], encoding: 'utf-16be' }
];

/**
 * The text of a file's first bytes: by its byte order mark, else by where the zero bytes of UTF-16 lie, else UTF-8,
 * else Windows-1252. undefined for what is no text.
 * @param whole whether these are all bytes of the file; else a letter cut in two at the end is left out
 */
export function decodeStart(bytes: Uint8Array, whole: boolean): string | undefined {
	const marked = MARKS.find(({ mark }) => mark.every((byte, at) => bytes[at] === byte));
	const encoding = marked?.encoding ?? guessEncoding(bytes);
	const text =
		encoding === undefined
			? (decode(bytes, 'utf-8', whole) ?? decode(bytes, 'windows-1252', whole))
			: decode(bytes, encoding, whole);
	return text?.includes('\0') ? undefined : text;
}

/**
 * Whether the first bytes of a file may be those of a table or of an array as text, and not of what only the importer
 * can lay out: workbooks, anything compressed, XML, single objects.
 */
export function readsAsTable(bytes: Uint8Array): boolean {
	const [first, second] = bytes;
	const zip = first === 0x50 && second === 0x4b && (bytes[2] ?? 0) < 9;
	const gzip = first === 0x1f && second === 0x8b;
	if (zip || gzip) return false;
	const start = new TextDecoder().decode(bytes.subarray(0, 200)).replace(/^\uFEFF/, '');
	return !/^[<{\]]/.test(start.trimStart());
}

function guessEncoding(bytes: Uint8Array): string | undefined {
	const start = bytes.subarray(0, 4096);
	const zeros = [0, 0];
	start.forEach((byte, at) => {
		if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
	});
	const [even = 0, odd = 0] = zeros;
	if (even === 0 && odd > start.length / 5) return 'utf-16le';
	return odd === 0 && even > start.length / 5 ? 'utf-16be' : undefined;
}

function decode(bytes: Uint8Array, encoding: string, whole: boolean): string | undefined {
	try {
		return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: !whole });
	} catch {
		return undefined;
	}
}
