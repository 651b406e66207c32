import { describe, expect, it } from 'vitest';
import { normaliseActivity } from '../sop/normalise';
import { readAnswer, readStatement } from './statement';

const known = new Set(
	['Formulir permohonan', 'SK Pokja', 'Kartu kuning cetak 4 lbr, 1 utk rekanan', '12 item'].map(
		normaliseActivity
	)
);
const read = (text: string) => readStatement(text, known);

describe('a word that answers', () => {
	it.each([
		['Lengkap', true],
		['LENGKAP.', true],
		[' sudah  lengkap ', true],
		['ya', true],
		['Y', true],
		['Ada', true],
		['v', true],
		['✓', true],
		['✔️', true],
		['1', true],
		['TRUE', true],
		['Terlampir', true],
		['tidak lengkap', false],
		['Tdk. lengkap', false],
		['belum', false],
		['Kurang', false],
		['tidak ada', false],
		['✗', false],
		['☐', false],
		['0', false],
		['No', false],
		['incomplete', false],
		['', null],
		['-', null],
		['N/A', null],
		['tidak berlaku', null],
		['X', null],
		['☒', null],
		['123/SK/2026', undefined],
		['2026-03-01', undefined],
		['Budi', undefined],
		['t', undefined]
	])('%j is %j', (text, answer) => {
		expect(readAnswer(text)).toBe(answer);
	});
});

describe('a text about the documents of a step', () => {
	it.each([
		['Lengkap', { says: 'complete' }],
		['belum lengkap', { says: 'incomplete', named: [] }],
		['-', { says: 'nothing' }],
		[';;', { says: 'nothing' }],
		['Tidak lengkap: SK Pokja', { says: 'incomplete', named: ['SK Pokja'] }],
		['kurang SK Pokja', { says: 'incomplete', named: ['SK Pokja'] }],
		['Tidak lengkap (SK Pokja)', { says: 'incomplete', named: ['SK Pokja'] }],
		['Tidak lengkap untuk paket ini', { says: 'incomplete', named: ['untuk paket ini'] }],
		['kurang: nota dinas', { says: 'incomplete', named: ['nota dinas'] }],
		['tidak ada SK Pokja', { says: 'incomplete', named: ['SK Pokja'] }],
		['Tidak ada kekurangan', { says: 'nothing' }],
		['Belum diperiksa', { says: 'nothing' }],
		['Tidak ada catatan', { says: 'nothing' }],
		['Tidak diperlukan KTP', { says: 'nothing' }],
		['Tidak berlaku untuk paket ini', { says: 'nothing' }],
		['Kurang dari 200 juta', { says: 'nothing' }],
		['lengkap kecuali SK Pokja', { says: 'incomplete', named: ['SK Pokja'] }],
		[
			'belum ada: SK Pokja, Formulir permohonan',
			{ says: 'incomplete', named: ['SK Pokja', 'Formulir permohonan'] }
		]
	])('%j', (text, statement) => {
		expect(read(text)).toEqual(statement);
	});

	const list = (...names: string[]) => ({
		says: 'list',
		documents: names.map((name) =>
			name.startsWith('!') ? { name: name.slice(1), there: false } : { name, there: true }
		)
	});
	it.each([
		['SK Pokja', list('SK Pokja')],
		['Formulir permohonan; SK Pokja', list('Formulir permohonan', 'SK Pokja')],
		['Formulir permohonan, SK Pokja', list('Formulir permohonan', 'SK Pokja')],
		['1. Formulir permohonan\n2. SK Pokja', list('Formulir permohonan', 'SK Pokja')],
		['- SK Pokja | • Formulir permohonan', list('SK Pokja', 'Formulir permohonan')],
		['["SK Pokja","Formulir permohonan"]', list('SK Pokja', 'Formulir permohonan')],
		['12 item', list('12 item')],
		[
			'Kartu kuning cetak 4 lbr, 1 utk rekanan, SK Pokja',
			list('Kartu kuning cetak 4 lbr, 1 utk rekanan', 'SK Pokja')
		],
		['SK Pokja: ada; Formulir permohonan: tidak', list('SK Pokja', '!Formulir permohonan')],
		['SK Pokja (belum ada), Formulir permohonan', list('!SK Pokja', 'Formulir permohonan')],
		['[x] SK Pokja; [ ] Formulir permohonan', list('SK Pokja', '!Formulir permohonan')],
		['☑ SK Pokja; ☐ Formulir permohonan', list('SK Pokja', '!Formulir permohonan')],
		['SK Pokja: tidak berlaku; Formulir permohonan', list('Formulir permohonan')],
		['Nota dinas', list('Nota dinas')]
	])('%j', (text, statement) => {
		expect(read(text)).toEqual(statement);
	});
});
