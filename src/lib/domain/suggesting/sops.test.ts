import { expect, test } from 'vitest';
import { normaliseActivity } from '../sop/normalise';
import { suggestSop } from './sops';

const texts = (sop: string, ...names: string[]) => ({ sop, names: names.map(normaliseActivity) });
const SOPS = [
	texts('a', 'Terima surat', 'Periksa berkas', 'Tanda tangan'),
	texts('b', 'Terima surat', 'Disposisi', 'Jawab')
];

test.each([
	['the SOP that most rows name', ['Terima surat', 'DISPOSISI', 'jawab', 'Lain-lain'], 'b', 0.75],
	['half of the rows is enough', ['Periksa berkas', 'Makan siang'], 'a', 0.5],
	['blank rows do not count', ['Periksa berkas', '', ' '], 'a', 1]
])('suggests %s', (_, rows, sop, share) => {
	expect(suggestSop(rows, SOPS)).toEqual({ sop, share });
});

test.each([
	['where two are named alike', ['Terima surat']],
	['where most rows name no step', ['Makan', 'Minum', 'Jawab']],
	['of a file without rows', []]
])('suggests none %s', (_, rows) => {
	expect(suggestSop(rows, SOPS)).toBeNull();
});
