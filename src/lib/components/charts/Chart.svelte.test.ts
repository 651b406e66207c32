import { afterEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../../app.css';
import Chart from './Chart.svelte';
import { barOption, lineOption } from './options';
import { readChartTheme } from './chart-theme';

const rows = [
	{ week: 'mg 43', rate: 0.93, actor: '=cmd' },
	{ week: 'mg 44', rate: null, actor: 'Pokja' }
];
const props = {
	title: 'Tepat waktu per minggu',
	sentence: 'Mendatar sejak minggu 40.',
	columns: [
		{ key: 'week' as const, label: 'Minggu' },
		{ key: 'rate' as const, label: 'Tepat waktu', type: 'number' as const },
		{ key: 'actor' as const, label: 'Pelaksana' }
	],
	rows,
	option: lineOption({
		categories: ['mg 43', 'mg 44'],
		series: [{ name: 'Registrasi', values: [0.93, null], colour: 'ok' }],
		format: (value) => `${value * 100} %`
	})
};

afterEach(() => {
	vi.restoreAllMocks();
	delete document.documentElement.dataset.theme;
});

describe('a chart', () => {
	it('says in a sentence what it shows, and draws it once the library is there', async () => {
		const screen = await render(Chart, props);
		await expect
			.element(
				screen.getByRole('img', { name: 'Tepat waktu per minggu. Mendatar sejak minggu 40.' })
			)
			.toBeVisible();
		await expect.poll(() => document.querySelector('.canvas svg')).not.toBeNull();
		await expect.poll(() => document.querySelector('.canvas svg')?.textContent).toContain('mg 43');
	});

	it('shows the same data as a table', async () => {
		await page.viewport(1000, 700);
		const screen = await render(Chart, props);
		const table = screen.getByRole('table', { name: 'Tepat waktu per minggu' });
		await expect.element(table).not.toBeInTheDocument();
		await screen.getByRole('button', { name: 'Tabel' }).click();
		await expect.element(table).toBeVisible();
		await expect.element(screen.getByRole('row', { name: 'mg 43 0,93 =cmd' })).toBeVisible();
		await expect.element(screen.getByRole('row', { name: 'mg 44 — Pokja' })).toBeVisible();
		await expect.element(screen.getByRole('img')).not.toBeInTheDocument();
	});

	it('downloads its data with formulas neutralised and gaps left empty', async () => {
		const saved = catchDownload();
		const screen = await render(Chart, props);
		await screen.getByRole('button', { name: 'Unduh CSV' }).click();
		await expect
			.poll(() => saved.text)
			.toBe("Minggu,Tepat waktu,Pelaksana\r\nmg 43,0.93,'=cmd\r\nmg 44,,Pokja\r\n");
		expect(saved.name).toBe('tepat-waktu-per-minggu.csv');
	});

	it('downloads its picture on a ground of its own', async () => {
		const saved = catchDownload();
		const screen = await render(Chart, props);
		await screen.getByRole('button', { name: 'Unduh SVG' }).click();
		await expect.poll(() => saved.text).toMatch(/^<svg[^>]*><rect width="100%" height="100%"/);
	});

	it('says that there is nothing, without tools, when there are no rows', async () => {
		const screen = await render(Chart, { ...props, rows: [] });
		await expect.element(screen.getByText('Tidak ada data untuk saringan ini.')).toBeVisible();
		await expect.element(screen.getByRole('button')).not.toBeInTheDocument();
	});

	it('takes the colours of the theme chosen, and changes with it', async () => {
		document.documentElement.dataset.theme = 'light';
		await render(Chart, props);
		const drawn = () => document.querySelector('.canvas svg')?.outerHTML ?? '';
		await expect.poll(drawn).toContain('rgb(10, 101, 87)');
		document.documentElement.dataset.theme = 'dark';
		await expect.poll(drawn).toContain('rgb(85, 199, 179)');
		expect(drawn()).not.toContain('rgb(10, 101, 87)');
	});
});

describe('chart options', () => {
	const spec = {
		categories: ['a', 'b'],
		series: [{ name: 'x', values: [1, null] }],
		format: String
	};
	const context = (width: number) => ({
		theme: readChartTheme(document.body),
		width,
		narrow: width < 520
	});

	it('keep HTML out of tooltips, which carry names from the data', () => {
		for (const option of [lineOption(spec), barOption(spec)]) {
			expect(option(context(800)).tooltip).toMatchObject({ renderMode: 'richText' });
		}
	});

	it('name lines at their end where there is room, below where there is not', () => {
		const two = { ...spec, series: [...spec.series, { name: 'y', values: [2, 3] }] };
		expect(lineOption(two)(context(800)).legend).toMatchObject({ show: false });
		expect(lineOption(two)(context(360)).legend).toMatchObject({ show: true });
	});

	it('leave a gap where there is no value', () => {
		expect(lineOption(spec)(context(800)).series).toMatchObject([
			{ data: [1, null], connectNulls: false }
		]);
	});
});

/** What the reader would have saved. */
function catchDownload(): { text: string | undefined; name: string | undefined } {
	const saved: { text: string | undefined; name: string | undefined } = {
		text: undefined,
		name: undefined
	};
	vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
		if (file instanceof Blob) void file.text().then((text) => (saved.text = text));
		return 'blob:saved';
	});
	vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
		this: HTMLAnchorElement
	) {
		saved.name = this.download;
	});
	return saved;
}
