import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './test';
import { startServer, type TestServer } from './server';

/** A store of its own: what is explained here would be read by the tests of other pages. */
let server: TestServer;
test.beforeAll(async () => {
	server = await startServer();
});
test.afterAll(() => server.stop());

/** Looks at the pages as somebody of a role; a demonstration signs nobody in. */
async function actAs(page: Page, role: string): Promise<void> {
	await page.goto(`${server.url}/deviations`);
	await page.getByRole('button', { name: role, exact: true }).click();
	await expect(page.getByRole('button', { name: role, exact: true })).toHaveAttribute(
		'aria-pressed',
		'true'
	);
}

async function expectAccessible(page: Page): Promise<void> {
	for (const colorScheme of ['light', 'dark'] as const) {
		await page.emulateMedia({ colorScheme });
		const { violations } = await new AxeBuilder({ page })
			.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
			.analyze();
		const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
		expect(found, colorScheme).toEqual([]);
	}
}

test('the list is filtered, grouped by cause, and kept as a view that opens again', async ({
	page
}) => {
	await actAs(page, 'Inspektur');
	await page.getByRole('combobox', { name: 'Kategori' }).selectOption('kelengkapan');
	await expect(page).toHaveURL(/category=kelengkapan/);
	await page
		.getByRole('navigation', { name: 'Kelompok' })
		.getByRole('link', { name: 'Sebab' })
		.click();
	await expect(page).toHaveURL(/by=cause/);
	const cause = page.locator('a[title*="Kelengkapan kurang"]').first();
	const count = await cause.locator('.count').innerText();
	await cause.click();
	await expect(page).toHaveURL(/kind=missing_requirement/);
	await expect(page.getByText(new RegExp(`dari ${count} baris`))).toBeVisible();
	await page.getByText('Simpan tampilan ini').click();
	await page.getByLabel('Nama tampilan').fill('Kelengkapan yang kurang');
	await page.getByRole('button', { name: 'Simpan', exact: true }).click();
	await expect(page.getByText('Tampilan "Kelengkapan yang kurang" disimpan.')).toBeVisible();
	await page.goto(`${server.url}/deviations`);
	await page.getByRole('link', { name: 'Kelengkapan yang kurang' }).click();
	await expect(page).toHaveURL(/kind=missing_requirement/);
	await expect(page.getByText(new RegExp(`dari ${count} baris`))).toBeVisible();
	await expectAccessible(page);
});

test('a missing document says what the SOP asks, what the log writes, and the row', async ({
	page
}) => {
	await actAs(page, 'Analis');
	await page.goto(`${server.url}/deviations?kind=missing_requirement&sop=oganilir-03&unit=9902`);
	await page.locator('a.headline').first().click();
	await expect(page.getByText('Diminta SOP')).toBeVisible();
	await expect(page.getByText(/^Kurang: /)).toBeVisible();
	await expect(page.getByText('oganilir-03.csv').first()).toBeVisible();
	await expectAccessible(page);
});

test('one explanation with evidence fits many, and somebody else decides', async ({ page }) => {
	const list = `${server.url}/deviations?kind=missing_output&sop=pos-epurchasing`;
	await actAs(page, 'Analis');
	await page.goto(list);
	const first = await page.locator('a.headline').first().getAttribute('href');
	const boxes = page.getByRole('table').getByRole('checkbox');
	await expect(async () => {
		await boxes.nth(0).setChecked(true);
		await boxes.nth(1).setChecked(true);
		await expect(page.getByText('2 dipilih')).toBeVisible({ timeout: 500 });
	}).toPass();
	await page.locator('details.selection > summary').click();
	await page.getByLabel('Penjelasan atau alasan').fill('Disposisi dicatat di buku agenda.');
	await page.locator('input[type=file]').setInputFiles({
		name: 'agenda.txt',
		mimeType: 'text/plain',
		buffer: Buffer.from('Buku agenda halaman 12')
	});
	await page.getByRole('button', { name: 'Simpan tindakan' }).click();
	await expect(page.getByText('Dicatat untuk 2 penyimpangan.')).toBeVisible();

	await actAs(page, 'Kepala');
	await page.goto(`${server.url}${first ?? ''}`);
	await expect(page.getByText('Disposisi dicatat di buku agenda.')).toBeVisible();
	await expect(page.getByRole('link', { name: 'agenda.txt' })).toBeVisible();
	await page.getByLabel('Tindakan').selectOption('accept');
	await page.locator('textarea').fill('Diterima: buku agenda diperiksa.');
	await page.getByRole('button', { name: 'Simpan tindakan' }).click();
	await expect(page.getByText('Diterima: buku agenda diperiksa.')).toBeVisible();
	await expectAccessible(page);
});

test('a refused act says why above the form, and a saved one is confirmed', async ({ page }) => {
	await actAs(page, 'Kepala');
	await page.goto(`${server.url}/deviations?kind=late_step&state=open&follow=open`);
	await page.locator('a.headline').first().click();
	await page.getByLabel('Tindakan').selectOption('excuse');
	await page.getByLabel('Penjelasan atau alasan').fill('Listrik padam sehari.');
	await page.getByRole('button', { name: 'Simpan tindakan' }).click();
	const refused = page.getByRole('alert').filter({ hasText: 'Dispensasi memerlukan bukti' });
	await expect(refused).toBeVisible();
	await expect(page.locator('.answer')).toBeFocused();
	await expect(page.getByLabel('Penjelasan atau alasan')).toHaveValue('Listrik padam sehari.');
	await page.locator('input[type=file]').setInputFiles({
		name: 'surat.txt',
		mimeType: 'text/plain',
		buffer: Buffer.from('Surat PLN')
	});
	await page.getByRole('button', { name: 'Simpan tindakan' }).click();
	await expect(page.getByRole('status').filter({ hasText: 'Dicatat untuk 1' })).toBeVisible();
	await expect(page.getByText('Dispensasi lain diterima')).toBeVisible();
	await expectAccessible(page);
});

test('who decides asks for an explanation by a date, and of many is told what an act is noted for', async ({
	page
}) => {
	await actAs(page, 'Inspektur');
	await page.goto(`${server.url}/deviations?kind=late_step&state=open&follow=open`);
	await page.locator('a.headline').first().click();
	await page.getByLabel('Penjelasan atau alasan').fill('Mengapa langkah ini terlambat?');
	await page.getByLabel('Jawab paling lambat').fill('2099-11-30');
	await page.getByRole('button', { name: 'Simpan tindakan' }).click();
	await expect(page.getByRole('status').filter({ hasText: 'Dicatat untuk 1' })).toBeVisible();
	const asked = 'Penjelasan diminta, jawab paling lambat 30 November 2099';
	await expect(page.getByText(asked).first()).toBeVisible();
	await expectAccessible(page);
	await page.goto(`${server.url}/deviations?follow=asked`);
	await expect(page.getByTitle(asked)).toHaveCount(1);
	await page.goto(`${server.url}/deviations?follow=overdue`);
	await expect(page.getByTitle(asked)).toHaveCount(0);

	await actAs(page, 'Kepala');
	await page.goto(`${server.url}/deviations?kind=late_step&unit=9901`);
	const everything = page.getByRole('checkbox', { name: /Semua [\d.]+ penyimpangan/ });
	await expect(async () => {
		if (!(await everything.isVisible()))
			await page.locator('details.selection > summary').click({ timeout: 500 });
		await everything.check({ timeout: 500 });
	}).toPass();
	// The panel stays open, and the rows show what "all" means.
	await expect(everything).toBeVisible();
	const boxes = page.getByRole('table').getByRole('checkbox');
	await expect(boxes.first()).toBeChecked();
	await expect(boxes.last()).toBeChecked();
	await boxes.first().uncheck();
	await expect(everything).not.toBeChecked();
	await expect(boxes.last()).toBeChecked();
	// At the end of the page the panel covers no row.
	await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
	await expectAccessible(page);
});

test('outages come from a file that is checked first and can be taken back', async ({ page }) => {
	await actAs(page, 'Analis');
	await page.goto(`${server.url}/calendar?unit=9901`);
	await page.locator('input[type=file][name=file][accept*=csv]').setInputFiles({
		name: 'gangguan.csv',
		mimeType: 'text/csv',
		buffer: Buffer.from(
			'mulai;sampai;sebab;bukti\n2026-09-08 09:00;2026-09-08 11:00;SPSE mati;Tiket 5\nkemarin;2026-09-08 11:00;SPSE mati;\n'
		)
	});
	await page.getByRole('button', { name: 'Periksa dulu' }).click();
	await expect(page.getByText('gangguan.csv: 1 baris akan ditambahkan, 1 dilewati.')).toBeVisible();
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Tambahkan 1 gangguan' }).click();
	await expect(page.getByText(/1 gangguan ditambahkan/)).toBeVisible();
	await expect(page.getByRole('link', { name: 'gangguan.csv, baris 1' })).toBeVisible();
	await page.getByRole('button', { name: 'Batalkan gangguan dari gangguan.csv' }).click();
	await expect(page.getByText(/gangguan.csv dibatalkan/)).toBeVisible();
	await expect(page.getByRole('link', { name: 'gangguan.csv, baris 1' })).toBeHidden();
});

test('a deviation leads to the row of the file as it was written, and that leads back', async ({
	page
}) => {
	await actAs(page, 'Inspektur');
	await page.goto(`${server.url}/deviations?kind=late_step`);
	await page.locator('a.headline').first().click();
	await expect(page).toHaveURL(/\/deviations\/\d+/);
	const sentence = await page.locator('.lead').innerText();
	await page
		.getByRole('link', { name: /\.csv, baris/ })
		.first()
		.click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(
		/^Baris data [\d.]+ \(baris [\d.]+ di lembar kerja\) dari .*\.csv$/
	);
	const written = page.getByRole('table', { name: 'Seperti tertulis di file' });
	const key = await written.getByRole('row').nth(1).getByRole('cell').first().innerText();
	await expect(page.getByRole('link', { name: key, exact: true })).toBeVisible();
	await expect(page.getByText(/^[0-9a-f]{64}$/)).toBeVisible();
	await expect(
		page.getByRole('table', { name: 'Baris di sekitarnya' }).locator('[aria-current]')
	).toHaveCount(1);
	await expectAccessible(page);
	await page.getByRole('link', { name: sentence }).click();
	await expect(page.locator('.lead')).toHaveText(sentence);
});
