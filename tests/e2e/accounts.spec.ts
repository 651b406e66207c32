import type { Page } from '@playwright/test';
import { expectAccessible, expectToFit } from './reads-well';
import { type TestServer, startServer } from './server';
import { LOCALES, expect, test as base } from './test';

const PASSWORD = 'kuda hitam melompat pagar';

/** A server of its own, as an office runs it: with accounts, and with the samples of a first start. */
const test = base.extend<object, { own: TestServer }>({
	own: [
		// Playwright reads the names of the fixtures it needs from this pattern.
		// eslint-disable-next-line no-empty-pattern
		async ({}, use) => {
			const server = await startServer({ accounts: true });
			await use(server);
			await server.stop();
		},
		// It builds nothing, but measures the samples before it answers.
		{ scope: 'worker', timeout: 120_000 }
	],
	baseURL: async ({ own }, use) => use(own.url)
});

test.describe.configure({ mode: 'serial' });

async function signIn(page: Page, name: string): Promise<void> {
	await page.goto('/sign-in');
	await page.getByLabel('Nama akun').fill(name);
	await page.getByLabel('Kata sandi', { exact: true }).fill(PASSWORD);
	await page.getByRole('button', { name: 'Masuk', exact: true }).click();
	await expect(page).not.toHaveURL(/sign-in/);
}

/** Where the frame says who is signed in. */
function me(page: Page) {
	return page.getByRole('region', { name: 'Masuk sebagai' });
}

async function choosePassword(page: Page, button: string): Promise<void> {
	await page.getByLabel('Kata sandi baru', { exact: true }).fill(PASSWORD);
	await page.getByLabel('Ulangi kata sandi', { exact: true }).fill(PASSWORD);
	await page.getByRole('button', { name: button }).click();
}

/** Whether a page fits a phone and a desk, and keeps to WCAG 2.2 AA in light and dark. */
async function reads(page: Page, path: string): Promise<void> {
	for (const [width, colorScheme] of [
		[390, 'light'],
		[1440, 'dark']
	] as const) {
		await page.setViewportSize({ width, height: 900 });
		await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
		await page.goto(path);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		await expectToFit(page, `${path} ${width}`);
		await expectAccessible(page, `${path} ${colorScheme}`);
	}
	await page.setViewportSize({ width: 1440, height: 900 });
}

test('from the first start to the first dashboard', async ({ page, own }) => {
	await page.goto('/');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Belum ada akun');
	expect(own.firstLink).toBeDefined();
	await reads(page, own.firstLink ?? '');
	await page.goto(own.firstLink ?? '');
	await page.getByLabel('Nama lengkap').fill('Sri Admin');
	await page.getByLabel('Nama akun').fill('admin');
	await choosePassword(page, 'Buat akun');
	await expect(page).toHaveURL(`${own.url}/`);
	await expect(me(page)).toContainText('Sri Admin');
	await expect(page.getByRole('navigation', { name: 'Navigasi utama' })).toContainText('Akun');
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('each role sees its pages, and not the others’', async ({
	page,
	own,
	browser,
	complaints
}) => {
	await signIn(page, 'admin');
	const seen: Record<string, string[]> = {};
	for (const role of ['Analis', 'Kepala', 'Inspektur']) {
		await page.goto('/accounts');
		await page.getByLabel('Nama akun').fill(role.toLowerCase());
		await page.getByLabel('Nama lengkap').fill(`Orang ${role}`);
		await page.getByRole('radio', { name: new RegExp(`^${role} `) }).check();
		await page.getByRole('button', { name: 'Buat akun' }).click();
		const link = await page.getByLabel('Tautan sekali pakai').textContent();
		const context = await browser.newContext({ baseURL: own.url });
		const theirs = await context.newPage();
		await theirs.goto(link ?? '');
		await choosePassword(theirs, 'Simpan kata sandi');
		await expect(me(theirs)).toContainText(`Orang ${role}`);
		const links = theirs.getByRole('navigation', { name: 'Navigasi utama' }).getByRole('link');
		seen[role] = (await links.allTextContents()).map((text) =>
			text.replace(/[\d.\s]+$/, '').trim()
		);
		const imports = await theirs.goto('/imports/new');
		expect(imports?.status(), role).toBe(role === 'Analis' ? 200 : 403);
		if (role !== 'Analis')
			await expect(theirs.getByRole('heading', { level: 1 })).toHaveText(
				'Tidak tersedia bagi peran Anda'
			);
		await context.close();
	}
	const all = [
		'Ringkasan',
		'SOP',
		'Berkas',
		'Jalannya proses',
		'Paket',
		'Penyimpangan',
		'Laporan',
		'Penyedia',
		'Impor',
		'Kalender'
	];
	expect(seen).toEqual({
		Analis: [...all, 'Pelaksana'],
		Kepala: all,
		Inspektur: [...all, 'Pelaksana', 'Catatan tindakan']
	});
	complaints.length = 0;
});

test('what a reader may not do is not offered', async ({ page }) => {
	await signIn(page, 'kepala');
	await page.goto('/imports');
	await expect(page.getByRole('link', { name: /Impor baru|Impor data/ })).toHaveCount(0);
	await page.goto('/calendar');
	await expect(page.getByRole('button')).not.toContainText(['Simpan gangguan']);
	await page.goto('/sop/pos-epurchasing');
	await expect(page.getByRole('checkbox')).toHaveCount(0);
});

test('the pages of accounts read well, on a phone and on a desk', async ({ page, readIn }) => {
	await reads(page, '/sign-in');
	await signIn(page, 'admin');
	for (const path of ['/account', '/tokens', '/accounts', '/accounts/2', '/audit', '/refused'])
		await reads(page, path);
	for (const locale of LOCALES) {
		await readIn(locale);
		for (const path of ['/account', '/tokens', '/accounts', '/audit']) {
			const response = await page.goto(path);
			expect(response?.status()).toBe(200);
			await expect(page.locator('html')).toHaveAttribute('lang', locale);
		}
	}
});

test('the record shows what was done, is narrowed and downloaded', async ({ page }) => {
	await signIn(page, 'admin');
	await page.goto('/audit');
	await page.getByLabel('Tindakan', { exact: true }).selectOption({ label: 'Membuat akun' });
	await page.getByRole('button', { name: 'Terapkan' }).click();
	await expect(page).toHaveURL(/action=account_added/);
	await expect(page.getByRole('row', { name: /Membuat akun.*inspektur/ })).toBeVisible();
	const download = page.waitForEvent('download');
	await page.getByRole('link', { name: 'Unduh CSV' }).click();
	expect((await download).suggestedFilename()).toBe('tepat-catatan.csv');
});

test('signing out ends it, and the way back leads to the page that was wanted', async ({
	page
}) => {
	await signIn(page, 'inspektur');
	await page.getByRole('button', { name: 'Keluar' }).click();
	await expect(page.getByText('Anda sudah keluar.')).toBeVisible();
	await page.goto('/deviations?kind=late_step');
	await expect(page).toHaveURL(/\/sign-in\?next=/);
	await page.getByLabel('Nama akun').fill('inspektur');
	await page.getByLabel('Kata sandi', { exact: true }).fill(PASSWORD);
	await page.getByRole('button', { name: 'Masuk', exact: true }).click();
	await expect(page).toHaveURL(/\/deviations\?kind=late_step/);
});

test('a session that ended while a page was open leads to the sign-in at the next click', async ({
	page,
	context,
	complaints
}) => {
	await signIn(page, 'kepala');
	await page.goto('/', { waitUntil: 'networkidle' });
	await context.clearCookies({ name: 'tepat_session' });
	await page
		.getByRole('navigation', { name: 'Navigasi utama' })
		.getByRole('link', { name: 'Berkas' })
		.click();
	await expect(page).toHaveURL(/\/sign-in\?next=%2Fcases/);
	complaints.length = 0;
});

base(
	'a demonstration says so on each page, and is looked at as anybody',
	async ({ page, complaints }) => {
		await page.goto('/sop');
		await expect(page.getByRole('region', { name: 'Demo' })).toBeVisible();
		await page.getByRole('button', { name: 'Kepala' }).click();
		await expect(page).toHaveURL(/\/sop$/);
		await expect(page.getByRole('button', { name: 'Kepala' })).toHaveAttribute(
			'aria-pressed',
			'true'
		);
		expect((await page.goto('/imports/new'))?.status()).toBe(403);
		complaints.length = 0;
	}
);
