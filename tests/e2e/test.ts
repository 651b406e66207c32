import { test as base, expect } from '@playwright/test';

export { expect };

/** The languages of the interface. */
export const LOCALES = ['id', 'en'] as const;

interface Fixtures {
	/** reads the pages in a language, as the language switch sets it */
	readIn: (locale: (typeof LOCALES)[number]) => Promise<void>;
	/** what the page complained about; a test that ends with anything in it fails */
	complaints: string[];
}

/**
 * The `test` of every end-to-end file: pages come from the running server, and a page that logs an
 * error, throws, or breaks the content security policy fails its test.
 */
export const test = base.extend<Fixtures>({
	// Playwright reads the names of the fixtures it needs from this pattern.
	// eslint-disable-next-line no-empty-pattern
	baseURL: async ({}, use) => {
		await use(process.env.TEPAT_E2E_URL);
	},
	readIn: async ({ context, baseURL }, use) => {
		await use((value) =>
			context.addCookies([{ name: 'PARAGLIDE_LOCALE', value, url: baseURL ?? '' }])
		);
	},
	complaints: [
		async ({ page }, use) => {
			const complaints: string[] = [];
			page.on('console', (message) => {
				if (message.type() === 'error') complaints.push(message.text());
			});
			page.on('pageerror', (error) => complaints.push(String(error)));
			await page.addInitScript(() => {
				document.addEventListener('securitypolicyviolation', (event) => {
					console.error(`content security policy: ${event.violatedDirective} ${event.blockedURI}`);
				});
			});
			await use(complaints);
			expect(complaints, 'the page complained').toEqual([]);
		},
		{ auto: true }
	]
});
