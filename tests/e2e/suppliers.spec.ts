import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import { startServer, type TestServer } from './server';
import { LOCALES, expect, test } from './test';

/** Leads to the first ranked supplier of the samples. */
async function openFirst(page: Page): Promise<void> {
	await page.goto('/suppliers');
	await page.locator('#list tbody th a').first().click();
	await expect(page).toHaveURL(/\/suppliers\/[0-9a-f]{12}/);
}

for (const [name, open] of [
	['the list', (page: Page) => page.goto('/suppliers')],
	['a supplier', openFirst]
] as const) {
	test(`${name} reads well in both languages, on a phone and on a desk`, async ({
		page,
		readIn
	}) => {
		for (const locale of LOCALES) {
			await readIn(locale);
			for (const width of [390, 1440]) {
				await page.setViewportSize({ width, height: 900 });
				await open(page);
				await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
				const overflow = await page.evaluate(
					() => document.documentElement.scrollWidth - document.documentElement.clientWidth
				);
				expect(overflow, `${locale} ${width}: wider than the screen`).toBeLessThanOrEqual(0);
			}
		}
	});

	test(`${name} keeps to WCAG 2.2 AA in light and dark`, async ({ page }) => {
		for (const colorScheme of ['light', 'dark'] as const) {
			await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
			await open(page);
			await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
			const { violations } = await new AxeBuilder({ page })
				.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
				.analyze();
			const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
			expect(found, colorScheme).toEqual([]);
		}
	});
}

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
		const fill = analyst.locator('form[action="?/fill"]');
		await expect(fill).toBeVisible();
		for (const score of await fill.locator('select').all()) await score.selectOption('3');
		await fill.getByRole('button').click();
		await expect(analyst.getByText('diisi dan diserahkan').first()).toBeVisible();

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
