import AxeBuilder from '@axe-core/playwright';
import { LOCALES, expect, test } from './test';

const ROOM = '/mining/pos-epurchasing';
/** The pages of the room that pages.spec.ts does not have. */
const PAGES = [`${ROOM}/dots`, `${ROOM}/compare?period=2026-09`];

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
			await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
			const { violations } = await new AxeBuilder({ page })
				.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
				.analyze();
			const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
			expect(found, colorScheme).toEqual([]);
		}
	});
}

test('the map is drawn, and a path of it leads to its cases', async ({ page }) => {
	await page.goto(ROOM);
	const path = page.locator('.map a.edge').first();
	await expect(path).toBeVisible({ timeout: 20_000 });
	await path.focus();
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/cases\?.*path=/);
	await expect(page.getByRole('table').first()).toBeVisible();
});

test('the dots are drawn, move with the keyboard, and one activity can be seen alone', async ({
	page
}) => {
	await page.goto(`${ROOM}/dots`);
	const canvas = page.locator('canvas');
	await expect(canvas).toBeVisible();
	const picture = () => canvas.evaluate((node: HTMLCanvasElement) => node.toDataURL());
	await expect.poll(async () => (await picture()).length).toBeGreaterThan(5000);
	const whole = await picture();
	await canvas.focus();
	await page.keyboard.press('+');
	await expect.poll(picture).not.toBe(whole);
	await page.keyboard.press('0');
	await expect.poll(picture).toBe(whole);
	const activity = page.getByRole('button', { name: /^1\. / });
	await activity.click();
	await expect(activity).toHaveAttribute('aria-pressed', 'true');
	await expect.poll(picture).not.toBe(whole);
});

test('a comparison names both sides, and no share stands without its n', async ({ page }) => {
	await page.goto(`${ROOM}/compare?period=2026-09`);
	const table = page.getByRole('table').first();
	await expect(table).toContainText('September 2026');
	await expect(table).toContainText('Agustus 2026');
	await expect(table.getByText(/n = \d/).first()).toBeVisible();
	await page.getByLabel('Periode').last().selectOption('*');
	await page.getByRole('button', { name: 'Bandingkan' }).click();
	await expect(page).toHaveURL(/with_period=\*|with_period=%2A/);
});
