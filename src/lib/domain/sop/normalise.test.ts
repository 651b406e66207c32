import fc from 'fast-check';
import { expect, it } from 'vitest';
import { normaliseActivity } from './normalise';

it.each([
	['Menyetujui  permintaan pembelian.', 'menyetujui permintaan pembelian'],
	['MENYETUJUI PERMINTAAN PEMBELIAN', 'menyetujui permintaan pembelian'],
	['Mengunduh/cetak surat pesanan', 'mengunduh cetak surat pesanan'],
	['E‑Purchasing v.3', 'e purchasing v 3'],
	['user\u00a0ID\tdan\npassword', 'user id dan password'],
	['“tersedia” – lanjut', 'tersedia lanjut'],
	['...', '']
])('folds %j', (text, folded) => {
	expect(normaliseActivity(text)).toBe(folded);
});

it('keeps words and digits apart, so that two different activities never fold to one', () => {
	expect(normaliseActivity('langkah 1')).not.toBe(normaliseActivity('langkah 11'));
	expect(normaliseActivity('tidak tersedia')).not.toBe(normaliseActivity('tersedia'));
});

it('changes nothing when folded twice', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), (text) => {
			const once = normaliseActivity(text);
			expect(normaliseActivity(once)).toBe(once);
		})
	);
});
