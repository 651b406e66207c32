import { gzipSync } from 'node:zlib';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { sheetPlace } from '$lib/domain/importing/about-file';
import { makeWorkbook, makeZip, textRow, workbookParts } from './make-workbook';
import { StagingFolder } from './staging';

const folder = new StagingFolder();

/** The value of one cell, written as XML, as it is staged. */
async function cell(xml: string, given: { texts?: string[]; from1904?: boolean } = {}) {
	const rows = `${textRow(1, ['nilai', 'lain'])}<row r="2">${xml}<c t="str"><v>ada</v></c></row>`;
	const content = makeZip(workbookParts([{ name: 'Data', rows }], given));
	return (await folder.rows('satu.xlsx', content))[0]?.['nilai'];
}

describe('the cells of a workbook', () => {
	const cases: [title: string, xml: string, text: string][] = [
		['a whole number', '<c><v>42</v></c>', '42'],
		['an 18-digit number, every digit', '<c><v>198501012010011001</v></c>', '198501012010011001'],
		['an 18-digit NIP as text', '<c t="str"><v>198501012010011001</v></c>', '198501012010011001'],
		['leading zeros in text', '<c t="str"><v>021212</v></c>', '021212'],
		['a number with an exponent', '<c><v>1.98501012010011E+17</v></c>', '198501012010011000'],
		[
			'an exponent of three digits',
			'<c t="n"><v>1.98501012010011E+017</v></c>',
			'198501012010011000'
		],
		['a small one of three digits', '<c t="n"><v>1.2E-005</v></c>', '0.000012'],
		['a fraction with a binary remainder', '<c><v>1234567.8900000001</v></c>', '1234567.89'],
		['a small number with an exponent', '<c><v>2.5E-3</v></c>', '0.0025'],
		['a bare serial number stays a number', '<c><v>45678.375</v></c>', '45678.375'],
		['a date', '<c s="1"><v>45678</v></c>', '2025-01-21'],
		[
			'a date and a time, on the wall clock',
			'<c s="2"><v>45678.375</v></c>',
			'2025-01-21 09:00:00'
		],
		[
			'a second that no fraction of a day hits',
			'<c s="2"><v>45678.33334490741</v></c>',
			'2025-01-21 08:00:01'
		],
		['a date in words', '<c s="6"><v>45678</v></c>', '2025-01-21'],
		['a time of day', '<c s="4"><v>0.3125</v></c>', '07:30:00'],
		['a duration stays a number', '<c s="3"><v>1.5</v></c>', '1.5'],
		['money stays a number', '<c s="5"><v>1234567</v></c>', '1234567'],
		['the last day of a wrong leap year', '<c s="1"><v>59</v></c>', '1900-02-28'],
		[
			'a date as text stays as it is',
			'<c t="str"><v>2025-01-21T09:00:00.000Z</v></c>',
			'2025-01-21T09:00:00.000Z'
		],
		['a date cell in ISO form', '<c t="d"><v>2025-01-21T09:00:00</v></c>', '2025-01-21T09:00:00'],
		['a formula with a number', '<c><f>SUM(A1)</f><v>7</v></c>', '7'],
		['a formula with a text', '<c t="str"><f>"a"&amp;"b"</f><v>ab</v></c>', 'ab'],
		['a formula that was never computed', '<c><f>SUM(A1)</f></c>', ''],
		['true', '<c t="b"><v>1</v></c>', 'TRUE'],
		['false', '<c t="b"><v>0</v></c>', 'FALSE'],
		['an error', '<c t="e"><v>#N/A</v></c>', '#N/A'],
		['entities and quotes', '<c t="str"><v>5&quot; &amp; &lt;b&gt;, x</v></c>', '5" & <b>, x'],
		['line breaks', '<c t="str"><v>satu\r\ndua_x000D_\ntiga</v></c>', 'satu\ndua\ntiga'],
		[
			'text in runs, without how it is read',
			'<c t="inlineStr"><is><r><t>Pe</t></r><r><t>jabat</t></r><rPh><t>x</t></rPh></is></c>',
			'Pejabat'
		]
	];
	it.each(cases)('%s', async (_title, xml, text) => {
		expect(await cell(xml)).toBe(text);
	});

	it('dates are counted from 1904 where the workbook says so', async () => {
		expect(await cell('<c s="1"><v>44216</v></c>', { from1904: true })).toBe('2025-01-21');
	});

	it('texts that are shared', async () => {
		const texts = ['<t>nol</t>', '<r><t xml:space="preserve">Rapat </t></r><r><t>teknis</t></r>'];
		expect(await cell('<c t="s"><v>1</v></c>', { texts })).toBe('Rapat teknis');
	});

	it('cells that are left out keep the others in their columns', async () => {
		const rows = `${textRow(1, ['a', 'b', 'c'])}<row r="2"><c r="C2"><v>3</v></c></row><row><c><v>1</v></c></row>`;
		const content = makeZip(workbookParts([{ name: 'Data', rows }]));
		expect(await folder.rows('celah.xlsx', content)).toEqual([
			{ a: '', b: '', c: '3' },
			{ a: '1', b: '', c: '' }
		]);
	});
});

describe('the sheets of a workbook', () => {
	const head = ['case', 'activity'];

	it('the sheet "_metadata", empty and hidden sheets are left out', async () => {
		const parts = workbookParts([
			{ name: '_metadata', rows: textRow(1, ['endpoint', 'x']) + textRow(2, ['tahun', '2025']) },
			{ name: 'Kosong', rows: '' },
			{ name: 'Pilihan', rows: textRow(1, ['x']) + textRow(2, ['y']), state: 'hidden' },
			{ name: 'Data 2025', rows: textRow(1, head) + textRow(2, ['1', 'Terima']) }
		]);
		const { staged } = await folder.stage('ekspor.xlsx', makeZip(parts));
		expect(staged).toMatchObject({
			container: 'csv',
			format: 'xlsx',
			names: head,
			records: 1,
			notes: [],
			places: [{ record: 1, sheet: 'Data 2025', row: 2 }]
		});
	});

	it('sheets with the same header follow each other, others are named', async () => {
		const content = makeWorkbook([
			{ name: 'Januari', rows: [head, ['1', 'a'], ['2', 'b']] },
			{ name: 'Catatan', rows: [['tanggal'], ['x']] },
			{ name: 'Februari', rows: [head, ['3', 'c']] }
		]);
		const { staged, text } = await folder.stage('bulan.xlsx', content);
		expect(text).toBe('c0,c1\n1,a\n2,b\n3,c\n');
		expect(staged.notes).toEqual([
			{
				code: 'import_note_sheets',
				params: { file: 'bulan.xlsx', sheet: 'Januari', others: 'Catatan' }
			}
		]);
		expect(sheetPlace(staged.places, 2)).toEqual({ sheet: 'Januari', row: 3 });
		expect(sheetPlace(staged.places, 3)).toEqual({ sheet: 'Februari', row: 2 });
	});

	it('blank rows before the header and between records are passed over, and rows keep their numbers', async () => {
		const rows =
			textRow(3, head) + textRow(4, ['1', 'a']) + textRow(5, ['', ' ']) + textRow(9, ['2', 'b']);
		const content = makeZip(workbookParts([{ name: 'Data', rows }]));
		const { staged } = await folder.stage('jarang.xlsx', content);
		expect(staged.records).toBe(2);
		expect([1, 2].map((record) => sheetPlace(staged.places, record)?.row)).toEqual([4, 9]);
	});

	it('a row with more cells than the header keeps them, so that it is rejected by itself', async () => {
		const content = makeWorkbook([{ name: 'Data', rows: [head, ['1', 'a', 'lebih'], ['2']] }]);
		expect((await folder.stage('lebar.xlsx', content)).text).toBe('c0,c1\n1,a,lebih\n2,\n');
	});

	it('a workbook of a spreadsheet library, also within gzip', async () => {
		const content = Buffer.from(
			await writeXlsx({
				sheets: [
					{
						name: 'Data 2025',
						rows: [
							['kd_tender', 'tgl', 'nip'],
							[10072623000, new Date(Date.UTC(2025, 0, 21, 9)), '198501012010011001']
						]
					}
				]
			})
		);
		const row = { kd_tender: '10072623000', tgl: '2025-01-21 09:00:00', nip: '198501012010011001' };
		expect(await folder.rows('pustaka.xlsx', content)).toEqual([row]);
		expect(await folder.rows('pustaka.xlsx.gz', gzipSync(content))).toEqual([row]);
	});

	it('an archive whose parts are not compressed', async () => {
		const parts = workbookParts([{ name: 'D', rows: textRow(1, head) + textRow(2, ['1', 'a']) }]);
		expect(await folder.rows('polos.xlsx', makeZip(parts, true))).toHaveLength(1);
	});
});

describe('a workbook that cannot be read is refused with a sentence', () => {
	const good = workbookParts([{ name: 'D', rows: textRow(1, ['a']) + textRow(2, ['1']) }]);
	const sheet = 'xl/worksheets/sheet1.xml';
	const rows = good[sheet] ?? '';
	const without = (part: string) =>
		makeZip(Object.fromEntries(Object.entries(good).filter(([name]) => name !== part)));
	const withPart = (name: string, content: string) => makeZip({ ...good, [name]: content });
	const old = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]);
	const cases: [title: string, code: string, content: () => Buffer][] = [
		['an old or protected one', 'import_xls', () => old],
		['one with macros', 'import_xls', () => withPart('xl/vbaProject.bin', 'x')],
		['a binary one', 'import_xls', () => makeZip({ 'xl/workbook.bin': 'x' })],
		['OpenDocument', 'import_xls', () => makeZip({ mimetype: 'x', 'content.xml': '<a/>' })],
		['an archive of files', 'import_zip', () => makeZip({ 'jadwal.csv': 'a,b\n1,2\n' })],
		['an empty one', 'import_empty', () => makeZip(workbookParts([{ name: 'D', rows: '' }]))],
		[
			'a header alone',
			'import_header_only',
			() => withPart(sheet, rows.replace(/<row r="2">.*?<\/row>/, ''))
		],
		['cut off', 'import_workbook_broken', () => makeZip(good).subarray(0, -40)],
		['the index alone', 'import_workbook_broken', () => Buffer.from('PK\x03\x04 and so on')],
		['a part that is missing', 'import_workbook_broken', () => without(sheet)],
		['XML that breaks off', 'import_workbook_broken', () => withPart(sheet, rows.slice(0, -30))],
		[
			'a text that is not there',
			'import_workbook_broken',
			() => withPart(sheet, rows.replace('<c ', '<c t="s"><v>5</v></c><c '))
		],
		[
			'a column beyond the last',
			'import_workbook_broken',
			() => withPart(sheet, rows.replace('<c ', '<c r="ZZZ1"/><c '))
		],
		[
			'entities',
			'import_xml_entities',
			() =>
				withPart(
					sheet,
					'<!DOCTYPE x [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>'
				)
		]
	];
	it.each(cases)('%s: %s', async (_title, code, content) => {
		expect(await folder.refusal('buku.xlsx', content())).toMatchObject({
			code,
			params: { file: 'buku.xlsx' }
		});
	});

	it('a flipped byte is found by the checksum', async () => {
		const content = makeZip(good, true);
		const at = content.indexOf('<row r="2">') + 8;
		content[at] = 0x39;
		expect((await folder.refusal('buku.xlsx', content)).code).toBe('import_workbook_broken');
	});

	it('a part that unfolds without measure', async () => {
		const content = withPart(sheet, rows.replace('</sheetData>', `${' '.repeat(3e6)}</sheetData>`));
		const limits = { plainBytes: 1e9, ratio: 200, ratioFrom: 1e6 };
		expect((await folder.refusal('bom.xlsx', content, { limits })).code).toBe('import_unfolds');
	});

	it('a header far to the right, for row after row', async () => {
		const short = '<row><c><v>1</v></c></row>'.repeat(500);
		const wide = rows.replace(/<row r="1">/, '$&<c r="XFC1"><v>1</v></c><c r="A1"/>');
		const content = withPart(sheet, wide.replace('</sheetData>', `${short}</sheetData>`));
		const limits = { plainBytes: 1e9, ratio: 200, ratioFrom: 1e6 };
		expect((await folder.refusal('lebar.xlsx', content, { limits })).code).toBe('import_unfolds');
	});

	it('nothing of them stays', async () => {
		const before = await folder.targets();
		await folder.refusal('buku.xlsx.gz', gzipSync(makeZip(good).subarray(0, -40)));
		expect(await folder.targets()).toEqual(before);
	});
});
