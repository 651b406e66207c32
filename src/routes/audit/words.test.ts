import { describe, expect, it } from 'vitest';
import { detailText, objectText } from './words';

describe('the details of an entry', () => {
	it.each([
		['{"role":"analis","units":"all"}', 'peran: Analis · unit: semua'],
		['{"fullName":"constructor"}', 'nama lengkap: constructor'],
		['{"toString":"x"}', 'toString: x'],
		['{"events":12,"files":["a.csv"]}', 'kejadian: 12 · file: a.csv'],
		[
			'{"files":[{"file":"a.csv","sha256":"0123456789abcdef","rows":1200,"used":1199,"rejected":1}]}',
			'file: a.csv (SHA-256 0123456789ab…, baris 1.200, dipakai 1.199, ditolak 1)'
		],
		['{"deviations":3,"bundle":"b-1"}', 'penyimpangan: 3']
	])('%s', (detail, text) => {
		expect(detailText(detail)).toBe(text);
	});
});

it('what an entry is about is said in words, where the record has a code', () => {
	expect(objectText('deviations_followed', 'explain')).toBe('Dijelaskan');
	expect(objectText('imported', '7')).toBe('Impor 7');
	expect(objectText('downloaded', '/reports/download')).toBe('/reports/download');
});
