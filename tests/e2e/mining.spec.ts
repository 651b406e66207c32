import { expectAccessible, expectToFit, testReadsWell } from './reads-well';
import { expect, test } from './test';

const ROOM = '/mining/pos-epurchasing';
const PAGES = [
	...['/mining', ROOM, `${ROOM}?measure=p95&activities=50&paths=60`],
	...[`${ROOM}/variants`, `${ROOM}/times`, `${ROOM}/dots`],
	...[`${ROOM}/compare`, `${ROOM}/compare?period=2026-09`]
];

for (const path of PAGES) testReadsWell(path, (page) => page.goto(path), { tablesFit: true });

test('the map is drawn, and a path of it leads to its cases', async ({ page }) => {
	await page.goto(ROOM);
	const path = page.locator('.map a.edge').first();
	await expect(path).toBeVisible({ timeout: 20_000 });
	await path.focus();
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/cases\?.*path=/);
	await expect(page.getByRole('table').first()).toBeVisible();
});

test('the cases move over the map when asked to, stop when asked to, and follow the time that is chosen', async ({
	page
}) => {
	await page.goto(ROOM);
	const dots = page.locator('canvas');
	const moment = page.getByRole('group', { name: 'Animasi berkas' }).locator('output b');
	await expect(page.locator('.map a.edge').first()).toBeVisible({ timeout: 20_000 });
	await expect(dots).toHaveCount(0);
	await page.getByRole('button', { name: 'Animasi berkas' }).click();
	await expect(page.getByRole('button', { name: 'Jeda' })).toBeVisible();
	const first = await moment.innerText();
	await expect.poll(() => moment.innerText()).not.toBe(first);
	await expect.poll(() => dots.getAttribute('data-dots').then(Number)).toBeGreaterThan(0);
	await page.getByRole('button', { name: 'Jeda' }).click();
	await expect(page.getByRole('button', { name: 'Putar' })).toBeVisible();
	const stopped = await moment.innerText();
	// The clock goes on with each picture that the browser draws: some pass, and it does not.
	await page.evaluate(async () => {
		for (let frame = 0; frame < 20; frame++) await new Promise(requestAnimationFrame);
	});
	expect(await moment.innerText()).toBe(stopped);
	await page.getByRole('slider', { name: 'Waktu pada animasi' }).press('ArrowRight');
	await expect(moment).not.toHaveText(stopped);
	await page.getByRole('button', { name: 'Animasi berkas' }).click();
	await expect(dots).toHaveCount(0);
});

test('where less motion is asked for nothing plays, and the time is stepped', async ({ page }) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await page.goto(ROOM);
	await expect(page.locator('.map a.edge').first()).toBeVisible({ timeout: 20_000 });
	await page.getByRole('button', { name: 'Animasi berkas' }).click();
	const slider = page.getByRole('slider', { name: 'Waktu pada animasi' });
	await expect(slider).toBeVisible();
	await expect(page.getByRole('button', { name: 'Putar' })).toHaveCount(0);
	const before = await slider.inputValue();
	await slider.press('ArrowRight');
	expect(Number(await slider.inputValue())).toBeGreaterThan(Number(before));
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
	await page.getByRole('combobox', { name: 'Periode' }).last().selectOption('*');
	await page.getByRole('button', { name: 'Bandingkan' }).click();
	await expect(page).toHaveURL(/with_period=\*|with_period=%2A/);
});

test('a comparison begins with what differs, and each of its parts opens to figures that keep to WCAG 2.2 AA', async ({
	page
}) => {
	await page.goto(`${ROOM}/compare?period=2026-09`);
	const summary = page.getByRole('region', { name: 'Yang berbeda' });
	await expect(summary).toContainText(/dari \d+ angka/i);
	const parts = page.locator('main details:has(> summary h2)');
	await expect(parts).toHaveCount(9);
	for (const part of await parts.all()) {
		await part.evaluate((node: HTMLDetailsElement) => (node.open = true));
		// A chart keeps its table out of sight until it is asked for.
		await expect(part.locator('table').first()).toBeAttached();
	}
	await expect(page.locator('#map .map a.edge').first()).toBeVisible({ timeout: 20_000 });
	await expect(
		page
			.locator('#map')
			.getByText(/n = \d/)
			.first()
	).toBeAttached();
	await expectAccessible(page, 'all parts open');
	await page.setViewportSize({ width: 390, height: 900 });
	await expectToFit(page, 'all parts open, 390');
	await expectAccessible(page, 'all parts open, 390');
});

test('an address that names a part of a comparison opens it', async ({ page }) => {
	await page.goto(`${ROOM}/compare?period=2026-09#variants`);
	await expect(page.locator('#variants')).toHaveAttribute('open');
	await expect(page.locator('#activities')).not.toHaveAttribute('open');
});

test('two variants stand side by side, also from different pages of the list', async ({ page }) => {
	await page.goto(`${ROOM}/variants`);
	await page.getByRole('link', { name: 'Bandingkan', exact: true }).nth(1).click();
	// The next page's address is that of the choice only once the choice is made.
	await expect(page).toHaveURL(/left=\d+/);
	await page.getByRole('link', { name: 'Berikutnya' }).click();
	await expect(page).toHaveURL(/left=\d+.*page=2|page=2.*left=\d+/);
	await page.getByRole('link', { name: 'Bandingkan', exact: true }).nth(1).click();
	await expect(page.getByRole('heading', { name: 'Varian 1', exact: true })).toBeVisible();
	await expect(page.getByRole('heading', { name: /^Varian (2[6-9]|[3-5]\d)$/ })).toBeVisible();
});
