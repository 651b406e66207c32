import { beforeEach, describe, expect, it } from 'vitest';
import { page as browser, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../../../app.css';
import { m } from '$lib/paraglide/messages';
import type { Reality, SheetStep, SheetWay } from '$lib/server/reading/sops/sop-sheet';
import { flowViews } from './sheet-view';
import Sheet from './Sheet.svelte';

const none = {
	occurrences: 0,
	onTime: 0,
	late: 0,
	excused: 0,
	provisional: 0,
	unmeasured: 0,
	noBudget: 0,
	open: 0,
	openLate: 0,
	judged: 0,
	budgeted: 0,
	rate: null,
	coverage: null,
	reasons: []
};

const reality = (more: Partial<Reality> = {}): Reality => ({
	cases: 0,
	passes: 0,
	judgement: none,
	clock: 'working',
	median: null,
	p95: null,
	budget: 600,
	timed: 0,
	serviceTimed: 0,
	precision: 'minute',
	deviations: [],
	...more
});

const step = (no: string, more: Partial<SheetStep> = {}): SheetStep => ({
	id: no,
	no,
	flow: 'alur',
	activity: `Kegiatan ke-${no}`,
	actors: ['Staf'],
	time: '10 menit',
	budget: null,
	requirements: [],
	outputs: [],
	note: null,
	start: false,
	end: false,
	optional: false,
	group: null,
	supplier: false,
	openOutcomes: [],
	opens: [],
	branch: false,
	reality: reality(),
	inferred: [],
	...more
});

const way = (from: string, to: string, more: Partial<SheetWay> = {}): SheetWay => ({
	from,
	to,
	inSop: true,
	condition: null,
	unconfirmed: false,
	back: false,
	cases: 0,
	passes: 0,
	...more
});

const judged = {
	...none,
	occurrences: 10,
	onTime: 8,
	late: 2,
	judged: 10,
	budgeted: 10,
	rate: 0.8,
	coverage: 1
};
const steps = [
	step('1', {
		start: true,
		reality: reality({
			cases: 10,
			passes: 12,
			median: 300,
			p95: 900,
			judgement: judged,
			deviations: [{ kind: 'late_step', total: 2, excused: 0, provisional: 0 }]
		})
	}),
	step('2', {
		actors: ['Kepala'],
		branch: true,
		reality: reality({
			cases: 9,
			passes: 9,
			median: 700,
			judgement: { ...none, occurrences: 9, provisional: 9, budgeted: 9, coverage: 0 }
		})
	}),
	step('3', { end: true, time: null, reality: reality({ budget: null }) })
];
const ways = [
	way('1', '2', { cases: 9 }),
	way('2', '3', { condition: 'setuju', cases: 6 }),
	way('2', '1', { condition: 'tidak setuju', cases: 3, back: true }),
	way('1', '3', { inSop: false, cases: 1 })
];

function show(given: { show: 'count' | 'time' | 'deviations'; withCases: boolean }) {
	const [flow] = flowViews({
		sop: { flows: [{ id: 'alur', title: 'Alur' }], actors: ['Staf', 'Kepala'] },
		steps,
		ways
	});
	if (!flow) throw new Error('a flow was given');
	return render(Sheet, {
		flow,
		caption: 'SOP contoh',
		period: 'Oktober 2026',
		max: 2,
		...given,
		casesHref: ({ id }) => `/cases?step=${id}`,
		wayHref: ({ from, to }) => `/cases?way=${from}>${to}`,
		deviationsHref: ({ id }, own = {}) =>
			`/deviations?${new URLSearchParams({ step: id, ...own }).toString()}`
	});
}

beforeEach(() => browser.viewport(1280, 900));

describe('the sheet', () => {
	it('has the rows and columns of the official form, and reality beside them', async () => {
		const page = await show({ show: 'count', withCases: true });
		const table = page.getByRole('table', { name: 'SOP contoh' });
		await expect.element(table).toBeVisible();
		for (const heading of [
			m.sop_column_no(),
			m.sop_column_activity(),
			'Staf',
			'Kepala',
			m.sop_column_requirements(),
			m.sop_column_time(),
			m.sop_column_output(),
			m.sop_column_note(),
			m.sop_column_deviations()
		]) {
			await expect
				.element(table.getByRole('columnheader', { name: heading, exact: true }))
				.toBeVisible();
		}
		expect(page.container.querySelectorAll('tbody tr')).toHaveLength(steps.length);
	});

	it('leads from a symbol to the cases, and from a number of deviations to their list', async () => {
		const page = await show({ show: 'count', withCases: true });
		const symbol = page.getByRole('link', {
			name: m.sop_symbol_cases({ no: '1', cases: '10', passes: '12' })
		});
		await expect.element(symbol).toHaveAttribute('href', '/cases?step=1');
		await expect
			.element(page.getByRole('link', { name: /2 terlambat/ }))
			.toHaveAttribute('href', '/deviations?step=1&kind=late_step&state=open');
	});

	it('leads from the number on a way to the cases that took it', async () => {
		const { container } = await show({ show: 'count', withCases: true });
		const link = [...container.querySelectorAll<HTMLAnchorElement>('.label a')].find(
			({ textContent }) => textContent === '1'
		);
		expect(link?.getAttribute('href')).toBe('/cases?way=1>3');
	});

	it('lets the arrow keys walk down the form', async () => {
		const page = await show({ show: 'count', withCases: true });
		const symbols = [...page.container.querySelectorAll<HTMLAnchorElement>('a.symbol')];
		symbols[0]?.focus();
		await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}');
		expect(document.activeElement).toBe(symbols[1]);
	});

	it('shows a verdict that rests on something inferred as provisional, with no rate', async () => {
		const page = await show({ show: 'count', withCases: true });
		const row = page.getByRole('row', { name: /Kegiatan ke-2/ });
		await expect.element(row.getByText(m.sop_provisional_count({ count: '9' }))).toBeVisible();
		await expect.element(row.getByText('%')).not.toBeInTheDocument();
	});

	it('shows a blank time as blank, not as zero', async () => {
		const page = await show({ show: 'count', withCases: true });
		const row = page.getByRole('row', { name: /Kegiatan ke-3/ });
		await expect.element(row.getByText(m.sop_time_blank())).toBeVisible();
	});

	it('draws a way that the SOP does not have apart from those it has', async () => {
		const { container } = await show({ show: 'count', withCases: true });
		expect(container.querySelectorAll('i.foreign').length).toBeGreaterThan(0);
		const [foreign] = container.querySelectorAll<HTMLElement>('i.foreign');
		expect(foreign && getComputedStyle(foreign).borderTopStyle).toMatch(/dashed/);
	});

	it('tells medians and deviations in the symbols when asked to', async () => {
		const times = await show({ show: 'time', withCases: true });
		await expect.element(times.getByRole('link', { name: /5 menit/ })).toBeVisible();
		await times.unmount();
		const counts = await show({ show: 'deviations', withCases: true });
		await expect
			.element(counts.getByRole('link', { name: m.sop_symbol_deviations({ no: '1', count: '2' }) }))
			.toHaveAttribute('href', '/deviations?step=1');
	});

	it('is a card for each step on a narrow screen, and still leads to the cases', async () => {
		await browser.viewport(390, 900);
		const page = await show({ show: 'count', withCases: true });
		const link = page.getByRole('link', {
			name: m.sop_symbol_cases({ no: '1', cases: '10', passes: '12' })
		});
		await expect.element(link).toBeVisible();
		await expect.element(page.getByText(m.sop_way_to_step({ no: '2' })).first()).toBeVisible();
		expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
	});

	it('is the form alone where there are no cases', async () => {
		const page = await show({ show: 'count', withCases: false });
		await expect
			.element(page.getByRole('link', { name: m.sop_symbol_step({ no: '1' }), exact: true }))
			.toHaveTextContent('');
	});
});
