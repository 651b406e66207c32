import { expect, test } from 'vitest';
import { hyphenated } from './words';

const shown = (text: string) => hyphenated(text).replaceAll('\u00ad', '-');

test('a long word may break between its syllables, never near its ends', () => {
	expect(shown('Surat pemberitahuan pengiriman barang')).toBe(
		'Surat pembe-ri-ta-huan pengi-riman barang'
	);
	expect(shown('riwayat pembayaran')).toBe('riwayat pemba-yaran');
	expect(shown('ditandatangani')).toBe('ditanda-ta-ngani');
});

test('short words stay whole', () => {
	expect(shown('Berita Acara Serah Terima')).toBe('Berita Acara Serah Terima');
});
