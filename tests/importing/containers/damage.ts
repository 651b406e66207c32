import { gzipSync } from 'node:zlib';
import { makeZip, textRow, workbookParts } from './make-workbook';

/** A file that was good, and what was done to it. */
export interface Damaged {
	name: string;
	kind: string;
	content: Buffer;
}

type Random = () => number;

const names = ['case', 'activity', 'started', 'completed', 'actor'];

const records = Array.from({ length: 40 }, (_, at) => {
	const day = String(6 + (at % 20)).padStart(2, '0');
	return [
		`PKT-${1 + (at >> 2)}`,
		['Terima berkas', 'Periksa, catat', 'Setujui "segera"', 'Arsipkan – café'][at % 4] ?? '',
		at % 3 === 0 ? `2025-01-${day} 08:00:00` : '',
		`2025-01-${day} 09:${String(at % 60).padStart(2, '0')}:00`,
		`19850101201001${String(1000 + at)} - BUDI, S.Kom`
	];
});

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
const escaped = (cell: string) =>
	cell.replace(/[&<"]/g, (sign) => `&#${String(sign.charCodeAt(0))};`);

function csv(delimiter: string, end: string, rows: readonly (readonly string[])[]): string {
	return [names, ...rows].map((cells) => cells.map(quoted).join(delimiter) + end).join('');
}

const objects = records.map((cells) =>
	JSON.stringify(Object.fromEntries(names.map((name, at) => [name, cells[at]])))
);

const log = `<?xml version="1.0" encoding="UTF-8"?>\n<log xes.version="1.0"><global scope="event"><string key="concept:name" value="x"/></global>${records
	.map(
		([key = '', activity = '', , completed = '', actor = '']) =>
			`<trace><string key="concept:name" value="${key}"/><event><string key="concept:name" value="${escaped(activity)}"/><string key="lifecycle:transition" value="complete"/><string key="org:resource" value="${actor}"/><date key="time:timestamp" value="${completed.replace(' ', 'T')}.000+07:00"/></event></trace>\n`
	)
	.join('')}</log>\n`;

const workbook = workbookParts([
	{
		name: 'Data 2025',
		rows: [names, ...records].map((cells, at) => textRow(at + 1, cells.map(escaped))).join('')
	},
	{ name: '_metadata', rows: textRow(1, ['endpoint']) }
]);

/** Small good files, one of each kind; the text of those that are packed is damaged before packing, too. */
const good: { name: string; content: Buffer; pack?: (content: Buffer) => Buffer }[] = [
	{ name: 'log.csv', content: Buffer.from(csv(',', '\n', records)) },
	{ name: 'titik-koma.csv', content: Buffer.from(`\ufeff${csv(';', '\r\n', records)}`) },
	{
		name: 'lama.csv',
		content: Buffer.from(csv('|', '\r', records).replaceAll('–', '-'), 'latin1')
	},
	{ name: 'unicode.txt', content: Buffer.from(`\ufeff${csv('\t', '\r\n', records)}`, 'utf16le') },
	{
		name: 'log.csv.gz',
		content: Buffer.from(csv(',', '\n', records)),
		pack: (text) => gzipSync(text)
	},
	{ name: 'larik.json', content: Buffer.from(`[${objects.join(',\n')}]`) },
	{ name: 'baris.ndjson', content: Buffer.from(objects.join('\n')) },
	{
		name: 'inaproc.json',
		content: Buffer.from(`{"success":true,"data":[${objects.join(',')}],"meta":{"has_more":false}}`)
	},
	{ name: 'log.xes', content: Buffer.from(log) },
	{ name: 'log.xes.gz', content: Buffer.from(log), pack: (text) => gzipSync(text) },
	{
		name: 'buku.xlsx',
		content: Buffer.from(workbook['xl/worksheets/sheet1.xml'] ?? ''),
		pack: (sheet) => makeZip({ ...workbook, 'xl/worksheets/sheet1.xml': sheet })
	},
	{
		name: 'indeks.xlsx',
		content: Buffer.from(workbook['xl/workbook.xml'] ?? ''),
		pack: (part) => makeZip({ ...workbook, 'xl/workbook.xml': part })
	}
];

/** The good files as they are. */
export const goodFiles: readonly Damaged[] = good.map(({ name, content, pack }) => ({
	name,
	kind: 'good',
	content: pack ? pack(content) : content
}));

/** Each takes bytes and answers other ones. */
const damages: Record<string, (bytes: Buffer, random: Random) => Buffer> = {
	cut: (bytes, random) => bytes.subarray(0, below(random, bytes.length)),
	'beginning lost': (bytes, random) => bytes.subarray(below(random, bytes.length)),
	'middle lost': (bytes, random) => {
		const [from, to] = range(bytes, random);
		return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
	},
	'bytes flipped': (bytes, random) => {
		const changed = Buffer.from(bytes);
		for (let count = 1 + below(random, 8); count > 0 && changed.length > 0; count--)
			changed[below(random, changed.length)] = below(random, 256);
		return changed;
	},
	'bit flipped': (bytes, random) => {
		const changed = Buffer.from(bytes);
		const at = below(random, changed.length);
		changed[at] = (changed[at] ?? 0) ^ (1 << below(random, 8));
		return changed;
	},
	'zeros written': (bytes, random) => {
		const [from, to] = range(bytes, random);
		return Buffer.from(bytes).fill(0, from, Math.min(to, from + 512));
	},
	repeated: (bytes, random) => {
		const [from, to] = range(bytes, random);
		return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)]);
	},
	'columns dropped': (bytes, random) => {
		const lines = bytes.toString('latin1').split('\n');
		const sign = [',', ';', '\t', '|', '</c>', '<string'][below(random, 6)] ?? ',';
		const at = below(random, 5);
		const from = below(random, 2) === 0 ? 0 : below(random, lines.length);
		const dropped = lines.map((line, number) => {
			if (number < from) return line;
			return line
				.split(sign)
				.filter((_, cell) => cell !== at)
				.join(sign);
		});
		return Buffer.from(dropped.join('\n'), 'latin1');
	},
	'encodings mixed': (bytes, random) => {
		const [from, to] = range(bytes, random);
		const piece = bytes.toString('utf8', from, to);
		const encoding = (['latin1', 'utf16le', 'utf8'] as const)[below(random, 3)];
		const foreign = Buffer.concat([Buffer.from([0xc3, 0x28, 0xe9]), Buffer.from(piece, encoding)]);
		return Buffer.concat([bytes.subarray(0, from), foreign, bytes.subarray(to)]);
	},
	'quotes unbalanced': (bytes, random) => {
		const text = bytes.toString('latin1');
		const quotes = [...text.matchAll(/"/g)].map(({ index }) => index);
		const at = quotes[below(random, quotes.length)] ?? 0;
		const without = text.slice(0, at) + text.slice(at + 1);
		const somewhere = below(random, text.length);
		const changed =
			below(random, 2) === 0 ? without : `${text.slice(0, somewhere)}"${text.slice(somewhere)}`;
		return Buffer.from(changed, 'latin1');
	},
	'something else appended': (bytes, random) => {
		const other = goodFiles[below(random, goodFiles.length)]?.content ?? Buffer.alloc(0);
		return Buffer.concat([bytes, other]);
	},
	'signs of the format scattered': (bytes, random) => {
		let changed = bytes;
		for (let count = 1 + below(random, 5); count > 0; count--) {
			const at = below(random, changed.length + 1);
			const sign = '"\'[]{}<>,;\n\r\\&\0]'[below(random, 17)] ?? '"';
			changed = Buffer.concat([changed.subarray(0, at), Buffer.from(sign), changed.subarray(at)]);
		}
		return changed;
	}
};

/**
 * The n-th damaged variant of a good file; the same number gives the same bytes. A packed file is damaged in what it
 * holds or as a whole.
 */
export function damaged(number: number): Damaged {
	const random = randomFrom(number);
	const kinds = Object.keys(damages);
	const file = good[number % good.length] as (typeof good)[number];
	const kind = kinds[Math.floor(number / good.length) % kinds.length] as string;
	const damage = damages[kind] as (typeof damages)[string];
	const { name, content, pack } = file;
	if (!pack) return { name, kind, content: damage(content, random) };
	const inside = below(random, 3) > 0;
	return inside
		? { name, kind: `${kind}, inside`, content: pack(damage(content, random)) }
		: { name, kind, content: damage(pack(content), random) };
}

function range(bytes: Buffer, random: Random): [from: number, to: number] {
	const from = below(random, bytes.length);
	return [from, Math.min(bytes.length, from + 1 + below(random, Math.max(1, bytes.length >> 1)))];
}

function below(random: Random, limit: number): number {
	return Math.floor(random() * limit);
}

/** Mulberry32: the same seed gives the same numbers. */
function randomFrom(seed: number): Random {
	let state = Math.imul(seed + 1, 0x9e3779b9);
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}
