import { describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { parseFilters } from '$lib/domain/filters/filters';
import '../../../app.css';
import FilterBar from './FilterBar.svelte';

const units = [
	{ id: 'a', name: 'LPSE Contoh', zone: 'Asia/Jakarta' },
	{ id: 'b', name: 'LPSE Teladan', zone: 'Asia/Makassar' }
];
const sops = [{ id: 'pos', title: 'E-Purchasing' }];

function open(address: string, more: Partial<{ fields: ('unit' | 'period' | 'sop')[] }> = {}) {
	const url = new URL(address, 'http://localhost');
	const onnavigate = vi.fn<(href: string) => void>();
	return {
		onnavigate,
		screen: render(FilterBar, {
			filters: parseFilters(url.searchParams).filters,
			url,
			units,
			sops,
			dataFrom: '2026-01-05',
			dataTo: '2026-10-30T15:42',
			onnavigate,
			...more
		})
	};
}

describe('the filter bar', () => {
	it('goes to the address of a choice, with the filters and what is the page’s own kept', async () => {
		const { screen, onnavigate } = open('/deviations?period=2026-09&kind=late_step&after=77');
		await (await screen).getByLabelText('Unit', { exact: true }).selectOptions('b');
		expect(onnavigate).toHaveBeenCalledWith('/deviations?unit=b&period=2026-09&kind=late_step');
	});

	it('never writes "all" into the address', async () => {
		const { screen, onnavigate } = open('/?unit=a');
		await (await screen).getByLabelText('Unit', { exact: true }).selectOptions('');
		expect(onnavigate).toHaveBeenCalledWith('/');
	});

	it('names the zone of each unit, and the period compared with', async () => {
		const screen = await open('/?unit=b&period=2026-10').screen;
		await expect.element(screen.getByText('dibanding September 2026')).toBeVisible();
		await expect
			.element(screen.getByRole('option', { name: 'LPSE Teladan · WITA' }))
			.toHaveAttribute('value', 'b');
	});

	it('takes a range of dates, which replaces the period', async () => {
		const { screen: opening, onnavigate } = open('/?period=2026-10');
		const screen = await opening;
		await screen.getByTitle('Rentang tanggal').click();
		await screen.getByLabelText('Dari').fill('2026-10-05');
		await screen.getByLabelText('Sampai').fill('2026-10-09');
		await screen.getByRole('button', { name: 'Terapkan' }).click();
		expect(onnavigate).toHaveBeenCalledWith('/?period=2026-10-05..2026-10-09');
		expect(onnavigate).toHaveBeenCalledOnce();
	});

	it('shows a period from a link that the list does not offer', async () => {
		const screen = await open('/?period=2019-Q1').screen;
		await expect.element(screen.getByLabelText('Periode')).toHaveValue('2019-Q1');
	});

	it('keeps a filter that the page does not show', async () => {
		const { screen, onnavigate } = open('/sop?sop=pos', { fields: ['unit'] });
		await (await screen).getByLabelText('Unit', { exact: true }).selectOptions('a');
		expect(onnavigate).toHaveBeenCalledWith('/sop?unit=a&sop=pos');
	});

	it('shows a status that came along, so that it does not work unseen', async () => {
		const screen = await open('/?status=running').screen;
		await expect.element(screen.getByLabelText('Status berkas')).toHaveValue('running');
	});

	it('is a form that works without scripts', async () => {
		const screen = await open('/deviations?kind=late_step').screen;
		const form = screen.getByRole('form', { name: 'Saringan' }).element() as HTMLFormElement;
		expect([form.method, new URL(form.action).pathname]).toEqual(['get', '/deviations']);
		expect(new FormData(form).get('kind')).toBe('late_step');
	});

	it('can be cleared', async () => {
		const screen = await open('/sop?unit=a&period=2026&view=time').screen;
		await expect
			.element(screen.getByRole('link', { name: 'Hapus saringan' }))
			.toHaveAttribute('href', '/sop?view=time');
	});
});
