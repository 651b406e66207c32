import type { Browser, Page } from '@playwright/test';
import { testReadsWell } from './reads-well';
import { startServer, type TestServer } from './server';
import { expect, test } from './test';

/** Leads to the first ranked supplier of the samples. */
async function openFirst(page: Page): Promise<void> {
	await page.goto('/suppliers');
	await page.locator('#list tbody th a').first().click();
	await expect(page).toHaveURL(/\/suppliers\/[0-9a-f]{12}/);
}

/** Leads to the first sheet of the samples. */
async function openSheet(page: Page): Promise<void> {
	await page.goto('/suppliers/services');
	await page.locator('#sheets tbody th a').first().click();
	await expect(page).toHaveURL(/\/suppliers\/sheets\/\d+/);
}

/** Leads to the first supporting service of the samples. */
async function openService(page: Page): Promise<void> {
	await page.goto('/suppliers/services');
	await page.getByRole('link', { name: 'Peladen dan jaringan' }).first().click();
	await expect(page).toHaveURL(/\/suppliers\/services\/\d+/);
}

for (const [name, open] of [
	['the list', (page: Page) => page.goto('/suppliers')],
	['a supplier', openFirst],
	['the services', (page: Page) => page.goto('/suppliers/services')],
	['a service', openService],
	['a sheet', openSheet],
	['the schemes', (page: Page) => page.goto('/suppliers/schemes')],
	['a scheme', (page: Page) => page.goto('/suppliers/schemes/lkpp-4-2021')],
	['the form of a scheme', (page: Page) => page.goto('/suppliers/schemes/lkpp-4-2021/edit')],
	['the report', (page: Page) => page.goto('/suppliers/report')]
] as const)
	testReadsWell(name, open, { tablesFit: true });

test('the rank of a supplier leads down to its packages and their source', async ({ page }) => {
	await openFirst(page);
	const rows = page.getByRole('table', { name: 'Riwayat paket' }).locator('tbody tr');
	expect(await rows.count()).toBeGreaterThanOrEqual(3);
	await rows.first().getByRole('link').click();
	await expect(page).toHaveURL(/\/cases\/\d+/);
});

test.describe('the flow of an evaluation', () => {
	test.setTimeout(180_000);
	let server: TestServer;
	test.beforeAll(async () => {
		server = await startServer();
	});
	test.afterAll(() => server.stop());

	/** A page of somebody who looks at the demonstration in a role. */
	async function as(browser: Browser, role: string): Promise<Page> {
		const page = await (await browser.newContext({ baseURL: server.url })).newPage();
		await page.goto('/suppliers/services');
		await page.getByRole('button', { name: role, exact: true }).click();
		await expect(page.getByRole('button', { name: role, exact: true })).toHaveAttribute(
			'aria-pressed',
			'true'
		);
		return page;
	}

	/** Fills the sheet that a page shows with the best scores, and hands it over. */
	async function handOver(page: Page): Promise<void> {
		const fill = page.locator('form[action="?/fill"]');
		await expect(fill).toBeVisible();
		for (const score of await fill.locator('tbody select').all()) await score.selectOption('3');
		await fill.getByRole('button').click();
		await expect(page.getByText('diisi dan diserahkan').first()).toBeVisible();
	}

	test('goes from its plan to a proposal of procurement through the hands of two people', async ({
		browser
	}) => {
		const analyst = await as(browser, 'Analis');
		await analyst.goto('/suppliers/services');
		const plan = analyst.locator('form[action="?/plan"]');
		await plan.getByLabel('Jatuh tempo').fill('2027-03-15');
		await plan.getByRole('button').click();
		const planned = analyst.locator('#sheets tbody tr', { hasText: '15 Maret 2027' });
		await planned.getByRole('link').click();
		await expect(analyst).toHaveURL(/\/suppliers\/sheets\/\d+/);
		const address = new URL(analyst.url()).pathname;
		await expect(analyst.getByText('Berkasnya ada setelah langkah pertama.')).toBeVisible();
		await analyst.getByRole('button', { name: 'Dokumen sudah diperiksa' }).click();
		await handOver(analyst);
		await expect(analyst.getByText('Menunggu Kepala LPSE.')).toBeVisible();

		const head = await as(browser, 'Kepala');
		await head.goto(address);
		await head.getByRole('button', { name: 'Terima hasil evaluasi' }).click();
		await head.getByRole('button', { name: 'Setujui' }).click();
		await expect(head.getByText('Menunggu Pengelola Pendukung Layanan.')).toBeVisible();

		await analyst.goto(address);
		await analyst.getByLabel('Tindak lanjut').selectOption('extend');
		await analyst.getByRole('button', { name: 'Dokumentasikan' }).click();
		await analyst.getByRole('link', { name: /^Berkas usulan pengadaan/ }).click();
		await expect(analyst).toHaveURL(/\/cases\/\d+/);
		await expect(analyst.getByRole('heading', { level: 1 })).toContainText('USUL-EVAL-');
		await analyst.goto(address);
		await analyst.getByRole('link', { name: /^Berkas pemantauan/ }).click();
		await expect(analyst.getByRole('heading', { level: 1 })).toContainText('EVAL-');
	});

	test('is filled by the version in force, and keeps the one it was filled with', async ({
		browser
	}) => {
		const analyst = await as(browser, 'Analis');
		await analyst.goto('/suppliers/schemes/pendukung-layanan/edit');
		await analyst.getByLabel('Bobot (%)').first().fill('40');
		await expect(analyst.getByText('Jumlah bobot 110 %, harus 100 %.')).toBeVisible();
		await analyst.getByRole('button', { name: 'Simpan versi 2' }).click();
		await expect(analyst.getByText('Jumlah bobot 110, harus 100.')).toBeVisible();
		await analyst.getByLabel('Bobot (%)').nth(1).fill('20');
		await analyst.getByLabel('Alasan perubahan').fill('Keputusan rapat');
		await analyst.getByRole('button', { name: 'Simpan versi 2' }).click();
		await expect(analyst).toHaveURL(/\/suppliers\/schemes\/pendukung-layanan$/);
		const history = analyst.getByRole('table', { name: 'Riwayat versi' });
		await expect(history.locator('tbody tr')).toHaveCount(2);
		await expect(history.locator('tbody tr').first()).toContainText('Keputusan rapat');
		await history.getByRole('link', { name: 'Versi 1' }).click();
		await expect(analyst.getByText('Ini versi 1; yang berlaku versi 2.')).toBeVisible();

		// A sheet that was filled before says version 1, one that is filled now version 2.
		await analyst.goto('/suppliers/services');
		await analyst
			.locator('#sheets tbody tr', { hasText: 'didokumentasikan' })
			.first()
			.getByRole('link')
			.click();
		await expect(analyst.getByText('Versi 1. Sumber:')).toBeVisible();
		await analyst.goto('/suppliers/services');
		const plan = analyst.locator('form[action="?/plan"]');
		await plan.getByLabel('Jatuh tempo').fill('2027-05-15');
		await plan.getByRole('button').click();
		await analyst.locator('#sheets tbody tr', { hasText: '15 Mei 2027' }).getByRole('link').click();
		await analyst.getByRole('button', { name: 'Dokumen sudah diperiksa' }).click();
		await handOver(analyst);
		await expect(analyst.getByText('Versi 2. Sumber:')).toBeVisible();

		const head = await as(browser, 'Kepala');
		await head.goto('/suppliers/schemes/pendukung-layanan');
		await expect(head.getByRole('heading', { level: 1 })).toBeVisible();
		await expect(head.getByRole('link', { name: 'Buat versi baru' })).toHaveCount(0);
	});

	test('is filled and received by two people, and tells the slower of two who decide', async ({
		browser
	}) => {
		const analyst = await as(browser, 'Analis');
		await analyst.goto('/suppliers/services');
		const sheet = await analyst
			.locator('#sheets tbody tr', { hasText: 'Sambungan internet' })
			.filter({ hasText: 'menunggu pemeriksaan' })
			.getByRole('link')
			.getAttribute('href');
		const address = sheet ?? '';
		await analyst.goto(address);
		await analyst.getByRole('button', { name: 'Dokumen sudah diperiksa' }).click();
		await handOver(analyst);

		const head = await as(browser, 'Kepala');
		await head.goto(address);
		await head.getByRole('button', { name: 'Terima hasil evaluasi' }).click();
		await expect(head.getByRole('button', { name: 'Setujui' })).toBeVisible();

		// The same sheet in two windows: one asks for it anew, the other approves what it saw before.
		const other = await as(browser, 'Kepala');
		await other.goto(address);
		await expect(other.getByRole('button', { name: 'Setujui' })).toBeVisible();
		await head.goto(address);
		await head.getByLabel('Alasan').fill('Lampirkan bukti gangguan');
		await Promise.all([
			head.getByRole('button', { name: 'Minta evaluasi ulang' }).click(),
			other.getByRole('button', { name: 'Setujui' }).click()
		]);
		const answers = await Promise.all(
			[head, other].map((page) => page.locator('.stack [aria-live] .note').first().innerText())
		);
		expect(answers.filter((text) => text.includes('Langkah dicatat'))).toHaveLength(1);
		expect(answers.filter((text) => text.includes('baru saja diubah'))).toHaveLength(1);
	});
});
