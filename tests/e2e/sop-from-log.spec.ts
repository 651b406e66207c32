import { type TestServer, startServer } from './server';
import { expect, test as base } from './test';
import { testReadsWell } from './reads-well';

/** These tests change the store, so they have a server of their own, with the samples in it. */
const test = base.extend<object, { own: TestServer }>({
	own: [
		// Playwright reads the names of the fixtures it needs from this pattern.
		// eslint-disable-next-line no-empty-pattern
		async ({}, use) => {
			const server = await startServer();
			await use(server);
			await server.stop();
		},
		{ scope: 'worker' }
	],
	baseURL: async ({ own }, use) => use(own.url)
});

const LOG = [
	'nomor_berkas;kegiatan;mulai;selesai;peran',
	...['1', '2', '3'].flatMap((nomor) => [
		`IZIN-${nomor};Menerima berkas izin;2026-03-0${nomor} 08:00;2026-03-0${nomor} 08:05;Loket`,
		`IZIN-${nomor};Memeriksa berkas izin;2026-03-0${nomor} 08:10;2026-03-0${nomor} 09:40;Pemeriksa`,
		`IZIN-${nomor};Menyerahkan izin;2026-03-0${nomor} 10:00;2026-03-0${nomor} 10:05;Loket`
	]),
	'IZIN-4;Menerima berkas izin;2026-03-04 08:00;2026-03-04 08:05;Loket',
	'IZIN-4;Menyerahkan izin;2026-03-04 10:00;2026-03-04 10:05;Loket',
	''
].join('\n');

async function importLog(page: import('@playwright/test').Page, sop?: string): Promise<void> {
	await page.goto('/imports/new', { waitUntil: 'networkidle' });
	const chooser = page.waitForEvent('filechooser');
	await page.getByLabel('Pilih file atau letakkan di sini').click();
	await (
		await chooser
	).setFiles({ name: 'izin.csv', mimeType: 'text/csv', buffer: Buffer.from(LOG) });
	if (sop) await page.getByLabel('SOP yang dilaksanakan').selectOption(sop);
	await page.getByRole('button', { name: 'Periksa', exact: true }).click();
	await page.getByRole('button', { name: 'Impor', exact: true }).click();
	await expect(page.getByRole('link', { name: 'Rincian impor ini' })).toBeVisible();
}

test('from a log without an SOP to a judged case: a variant becomes the SOP that the log is held against', async ({
	page,
	complaints
}) => {
	await importLog(page);
	await page.goto('/mining/log-izin/variants');
	await page.getByRole('link', { name: 'Jadikan SOP' }).first().click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Jadikan SOP');
	await expect(page.getByLabel('Pelaksana: Memeriksa berkas izin')).toHaveValue('Pemeriksa');
	await page.getByLabel('Nama SOP').fill('Pelayanan izin');
	await page.getByLabel('Batas waktu: Memeriksa berkas izin').fill('1 jam');

	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Unduh berkas SOP (YAML)' }).click();
	expect((await download).suggestedFilename()).toBe('sop-log-izin.yaml');

	await page.getByRole('button', { name: 'Periksa dan tambahkan' }).click();
	await expect(page.getByRole('table', { name: 'Pelayanan izin' })).toContainText('1 jam');
	await page.getByRole('button', { name: 'Tambahkan ke katalog' }).click();
	await expect(page.getByText('SOP Pelayanan izin ada dalam katalog')).toBeVisible();

	await importLog(page, 'sop-log-izin');
	await page.goto('/cases?sop=sop-log-izin');
	await page.getByRole('link', { name: 'IZIN-4' }).click();
	await expect(page.getByText('Memeriksa berkas izin').first()).toBeVisible();
	await page.goto('/deviations?sop=sop-log-izin');
	const found = page.getByRole('main');
	await expect(found).toContainText('Memeriksa berkas izin');
	await expect(found).toContainText('IZIN-4');
	await expect(found).toContainText('IZIN-2');

	// What cases rest on stays.
	await page.goto('/sop/sop-log-izin');
	await page.getByRole('button', { name: 'Hapus SOP' }).click();
	await expect(page.getByRole('alert')).toContainText('tidak dapat dihapus');
	expectRefusalsOnly(complaints);
});

/** The browser itself reports an answer that refuses. */
function expectRefusalsOnly(complaints: string[]): void {
	expect(complaints.splice(0).filter((text) => !/status of 4\d\d/.test(text))).toEqual([]);
}

const OWN = `id: sop-uji
title: SOP uji
source: dibuat sendiri
header: {}
actors: [Loket]
steps:
  - no: '1'
    activity: Terima
    start: true
  - no: '2'
    activity: Serahkan
    actors: [Loket]
    time: 2 jam
    end: true
`;

test('an SOP file says its problems by line, comes in when it has none, and goes while nothing rests on it', async ({
	page,
	complaints
}) => {
	await page.goto('/sop/new');
	const text = page.getByLabel('Isi berkas');
	await text.fill(OWN.replace('actors: [Loket]\n    time', 'actors: [Kepala]\n    time'));
	await page.getByRole('button', { name: 'Periksa', exact: true }).click();
	await expect(page.getByText('Baris 10:')).toBeVisible();
	await expect(text).toHaveValue(/SOP uji/);
	await text.fill(OWN);
	await page.getByRole('button', { name: 'Periksa', exact: true }).click();
	await page.getByRole('button', { name: 'Tambahkan ke katalog' }).click();
	await page.getByRole('link', { name: 'Buka SOP' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('SOP uji');
	await page.getByRole('button', { name: 'Hapus SOP' }).click();
	await expect(page).toHaveURL(/\/sop$/);
	await expect(page.getByText('SOP uji')).toHaveCount(0);

	// What comes with the product is not replaced.
	await page.goto('/sop/new');
	await text.fill(OWN.replace('sop-uji', 'pos-epurchasing'));
	await page.getByRole('button', { name: 'Periksa', exact: true }).click();
	await page.getByRole('button', { name: 'Tambahkan ke katalog' }).click();
	await expect(page.getByRole('alert')).toContainText('katalog bawaan');
	expectRefusalsOnly(complaints);
});

const DATED = `${OWN.replace('SOP uji', 'SOP uji 2026')
	.replace('source:', 'effectiveFrom: 2026-03-03\nsource:')
	.replace('2 jam', '4 jam')}`;

test('a new version of an SOP shows what it changes, stands beside the one before, and is withdrawn', async ({
	page,
	complaints
}) => {
	const text = page.getByLabel('Isi berkas');
	const own = OWN.replace('activity: Terima', 'activity: Menerima berkas izin').replace(
		'activity: Serahkan',
		'activity: Menyerahkan izin'
	);
	await page.goto('/sop/new');
	await text.fill(own);
	await page.getByRole('button', { name: 'Periksa', exact: true }).click();
	await page.getByRole('button', { name: 'Tambahkan ke katalog' }).click();
	await expect(page.getByText('ada dalam katalog')).toBeVisible();
	await importLog(page, 'sop-uji');

	// The next version is written from the one before.
	await page.goto('/sop/sop-uji');
	await page.getByRole('link', { name: 'Versi baru' }).click();
	await expect(text).toHaveValue(/time: 2 jam/);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tambah SOP');
	await text.fill(
		(await text.inputValue())
			.replace('title: SOP uji', 'title: SOP uji 2026\neffectiveFrom: 2026-03-03')
			.replace('2 jam', '4 jam')
	);
	await page.getByRole('button', { name: 'Periksa', exact: true }).click();
	await expect(
		page.getByText('2 berkas yang mulai sejak 3 Maret 2026 dinilai ulang')
	).toBeVisible();
	const changes = page.getByRole('table', { name: 'Perubahan terhadap versi' });
	await expect(changes.getByRole('row', { name: /Menyerahkan izin/ })).toContainText('4 jam');
	await page.getByRole('button', { name: 'Tambahkan ke katalog' }).click();
	await expect(page.getByText('Versi baru SOP uji 2026 berdampingan')).toBeVisible();
	await page.getByRole('link', { name: 'Buka SOP' }).click();

	const versions = page.getByRole('navigation', { name: 'Versi SOP' });
	await expect(versions.getByRole('link')).toHaveText([
		/Berlaku 3 Maret 2026\s*2 berkas/,
		/Sampai 2 Maret 2026\s*2 berkas/
	]);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('SOP uji 2026');
	await versions.getByRole('link', { name: /Sampai/ }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('SOP uji');
	await expect(page).toHaveURL(/version=open/);
	await page.goto('/sop');
	await expect(page.getByRole('row', { name: /Berlaku 3 Maret 2026/ })).toContainText('2');
	await page
		.getByRole('row', { name: /Tanpa tanggal berlaku/ })
		.getByRole('link', { name: '2', exact: true })
		.first()
		.click();
	await expect(page.getByRole('link', { name: 'IZIN-1' })).toBeVisible();
	await expect(page.getByRole('link', { name: 'IZIN-4' })).toHaveCount(0);

	await page.goto('/sop/sop-uji?version=2026-03-03');
	await page.getByRole('button', { name: 'Tarik versi ini' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('SOP uji');
	await expect(page.getByRole('navigation', { name: 'Versi SOP' })).toHaveCount(0);
	expectRefusalsOnly(complaints);
});

let added = false;

testReadsWell('the sheet of an SOP with two versions', async (page) => {
	for (const content of added ? [] : [OWN, DATED]) {
		await page.goto('/sop/new');
		await page.locator('textarea[name=text]').fill(content.replace('sop-uji', 'sop-dua'));
		await page.locator('form[action="?/check"] button').first().click();
		await page.locator('button[formaction="?/add"]').click();
		await expect(page.locator('a[href^="/sop/sop-dua"]')).toBeVisible();
	}
	added = true;
	await page.goto('/sop/sop-dua?version=2026-03-03');
});

testReadsWell('/sop/new', (page) => page.goto('/sop/new'));
