import { randomBytes } from 'node:crypto';
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { unfoldLimits } from '$lib/server/importing/staging/plain-file';
import { ZipFile } from '$lib/server/importing/staging/workbook/zip';
import { makeZip, textRow, workbookParts } from './make-workbook';
import { StagingFolder } from './staging';

const folder = new StagingFolder();
const sheet = 'xl/worksheets/sheet1.xml';
const parts = workbookParts([{ name: 'D', rows: textRow(1, ['a']) + textRow(2, ['1']) }]);
const good = makeZip(parts);
const indexEntry = 'PK\x01\x02';
const endRecord = 'PK\x05\x06';

/** The same parts under other names. */
function renamed(rename: (name: string) => string): Buffer {
	return makeZip(
		Object.fromEntries(Object.entries(parts).map(([name, text]) => [rename(name), text]))
	);
}

/** The archive with a field of every entry of its index set. */
function withField(place: number, value: number): Buffer {
	const changed = Buffer.from(good);
	for (let at = -1; (at = changed.indexOf(indexEntry, at + 1, 'latin1')) >= 0;)
		changed.writeUInt16LE(value, at + place);
	return changed;
}

/** The archive with an index of the large kind, whose offsets have 64 bits. */
function large(change: { record?: bigint; index?: bigint } = {}): Buffer {
	const end = good.indexOf(endRecord, 0, 'latin1');
	const record = Buffer.alloc(56);
	record.write('PK\x06\x06', 'latin1');
	record.writeBigUInt64LE(44n, 4);
	record.writeBigUInt64LE(BigInt(good.readUInt16LE(end + 10)), 24);
	record.writeBigUInt64LE(BigInt(good.readUInt16LE(end + 10)), 32);
	record.writeBigUInt64LE(BigInt(good.readUInt32LE(end + 12)), 40);
	record.writeBigUInt64LE(change.index ?? BigInt(good.readUInt32LE(end + 16)), 48);
	const locator = Buffer.alloc(20);
	locator.write('PK\x06\x07', 'latin1');
	locator.writeBigUInt64LE(change.record ?? BigInt(end), 8);
	locator.writeUInt32LE(1, 16);
	const small = Buffer.from(good.subarray(end));
	small.fill(0xff, 8, 20);
	return Buffer.concat([good.subarray(0, end), record, locator, small]);
}

describe('archives that other programs write are read', () => {
	const commented = Buffer.concat([good, Buffer.from('ekspor')]);
	commented.writeUInt16LE(6, good.length - 2);
	const cases: [title: string, content: Buffer][] = [
		['names that begin with a slash', renamed((name) => `/${name}`)],
		['names with backslashes', renamed((name) => name.replaceAll('/', '\\'))],
		['names in another case', renamed((name) => name.toLowerCase())],
		['an index with offsets of 64 bits', large()],
		['a comment at the end', commented],
		['a line break behind the end', Buffer.concat([good, Buffer.from('\r\n')])],
		['a page behind the end', Buffer.concat([commented, Buffer.from('<html></html>')])]
	];
	it.each(cases)('%s', async (_title, content) => {
		expect(await folder.rows('lain.xlsx', content)).toEqual([{ a: '1' }]);
	});
});

describe('archives that cannot be read are refused with a sentence', () => {
	const cut = good.indexOf(indexEntry, 0, 'latin1');
	const cases: [title: string, code: string, content: () => Buffer, detail?: string][] = [
		['encrypted', 'import_xls', () => withField(8, 1)],
		['encrypted strongly', 'import_xls', () => withField(8, 0x41)],
		['packed by another method', 'import_workbook_broken', () => withField(10, 12), '_rels/.rels'],
		[
			'a file that is cut off in its index',
			'import_workbook_broken',
			() => Buffer.concat([good.subarray(0, cut + 60), good.subarray(-22)]),
			'index'
		],
		[
			'an index that begins nowhere',
			'import_workbook_broken',
			() => large({ index: 2n ** 63n }),
			'index'
		],
		[
			'an index whose place is nowhere',
			'import_workbook_broken',
			() => large({ record: 2n ** 64n - 1n }),
			'index'
		],
		[
			'an index that lists without end',
			'import_workbook_broken',
			() =>
				makeZip({
					...Object.fromEntries(
						Array.from({ length: 70 }, (_, at) => [`${at}`.padStart(60_000, 'x'), ''])
					),
					...parts
				}),
			'index'
		],
		[
			'a part that lies beyond the end',
			'import_workbook_broken',
			() => {
				const changed = Buffer.from(good);
				const at = changed.lastIndexOf(indexEntry, undefined, 'latin1');
				changed.writeUInt32LE(good.length * 2, at + 20);
				return changed;
			},
			sheet
		]
	];
	it.each(cases)('%s: %s', async (_title, code, content, detail) => {
		const { code: refused, params } = await folder.refusal('buku.xlsx', content());
		expect({ refused, detail: params['detail'] }).toEqual({ refused: code, detail });
	});

	it('every place at which it may be cut off', async () => {
		const codes = new Set<string>();
		for (let length = 4; length < good.length; length += 13)
			codes.add((await folder.refusal('buku.xlsx', good.subarray(0, length))).code);
		expect([...codes]).toEqual(['import_workbook_broken']);
	});
});

it.each([true, false])(
	'who gives up meanwhile gets their own reason, stored: %s',
	async (stored) => {
		const home = await mkdtemp(join(tmpdir(), 'tepat-archive-'));
		const path = join(home, 'besar.zip');
		await writeFile(path, makeZip({ besar: randomBytes(8_000_000) }, stored));
		const handle = await open(path, 'r');
		try {
			const giveUp = new AbortController();
			const reason = new Error('given up');
			const given = { file: 'besar.zip', signal: giveUp.signal, limits: unfoldLimits };
			const zip = await ZipFile.open(handle, given);
			let bytes = 0;
			const reading = (async () => {
				for await (const chunk of zip.chunks('besar')) {
					bytes += chunk.length;
					giveUp.abort(reason);
				}
			})();
			await expect(reading).rejects.toBe(reason);
			expect(bytes).toBeLessThan(4_000_000);
		} finally {
			await handle.close();
			await rm(home, { recursive: true, force: true });
		}
	}
);
