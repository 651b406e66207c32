import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { type TestServer, startServer } from './server';
import { expect, test as base } from './test';

/** These tests change the store, so they have a server of their own, with the samples in it. */
const test = base.extend<object, { own: TestServer }>({
	own: [
		// Playwright reads the names of the fixtures it needs from this pattern.
		// eslint-disable-next-line no-empty-pattern
		async ({}, use) => {
			const server = await startServer();
			await use(server);
			await server.stop();
		},
		{ scope: 'worker' }
	],
	baseURL: async ({ own }, use) => use(own.url)
});

const CSV = [
	'nomor_berkas;kegiatan;mulai;selesai;petugas',
	'UJI-1;Menerima permohonan;2026-03-02 08:00;2026-03-02 08:05;Ani',
	'UJI-1;Memeriksa;2026-03-02 08:10;2026-03-02 08:30;Budi',
	'UJI-2;Menerima permohonan;kemarin pagi;2026-03-03 09:05;Ani',
	'UJI-2;Memeriksa;2026-03-03 09:10;2026-03-03 09:30;Budi',
	''
].join('\n');

const FILES = 'Pilih file atau letakkan di sini';

async function choose(page: Page, name: string, content: string | Buffer): Promise<void> {
	const chooser = page.waitForEvent('filechooser');
	await page.getByLabel(FILES).click();
	await (await chooser).setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
}

test('a log comes in with its bad row named, and goes again', async ({ page }) => {
	await page.goto('/imports/new', { waitUntil: 'networkidle' });
	await choose(page, 'uji.csv', CSV);
	await expect(page.getByText('Dikenali sebagai')).toBeVisible();
	await expect(page.getByRole('cell', { name: 'kemarin pagi' })).toBeVisible();

	await page.getByRole('button', { name: 'Periksa', exact: true }).click();
	const check = page.getByRole('region', { name: 'Periksa dan impor' });
	await expect(check.getByRole('img', { name: '4 dibaca = 3 dipakai' })).toBeVisible();
	await expect(check.getByRole('row', { name: /Waktu tidak terbaca/ })).toContainText(
		'kemarin pagi'
	);

	await page.getByRole('button', { name: 'Impor', exact: true }).click();
	await page.getByRole('link', { name: 'Rincian impor ini' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Impor \d+$/);
	const rejects = page.getByRole('region', { name: 'Baris yang ditolak', exact: true });
	await expect(rejects.getByRole('row', { name: /kemarin pagi/ }).last()).toBeVisible();
	await expect(page.getByRole('link', { name: 'UJI-1' })).toBeVisible();

	const download = page.waitForEvent('download');
	await rejects.getByRole('link', { name: 'Unduh CSV' }).click();
	expect((await download).suggestedFilename()).toMatch(/^tepat-impor-\d+-ditolak\.csv$/);

	await page.getByRole('link', { name: 'Batalkan', exact: true }).click();
	await expect(page.getByText('3 kejadian')).toBeVisible();
	await page.getByRole('button', { name: /^Ya, batalkan impor/ }).click();
	await expect(page.getByText(/Impor \d+ sudah dibatalkan/)).toBeVisible();
	const row = page.getByRole('row', { name: /uji\.csv.*dibatalkan/ }).first();
	await expect(row).toBeVisible();

	// The history still says what it was, and has the file as it came.
	await row.getByRole('link', { name: /^Impor \d+$/ }).click();
	await expect(page.getByRole('img', { name: '4 dibaca = 3 dipakai' })).toBeVisible();
	const original = page.waitForEvent('download');
	await page.getByRole('link', { name: 'Unduh file asli' }).click();
	const file = await original;
	expect(file.suggestedFilename()).toBe('uji.csv');
	expect(await readFile(await file.path(), 'utf8')).toBe(CSV);
});

test('what cannot be imported says so, and keeps what was chosen', async ({ page, complaints }) => {
	await page.goto('/imports/new', { waitUntil: 'networkidle' });
	await choose(page, 'uji.csv', CSV);
	await choose(page, 'gambar.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]));
	await expect(page.getByRole('alert')).toContainText('gambar.csv');
	await expect(page.getByRole('button', { name: 'Periksa', exact: true })).toBeDisabled();
	// The browser itself reports the refused request.
	expect(complaints.splice(0)).toEqual([expect.stringContaining('422')]);

	await page.getByRole('button', { name: 'Batalkan pilihan gambar.csv' }).click();
	await expect(page.getByText('Dikenali sebagai')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Periksa', exact: true })).toBeEnabled();
});

test('times that mean two things are asked about, and columns without a known name mapped', async ({
	page
}) => {
	await page.goto('/imports/new', { waitUntil: 'networkidle' });
	await choose(page, 'tiket.csv', 'ID,LANGKAH,WAKTU\nT1,Buka,01/02/2026 08:00\n');
	await expect(page.getByRole('button', { name: 'Periksa', exact: true })).toBeDisabled();
	await expect(page.getByLabel('Nomor berkas')).toHaveValue('ID');
	await page.getByLabel(/Hari lebih dahulu/).check();
	await page.getByRole('button', { name: 'Periksa', exact: true }).click();
	await expect(page.getByRole('img', { name: '1 dibaca = 1 dipakai' })).toBeVisible();
	// Another answer makes the check worthless.
	await page.getByLabel(/Bulan lebih dahulu/).check();
	await expect(page.getByRole('button', { name: 'Impor', exact: true })).toHaveCount(0);
	await expect(page.getByText('Pilihan berubah')).toBeVisible();
});

const AGENDA = [
	'NO SURAT,PEKERJAAN,BERES',
	'S/1,Mencatat dan mengagendakan nota kunjungan tamu,2026-03-02 08:05',
	'S/1,Rapat koordinasi,2026-03-02 08:30',
	'S/2,Mencatat dan mengagendakan nota kunjungan tamu,2026-03-03 09:05',
	''
].join('\n');

test('columns mapped by hand and steps confirmed outlive a reload, and the next such file knows them', async ({
	page
}) => {
	await page.goto('/imports/new', { waitUntil: 'networkidle' });
	await choose(page, 'agenda.csv', AGENDA);
	await page.getByLabel('Pelaksana').selectOption('');
	await page.getByLabel('SOP yang dilaksanakan').selectOption('oganilir-01');
	const steps = page.getByRole('table', { name: /^Kegiatan dan langkah/ });
	const noted = steps.getByRole('row', { name: /mengagendakan nota kunjungan/ });
	await expect(noted).toContainText(/saran, mirip \d+\s%/);
	await expect(steps.getByRole('row', { name: /^Rapat koordinasi/ })).toContainText(
		'belum diketahui'
	);
	await noted.getByRole('button', { name: /^Pastikan langkah/ }).click();
	await expect(noted).toContainText('dipastikan');
	await expect(page.getByText('1 dari 2 kegiatan sudah diketahui')).toBeVisible();
	// Kept a moment after the last change.
	await page.waitForRequest(
		(request) => request.method() === 'PUT' && /drafts/.test(request.url())
	);

	await page.goto('/imports');
	await page.getByRole('link', { name: 'Lanjutkan impor agenda.csv' }).click();
	await expect(noted).toContainText('dipastikan');
	await page.reload({ waitUntil: 'networkidle' });
	await expect(noted).toContainText('dipastikan');
	await expect(page.getByLabel('Nomor berkas')).toHaveValue('NO SURAT');

	await page.getByRole('button', { name: 'Periksa', exact: true }).click();
	await page.getByRole('button', { name: 'Impor', exact: true }).click();
	await expect(page.getByRole('heading', { name: 'Impor selesai' })).toBeVisible();
	await page.goto('/imports');
	await expect(page.getByRole('link', { name: /^Lanjutkan impor agenda/ })).toHaveCount(0);

	await page.goto('/imports/new', { waitUntil: 'networkidle' });
	await choose(page, 'agenda april.csv', AGENDA.replaceAll('2026-03', '2026-04'));
	await expect(page.getByText('diambil dari impor Anda yang terakhir')).toBeVisible();
	await expect(noted).toContainText('pernah dipastikan');
	await page.getByRole('button', { name: 'Buang', exact: true }).click();
	await expect(page.getByLabel(FILES)).toBeVisible();
	await page.goto('/imports');
	await expect(page.getByRole('link', { name: /^Lanjutkan impor agenda/ })).toHaveCount(0);
});

test('an export of SPSE as JSON is recognised, with the columns that tell it', async ({ page }) => {
	const rows = [1, 2].map((number) => ({
		kd_nontender: 9_900_100 + number,
		kd_klpd: 'X',
		nama_satker: 'Dinas Uji',
		nama_paket: `Paket uji ${number}`,
		kd_lpse: 901,
		pagu: 1000,
		hps: 900,
		tgl_buat_paket: '2026-02-01T08:00:00.000Z',
		tgl_pengumuman_nontender: '2026-02-03T08:00:00.000Z',
		status_nontender: 'Selesai'
	}));
	await page.goto('/imports/new', { waitUntil: 'networkidle' });
	await choose(page, 'pengumuman.json', JSON.stringify(rows));
	await expect(page.getByText(/Dikenali sebagai “.+” dari kolom .*kd_nontender/)).toBeVisible();
	await page.getByRole('button', { name: 'Periksa', exact: true }).click();
	await expect(page.getByText('Akan masuk 2 baris tentang 2 berkas')).toBeVisible();
});

test('an import that is stopped leaves nothing, and waits where it was', async ({ page }) => {
	const rows = Array.from(
		{ length: 150_000 },
		(_, row) => `BATAL-${row % 9000};Memeriksa;2026-03-02 08:10;2026-03-02 08:30;Budi ${row}`
	);
	const large = [CSV.split('\n')[0], ...rows, ''].join('\n');
	await page.goto('/imports/new', { waitUntil: 'networkidle' });
	await choose(page, 'besar.csv', large);
	await page.getByRole('button', { name: 'Periksa', exact: true }).click();
	await page.getByRole('button', { name: 'Impor', exact: true }).click({ timeout: 20_000 });
	await page.getByRole('button', { name: 'Hentikan impor' }).click();
	await expect(page.getByRole('button', { name: 'Impor', exact: true })).toBeVisible();
	await page.goto('/imports');
	await expect(page.getByRole('row', { name: /besar\.csv/ })).toHaveCount(0);
	await page.getByRole('button', { name: /^Buang impor besar\.csv/ }).click();
	await expect(page.getByRole('link', { name: /besar\.csv/ })).toHaveCount(0);
});

test('an import is read again with one click, in its place', async ({ page }) => {
	await page.goto('/imports/new', { waitUntil: 'networkidle' });
	await choose(page, 'lagi.csv', CSV.replaceAll('UJI', 'LAGI'));
	await page.getByRole('button', { name: 'Periksa', exact: true }).click();
	await page.getByRole('button', { name: 'Impor', exact: true }).click();
	await page.getByRole('link', { name: 'Rincian impor ini' }).click();
	const heading = page.getByRole('heading', { level: 1 });
	await expect(heading).toHaveText(/^Impor \d+$/);
	const before = await heading.textContent();
	await page.getByRole('button', { name: 'Baca ulang' }).click();
	await page.getByRole('button', { name: 'Ya, baca ulang' }).click();
	await expect(heading).not.toHaveText(before ?? '');
	await expect(page.getByRole('img', { name: '4 dibaca = 3 dipakai' })).toBeVisible();
	await page.goto('/imports');
	await expect(page.getByRole('row', { name: new RegExp(`${before}.*dibatalkan`) })).toBeVisible();
});

test('the samples go with one click', async ({ page }) => {
	await page.goto('/imports');
	const remove = page.getByRole('button', { name: 'Hapus data contoh' });
	await remove.click();
	await expect(page.getByText('Data contoh sudah dihapus')).toBeVisible({ timeout: 60_000 });
	await expect(remove).toHaveCount(0);
});
