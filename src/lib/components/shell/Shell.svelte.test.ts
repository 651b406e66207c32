import { createRawSnippet } from 'svelte';
import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../../app.css';
import Shell from './Shell.svelte';
import { toTheme, type ShellData } from './shell-data';

const data: ShellData = {
	units: [{ id: 'a', name: 'LPSE Contoh', zone: 'Asia/Jakarta' }],
	sops: [{ id: 'pos', title: 'E-Purchasing' }],
	dataDate: '2026-10-30T15:42',
	dataZone: 'Asia/Jakarta',
	hasSamples: true,
	counts: { sops: 17, deviations: 38 }
};

async function open(address: string, more: Partial<ShellData> = {}) {
	await page.viewport(1280, 800);
	return render(Shell, {
		url: new URL(address, 'http://localhost'),
		theme: 'system',
		data: { ...data, ...more },
		children: createRawSnippet(() => ({ render: () => '<h1>Isi</h1>' }))
	});
}

afterEach(() => {
	delete document.documentElement.dataset.theme;
	document.cookie = 'tepat_theme=; path=/; max-age=0';
});

describe('the frame of every page', () => {
	it('takes the filters to the other pages, but not what is this page’s own', async () => {
		const screen = await open('/deviations?unit=a&period=2026-10&kind=late_step');
		await expect
			.element(screen.getByRole('link', { name: 'SOP 17' }))
			.toHaveAttribute('href', '/sop?unit=a&period=2026-10');
		await expect
			.element(screen.getByRole('link', { name: 'Penyimpangan 38' }))
			.toHaveAttribute('aria-current', 'page');
	});

	it('says until when there is data, with the zone', async () => {
		const screen = await open('/');
		await expect.element(screen.getByText('Data s.d. 30 Oktober 2026, 15.42 WIB')).toBeVisible();
	});

	it('says that there is no data yet', async () => {
		const screen = await open('/', { dataDate: null, hasSamples: false });
		await expect.element(screen.getByText('Belum ada data')).toBeVisible();
		await expect
			.element(screen.getByRole('button', { name: 'Hapus data contoh' }))
			.not.toBeInTheDocument();
	});

	it('says that the data is a sample, and removes it with one click', async () => {
		const screen = await open('/');
		const button = screen.getByRole('button', { name: 'Hapus data contoh' }).element();
		const form = button.closest('form');
		expect([form?.method, form?.getAttribute('action')]).toEqual([
			'post',
			'/imports?/removeSamples'
		]);
	});

	it('lists what it could not use of the address, and goes on without it', async () => {
		const screen = await open('/?unit=zz&period=kemarin');
		await expect.element(screen.getByText('unit=zz, period=kemarin')).toBeVisible();
		await expect.element(screen.getByRole('heading', { name: 'Isi' })).toBeVisible();
	});

	it('changes the colours at once and keeps the choice', async () => {
		const screen = await open('/');
		const dark = screen.getByRole('button', { name: 'Gelap' });
		await dark.click();
		expect(document.documentElement.dataset.theme).toBe('dark');
		expect(document.cookie).toContain('tepat_theme=dark');
		await expect.element(dark).toHaveAttribute('aria-pressed', 'true');
		expect(getComputedStyle(document.body).backgroundColor).toBe('rgb(15, 20, 26)');
	});

	it('takes nothing but its own names from the cookie', () => {
		expect(['dark', 'light', 'system', '"><script>', undefined].map(toTheme)).toEqual([
			'dark',
			'light',
			'system',
			'system',
			'system'
		]);
	});

	it('becomes a bar with a drawer on a phone', async () => {
		const screen = await open('/');
		await page.viewport(390, 800);
		await screen.getByRole('button', { name: 'Menu' }).click();
		await expect.element(screen.getByRole('link', { name: 'Kalender' })).toBeVisible();
		await screen.getByRole('button', { name: 'Tutup' }).click();
		await expect.element(screen.getByRole('link', { name: 'Kalender' })).not.toBeInTheDocument();
	});
});
