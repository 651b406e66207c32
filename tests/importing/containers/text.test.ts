import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { overwriteGetLocale } from '$lib/paraglide/runtime';
import { recordPlace } from '$lib/format/places';
import { describe, expect, it } from 'vitest';
import { StagingFolder } from './staging';

const folder = new StagingFolder();

const rows = 'kasus,kegiatan\nK-1,Terima\nK-2,Café – Ürün\n';
const staged = 'c0,c1\nK-1,Terima\nK-2,Café – Ürün\n';
const windows = (text: string) => Buffer.from(text.replace('–', '\u0096'), 'latin1');
const bigEndian = (text: string) => Buffer.from(text, 'utf16le').swap16();

describe('a CSV file is the same, whatever way its characters and lines are written', () => {
	const cases: [title: string, content: string | Buffer, encoding: string][] = [
		['UTF-8', rows, 'utf-8'],
		['UTF-8 with a byte order mark', `\ufeff${rows}`, 'utf-8'],
		['UTF-16 LE with a byte order mark', Buffer.from(`\ufeff${rows}`, 'utf16le'), 'utf-16le'],
		['UTF-16 LE without', Buffer.from(rows, 'utf16le'), 'utf-16le'],
		['UTF-16 BE with a byte order mark', bigEndian(`\ufeff${rows}`), 'utf-16be'],
		['UTF-16 BE without', bigEndian(rows), 'utf-16be'],
		['Windows-1252', windows(rows), 'windows-1252'],
		['CR LF', rows.replaceAll('\n', '\r\n'), 'utf-8'],
		['CR alone', rows.replaceAll('\n', '\r'), 'utf-8'],
		['mixed line ends', 'kasus,kegiatan\r\nK-1,Terima\rK-2,Café – Ürün\n', 'utf-8'],
		['blank lines', rows.replaceAll('\n', '\n\r\n'), 'utf-8'],
		['no line end after the last record', rows.trimEnd(), 'utf-8'],
		[
			'UTF-16 LE and CR LF',
			Buffer.from(`\ufeff${rows.replaceAll('\n', '\r\n')}`, 'utf16le'),
			'utf-16le'
		]
	];
	it.each(cases)('%s', async (_title, content, encoding) => {
		const result = await folder.stage('a.csv', content);
		expect(result.text.trimEnd()).toBe(staged.trimEnd());
		expect(result.staged).toMatchObject({ encoding, records: 2, names: ['kasus', 'kegiatan'] });
	});

	it.each([',', ';', '\t', '|'])('cells separated by %j', async (sign) => {
		const result = await folder.stage('a.csv', rows.replaceAll(',', sign));
		expect(result.staged).toMatchObject({ delimiter: sign, names: ['kasus', 'kegiatan'] });
	});

	it('the line in which a spreadsheet says how cells are separated', async () => {
		const result = await folder.stage('a.csv', `sep=|\r\n${rows.replaceAll(',', '|')}`);
		expect(result.staged).toMatchObject({ delimiter: '|', names: ['kasus', 'kegiatan'] });
	});

	it('a character and a line end that are cut apart where the file is read in pieces', async () => {
		const long = `kasus,kegiatan\r\n${`K,${'é'.repeat(499)}\r\n`.repeat(3000)}`;
		for (const content of [Buffer.from(long), Buffer.from(long, 'utf16le'), windows(long)]) {
			const { staged: result, text } = await folder.stage('a.csv', content);
			expect(result.records).toBe(3000);
			expect(text).toBe(long.replaceAll('\r\n', '\n').replace('kasus,kegiatan', 'c0,c1'));
		}
	});

	it('line breaks, separators and doubled quotes within quotes', async () => {
		const { staged: result, text } = await folder.stage('a.csv', 'a,b\r\n"x\r\ny","1,""2"""\r\n');
		expect(result.records).toBe(1);
		expect(text).toBe('c0,c1\n"x\ny","1,""2"""\n');
	});

	it('a literal \\r\\n, JSON and HTML in a cell are text', async () => {
		const cell = '"<p>a</p>\\r\\n&nbsp;{""no"":""1""}"';
		expect((await folder.stage('a.csv', `a,b\n${cell},x\n`)).text).toBe(`c0,c1\n${cell},x\n`);
	});
});

describe('what is wrong with a text', () => {
	it('a quote that is closed in the wrong place spoils its own record only', async () => {
		const { staged: result } = await folder.stage('a.csv', 'a,b\n1,"x" y\n2,z\n');
		expect(result).toMatchObject({ records: 2, broken: [{ record: 1, reason: 'broken_quotes' }] });
	});

	it('a quote within a cell that has none around it is a character', async () => {
		const { staged: result, text } = await folder.stage('a.csv', 'a,b\n1,pipa 5"\n2,z\n');
		expect([result.records, result.broken, text]).toEqual([2, [], 'c0,c1\n1,pipa 5"\n2,z\n']);
	});

	it('a quote that is never closed is named with its record', async () => {
		expect(await folder.refusal('a.csv', 'a,b\n1,2\n2,"x\n3,4\n')).toEqual({
			code: 'import_quotes',
			params: { file: 'a.csv', record: 2 }
		});
	});

	const long = 'é'.repeat(6000);
	const longRecords: [title: string, record: string | Buffer, reason: string | undefined][] = [
		['good', `1,"${long}"`, undefined],
		['good, with separators and quotes in quotes', `"1,""x""","${long},"`, undefined],
		['good, with an empty last cell', `${long},`, undefined],
		['too many cells', `1,a,"${long}"`, 'wrong_column_count'],
		['too few cells', `a${long}`, 'wrong_column_count'],
		['too few cells, quoted', `"a,${long}"`, 'wrong_column_count'],
		['a damaged character', Buffer.from([...Buffer.from(`1,${long}`), 0xc3]), 'unreadable_text']
	];
	it.each(longRecords)(
		'a record longer than the database keeps of a rejected one: %s',
		async (_title, record, reason) => {
			const content = Buffer.concat([
				Buffer.from('a,b\né,1\n'),
				Buffer.from(record),
				Buffer.from('\n3,4\n')
			]);
			const { staged: result } = await folder.stage('a.csv', content);
			expect(result.records).toBe(3);
			expect(result.broken.map((one) => [one.record, one.reason])).toEqual(
				reason ? [[2, reason]] : []
			);
		}
	);

	it('bytes that no character of the text has, after others that only UTF-8 has, stay in their record', async () => {
		const content = Buffer.concat([
			Buffer.from('a,b\n1,é\n2,'),
			Buffer.from([0xe9]),
			Buffer.from('\n')
		]);
		expect((await folder.stage('a.csv', content)).staged).toMatchObject({
			encoding: 'utf-8',
			records: 2
		});
	});

	it.each(['a,b\n1,2\0\n', `a,b\n${'1,2\n'.repeat(400_000)}\0`])('zero bytes', async (content) => {
		expect(await folder.refusal('a.csv', content)).toEqual({
			code: 'import_binary',
			params: { file: 'a.csv' }
		});
	});

	it.each([
		['PDF', '%PDF-1.7'],
		['7-Zip', Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c])],
		['RAR', 'Rar!\x1a'],
		['Parquet', 'PAR1....']
	])('%s', async (format, content) => {
		expect(await folder.refusal('a.csv', content)).toEqual({
			code: 'import_format',
			params: { file: 'a.csv', format }
		});
	});
});

describe('gzip', () => {
	it('is known by its bytes, not its name; the hash and size are those of the file as it came', async () => {
		const content = gzipSync(rows);
		const result = await folder.stage('a.csv', content);
		expect(result.text).toBe(staged);
		expect(result.staged).toMatchObject({
			compressed: true,
			bytes: content.length,
			sha256: createHash('sha256').update(content).digest('hex')
		});
	});

	it('of another encoding, which shows only late', async () => {
		const long = `kasus,kegiatan\n${'K,terima\n'.repeat(300_000)}K,é\n`;
		const { staged: result, text } = await folder.stage('a.csv.gz', gzipSync(windows(long)));
		expect(result).toMatchObject({ encoding: 'windows-1252', records: 300_001 });
		expect(text.endsWith('K,é\n')).toBe(true);
	});

	it('in several parts, and with something after its end', async () => {
		const parts = [gzipSync('kasus,kegiatan\nK-1,Terima\n'), gzipSync('K-2,Café – Ürün\n')];
		expect((await folder.stage('a.gz', Buffer.concat(parts))).text).toBe(staged);
		const padded = Buffer.concat([gzipSync(rows), Buffer.alloc(3_000_000)]);
		const { staged: result } = await folder.stage('a.gz', padded);
		expect(result).toMatchObject({
			bytes: padded.length,
			sha256: createHash('sha256').update(padded).digest('hex')
		});
	});

	it('that is cut off or damaged', async () => {
		const content = gzipSync(rows.repeat(500));
		const damaged = Buffer.from(content);
		damaged.writeUInt32LE(7, damaged.length - 8);
		for (const bad of [content.subarray(0, -9), content.subarray(0, 15), damaged])
			expect(await folder.refusal('a.csv.gz', bad)).toEqual({
				code: 'import_gzip_broken',
				params: { file: 'a.csv.gz' }
			});
	});

	it('within gzip', async () => {
		expect((await folder.refusal('a.gz', gzipSync(gzipSync(rows)))).code).toBe('import_format');
	});

	it('that holds nothing', async () => {
		expect((await folder.refusal('a.gz', gzipSync(''))).code).toBe('import_empty');
	});

	it('that unfolds without measure', async () => {
		const content = gzipSync(`a,b\n${'1,2\n'.repeat(1_000_000)}`);
		const limits = { plainBytes: 1e9, ratio: 200, ratioFrom: 2 ** 20 };
		expect((await folder.refusal('a.gz', content, { limits })).code).toBe('import_unfolds');
		expect(
			(await folder.refusal('a.gz', gzipSync(rows), { limits: { ...limits, plainBytes: 10 } })).code
		).toBe('import_unfolds');
		expect((await folder.stage('a.gz', content)).staged.records).toBe(1_000_000);
	});
});

it('Parquet is copied as it is where the caller asks for it', async () => {
	const { staged: result, text } = await folder.stage('a.parquet', 'PAR1...PAR1', {
		parquet: true
	});
	expect([result.container, result.format, text]).toEqual(['parquet', 'parquet', 'PAR1...PAR1']);
});

describe('a data row is found in a spreadsheet', () => {
	const place = async (content: string, record: number) => {
		const { staged } = await folder.stage('a.csv', content);
		return recordPlace(staged.places, record);
	};

	it.each([
		['below the header', 'a,b\n1,x\n2,y\n', 2, 3],
		['below blank lines and the header', '\r\n\r\na,b\r\n1,x\r\n2,y\r\n', 2, 5],
		['below blank lines, a sep= line and the header', '\nsep=;\na;b\n1;x\n', 1, 3],
		['below a header of two lines', '"a\nb",c\n1,x\n', 1, 2],
		['after blank lines between', 'a,b\n1,x\n\n\n2,y\n3,z\n', 3, 6],
		['after blank lines right below the header', 'a,b\n\n1,x\n', 1, 3],
		['whatever line breaks its cells have', 'a,b\n1,"x\n\ny"\n2,z\n', 2, 3]
	])('%s', async (_, content, record, row) => {
		overwriteGetLocale(() => 'id');
		expect(await place(content, record)).toBe(
			`baris data ${record} (baris ${row} di lembar kerja)`
		);
	});

	it('is told without a spreadsheet where none shows it so', async () => {
		const { staged } = await folder.stage('a.json', '[{"a":"1"},{"a":"2"}]');
		expect(recordPlace(staged.places, 2)).toBe('baris data 2');
		const sparse = `a,b\n${Array.from({ length: 2_000 }, (_, at) => `${at},x\n\n`).join('')}`;
		expect(await place(sparse, 1_500)).toBe('baris data 1.500');
	});

	it('by its sheet too, in a workbook', () => {
		const places = [{ record: 1, sheet: 'Data', row: 4 }];
		expect(recordPlace(places, 3754)).toBe('baris data 3.754 (lembar "Data", baris 3.757)');
	});
});
