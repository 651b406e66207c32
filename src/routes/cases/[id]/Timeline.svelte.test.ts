import { expect, test } from 'vitest';
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
