import { describe, expect, it } from 'vitest';
import { Header } from '../importing/header';
import type { LongProfile } from '../importing/profile';
import { missingFields, suggestMap } from './mapping';
import { previewText } from './preview';
import { decodeStart } from './text';
import { askAboutTimes, haveOffsets } from './times';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('the first bytes of a file become text', () => {
	const utf16 = (text: string, little: boolean) =>
		Uint8Array.from(
			[...text].flatMap((letter) => {
				const code = letter.charCodeAt(0);
				return little ? [code & 255, code >> 8] : [code >> 8, code & 255];
			})
		);
	it.each([
		['UTF-8', bytes('kasus;kegiatan é'), 'kasus;kegiatan é'],
		['UTF-8 with a mark', bytes('\uFEFFkasus'), 'kasus'],
		['UTF-16 with a mark', Uint8Array.from([0xff, 0xfe, ...utf16('kasus', true)]), 'kasus'],
		['UTF-16 big-endian without a mark', utf16('kasus,kegiatan', false), 'kasus,kegiatan'],
		['Windows-1252', Uint8Array.from([0x63, 0x61, 0x66, 0xe9]), 'café']
	])('%s', (_, given, text) => {
		expect(decodeStart(given, true)).toBe(text);
	});

	it('a letter that the cut went through is left out', () => {
		expect(decodeStart(bytes('kasus é').slice(0, -1), false)).toBe('kasus ');
	});

	it('what is no text has no preview', () => {
		expect(
			decodeStart(Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 0, 1, 9, 0, 0, 0]), true)
		).toBeUndefined();
	});
});

describe('a preview of CSV', () => {
	it.each([
		['comma', 'a,b\n1,2\n'],
		['semicolon', 'a;b\r\n1;2\r\n'],
		['tab', 'a\tb\n1\t2'],
		['pipe', 'a|b\n1|2'],
		['a line that declares the delimiter', 'sep=;\na;b\n1;2\n'],
		['blank lines before the header', '\n\na,b\n\n1,2\n']
	])('%s', (_, text) => {
		expect(previewText(text, true, 20)).toEqual({
			container: 'csv',
			names: ['a', 'b'],
			rows: [['1', '2']]
		});
	});

	it('keeps line breaks and delimiters in quotes', () => {
		expect(previewText('a,b\n"1\n2","x, ""y"""\n', true, 20)?.rows).toEqual([['1\n2', 'x, "y"']]);
	});

	it('leaves out the line that the cut went through', () => {
		expect(previewText('a,b\n1,2\n3,', false, 20)?.rows).toEqual([['1', '2']]);
	});

	it('shows no more rows than asked for', () => {
		expect(previewText('a\n1\n2\n3\n', false, 2)?.rows).toEqual([['1'], ['2']]);
	});

	it('of nothing is none', () => {
		expect(previewText('', true, 20)).toBeUndefined();
	});
});

describe('a preview of a JSON array', () => {
	it('keeps long numbers exact, nested values as text, and finds keys of later objects', () => {
		const text = '[{"id":12345678901234567890,"x":{"a":[1,"}"]}}, {"id":null,"y":"a\\"b"}]';
		expect(previewText(text, true, 20)).toEqual({
			container: 'json',
			names: ['id', 'x', 'y'],
			rows: [
				['12345678901234567890', '{"a":[1,"}"]}', ''],
				['', '', 'a"b']
			]
		});
	});

	it('leaves out the object that the cut went through', () => {
		expect(previewText('[{"a":"1"},{"a":"2', false, 20)?.rows).toEqual([['1']]);
	});
});

describe('times that mean two things', () => {
	it.each([
		['2026-01-31 08:00:00'],
		['15 Januari 2026 08:00'],
		['Jul 3, 2025, 12:00:00AM'],
		[''],
		['5 menit']
	])('%s is not asked about', (value) => {
		expect(askAboutTimes([value])).toBeNull();
	});

	it('asks with the formats of either order and an example that tells them apart', () => {
		expect(askAboutTimes(['05/05/2026 08:00', '01/02/2026 08:00:30'])).toEqual({
			example: '01/02/2026 08:00:30',
			decided: null,
			formats: {
				day: ['%d/%m/%Y %H:%M', '%d/%m/%Y %H:%M:%S', '%d/%m/%Y', '%d/%m/%Y %H.%M'],
				month: ['%m/%d/%Y %H:%M', '%m/%d/%Y %H:%M:%S', '%m/%d/%Y', '%m/%d/%Y %H.%M']
			},
			dates: { day: '2026-02-01', month: '2026-01-02' }
		});
	});

	it.each([
		[['01/02/2026', '31/12/2026'], 'day'],
		[['01/02/2026', '12/31/2026'], 'month'],
		[['31/12/2026', '12/31/2026'], null]
	] as const)('%j are %s first', (values, decided) => {
		expect(askAboutTimes(values)?.decided).toBe(decided);
	});

	it.each([
		['1-2-26 8:05 PM', '%d-%m-%y %I:%M %p'],
		['01/02/2026 08.05', '%d/%m/%Y %H.%M'],
		['01/02/2026 08.05.30', '%d/%m/%Y %H.%M.%S']
	])('knows %s', (value, format) => {
		expect(askAboutTimes([value])?.formats.day[0]).toBe(format);
	});

	it('knows also the clocks that rows further down may have', () => {
		expect(askAboutTimes(['1/2/2026'])?.formats.day).toEqual([
			...['%d/%m/%Y', '%d/%m/%Y %H:%M', '%d/%m/%Y %H:%M:%S', '%d/%m/%Y %H.%M']
		]);
	});

	it.each([
		['2026-01-31T08:00:00Z', true],
		['2026-01-31 08:00:00+07:00', true],
		['2026-01-31', false],
		['2026-01-31 08:00:00', false]
	])('%s has an offset: %s', (value, expected) => {
		expect(haveOffsets([value])).toBe(expected);
	});
});

describe('a suggested mapping', () => {
	const log = {
		fields: { case: ['nomor_berkas', 'kasus'], activity: 'kegiatan', completed: ['selesai'] }
	} as unknown as LongProfile;

	it('takes columns by their names whatever the spelling, and says what is missing', () => {
		const map = suggestMap(new Header(['Nomor Berkas', 'KEGIATAN', 'catatan'], 'log.csv'), log);
		expect(map).toEqual({ case: 'Nomor Berkas', activity: 'KEGIATAN' });
		expect(missingFields(map)).toEqual([['completed', 'started']]);
		expect(missingFields({ ...map, started: 'catatan' })).toEqual([]);
	});
});
