import { describe, expect, it } from 'vitest';
import { checkDocuments, type Said } from './check';

const asked = ['Formulir permohonan', 'SK Pokja', 'Surat tugas'];
const check = (said: Partial<Said>, of: readonly string[] = asked) =>
	checkDocuments(of, { text: null, columns: [], names: new Map(), ...said });
const columns = (values: Record<string, string>) => ({
	columns: Object.entries(values).map(([name, value]) => ({ name, value }))
});

describe('the documents of a step', () => {
	it('are unmeasured where the log says nothing', () => {
		expect(check({})).toEqual({ spoken: 0, missing: [] });
		expect(check({ text: '-' })).toEqual({ spoken: 0, missing: [] });
		expect(check(columns({ 'SK Pokja': 'n/a', Catatan: 'tidak' }))).toEqual({
			spoken: 0,
			missing: []
		});
	});

	it('are all there where the log says complete', () => {
		expect(check({ text: 'Lengkap' })).toEqual({ spoken: 3, missing: [] });
	});

	it('are missing as a whole where it is not said which', () => {
		expect(check({ text: 'tidak lengkap' })).toEqual({ spoken: 3, missing: [null] });
		expect(check({ text: 'kurang: nota dinas' })).toEqual({ spoken: 3, missing: [null] });
	});

	it('are missing by name where there is one only, or the log names it', () => {
		expect(check({ text: 'tidak ada' }, ['Disposisi'])).toEqual({
			spoken: 1,
			missing: ['Disposisi']
		});
		expect(check({ text: 'belum lengkap: SK POKJA' })).toEqual({
			spoken: 3,
			missing: ['SK Pokja']
		});
		expect(check({ text: 'kurang: SK Pokja; nota dinas' })).toEqual({
			spoken: 1,
			missing: ['SK Pokja']
		});
	});

	it('are missing where a list in the names of the SOP omits them', () => {
		expect(check({ text: 'formulir permohonan; surat tugas' })).toEqual({
			spoken: 3,
			missing: ['SK Pokja']
		});
	});

	it('are not accused by a list with a name that nobody has explained', () => {
		expect(check({ text: 'Formulir permohonan; SK pengangkatan' })).toEqual({
			spoken: 1,
			missing: []
		});
		expect(check({ text: 'Nota dinas' })).toEqual({ spoken: 0, missing: [] });
	});

	it('are found under the names that a profile explains', () => {
		const names = new Map([
			['sk pengangkatan', 'SK Pokja'],
			['kuitansi', null]
		]);
		expect(check({ text: 'Formulir permohonan; SK pengangkatan; Kuitansi', names })).toEqual({
			spoken: 3,
			missing: ['Surat tugas']
		});
		expect(check({ ...columns({ sk_pengangkatan: 'tidak' }), names })).toEqual({
			spoken: 1,
			missing: ['SK Pokja']
		});
	});

	it('are answered by a column of their own, and a number in it is that of the document', () => {
		expect(
			check(columns({ sk_pokja: '12/SK/2026', 'SURAT TUGAS': 'belum', Catatan: 'tidak' }))
		).toEqual({ spoken: 2, missing: ['Surat tugas'] });
	});

	it('are missing where one of two columns says so', () => {
		expect(check({ text: 'Lengkap', ...columns({ 'SK Pokja': 'tidak' }) })).toEqual({
			spoken: 3,
			missing: ['SK Pokja']
		});
	});

	it('are nothing to be missed where the SOP asks for none', () => {
		expect(check({ text: 'tidak lengkap' }, [])).toEqual({ spoken: 0, missing: [] });
	});
});
