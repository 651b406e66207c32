import { testReadsWell } from './reads-well';
import { expect, test } from './test';

/** Every page that stands on the sample cases. */
const PAGES = [
	'/',
	'/sop',
	'/sop/pos-epurchasing',
	'/sop/lkpp-epurchasing',
	'/cases',
	'/deviations',
	'/packages',
	'/imports',
	'/imports/new',
	'/calendar'
];

for (const path of PAGES)
	testReadsWell(path, async (page) => {
		const response = await page.goto(path);
		expect(response?.status()).toBe(200);
	});

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
