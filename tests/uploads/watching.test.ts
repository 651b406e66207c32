import { mkdir, readFile, readdir, rename, rm, writeFile, appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readImports } from '$lib/server/reading/imports/imports';
import { rememberReading } from '$lib/server/uploads/readings';
import type { Taken } from '$lib/server/watching/take-file';
import { watchSettings } from '$lib/server/watching/settings';
import { watchFolder, type Watch } from '$lib/server/watching/watch';
import { Bench, now } from '../importing/store';

const LOG = [
	'nomor_berkas;kegiatan;selesai',
	'B-1;Menerima;2026-03-02 08:05',
	'B-1;Memeriksa;kapan-kapan',
	''
].join('\n');

let bench: Bench;
let folder: string;
let watch: Watch;
let time: number;
let taken: Taken[];

beforeEach(async () => {
	bench = await Bench.open();
	folder = join(bench.folder, 'masuk');
	await mkdir(folder);
	[time, taken] = [0, []];
	watch = watchFolder(bench.store, {
		folder,
		stillSeconds: 3600,
		clock: () => time,
		taken: async (one) => void taken.push(one),
		failed: (error) => {
			throw error;
		}
	});
});
afterEach(async () => {
	await watch.stop();
	await bench.close();
});

/** Looks, waits as long as a file has to stand still, and looks again. */
async function settle(): Promise<number> {
	await watch.look();
	time += 3_600_000;
	return watch.look();
}

const imports = async () => (await readImports(bench.store, null)).imports;
const list = (name: string) => readdir(join(folder, name)).catch(() => []);

describe('a file in the watched folder', () => {
	test('is imported once it stands still, and moved with a sentence beside it', async () => {
		await writeFile(join(folder, 'log.csv'), LOG);
		expect(await watch.look()).toBe(0);
		expect(await imports()).toEqual([]);
		expect(await settle()).toBe(1);
		expect(await imports()).toMatchObject([{ by: 'folder', rows: 2, used: 1, rejected: 1 }]);
		expect(await list('done')).toEqual(['log.csv', 'log.csv.txt']);
		expect(await readFile(join(folder, 'done', 'log.csv.txt'), 'utf8')).toBe(
			'Impor 1: 2 baris dibaca = 1 dipakai + 0 rangkap + 1 ditolak.\n'
		);
		expect(await readdir(folder)).toEqual(['done']);
		expect(await bench.leftovers()).toEqual([]);
	});

	test('that grows is left alone until it stands still', async () => {
		const path = join(folder, 'log.csv');
		await writeFile(path, LOG.slice(0, 60));
		await watch.look();
		time += 3_000_000;
		await appendFile(path, LOG.slice(60));
		expect(await watch.look()).toBe(0);
		time += 3_000_000;
		expect(await watch.look()).toBe(0);
		time += 600_000;
		expect(await watch.look()).toBe(1);
		expect(await imports()).toMatchObject([{ rows: 2 }]);
	});

	test('that no profile fits is refused with its sentence, and nothing changes', async () => {
		await writeFile(join(folder, 'aneh.csv'), 'x;y\n1;2\n');
		expect(await settle()).toBe(1);
		expect(await imports()).toEqual([]);
		expect(await list('refused')).toEqual(['aneh.csv', 'aneh.csv.txt']);
		const sentence = await readFile(join(folder, 'refused', 'aneh.csv.txt'), 'utf8');
		expect(sentence).toContain('aneh.csv');
		expect(taken).toMatchObject([{ state: 'refused', reason: 'import_unmapped' }]);
	});

	test('of which every row would be rejected is refused', async () => {
		await writeFile(join(folder, 'log.csv'), 'nomor_berkas;kegiatan;selesai\nB-1;Menerima;kapan\n');
		await settle();
		expect(await imports()).toEqual([]);
		expect(await readFile(join(folder, 'refused', 'log.csv.txt'), 'utf8')).toContain(
			'Waktu tidak terbaca (1)'
		);
	});

	test('that is no table is refused', async () => {
		await writeFile(join(folder, 'foto.png'), Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1]));
		await writeFile(join(folder, 'kosong.csv'), '');
		await settle();
		expect(await list('refused')).toHaveLength(4);
	});

	test('that comes again changes nothing, and keeps its own name free of the first', async () => {
		for (const turn of [1, 2]) {
			await writeFile(join(folder, 'log.csv'), LOG);
			expect(await settle(), `turn ${turn}`).toBe(1);
		}
		expect(await imports()).toHaveLength(1);
		expect(await list('done')).toContain('log (2).csv');
		expect(await readFile(join(folder, 'done', 'log (2).csv.txt'), 'utf8')).toContain(
			'sudah diimpor'
		);
	});

	test('is read as one with the same columns was last read by a person', async () => {
		const names = ['ID', 'APA', 'KAPAN'];
		const reading = {
			map: { case: 'ID', activity: 'APA', completed: 'KAPAN' },
			sop: 'oganilir-01',
			timeFormats: ['%d/%m/%Y %H:%M']
		};
		await rememberReading(bench.store, {
			...{ name: 'tiket.csv', owner: 'account 1', by: 'Ani', names, reading, now }
		});
		await writeFile(join(folder, 'tiket.csv'), `${names.join()}\nT1,Buka,01/02/2026 08:00\n`);
		await settle();
		expect(await imports()).toMatchObject([{ used: 1, rejected: 0 }]);
	});

	test.each(['.hidden.csv', '~log.csv', 'log.csv.part', 'log.csv.crdownload'])(
		'called %s is not finished, and left alone',
		async (name) => {
			await writeFile(join(folder, name), LOG);
			expect(await settle()).toBe(0);
			await rename(join(folder, name), join(folder, 'log.csv'));
			expect(await settle()).toBe(1);
		}
	);

	test('that goes while it is looked at is no error', async () => {
		await writeFile(join(folder, 'log.csv'), LOG);
		await watch.look();
		await rm(join(folder, 'log.csv'));
		time += 3_600_000;
		expect(await watch.look()).toBe(0);
	});
});

test.each([
	[{}, { folder: undefined, stillSeconds: 5 }],
	[
		{ TEPAT_WATCH: 'masuk', TEPAT_WATCH_SECONDS: '30' },
		{ folder: '/srv/masuk', stillSeconds: 30 }
	],
	[
		{ TEPAT_WATCH: '/a', TEPAT_WATCH_SECONDS: 'soon' },
		{ folder: '/a', stillSeconds: 5 }
	]
])('the settings %j watch %j', (env, expected) => {
	expect(watchSettings('/srv', env)).toEqual(expected);
});
