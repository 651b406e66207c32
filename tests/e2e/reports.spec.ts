import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { startServer, type TestServer } from './server';
import { LOCALES, expect, test } from './test';

const PAGES = ['/reports', '/reports/verify', '/suppliers/report'];
/** How a file of each format begins. */
const BEGINS = { pdf: '%PDF-', xlsx: 'PK', csv: '\uFEFF', json: '{', parquet: 'PAR1' };

for (const path of PAGES) {
	test(`${path} reads well in both languages, on a phone and on a desk`, async ({
		page,
		readIn
	}) => {
		for (const locale of LOCALES) {
			await readIn(locale);
			for (const width of [390, 1440]) {
				await page.setViewportSize({ width, height: 900 });
				await page.goto(path);
				await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
				const overflow = await page.evaluate(
					() => document.documentElement.scrollWidth - document.documentElement.clientWidth
				);
				expect(overflow, `${locale} ${width}: wider than the screen`).toBeLessThanOrEqual(0);
			}
		}
	});

	test(`${path} keeps to WCAG 2.2 AA in light and dark`, async ({ page }) => {
		for (const colorScheme of ['light', 'dark'] as const) {
			await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
			await page.goto(path);
			await expectAccessible(page, colorScheme);
		}
	});
}

test('a report is made in each format and holds when it is checked', async ({ page }) => {
	test.setTimeout(180_000);
	for (const [format, begins] of Object.entries(BEGINS)) {
		await page.goto('/reports?sop=pos-epurchasing&kind=late_step');
		const form = page.locator('form[action="/reports/download"]');
		await form.getByLabel('Format').selectOption(format);
		await form.getByLabel('Susunan').selectOption('actor');
		const [file] = await Promise.all([
			page.waitForEvent('download'),
			form.getByRole('button', { name: 'Unduh laporan' }).click()
		]);
		expect(file.suggestedFilename()).toMatch(new RegExp(`^TPT-\\d{14}-[0-9a-f]{6}\\.${format}$`));
		await expect(page.getByText('selesai dibuat')).toBeVisible();
		const path = await file.path();
		expect(
			(await readFile(path)).subarray(0, begins === '\uFEFF' ? 3 : begins.length).toString()
		).toBe(begins);
		await page.goto('/reports/verify');
		await page.getByLabel('Berkas laporan').setInputFiles(path);
		await expect(page.getByText('sama sampai bita terakhir')).toBeVisible({ timeout: 30_000 });
	}
});

test('a report that takes long says how far it is, and can be given up', async ({ page }) => {
	// The server is slow to answer, as with a hundred thousand rows.
	await page.route('**/reports/download?*', async (route) => {
		await new Promise((resolve) => setTimeout(resolve, 3_000));
		await route.continue().catch(() => undefined);
	});
	await page.goto('/reports');
	// A page that is not awake yet downloads as a form does, without a word on the way.
	await expect(async () => {
		await page.getByRole('button', { name: 'Unduh laporan' }).click({ timeout: 1_000 });
		await expect(page.getByText('Mengumpulkan angka')).toBeVisible({ timeout: 1_000 });
	}).toPass();
	await expectAccessible(page, 'progress');
	await page.getByRole('button', { name: 'Batalkan' }).click();
	await expect(page.getByText('Pembuatan laporan dibatalkan.')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Unduh laporan' })).toBeEnabled();
});

test('a report that somebody altered is told, with the row that was', async ({ page }) => {
	const answer = await page.request.get('/reports/download?sop=pos-epurchasing&format=csv');
	const lines = (await answer.text()).split('\r\n');
	lines[1] = (lines[1] ?? '').replace(/^1,[^,]+/, '1,BERKAS-LAIN');
	await page.goto('/reports/verify');
	await page.getByLabel('Berkas laporan').setInputFiles({
		...{ name: 'laporan.csv', mimeType: 'text/csv' },
		buffer: Buffer.from(lines.join('\r\n'))
	});
	await expect(page.getByText('diubah sesudah dibuat')).toBeVisible({ timeout: 30_000 });
	await expect(page.getByRole('cell', { name: 'BERKAS-LAIN' })).toBeVisible();
	await expectAccessible(page, 'altered');
});

test.describe('a schedule', () => {
	test.setTimeout(180_000);
	let server: TestServer;
	test.beforeAll(async () => {
		server = await startServer();
	});
	test.afterAll(() => server.stop());

	test('makes a report that is kept for download, until its head removes it with a reason', async ({
		browser
	}) => {
		const page = await (await browser.newContext({ baseURL: server.url })).newPage();
		await page.goto('/reports?unit=9901');
		const form = page.locator('form[action^="?/schedule"]');
		await form.getByLabel('Setiap').selectOption('semester');
		await form.getByLabel('Format').selectOption('csv');
		await form.getByRole('button', { name: 'Jadwalkan' }).click();
		await expect(page.getByText('Terjadwal.')).toBeVisible();
		const link = page.locator('a[href^="/reports/kept/"]');
		await expect(async () => {
			await page.reload();
			await expect(link).toHaveCount(1, { timeout: 1_000 });
		}).toPass({ timeout: 60_000 });
		const [file] = await Promise.all([page.waitForEvent('download'), link.click()]);
		expect((await readFile(await file.path())).toString()).toContain('#TEPAT1:');

		await page.getByRole('button', { name: 'Analis', exact: true }).click();
		await expect(page.getByRole('button', { name: 'Hapus', exact: true })).toHaveCount(0);
		await page.getByRole('button', { name: 'Kepala', exact: true }).click();
		await page.getByRole('button', { name: 'Hapus', exact: true }).click();
		const dialog = page.getByRole('dialog');
		await dialog.getByLabel('Alasan').fill('Dibuat untuk unit yang salah');
		await expectAccessible(page, 'dialog');
		await dialog.getByRole('button', { name: 'Hapus', exact: true }).click();
		await expect(page.getByText('Laporan dihapus; alasannya tercatat.')).toBeVisible();
		await expect(page.getByText('Dibuat untuk unit yang salah')).toBeVisible();
		await expect(link).toHaveCount(0);
	});
});

async function expectAccessible(page: Page, what: string): Promise<void> {
	await expect(page.getByRole('heading', { level: 1 }).first()).toBeAttached();
	const { violations } = await new AxeBuilder({ page })
		.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
		.analyze();
	const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
	expect(found, what).toEqual([]);
}
