import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { openProduct } from '$lib/server/product';
import type { Store } from '$lib/server/database/store';
import { importFiles } from '$lib/server/importing/import-files';
import { loadSamples } from '$lib/server/samples/load';
import { readManifest } from '$lib/server/samples/manifest';
import { hasSamples, removeSamples } from '$lib/server/samples/remove';
import { contentOf, summaryOf } from './store-content';
import { home } from './sample-logs';

const now = '2026-11-02T02:00:00';
const manifest = readManifest(home);

function newFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'tepat-samples-'));
	folders.push(folder);
	return folder;
}
const folders: string[] = [];

/** Opens a new store, or a copy of one that is closed. */
async function openStoreIn(folder: string, copied?: string): Promise<Store> {
	const path = join(folder, 'tepat.duckdb');
	if (copied !== undefined) copyFileSync(copied, path);
	const store = await openProduct({ path, home });
	onTestFinished(() => store.close(0));
	return store;
}

/** A user's own log of one SOP, in an office of their own or in one of the samples. */
async function importOwn(store: Store, folder: string, unit: string): Promise<void> {
	const path = join(folder, `${unit}.csv`);
	const rows = [
		'kasus,kegiatan,mulai,selesai,pelaksana,peran,unit',
		`K1,"Mengajukan permohonan user ID dan password SPSE kepada Admin Agency dengan meyerahkan daftar nama anggota Pokja serta tembusan kepada Kepala LPSE.",2026-03-02,2026-03-03,Budi,Kepala Bagian Pengadaan Barang/Jasa,${unit}`,
		`K1,Menerima user ID dan password SPSE.,2026-03-04,2026-03-09,Ani,Pokja,${unit}`
	];
	writeFileSync(path, `${rows.join('\n')}\n`);
	const files = [{ path, name: `${unit}.csv` }];
	await importFiles({ store, files, sop: 'badung-02', by: 'analis', now });
}

let loaded: string;
let cpuSeconds: number;
let empty: Awaited<ReturnType<typeof contentOf>>;

beforeAll(async () => {
	loaded = join(newFolder(), 'tepat.duckdb');
	const store = await openProduct({ path: loaded, home });
	empty = await contentOf(store);
	const before = process.cpuUsage();
	expect(await loadSamples(store, { now })).toBe(true);
	const { user, system } = process.cpuUsage(before);
	cpuSeconds = (user + system) / 1e6;
	await store.close();
}, 120_000);
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

describe('a new store with the samples', () => {
	let store: Store;

	beforeAll(async () => {
		store = await openProduct({ path: loaded, home });
	});
	afterAll(() => store.close());

	test('shows its offices, known by name, and says that they are samples', async () => {
		const { units } = await summaryOf(store);
		expect(units.map(({ code }) => code)).toEqual(manifest.units.map(({ code }) => code));
		expect(units.every(({ sample, confirmed }) => sample && confirmed)).toBe(true);
		expect(await hasSamples(store)).toBe(true);
	});

	test('took every row of every file, none rejected', async () => {
		const { files } = await summaryOf(store);
		expect(files.length).toBe(manifest.files.length);
		expect(files.filter(({ rejected }) => rejected > 0)).toEqual([]);
		const logs = files.filter(({ name }) => !name.startsWith('spse-'));
		expect(logs.filter(({ duplicates }) => duplicates > 0)).toEqual([]);
		expect(files.every(({ read, used, duplicates }) => read === used + duplicates)).toBe(true);
	});

	test('has cases of every SOP, and knows each step that is one', async () => {
		const { processes, outside } = await summaryOf(store);
		expect(processes.filter(({ kind, cases }) => kind === 'sop' && cases < 30)).toEqual([]);
		expect(processes.filter(({ kind }) => kind === 'sop').length).toBe(12);
		expect(processes.filter(({ kind }) => kind === 'packages').map(({ cases }) => cases)).toEqual([
			181
		]);
		// What is no step is what people wrote beside the SOP, a few texts.
		expect(outside).toBeGreaterThan(5);
		expect(outside).toBeLessThan(20);
	});

	test('is on time as often as offices are, late at times, and says what it cannot judge', async () => {
		const { onTime, late, judged, budgeted, provisional, excused } = await summaryOf(store);
		expect(onTime / (onTime + late)).toBeGreaterThan(0.8);
		expect(onTime / (onTime + late)).toBeLessThan(0.95);
		expect(judged / budgeted).toBeGreaterThan(0.85);
		expect(judged / budgeted).toBeLessThan(0.99);
		expect(provisional).toBeGreaterThan(100);
		expect(excused).toBeGreaterThan(15);
	});

	test('has cases of every state, open steps near and beyond their budget', async () => {
		const { states, openOnTime, openLate } = await summaryOf(store);
		expect(Object.keys(states).sort()).toEqual(['abandoned', 'cancelled', 'completed', 'running']);
		expect(states.cancelled).toBeGreaterThan(15);
		expect(states.abandoned).toBeGreaterThan(15);
		expect(states.running).toBeGreaterThan(50);
		expect(openOnTime).toBeGreaterThan(15);
		expect(openLate).toBeGreaterThan(10);
	});

	test('has late cases and late contracts, each of every severity somewhere', async () => {
		const { deviations, severities } = await summaryOf(store);
		expect(deviations.late_step).toBeGreaterThan(400);
		expect(deviations.late_case).toBeGreaterThan(3);
		expect(deviations.late_schedule).toBeGreaterThan(2);
		expect(severities).toEqual(['berat', 'ringan', 'sedang']);
	});

	test('has its data date where the logs end', async () => {
		const { dataDates } = await summaryOf(store);
		expect(dataDates.length).toBe(3);
		for (const { date } of dataDates) expect(date >= '2026-10-30 15:30:00').toBe(true);
	});

	test('has the overlapping outages joined, with the office time they took', async () => {
		const { spans, lostDays } = await summaryOf(store);
		expect(spans).toEqual([
			// 08:40 to 12:00 and 13:00 to 14:20.
			{
				unit: '9902',
				started: '2026-08-11 08:40:00',
				ended: '2026-08-11 14:20:00',
				seconds: 16_800
			},
			// 13:10 to 16:00, and 07:30 to 09:45 of the next day.
			{
				unit: '9903',
				started: '2026-05-19 13:10:00',
				ended: '2026-05-20 09:45:00',
				seconds: 18_300
			}
		]);
		expect(lostDays).toBe(0);
	});

	test('was loaded before a person loses patience', () => {
		// Computing time: test files run at once here, so that the clock says little. It is spent on
		// two cores or more, which is under six seconds of waiting.
		expect(cpuSeconds).toBeLessThan(12);
	});

	test('is not loaded twice', async () => {
		expect(await loadSamples(store, { now })).toBe(false);
	});
});

test('a store that had an import gets no samples', async () => {
	const folder = newFolder();
	const store = await openStoreIn(folder);
	await importOwn(store, folder, 'KANTOR-1');
	expect(await loadSamples(store, { now })).toBe(false);
	expect(await hasSamples(store)).toBe(false);
});

test('removing the samples leaves no row of theirs, and a store that never gets them again', async () => {
	const store = await openStoreIn(newFolder(), loaded);
	await removeSamples(store, { now });
	expect(await contentOf(store)).toEqual(empty);
	expect(await hasSamples(store)).toBe(false);
	expect(await loadSamples(store, { now })).toBe(false);
});

describe("a user's own import", () => {
	let alone: Awaited<ReturnType<typeof summaryOf>>;

	beforeAll(async () => {
		const folder = newFolder();
		const store = await openProduct({ path: join(folder, 'tepat.duckdb'), home });
		await importOwn(store, folder, 'KANTOR-1');
		alone = await summaryOf(store);
		expect(alone.states).toEqual({ completed: 1 });
		await store.close();
	});

	test('stays as if the samples had never been there when they are removed', async () => {
		const folder = newFolder();
		const store = await openStoreIn(folder, loaded);
		await importOwn(store, folder, 'KANTOR-1');
		await removeSamples(store, { now });
		expect(await summaryOf(store)).toEqual(alone);
	});

	test('is read as if they had never been there when it comes after their removal', async () => {
		const folder = newFolder();
		const store = await openStoreIn(folder, loaded);
		await removeSamples(store, { now });
		await importOwn(store, folder, 'KANTOR-1');
		expect(await summaryOf(store)).toEqual(alone);
	});

	test('into an office of the samples keeps that office, unconfirmed', async () => {
		const folder = newFolder();
		const store = await openStoreIn(folder, loaded);
		await importOwn(store, folder, '9901');
		await removeSamples(store, { now });
		const { units, states } = await summaryOf(store);
		expect(units).toMatchObject([{ code: '9901', sample: false, confirmed: false }]);
		expect(states).toEqual({ completed: 1 });
		expect(await hasSamples(store)).toBe(false);
	});
});
