import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import MonthGrid from './MonthGrid.svelte';

/** August 2026 begins on a Saturday and has 31 days. */
const august = Array.from({ length: 31 }, (_, at) => {
	const weekday = ((at + 5) % 7) + 1;
	return {
		day: `2026-08-${String(at + 1).padStart(2, '0')}`,
		weekday,
		kind: at === 16 ? 'libur_nasional' : weekday > 5 ? 'weekend' : 'workday',
		title: at === 16 ? 'Hari Kemerdekaan' : null,
		decree: null,
		estimated: false
	};
});

async function grid() {
	const { container } = await render(MonthGrid, {
		month: '2026-08',
		days: august,
		workdays: 20,
		workingSeconds: 20 * 27_000,
		outages: new Set(['2026-08-11'])
	});
	return container;
}

describe('a month', () => {
	it('puts each date under its weekday, in whole weeks', async () => {
		const rows = [...(await grid()).querySelectorAll('tbody tr')];
		expect(rows.map((row) => row.children.length)).toEqual(rows.map(() => 7));
		const first = rows[0]?.children[5]?.textContent?.trim();
		expect(first).toBe('1');
		expect(rows.flatMap((row) => [...row.querySelectorAll('td:not(.blank)')])).toHaveLength(31);
	});

	it('says a holiday and an outage in words, not by colour alone', async () => {
		const container = await grid();
		const holiday = container.querySelector('td.libur_nasional');
		expect(holiday?.textContent).toContain('libur nasional');
		expect(holiday?.getAttribute('title')).toContain('Senin, 17 Agustus 2026');
		expect(holiday?.getAttribute('title')).toContain('Hari Kemerdekaan');
		const disturbed = container.querySelector('td[title^="Selasa, 11 Agustus 2026"]');
		expect(disturbed?.textContent).toContain('ada gangguan');
	});
});
