import { expect, it } from 'vitest';
import {
	followMerges,
	foldSupplierName,
	readTaxNumber,
	suggestMerges,
	supplierKeys,
	type Told
} from './identity';

let packages = 0;
const told = (
	supplier: string,
	code: string | null,
	tax: string | null,
	case_id = ++packages
): Told => ({ supplier, code, tax, case_id });

it('reads a tax number in its three spellings as one', () => {
	const spellings = ['01.234.567.8-901.000', '012345678901000', '0012345678901000'];
	expect(new Set(spellings.map(readTaxNumber))).toEqual(new Set(['0012345678901000']));
});

it('takes what is no tax number for none', () => {
	for (const text of [null, '', '-', '123', '00.000.000.0-000.000', '01.234.567.8-901.00X'])
		expect(readTaxNumber(text)).toBeNull();
});

it('compares names without legal form, case and punctuation', () => {
	expect(foldSupplierName('PT. Contoh Jaya, Tbk')).toBe('contoh jaya');
	expect(foldSupplierName('contoh  jaya (Persero)')).toBe('contoh jaya');
	expect(foldSupplierName('CV')).toBe('cv');
});

it('lets a code stand for the tax number it comes with elsewhere, unless two do', () => {
	const rows = [
		told('PT Satu', '7', '012345678901000'),
		told('PT Satu', '7', null),
		told('PT Dua', '8', '022345678901000'),
		told('PT Tiga', '8', '032345678901000'),
		told('PT Dua', '8', null),
		told('CV Empat', null, null)
	];
	expect(rows.map(supplierKeys(rows))).toEqual([
		'npwp:0012345678901000',
		'npwp:0012345678901000',
		'npwp:0022345678901000',
		'npwp:0032345678901000',
		'kode:8',
		'nama:empat'
	]);
});

it('never merges name variants by itself: it suggests them', () => {
	const rows = [told('PT Contoh Jaya', null, '012345678901000'), told('Contoh Jaya', null, null)];
	expect(suggestMerges(rows)).toEqual([
		{ key: 'nama:contoh jaya', other: 'npwp:0012345678901000', why: 'name' }
	]);
	expect(suggestMerges([told('PT A', null, null), told('CV A', null, null)])).toEqual([]);
});

it('follows what persons confirmed, also over several, and out of a circle', () => {
	const follow = followMerges(
		new Map([
			['a', 'b'],
			['b', 'c'],
			['x', 'y'],
			['y', 'x']
		])
	);
	expect([follow('a'), follow('c'), follow('x')]).toEqual(['c', 'c', 'x']);
});

it('takes the rows of one package under one name for one supplier', () => {
	const rows = [
		told('PT. A', null, null, 900),
		told('A', '7', null, 900),
		told('a pt', null, '012345678901000', 900),
		told('PT A', null, null, 901)
	];
	expect(rows.map(supplierKeys(rows))).toEqual([
		...Array<string>(3).fill('npwp:0012345678901000'),
		'nama:a'
	]);
});
