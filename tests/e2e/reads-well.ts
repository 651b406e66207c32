import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { LOCALES, expect, test } from './test';

/** WCAG 2.2, levels A and AA, as axe names them. */
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** The page that is open is not wider than its window. */
export async function expectToFit(page: Page, said: string): Promise<void> {
	const overflow = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth
	);
	expect(overflow, `${said}: wider than the screen`).toBeLessThanOrEqual(0);
}

/** No table of the page that is open scrolls sideways. */
async function expectTablesToFit(page: Page, said: string): Promise<void> {
	const scrolling = await page
		.locator('main [role="region"]')
		.evaluateAll((frames) =>
			frames
				.filter((frame) => frame.scrollWidth > frame.clientWidth + 1)
				.map((frame) => frame.getAttribute('aria-label'))
		);
	expect(scrolling, `${said}: tables that scroll sideways`).toEqual([]);
}

/** The page that is open keeps to what of WCAG 2.2 AA a program can check. */
export async function expectAccessible(page: Page, said: string): Promise<void> {
	const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
	const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
	expect(found, said).toEqual([]);
}

/**
 * Two tests of one page: it reads in both languages on a phone and on a desk, and is accessible in light and dark.
 * @param open brings the page up; its heading is waited for
 * @param options.tablesFit on a phone, too, no table scrolls sideways
 */
export function testReadsWell(
	name: string,
	open: (page: Page) => Promise<unknown>,
	{ tablesFit = false } = {}
): void {
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
				await expectToFit(page, `${locale} ${width}`);
				if (tablesFit && width === 390) await expectTablesToFit(page, `${locale} ${width}`);
			}
		}
	});

	test(`${name} keeps to WCAG 2.2 AA in light and dark`, async ({ page }) => {
		for (const colorScheme of ['light', 'dark'] as const) {
			await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
			await open(page);
			await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
			await expectAccessible(page, colorScheme);
		}
	});
}
