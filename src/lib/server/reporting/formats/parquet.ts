import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { encodeMetadata } from '$lib/domain/reporting/report';
import type { ReportCell, ReportColumn, ReportContents } from '../contents';
import { encodeThrift, flag, int, list, long, struct, varint, word, type Thrift } from './thrift';

/*
 * Written here because the store can only copy to a file what one of its statements answers, and the sentences of a
 * report are made outside of it. One group of rows at a time is in memory.
 */

const compress = promisify(gzip);
const MAGIC = Buffer.from('PAR1');
const PLAIN = 0;
const RLE = 3;
const GZIP = 2;
const OPTIONAL = 1;
const DATE_CONVERTED = 6;
const DAY_MILLISECONDS = 86_400_000;

/** How a kind of column is stored: the format's number of the type, and how a value becomes bytes. */
interface Storage {
	type: number;
	/** Fields of its schema element beyond type, repetition and name. */
	schema: Record<number, Thrift>;
	write(value: ReportCell): Buffer | null;
}

const TEXT: Storage = {
	type: 6,
	schema: { 6: int(0), 10: struct({ 1: struct({}) }) },
	write(value) {
		if (value === null) return null;
		const text = Buffer.from(String(value), 'utf8');
		const length = Buffer.alloc(4);
		length.writeUInt32LE(text.length);
		return Buffer.concat([length, text]);
	}
};
const NUMBER: Storage = {
	type: 5,
	schema: {},
	write(value) {
		if (typeof value !== 'number') return null;
		const bytes = Buffer.alloc(8);
		bytes.writeDoubleLE(value);
		return bytes;
	}
};
const DAY: Storage = {
	type: 1,
	schema: { 6: int(DATE_CONVERTED), 10: struct({ 6: struct({}) }) },
	write(value) {
		const at = instant(value);
		if (at === null) return null;
		const bytes = Buffer.alloc(4);
		bytes.writeInt32LE(Math.floor(at / DAY_MILLISECONDS));
		return bytes;
	}
};
/** Local to the office, so not adjusted to any zone; in microseconds. */
const TIME: Storage = {
	type: 2,
	schema: { 10: struct({ 8: struct({ 1: flag(false), 2: struct({ 2: struct({}) }) }) }) },
	write(value) {
		const at = instant(value);
		if (at === null) return null;
		const bytes = Buffer.alloc(8);
		bytes.writeBigInt64LE(BigInt(at) * 1000n);
		return bytes;
	}
};

/**
 * The findings as Apache Parquet, for analysts' own tools: typed columns, each group of rows compressed; the file's own
 * metadata holds that of the report. Nothing in it can run, so text stays as it is written.
 */
export async function* writeParquet(report: ReportContents): AsyncGenerator<Uint8Array> {
	const { columns, rows } = report.findings;
	const stored = columns.map(storageOf);
	const groups: Thrift[] = [];
	let [offset, total] = [MAGIC.length, 0];
	yield MAGIC;
	for await (const chunk of groupsOf(rows())) {
		const parts: Thrift[] = [];
		let size = 0;
		for (const [at, storage] of stored.entries()) {
			const page = await writePage(
				storage,
				chunk.map((row) => row[at] ?? null)
			);
			parts.push(describeChunk(columns[at]?.label ?? '', storage, page, chunk.length, offset));
			yield page.bytes;
			offset += page.bytes.length;
			size += page.plain;
		}
		groups.push(struct({ 1: list('struct', parts), 2: long(size), 3: long(chunk.length) }));
		total += chunk.length;
	}
	const footer = encodeThrift(
		struct({
			1: int(2),
			2: list('struct', [
				struct({ 4: word('laporan'), 5: int(columns.length) }),
				...stored.map((storage, at) =>
					struct({
						1: int(storage.type),
						3: int(OPTIONAL),
						4: word(columns[at]?.label ?? ''),
						...storage.schema
					})
				)
			]),
			3: long(total),
			4: list('struct', groups),
			5: list('struct', [struct({ 1: word('tepat'), 2: word(encodeMetadata(report.metadata)) })]),
			6: word('Tepat')
		})
	);
	const length = Buffer.alloc(4);
	length.writeUInt32LE(footer.length);
	yield Buffer.concat([footer, length, MAGIC]);
}

/** Rows of a group: each has its own columns, which say little if they are short. */
const GROUP_ROWS = 8_192;

async function* groupsOf(
	parts: AsyncIterable<ReportCell[][]> | Iterable<ReportCell[][]>
): AsyncGenerator<ReportCell[][]> {
	let group: ReportCell[][] = [];
	for await (const rows of parts) {
		group = group.concat(rows);
		if (group.length < GROUP_ROWS) continue;
		yield group;
		group = [];
	}
	if (group.length > 0) yield group;
}

function storageOf({ type, time }: ReportColumn): Storage {
	if (type === 'number') return NUMBER;
	if (type === 'text') return TEXT;
	return time ? TIME : DAY;
}

/** One column of one group of rows: which of its cells are filled, then the filled ones. */
async function writePage(
	storage: Storage,
	cells: readonly ReportCell[]
): Promise<{ bytes: Buffer; plain: number; packed: number }> {
	const values = cells.map((cell) => storage.write(cell));
	const bits = Buffer.alloc(Math.ceil(cells.length / 8));
	for (const [at, value] of values.entries())
		if (value !== null) bits.writeUInt8((bits[at >> 3] ?? 0) | (1 << (at & 7)), at >> 3);
	const levels = Buffer.concat([varint((bits.length << 1) | 1), bits]);
	const length = Buffer.alloc(4);
	length.writeUInt32LE(levels.length);
	const content = Buffer.concat([length, levels, ...values.filter((value) => value !== null)]);
	const packed = await compress(content, { level: 4 });
	const header = encodeThrift(
		struct({
			1: int(0),
			2: int(content.length),
			3: int(packed.length),
			5: struct({ 1: int(cells.length), 2: int(PLAIN), 3: int(RLE), 4: int(RLE) })
		})
	);
	return {
		bytes: Buffer.concat([header, packed]),
		plain: header.length + content.length,
		packed: header.length + packed.length
	};
}

function describeChunk(
	label: string,
	storage: Storage,
	page: { plain: number; packed: number },
	rows: number,
	offset: number
): Thrift {
	return struct({
		2: long(offset),
		3: struct({
			1: int(storage.type),
			2: list('int', [int(PLAIN), int(RLE)]),
			3: list('text', [word(label)]),
			4: int(GZIP),
			5: long(rows),
			6: long(page.plain),
			7: long(page.packed),
			9: long(offset)
		})
	});
}

function instant(value: ReportCell): number | null {
	if (typeof value !== 'string') return null;
	const at = Date.parse(`${value.length === 10 ? `${value}T00:00:00` : value.replace(' ', 'T')}Z`);
	return Number.isNaN(at) ? null : at;
}
