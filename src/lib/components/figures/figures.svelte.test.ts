import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import '../../../app.css';
import BulletBar from './BulletBar.svelte';
import { bulletScale } from './bullet-scale';
import Coverage from './Coverage.svelte';
import Figure from './Figure.svelte';
import { isStatus, STATUS_LOOKS, type Status } from './status';
import StatusChip from './StatusChip.svelte';

describe('coverage', () => {
	it('never shows a rate without what it rests on', async () => {
		const screen = await render(Coverage, { onTime: 379, late: 33, total: 557 });
		const sentence = '92 % tepat waktu, dari 74 % yang dapat dinilai; n = 412';
		await expect.element(screen.getByText(plain(sentence))).toBeVisible();
		await expect.element(screen.getByRole('img', { name: plain(sentence) })).toBeVisible();
	});

	it('hatches what could not be judged: the rest of the bar', async () => {
		const screen = await render(Coverage, { onTime: 60, late: 20, total: 100, text: 'bar' });
		const parts = [...screen.container.querySelectorAll('i')].map((part) => part.style.width);
		expect(parts).toEqual(['60%', '20%']);
		const bar = screen.container.querySelector('.bar');
		expect(bar && getComputedStyle(bar).backgroundImage).toContain('repeating-linear-gradient');
	});

	it('says so when nothing could be judged, instead of 0 %', async () => {
		const screen = await render(Coverage, { onTime: 0, late: 0, total: 40 });
		await expect.element(screen.getByText('Belum ada yang dapat dinilai')).toBeVisible();
	});

	it('survives an empty denominator', async () => {
		const screen = await render(Coverage, { onTime: 0, late: 0, total: 0, text: 'bar' });
		expect(screen.container.querySelector('i')?.style.width).toBe('0%');
	});
});

describe('status chips', () => {
	it.each(Object.keys(STATUS_LOOKS) as Status[])('%s has a word and a sign', async (status) => {
		const screen = await render(StatusChip, { status });
		await expect.element(screen.getByText(STATUS_LOOKS[status].word())).toBeVisible();
		expect(screen.container.querySelector('svg')).not.toBeNull();
	});

	it('keeps its word for screen readers when the label is a figure', async () => {
		const screen = await render(StatusChip, { status: 'late', label: '84 %', href: '/deviations' });
		await expect.element(screen.getByRole('link', { name: 'terlambat: 84 %' })).toBeVisible();
	});

	it('knows which texts are statuses', () => {
		expect([isStatus('late'), isStatus('toString'), isStatus('')]).toEqual([true, false, false]);
	});
});

describe('bullet bars', () => {
	const format = (value: number) => `${value} jam`;

	it('say their values in words', async () => {
		const screen = await render(BulletBar, { median: 5, p95: 9, budget: 6, max: 12, format });
		const name = 'median 5 jam, persentil ke-95 9 jam, batas waktu 6 jam';
		await expect.element(screen.getByRole('img', { name })).toBeVisible();
		expect(screen.container.querySelector<HTMLElement>('.budget')?.style.left).toBe('50%');
	});

	it.each([
		[4, 6, 'ok'],
		[5, 6, 'near'],
		[6, 6, 'near'],
		[7, 6, 'late'],
		[7, null, 'unknown']
	])('a median of %s against %s is %s', async (median, budget, tone) => {
		const screen = await render(BulletBar, { median, p95: null, budget, max: 12, format });
		expect(screen.container.querySelector('.median')?.classList).toContain(tone);
	});

	it('share one scale per column, which a long tail does not squeeze', () => {
		expect(bulletScale([{ median: 5, p95: 900, budget: 10 }])).toBe(20);
		expect(bulletScale([{ median: 5, p95: 12, budget: 10 }])).toBeCloseTo(12.36);
		expect(bulletScale([])).toBe(1);
	});
});

describe('figures', () => {
	it('lead to the rows behind them', async () => {
		const screen = await render(Figure, {
			label: 'Tepat waktu',
			value: '91,8',
			unit: '%',
			href: '/deviations'
		});
		await expect.element(screen.getByRole('link', { name: 'Tepat waktu: 91,8 %' })).toBeVisible();
	});
});

/** A pattern that takes a no-break blank for a blank, and the end for the end. */
function plain(text: string): RegExp {
	return new RegExp(`^${text.replaceAll(' ', '\\s')}$`);
}
