import { page } from 'vitest/browser';
import { describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import '../../../app.css';
import type { Column } from './column';
import DataTable from './DataTable.svelte';
import Pager from './Pager.svelte';
import TableCard from './TableCard.svelte';

interface Row {
	sop: string;
	late: number | null;
	on: string;
}

const rows: Row[] = [
	{ sop: 'Registrasi', late: 1234, on: '2026-11-20' },
	{ sop: 'Helpdesk', late: null, on: '2026-11-21' }
];
const columns: Column<Row>[] = [
	{ key: 'sop', label: 'SOP' },
	{ key: 'late', label: 'Terlambat', type: 'number' },
	{ key: 'on', label: 'Tanggal', type: 'date' }
];

describe('a table', () => {
	it('writes numbers and dates in the language of the reader, and — for nothing', async () => {
		const screen = await render(DataTable<Row>, { caption: 'Menurut SOP', columns, rows });
		await expect.element(screen.getByRole('table', { name: 'Menurut SOP' })).toBeVisible();
		const first = screen.getByRole('row', { name: 'Registrasi 1.234 20 November 2026' });
		await expect.element(first).toBeVisible();
		await expect.element(screen.getByRole('row', { name: 'Helpdesk — 21' })).toBeVisible();
	});

	it('stands numbers at the right and heads rows by their first cell', async () => {
		const screen = await render(DataTable<Row>, { caption: 'x', columns, rows });
		const cell = screen.getByRole('cell', { name: '1.234' }).element();
		expect(getComputedStyle(cell).textAlign).toBe('right');
		await expect.element(screen.getByRole('rowheader', { name: 'Registrasi' })).toBeVisible();
	});

	it('links each row to what lies behind it', async () => {
		const href = (row: Row) => `/sop/${row.sop.toLowerCase()}`;
		const screen = await render(DataTable<Row>, { caption: 'x', columns, rows, href });
		await expect
			.element(screen.getByRole('link', { name: 'Helpdesk' }))
			.toHaveAttribute('href', '/sop/helpdesk');
	});

	it('shows a phone the first rows and, when asked, all of them', async () => {
		const [row] = rows;
		if (!row) throw new Error('no row');
		const many = Array.from({ length: 12 }, (_, at) => ({ ...row, sop: `SOP ${at + 1}` }));
		await page.viewport(390, 800);
		const given = { caption: 'x', columns, rows: many, narrow: 'cards' as const, first: 6 };
		const screen = await render(DataTable<Row>, given);
		const last = screen.getByText('SOP 12');
		await expect.element(last).not.toBeVisible();
		await screen.getByRole('button', { name: '12' }).click();
		await expect.element(last).toBeVisible();
		await page.viewport(1280, 800);
		await expect.element(screen.getByRole('button')).not.toBeInTheDocument();
		await expect.element(last).toBeVisible();
	});

	it('says how it is sorted', async () => {
		const sorted = columns.map((column) =>
			column.key === 'late'
				? { ...column, sort: { href: '?sort=-late', direction: 'descending' as const } }
				: column
		);
		const screen = await render(DataTable<Row>, { caption: 'x', columns: sorted, rows });
		await expect
			.element(screen.getByRole('columnheader', { name: 'Terlambat' }))
			.toHaveAttribute('aria-sort', 'descending');
	});

	it('can be reached by keyboard when it scrolls, and is not in the way when it does not', async () => {
		await page.viewport(390, 700);
		const wide = await render(DataTable<Row>, {
			caption: 'Lebar',
			columns,
			rows,
			minWidth: '900px'
		});
		const region = wide.getByRole('region', { name: 'Lebar, dapat digeser' });
		await expect.element(region).toHaveAttribute('tabindex', '0');
		await wide.unmount();
		const small = await render(DataTable<Row>, { caption: 'Kecil', columns, rows });
		await expect
			.element(small.getByRole('region', { name: 'Kecil, dapat digeser' }))
			.toHaveAttribute('tabindex', '-1');
	});

	it('becomes cards on a phone, each value with its heading', async () => {
		await page.viewport(390, 700);
		const screen = await render(DataTable<Row>, { caption: 'x', columns, rows, narrow: 'cards' });
		const cell = screen.getByText('1.234').element();
		expect(getComputedStyle(cell).display).toBe('flex');
		expect(getComputedStyle(cell, '::before').content).toContain('Terlambat');
	});

	it('cuts a sentence at two lines, and has the whole of it for whoever points at it', async () => {
		await page.viewport(1000, 700);
		const sop =
			'Memilih barang yang diadakan dan pilih juga lokasinya dan tekan tombol beli. '.repeat(6);
		const screen = await render(DataTable<Row>, {
			caption: 'x',
			columns: columns.map((column) => ({ ...column, long: column.key === 'sop' })),
			rows: [{ sop, late: 1, on: '2026-11-20' }]
		});
		const text = screen.getByTitle(sop.trim(), { exact: false }).element();
		expect(text.scrollHeight).toBeGreaterThan(text.clientHeight);
		expect(text.clientHeight).toBeLessThan(3 * parseFloat(getComputedStyle(text).lineHeight));
	});

	it('says so when there are no rows', async () => {
		const screen = await render(DataTable<Row>, { caption: 'x', columns, rows: [] });
		await expect.element(screen.getByText('Tidak ada baris.')).toBeVisible();
	});
});

describe('a table with its title and download', () => {
	it('saves what it shows, or other columns where it is told to', async () => {
		const made = vi.spyOn(URL, 'createObjectURL');
		vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
		const screen = await render(TableCard, {
			title: 'Menurut SOP',
			sentence: 'Berapa yang terlambat.',
			columns: [{ key: 'sop', label: 'SOP' }],
			rows: [{ sop: 'Registrasi', late: 1 }],
			saved: [{ key: 'late', label: 'Terlambat', type: 'number' }],
			name: 'menurut sop'
		});
		await expect.element(screen.getByRole('heading', { name: 'Menurut SOP' })).toBeVisible();
		await expect.element(screen.getByText('Berapa yang terlambat.')).toBeVisible();
		await screen.getByRole('button', { name: 'Unduh CSV' }).click();
		const [file] = made.mock.calls[0] ?? [];
		const text = file instanceof Blob ? await file.text() : '';
		expect(text.split('\r\n').slice(0, 2)).toEqual(['Terlambat', '1']);
		vi.restoreAllMocks();
	});
});

describe('a pager', () => {
	it('offers only the pages that exist', async () => {
		const screen = await render(Pager, {
			previous: null,
			next: '?after=9',
			shown: 50,
			total: 3412
		});
		await expect.element(screen.getByText('50 dari 3.412 baris')).toBeVisible();
		await expect
			.element(screen.getByRole('link', { name: 'Berikutnya' }))
			.toHaveAttribute('href', '?after=9');
		await expect.element(screen.getByRole('link', { name: 'Sebelumnya' })).not.toBeInTheDocument();
	});
});
