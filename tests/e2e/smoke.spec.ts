import { LOCALES, expect, test } from './test';

for (const locale of LOCALES) {
	test(`the start page opens in ${locale}`, async ({ page, readIn }) => {
		await readIn(locale);
		const response = await page.goto('/');
		expect(response?.status()).toBe(200);
		await expect(page.locator('html')).toHaveAttribute('lang', locale);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	});
}

test('without a choice the page is Indonesian, whatever the browser prefers', async ({
	browser,
	baseURL
}) => {
	const context = await browser.newContext({ locale: 'en-GB', ...(baseURL && { baseURL }) });
	const page = await context.newPage();
	await page.goto('/');
	await expect(page.locator('html')).toHaveAttribute('lang', 'id');
	await context.close();
});

test('no placeholder of the page frame is left unfilled', async ({ page }) => {
	const response = await page.goto('/');
	expect(await response?.text()).not.toMatch(/%[a-z]+\.[a-z]+%/);
});

test('every answer carries the security headers and a strict content policy', async ({
	request
}) => {
	const headers = (await request.get('/')).headers();
	expect(headers).toMatchObject({
		'x-content-type-options': 'nosniff',
		'referrer-policy': 'same-origin',
		'cache-control': 'no-store'
	});
	const policy = headers['content-security-policy'] ?? '';
	expect(policy).toMatch(/script-src 'self' 'nonce-[^']+'/);
	expect(policy).toContain("frame-ancestors 'none'");
	expect(policy).not.toMatch(/script-src[^;]*unsafe/);
});

test('a page that does not exist answers 404, in words', async ({ request }) => {
	const response = await request.get('/tidak-ada', { headers: { accept: 'text/html' } });
	expect(response.status()).toBe(404);
	expect(await response.text()).toContain('Halaman ini tidak ada');
});

test('a write from another site is refused, in whatever form it comes', async ({ request }) => {
	for (const type of ['application/octet-stream', 'application/json', 'text/plain']) {
		const response = await request.post('/', {
			headers: { origin: 'https://evil.example', 'content-type': type },
			data: 'a=1'
		});
		expect(response.status(), type).toBe(403);
	}
});

test('a body larger than a form is refused', async ({ request, baseURL }) => {
	const response = await request.post('/', {
		headers: { origin: baseURL ?? '', 'content-type': 'text/plain' },
		data: 'x'.repeat(600 * 1024)
	});
	expect(response.status()).toBe(413);
});

test('a reader who comes by localhost is sent to the address whose forms work', async ({
	request,
	baseURL
}) => {
	const byName = (baseURL ?? '').replace('127.0.0.1', 'localhost');
	const response = await request.get(`${byName}/?x=1`, { maxRedirects: 0 });
	expect(response.status()).toBe(307);
	expect(response.headers().location).toBe(`${baseURL}/?x=1`);
});
