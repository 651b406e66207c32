import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
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
