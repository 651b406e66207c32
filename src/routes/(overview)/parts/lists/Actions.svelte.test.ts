import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { NO_FILTERS } from '$lib/domain/filters/filters';
import type { Overview } from '$lib/server/reading/overview/overview';
import type { RunningCase } from '$lib/server/reading/risk/risks';
import Actions from './Actions.svelte';
import { overviewLinks } from '../links';

const links = overviewLinks({ ...NO_FILTERS, unit: 'utara', status: 'completed' });

const chance = {
	aim: 'step' as const,
	title: null,
	left: -4800,
	cases: 40,
	remaining: 300,
	provisional: false
};

const late: RunningCase = {
	caseId: 7,
	caseKey: 'REG-7',
	process: 'reg',
	processTitle: 'Registrasi',
	unit: 'LPSE',
	zone: 'Asia/Jakarta',
	step: { no: '5', activity: 'Memeriksa kelengkapan', actors: ['Verifikator'], supplier: false },
	clock: 'working',
	used: 5400,
	budget: 600,
	several: false,
	verdict: { risk: 'late', chance },
	expected: { at: '2026-10-30T16:00:00', cases: 40 },
	dataDate: '2026-10-30T15:42:00'
};

function show(
	open: Partial<Overview['open']>,
	urgent: RunningCase[],
	waiting: Overview['waiting'] = { count: 0, since: null }
) {
	const overview = {
		waiting,
		open: { late: 0, at_risk: 0, provisional: 0, unknown: 0, no_budget: 0, on_track: 0, ...open },
		urgent,
		dataDate: '2026-10-30T15:42:00'
	} as unknown as Overview;
	return render(Actions, { overview, links });
}

test('a late case says by how much, who is accountable, and leads to its page', async () => {
	const screen = await show({ late: 1 }, [late]);
	await expect.element(screen.getByText('lewat 1,3 jam')).toBeVisible();
	await expect.element(screen.getByText(/Memeriksa kelengkapan.*Verifikator/)).toBeVisible();
	// One unit would write the ten minutes as 0,2 jam.
	await expect.element(screen.getByText(/1,5.jam \/ 10.menit/)).toBeVisible();
	await expect
		.element(screen.getByRole('link', { name: 'REG-7' }))
		.toHaveAttribute('href', '/cases/7?unit=utara');
});

test('a case at risk says what is left, and when it is expected, with n', async () => {
	const days = { clock: 'workday', used: 9, budget: 10 };
	const verdict = { risk: 'at_risk' as const, chance: { ...chance, left: 7200, remaining: 9000 } };
	const screen = await show({ at_risk: 1 }, [{ ...late, ...days, verdict }]);
	await expect.element(screen.getByText(/sisa 2.jam/)).toBeVisible();
	await expect.element(screen.getByText(/9 \/ 10.hari kerja/)).toBeVisible();
	await expect.element(screen.getByText(/perkiraan selesai .*16.00.*\(n = 40\)/)).toBeVisible();
});

test('a provisional case accuses nobody', async () => {
	const verdict = { risk: 'provisional' as const, chance };
	const screen = await show({ provisional: 1 }, [{ ...late, verdict }]);
	await expect.element(screen.getByText('sementara', { exact: true })).toBeVisible();
	expect(screen.container.querySelector('.chips')?.textContent).not.toContain('lewat');
});

test('where more need action than fit, the list of cases has them all', async () => {
	const screen = await show({ late: 9, no_budget: 3, unknown: 2 }, [late]);
	await expect
		.element(screen.getByRole('link', { name: 'Tampilkan semua 9' }))
		.toHaveAttribute('href', '/cases?unit=utara&status=running&open=urgent');
	await expect
		.element(
			screen.getByText('Berkas berjalan lainnya: 2 belum dapat diperkirakan, 3 tanpa batas waktu.')
		)
		.toBeVisible();
});

test('each kind is counted and leads to all of it: late, at risk, waiting for a decision', async () => {
	const risky = { risk: 'at_risk' as const, chance: { ...chance, left: 7200, remaining: 9000 } };
	const screen = await show(
		{ late: 16, at_risk: 8 },
		[late, { ...late, caseId: 8, caseKey: 'REG-8', verdict: risky }],
		{ count: 5, since: '2026-10-12T09:00:00' }
	);
	for (const [name, href] of [
		['16 lewat batas', '/cases?unit=utara&status=running&open=late'],
		['8 berisiko terlambat', '/cases?unit=utara&status=running&open=risk'],
		['5 penyimpangan menunggu keputusan', '/deviations?unit=utara&follow=explained']
	] as const) {
		await expect.element(screen.getByRole('link', { name })).toHaveAttribute('href', href);
	}
	await expect
		.element(screen.getByRole('region', { name: 'berisiko terlambat' }))
		.toHaveTextContent('REG-8');
	await expect.element(screen.getByText('terlama sejak 12 Oktober 2026')).toBeVisible();
});

test('nothing to do is said, and told from nothing running', async () => {
	const quiet = await show({ on_track: 4 }, []);
	await expect.element(quiet.getByText('Tidak ada berkas yang perlu tindakan.')).toBeVisible();
	await quiet.unmount();
	const idle = await show({}, []);
	await expect
		.element(idle.getByText('Tidak ada berkas berjalan pada tanggal data.'))
		.toBeVisible();
});
