import { readFileSync } from 'node:fs';
import { expectAccessible, testReadsWell } from './reads-well';
import { expect, test } from './test';
import { startServer, type TestServer } from './server';

const SHEET = '/sop/pos-epurchasing';

test('the sheet tells cases, times and deviations, and each number leads to what it counts', async ({
	page
}) => {
	await page.goto(SHEET);
	const symbol = page.locator('#kegiatan-10 a.symbol').first();
	const cases = await symbol.innerText();
	await page.getByRole('link', { name: 'Waktu', exact: true }).click();
	await expect(page).toHaveURL(/show=time/);
	await expect(symbol).toHaveText(/\d.*jam/);
	await page.getByRole('link', { name: 'Penyimpangan', exact: true }).last().click();
	await expect(page).toHaveURL(/show=deviations/);
	await expect(symbol).toHaveAttribute('href', /\/deviations\?.*step=10/);
	await page.getByRole('link', { name: 'Jumlah', exact: true }).click();
	await expect(symbol).toHaveText(cases);
	await symbol.click();
	await expect(page).toHaveURL(/\/cases\?.*step=10/);
	await expect(page.getByText(`${cases} berkas`).first()).toBeVisible();
});

test('the sheet keeps its unit and period in the address, and shows just those', async ({
	page
}) => {
	await page.goto(SHEET);
	const symbol = page.locator('#kegiatan-1 a.symbol').first();
	const all = Number(await symbol.innerText());
	await page.goto(`${SHEET}?period=2026-10`);
	expect(Number(await symbol.innerText())).toBeLessThan(all);
	await expect(page.getByText('Kenyataan · Oktober 2026')).toBeVisible();
});

test('the arrow keys walk down the form', async ({ page }) => {
	await page.goto(SHEET);
	await page.locator('#kegiatan-1 a.symbol').first().focus();
	// The page is awake once its keys answer.
	await expect(async () => {
		await page.locator('#kegiatan-1 a.symbol').first().focus();
		await page.keyboard.press('ArrowDown');
		await expect(page.locator('#kegiatan-2 a.symbol').first()).toBeFocused({ timeout: 500 });
	}).toPass();
});

test('the printed sheet has the form with its flow, and none of the controls', async ({ page }) => {
	await page.goto(SHEET);
	await page.emulateMedia({ media: 'print' });
	await expect(page.locator('#kegiatan-10 a.symbol').first()).toBeVisible();
	await expect(page.getByRole('link', { name: 'Waktu', exact: true })).toBeHidden();
});

test('cases at risk lead from the overview to a list and to a forecast with what it rests on', async ({
	page
}) => {
	await page.goto('/');
	const link = page.getByRole('link', { name: /^\d+ berisiko terlambat$/ }).first();
	const count = Number.parseInt(await link.innerText(), 10);
	expect(count).toBeGreaterThan(0);
	await link.click();
	await expect(page).toHaveURL(/open=risk/);
	await expect(page.locator('tbody tr')).toHaveCount(count);
	await page.locator('tbody th a, tbody td a').first().click();
	await expect(page).toHaveURL(/\/cases\/\d+/);
	await expect(page.getByRole('heading', { name: 'Perkiraan', exact: true })).toBeVisible();
	await expect(page.getByText(/masih memerlukan median .* \(n = \d+\)/)).toBeVisible();
	await expectAccessible(page, 'a case at risk');
});

test('an office without a written SOP takes one from its log', async ({ page }) => {
	await page.goto('/mining/pos-epurchasing/variants');
	await page.getByRole('link', { name: 'Jadikan SOP' }).first().click();
	await expectAccessible(page, 'the form of an SOP from a variant');
	const waiting = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Unduh berkas SOP' }).click();
	const file = readFileSync(await (await waiting).path(), 'utf8');
	expect(file).toContain('steps:');
	expect(file).toContain('activity: Menyetujui permintaan pembelian');
});

test('a map that is saved has no name that passes its box, and says each thing once', async ({
	page,
	context
}) => {
	for (const process of ['pos-epurchasing', 'spse-nontender']) {
		await page.goto(`/mining/${process}`);
		await page.locator('g.node').first().waitFor();
		const waiting = page.waitForEvent('download');
		await page.getByRole('button', { name: 'SVG', exact: true }).first().click();
		const svg = readFileSync(await (await waiting).path(), 'utf8');
		const picture = await context.newPage();
		await picture.setContent(svg);
		const { names, wide, lines } = await picture.evaluate(() => {
			const texts = [...document.querySelectorAll('text')];
			const named = texts.filter((text) => text.hasAttribute('textLength'));
			return {
				names: named.length,
				wide: named.flatMap((text) => {
					const box = text.parentElement?.querySelector('rect')?.getBoundingClientRect();
					return text.getBoundingClientRect().right > (box?.right ?? 0) ? [text.textContent] : [];
				}),
				lines: [...document.querySelectorAll('svg > text')].map((text) => text.textContent)
			};
		});
		expect(names).toBeGreaterThan(3);
		expect(wide).toEqual([]);
		expect(new Set(lines).size).toBe(lines.length);
		await picture.close();
	}
});

testReadsWell('the page of persons and roles', (page) => page.goto('/people'), { tablesFit: true });

test.describe('persons and roles', () => {
	let server: TestServer;

	test.beforeAll(async () => {
		server = await startServer();
	});

	test.afterAll(async () => {
		await server.stop();
	});

	test('are added, refused by name, imported and taken away, and what they did is judged anew', async ({
		page
	}) => {
		await page.goto(`${server.url}/people`);
		const wrong = page.getByRole('link', { name: /dikerjakan oleh yang bukan pelaksananya/ });
		const before = await wrong.innerText();
		await page.getByRole('link', { name: 'Beri peran kepada' }).first().click();
		await expect(page).toHaveURL(/person=/);
		const form = page.locator('#tambah');
		const person = await form.getByLabel('Nama atau nomor').inputValue();
		expect(person).not.toBe('');
		await form.getByLabel('Peran (pelaksana SOP)').fill('Bukan siapa-siapa');
		await form.getByLabel('Dari', { exact: true }).fill('2026-01-01');
		await form.getByRole('button', { name: 'Simpan' }).click();
		await expect(page.getByText(/Tidak ada SOP yang menyebut pelaksana/)).toBeVisible();
		await form.getByLabel('Peran (pelaksana SOP)').fill('Kepala Balai');
		await form.getByLabel('Dari', { exact: true }).fill('2026-01-01');
		await form.getByRole('button', { name: 'Simpan' }).click();
		await expect(page.getByText(`${person} tersimpan sebagai Kepala Balai`)).toBeVisible();
		const row = page.getByRole('table', { name: 'Peran orang' }).getByRole('row');
		await expect(row.filter({ hasText: person })).toHaveCount(1);

		await page.getByLabel('Berkas CSV').setInputFiles({
			name: 'orang.csv',
			mimeType: 'text/csv',
			buffer: Buffer.from('nama;peran;dari\nUji Satu;PPK;2026-01-01\nUji Dua;PPK;01/02/2026\n')
		});
		await page.getByRole('button', { name: 'Impor', exact: true }).click();
		await expect(page.getByText(/1 baris tidak dapat dipakai.*01\/02\/2026/)).toBeVisible();
		await expect(row.filter({ hasText: 'Uji Satu' })).toHaveCount(0);

		await page.getByRole('button', { name: `Hapus ${person} sebagai Kepala Balai` }).click();
		await expect(row.filter({ hasText: person })).toHaveCount(0);
		await expect(wrong).toHaveText(before);
	});
});
