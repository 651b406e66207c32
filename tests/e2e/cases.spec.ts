import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './test';

/** What is not accessible on the page as it stands. */
async function violationsOf(page: Page): Promise<string[]> {
	const { violations } = await new AxeBuilder({ page })
		.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
		.analyze();
	return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
}

const keys = (page: Page) => page.locator('tbody th[scope="row"] a');

test('the list is searched, sorted and paged in the address, and downloads as it is filtered', async ({
	page
}) => {
	await page.goto('/cases');
	await page.getByRole('searchbox').fill('ep-a');
	await page.getByRole('button', { name: 'Cari' }).click();
	await expect(page).toHaveURL(/q=ep-a/);
	for (const key of await keys(page).allTextContents()) expect(key.trim()).toMatch(/^EP-A-/);

	await page.getByRole('columnheader', { name: 'Berkas' }).getByRole('link').click();
	await expect(page).toHaveURL(/sort=key&dir=asc/);
	await expect(keys(page).first()).toHaveText('EP-A-0001');
	const first = await keys(page).allTextContents();
	await page.getByRole('link', { name: 'Berikutnya' }).click();
	await expect(page).toHaveURL(/after=\d+/);
	await expect(keys(page).first()).not.toHaveText('EP-A-0001');
	const second = await keys(page).allTextContents();
	expect(second.filter((key) => first.includes(key))).toEqual([]);
	await page.getByRole('link', { name: 'Sebelumnya' }).click();
	await expect(keys(page).first()).toHaveText('EP-A-0001');

	const link = page.getByRole('link', { name: 'Unduh daftar CSV' });
	const answer = await page.request.get((await link.getAttribute('href')) ?? '');
	expect(answer.headers()['content-type']).toContain('text/csv');
	const lines = (await answer.text()).trim().split('\r\n');
	expect(lines[1]).toMatch(/^EP-A-0001,/);
	expect(lines.length - 1).toBeGreaterThan(first.length);
	expect(lines.slice(1).every((line) => line.startsWith('EP-A-'))).toBe(true);
});

test('running cases that need action stand by urgency, with when they are expected to end', async ({
	page
}) => {
	await page.goto('/cases');
	await page.getByLabel('Keadaan berkas berjalan').selectOption('urgent');
	await expect(page).toHaveURL(/open=urgent/);
	await expect(page.getByRole('columnheader', { name: 'Perkiraan selesai' })).toBeVisible();
	await expect(page.locator('tbody tr').first()).toContainText('lewat');
	expect(await violationsOf(page)).toEqual([]);
});

test('a case shows its bars against their limits, by keys too, and each deviation at its place', async ({
	page
}) => {
	await page.goto('/cases?sop=pos-epurchasing&deviating=1&status=completed&sort=lead');
	await keys(page).first().click();
	const timeline = page.getByRole('figure', { name: 'Garis waktu' });
	await expect(timeline.locator('rect.budget').first()).toBeAttached();
	const rows = timeline.locator('a.name');
	await rows.first().focus();
	await page.keyboard.press('ArrowDown');
	await expect(rows.nth(1)).toBeFocused();
	const name = (await rows.nth(1).getAttribute('title')) ?? '';
	await expect(timeline.locator('.detail')).toContainText(name);

	await page.getByRole('button', { name: 'Hari', exact: true }).click();
	const plot = await timeline
		.locator('.scroll')
		.evaluate((node) => node.scrollWidth / node.clientWidth);
	expect(plot).toBeGreaterThan(1.5);

	const found = page.locator('#sequence a[href^="/deviations/"]').first();
	await expect(found).toBeVisible();
	expect(await violationsOf(page)).toEqual([]);
	await found.click();
	await expect(page).toHaveURL(/\/deviations\/\d+/);
});

test('the sheet tells counts, times or deviations, and how well cases follow it', async ({
	page
}) => {
	await page.goto('/sop/pos-epurchasing');
	await expect(page.getByText('kesesuaian alur, rata-rata')).toBeVisible();
	const symbol = page.locator('a.symbol').first();
	const counted = await symbol.textContent();
	await page.getByRole('link', { name: 'Waktu', exact: true }).click();
	await expect(page).toHaveURL(/show=time/);
	await expect(symbol).not.toHaveText(counted ?? '');
	await page.getByRole('link', { name: 'Penyimpangan', exact: true }).last().click();
	await expect(page).toHaveURL(/show=deviations/);
	await expect(symbol).toHaveAttribute('href', /^\/deviations/);
	expect(await violationsOf(page)).toEqual([]);
});
