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
	await expect(page.getByRole('row', { name: /dibatalkan/ }).first()).toBeVisible();
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
	await page.getByLabel('Nomor berkas').selectOption('ID');
	await page.getByLabel(/Hari lebih dahulu/).check();
	await page.getByRole('button', { name: 'Periksa', exact: true }).click();
	await expect(page.getByRole('img', { name: '1 dibaca = 1 dipakai' })).toBeVisible();
	// Another answer makes the check worthless.
	await page.getByLabel(/Bulan lebih dahulu/).check();
	await expect(page.getByRole('button', { name: 'Impor', exact: true })).toHaveCount(0);
	await expect(page.getByText('Pilihan berubah')).toBeVisible();
});

test('the samples go with one click', async ({ page }) => {
	await page.goto('/imports');
	const remove = page.getByRole('button', { name: 'Hapus data contoh' });
	test.skip((await remove.count()) === 0, 'skipped: this build loads no samples');
	await remove.click();
	await expect(page.getByText('Data contoh sudah dihapus')).toBeVisible({ timeout: 60_000 });
	await expect(remove).toHaveCount(0);
});
