/** Kinds of values of the compact protocol. */
const KINDS = { flag: 1, int: 5, long: 6, text: 8, list: 9, struct: 12 } as const;

/** A value with its kind; a struct holds its fields by number, ascending. */
export type Thrift =
	| { kind: 'flag'; value: boolean }
	| { kind: 'int' | 'long'; value: number }
	| { kind: 'text'; value: string }
	| { kind: 'list'; of: keyof typeof KINDS; values: Thrift[] }
	| { kind: 'struct'; fields: Record<number, Thrift> };

export const int = (value: number): Thrift => ({ kind: 'int', value });
export const long = (value: number): Thrift => ({ kind: 'long', value });
export const flag = (value: boolean): Thrift => ({ kind: 'flag', value });
export const word = (value: string): Thrift => ({ kind: 'text', value });
export const struct = (fields: Record<number, Thrift>): Thrift => ({ kind: 'struct', fields });
export const list = (of: keyof typeof KINDS, values: Thrift[]): Thrift => ({
	kind: 'list',
	of,
	values
});

/** A struct in Thrift's compact protocol, in which Parquet writes what it says of its pages and of itself. */
export function encodeThrift(value: Thrift): Buffer {
	const bytes: (number | Buffer)[] = [];
	write(value, bytes);
	return Buffer.concat(bytes.map((part) => (typeof part === 'number' ? Buffer.of(part) : part)));
}

/** An unsigned whole number, seven bits a byte, low ones first. */
export function varint(value: number): Buffer {
	const bytes: number[] = [];
	let rest = BigInt(value);
	do {
		const low = Number(rest & 0x7fn);
		rest >>= 7n;
		bytes.push(rest > 0n ? low | 0x80 : low);
	} while (rest > 0n);
	return Buffer.from(bytes);
}

function write(value: Thrift, bytes: (number | Buffer)[]): void {
	switch (value.kind) {
		case 'flag':
			return;
		case 'int':
		case 'long':
			bytes.push(varint(value.value < 0 ? -2 * value.value - 1 : 2 * value.value));
			return;
		case 'text': {
			const text = Buffer.from(value.value, 'utf8');
			bytes.push(varint(text.length), text);
			return;
		}
		case 'list': {
			const { length } = value.values;
			const kind = KINDS[value.of];
			if (length < 15) bytes.push((length << 4) | kind);
			else bytes.push(0xf0 | kind, varint(length));
			for (const item of value.values) write(item, bytes);
			return;
		}
		case 'struct': {
			let last = 0;
			for (const [key, field] of Object.entries(value.fields)) {
				const id = Number(key);
				// A flag is its own kind: 1 for true, 2 for false. Fields are less than 15 apart here.
				const kind = field.kind === 'flag' && !field.value ? 2 : KINDS[field.kind];
				bytes.push(((id - last) << 4) | kind);
				write(field, bytes);
				last = id;
			}
			bytes.push(0);
		}
	}
}
