import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { NO_FILTERS } from '$lib/domain/filters/filters';
import type { OpenStep, Overview } from '$lib/server/reading/overview/overview';
import Actions from './Actions.svelte';
import { overviewLinks } from './links';

const links = overviewLinks({ ...NO_FILTERS, unit: 'utara', status: 'completed' });

const step: OpenStep = {
	case_id: 7,
	case_key: 'REG-7',
	process: 'reg',
	process_title: 'Registrasi',
	unit: 'LPSE',
	no: '5',
	activity: 'Memeriksa kelengkapan',
	actors: ['Verifikator'],
	supplier: false,
	clock: 'working',
	used: 5400,
	budget: 600,
	ratio: 9,
	late: true,
	provisional: false,
	several: false,
	data_date: '2026-10-30T15:42:00'
};

function show(open: Partial<Overview['open']>, openSteps: OpenStep[]) {
	const overview = {
		open: {
			late: 0,
			near: 0,
			provisional: 0,
			unmeasured: 0,
			no_budget: 0,
			judged: 0,
			open: 0,
			...open
		},
		openSteps,
		dataDate: '2026-10-30T15:42:00'
	} as unknown as Overview;
	return render(Actions, { overview, links });
}

test('a late case says by how much, who is accountable, and leads to its page', async () => {
	const screen = await show({ late: 1, open: 1 }, [step]);
	await expect.element(screen.getByText('lewat 1,3 jam')).toBeVisible();
	await expect.element(screen.getByText(/Memeriksa kelengkapan · Verifikator/)).toBeVisible();
	// One unit would write the ten minutes as 0,2 jam.
	await expect.element(screen.getByText(/1,5.jam \/ 10.menit/)).toBeVisible();
	await expect
		.element(screen.getByRole('link', { name: 'REG-7' }))
		.toHaveAttribute('href', '/cases/7?unit=utara');
});

test('days are counted in days, and what is left of them', async () => {
	const days = { ...step, clock: 'workday', used: 9, budget: 10, ratio: 0.9, late: false };
	const screen = await show({ near: 1, open: 1 }, [days]);
	await expect.element(screen.getByText(/sisa 1.hari kerja/)).toBeVisible();
	await expect.element(screen.getByText(/9 \/ 10.hari kerja/)).toBeVisible();
});

test('a provisional case accuses nobody', async () => {
	const screen = await show({ provisional: 1, open: 1 }, [{ ...step, provisional: true }]);
	await expect.element(screen.getByText('sementara')).toBeVisible();
	expect(screen.container.textContent).not.toContain('lewat');
});

test('where more need action than fit, the list of cases has them all', async () => {
	const screen = await show({ late: 9, open: 12, no_budget: 3 }, [step]);
	await expect
		.element(screen.getByRole('link', { name: 'Tampilkan semua 9' }))
		.toHaveAttribute('href', '/cases?unit=utara&status=running&open=near');
	await expect
		.element(screen.getByText('Langkah terbuka lainnya: 3 tanpa batas waktu.'))
		.toBeVisible();
});

test('nothing to do is said, and told from nothing running', async () => {
	const quiet = await show({ open: 4, judged: 4 }, []);
	await expect.element(quiet.getByText('Tidak ada berkas yang perlu tindakan.')).toBeVisible();
	await quiet.unmount();
	const idle = await show({}, []);
	await expect
		.element(idle.getByText('Tidak ada berkas berjalan pada tanggal data.'))
		.toBeVisible();
});
