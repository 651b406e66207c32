import AxeBuilder from '@axe-core/playwright';
import { LOCALES, expect, test } from './test';

/** Every page that stands on the sample cases. */
const PAGES = [
	'/',
	'/sop',
	'/sop/pos-epurchasing',
	'/sop/lkpp-epurchasing',
	'/cases',
	'/deviations',
	'/mining',
	'/mining/pos-epurchasing',
	'/mining/pos-epurchasing/variants',
	'/mining/pos-epurchasing/times',
	'/packages',
	'/imports',
	'/imports/new',
	'/calendar'
];

for (const path of PAGES) {
	test(`${path} reads well in both languages, on a phone and on a desk`, async ({
		page,
		readIn
	}) => {
		for (const locale of LOCALES) {
			await readIn(locale);
			for (const width of [390, 1440]) {
				await page.setViewportSize({ width, height: 900 });
				const response = await page.goto(path);
				expect(response?.status()).toBe(200);
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
			await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
			const { violations } = await new AxeBuilder({ page })
				.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
				.analyze();
			const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
			expect(found, colorScheme).toEqual([]);
		}
	});
}

test('the finding leads down to the row of the file: rate, deviation, case, source', async ({
	page
}) => {
	await page.goto('/');
	await page
		.getByRole('link', { name: /Penyimpangan/ })
		.first()
		.click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Penyimpangan');
	await page.locator('a[href^="/cases/"]').first().click();
	await expect(page).toHaveURL(/\/cases\/\d+/);
	await expect(page.locator('a[href^="/imports/"]').first()).toBeVisible();
});

test('a filter travels from page to page, and the sheet narrows to it', async ({ page }) => {
	await page.goto('/sop?period=2026-09');
	await page.locator('a[href^="/sop/pos-epurchasing"]').first().click();
	await expect(page).toHaveURL(/period=2026-09/);
	await expect(page.getByRole('table').first()).toBeVisible();
});

test('an unknown office is said to be unknown, not a defect', async ({ page, complaints }) => {
	const response = await page.goto('/deviations?unit=tidak-ada');
	expect(response?.status()).toBeLessThan(500);
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	complaints.length = 0;
});

test('the deviation list downloads as CSV with the file and row of each', async ({ page }) => {
	await page.goto('/deviations');
	const href = await page.locator('a[href*="/deviations/download"]').first().getAttribute('href');
	const response = await page.request.get(href ?? '');
	expect(response.headers()['content-type']).toContain('text/csv');
	const lines = (await response.text()).split('\r\n');
	expect(lines[0]).toContain('Berkas impor');
	expect(lines.length).toBeGreaterThan(100);
});
