import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { parseLocal } from '$lib/domain/calendar/local-time';
import { overwriteGetLocale } from '$lib/paraglide/runtime';
import type { CaseEvent } from '$lib/server/reading/cases/case-sequence';
import type { CaseTimeline } from '$lib/server/reading/cases/case-timeline';
import Timeline from './Timeline.svelte';

overwriteGetLocale(() => 'id');

const event = (changes: Partial<CaseEvent>): CaseEvent => ({
	event: 1,
	position: 1,
	activity: 'Membuat paket',
	step: null,
	move: null,
	occurrence: null,
	kind: 'actual',
	precision: 'minute',
	started: null,
	completed: null,
	since: null,
	waitingSeconds: null,
	actor: null,
	role: null,
	measure: null,
	requirements: null,
	outputs: null,
	object: null,
	attributes: [],
	sources: [],
	...changes
});

const events = [
	event({ started: '2026-10-22T15:00:00', completed: '2026-10-22T15:30:00' }),
	event({ event: 2, activity: 'Menyetujui', completed: '2026-10-23T08:00:00' }),
	event({ event: 3, activity: 'Mengirim', started: '2026-10-23T08:30:00' })
];

const timeline: CaseTimeline = {
	from: parseLocal('2026-10-22T14:50'),
	until: parseLocal('2026-10-23T09:10'),
	now: parseLocal('2026-10-23T09:00'),
	soFarSeconds: null,
	shades: [
		{
			kind: 'night',
			from: parseLocal('2026-10-22T16:00'),
			until: parseLocal('2026-10-23T07:30'),
			title: null
		}
	],
	outages: [
		{
			from: parseLocal('2026-10-23T08:05'),
			until: parseLocal('2026-10-23T08:20'),
			reason: 'Jaringan terputus',
			evidence: null
		}
	],
	budgets: [
		{
			event: 1,
			from: parseLocal('2026-10-22T15:00'),
			until: parseLocal('2026-10-22T15:20')
		}
	],
	plans: [
		{
			stage: 'Pengumuman',
			from: parseLocal('2026-10-22T15:10'),
			until: parseLocal('2026-10-22T15:50'),
			event: null,
			awaited: true
		}
	]
};

const props = { timeline, events, zone: 'WIB', judged: false };

test('says each event in words, also the one that is still open and the one with a single time', async () => {
	const screen = await render(Timeline, { props });
	for (const text of [
		'Membuat paket: 22 Okt 2026, 15.00 WIB – 22 Okt 2026, 15.30 WIB',
		'Menyetujui: 23 Okt 2026, 08.00 WIB',
		'Mengirim: sejak 23 Okt 2026, 08.30 WIB, belum selesai'
	]) {
		await expect.element(screen.getByRole('img', { name: text })).toBeVisible();
	}
});

test('names what lies behind the bars: the night, the outage with its reason, the data date', async () => {
	const screen = await render(Timeline, { props });
	for (const text of ['di luar jam kantor', 'tanggal data']) {
		await expect.element(screen.getByText(text, { exact: true }).last()).toBeInTheDocument();
	}
	await expect
		.element(
			screen
				.getByText('Gangguan 23 Okt 2026, 08.05 WIB – 23 Okt 2026, 08.20 WIB: Jaringan terputus')
				.last()
		)
		.toBeVisible();
});

test('gives the night its full length only when 24 hours are asked for', async () => {
	const screen = await render(Timeline, { props });
	const night = () =>
		parseFloat(screen.container.querySelector('rect.night')?.getAttribute('width') ?? '0');
	expect(night()).toBeLessThan(5);
	await screen.getByRole('button', { name: '24 jam' }).click();
	expect(night()).toBeGreaterThan(70);
	await screen.getByRole('button', { name: 'Jam kerja' }).click();
	expect(night()).toBeLessThan(5);
});

test('draws what a step was allowed to take, and a planned stage that has no document yet', async () => {
	const screen = await render(Timeline, { props });
	const budget = screen.container.querySelector('rect.budget');
	const bar = screen.container.querySelector('rect.bar');
	expect(budget?.getAttribute('x')).toBe(bar?.getAttribute('x'));
	expect(parseFloat(budget?.getAttribute('width') ?? '0')).toBeLessThan(
		parseFloat(bar?.getAttribute('width') ?? '0')
	);
	await expect
		.element(screen.getByRole('img', { name: /Pengumuman: rencana 22 Okt 2026, 15.10 WIB/ }))
		.toBeInTheDocument();
});

test('tells the details of the row that the arrow keys lead to', async () => {
	const screen = await render(Timeline, { props });
	screen.container.querySelector<HTMLAnchorElement>('a.name')?.focus();
	const detail = screen.container.querySelector<HTMLElement>('.detail');
	await expect.element(detail).toHaveTextContent('Membuat paket: 22 Okt 2026');
	await userEvent.keyboard('{ArrowDown}');
	await expect.element(detail).toHaveTextContent('Menyetujui: 23 Okt 2026, 08.00 WIB');
});

test('a long case is as many screens long as it has days or weeks, a short one has nothing to zoom', async () => {
	const short = await render(Timeline, { props });
	expect(short.container.querySelectorAll('[aria-pressed]')).toHaveLength(2);
	const long = await render(Timeline, {
		props: {
			...props,
			timeline: { ...timeline, until: parseLocal('2026-11-22T16:00'), shades: [] }
		}
	});
	await long.getByRole('button', { name: 'Minggu' }).click();
	const zoom = () =>
		Number(long.container.querySelector<HTMLElement>('.plot')?.style.getPropertyValue('--zoom'));
	const week = zoom();
	expect(week).toBeGreaterThan(4);
	await long.getByRole('button', { name: 'Hari', exact: true }).click();
	expect(zoom()).toBeGreaterThan(4 * week);
});
