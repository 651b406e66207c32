import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { undoImport } from '$lib/server/importing/undo';
import { readImport, readImports } from '$lib/server/reading/imports/imports';
import { keepRecords } from '$lib/server/uploads/history';
import { startImportJob } from '$lib/server/uploads/import-jobs';
import { parseJobRequest } from '$lib/server/uploads/job-request';
import { readOriginal } from '$lib/server/uploads/originals';
import { canReread, startReread } from '$lib/server/uploads/reread';
import { receiveUpload } from '$lib/server/uploads/uploads';
import { Bench, now } from '../importing/store';

const owner = 'account 1';
const LOG = [
	'nomor;langkah kerja;waktu',
	'B-1;Menerima;2026-03-02 08:05',
	'B-1;Memeriksa;2026-03-02 08:30',
	'B-2;Menerima;kapan-kapan',
	''
].join('\r\n');
const reading = { map: { case: 'nomor', activity: 'langkah kerja', completed: 'waktu' } };
const asked = { by: 'Ani', owner, now };

let bench: Bench;
beforeEach(async () => {
	bench = await Bench.open();
});
afterEach(async () => {
	vi.unstubAllEnvs();
	await bench.close();
});

async function importLog(content = LOG) {
	const upload = await receiveUpload(bench.store, {
		name: 'buku agenda.csv',
		owner,
		draft: null,
		body: new Blob([content]).stream(),
		limit: 1e6,
		now
	});
	const job = await startImportJob(
		bench.store,
		parseJobRequest({ action: 'import', groups: [{ uploads: [upload.id], reading }] }),
		asked
	);
	await job.end;
	expect(job.error).toBeUndefined();
	return job;
}

async function sha256(number: number): Promise<string> {
	return (await readImport(bench.store, number)).files[0]?.sha256 ?? '';
}

describe('the history', () => {
	test('tells of an import that was undone what it told when it was made', async () => {
		await importLog();
		const made = await readImport(bench.store, 1);
		await undoImport({ store: bench.store, import: 1, now });
		const undone = await readImport(bench.store, 1);
		expect(undone.undoneAt).not.toBeNull();
		// Where a spreadsheet shows its rows, and what a file shows, is of no use once they are gone.
		expect(undone.files).toEqual(made.files.map((file) => ({ ...file, places: [], shown: null })));
		expect((await readImports(bench.store, null)).imports).toMatchObject([
			{
				by: 'Ani',
				files: ['buku agenda.csv'],
				rows: 3,
				used: 2,
				duplicates: 0,
				rejected: 1,
				cases: 0
			}
		]);
	});

	test('is kept once, however often it is asked for', async () => {
		await importLog();
		await keepRecords(bench.store);
		await keepRecords(bench.store);
		expect(await bench.rows('select count(*)::integer as n from import_record')).toEqual([
			{ n: 1 }
		]);
	});
});

describe('an imported file', () => {
	const originals = async () =>
		(await readdir(join(dirname(bench.store.path), 'originals')).catch(() => [])).length;

	test('is kept as it came, byte for byte, also after the undo', async () => {
		await importLog();
		await undoImport({ store: bench.store, import: 1, now });
		const kept = await new Response(await readOriginal(bench.store, await sha256(1))).text();
		expect(kept).toBe(LOG);
	});

	test('is not kept where the settings say so, and then cannot be read again', async () => {
		vi.stubEnv('TEPAT_KEEP_FILES', 'off');
		await importLog();
		expect(await originals()).toBe(0);
		await expect(readOriginal(bench.store, await sha256(1))).rejects.toThrow('original_not_found');
		await expect(startReread(bench.store, 1, asked)).rejects.toThrow('original_not_found');
	});
});

describe('an import that is read again', () => {
	test('is undone and made anew, with what was decided then', async () => {
		await importLog();
		const before = await bench.meaning();
		const { files } = await readImport(bench.store, 1);
		expect(await canReread(bench.store, files)).toBe(true);
		const job = await startReread(bench.store, 1, asked);
		await job.end;
		expect(job.error).toBeUndefined();
		expect(job).toMatchObject({ state: 'done', result: { import: 2 } });
		expect(await bench.meaning()).toEqual(before);
		expect((await readImports(bench.store, null)).imports).toMatchObject([
			{ import: 2, undoneAt: null, used: 2 },
			{ import: 1, undoneAt: expect.any(String), used: 2 }
		]);
		expect(await bench.leftovers()).toEqual([]);
	});

	test('that fails or is stopped stays as it was', async () => {
		await importLog();
		const before = await bench.dump();
		const stopped = await startReread(bench.store, 1, asked);
		stopped.cancel();
		await stopped.end;
		expect(stopped.state).toBe('cancelled');
		expect(await bench.dump()).toEqual(before);

		// As after a profile was removed that the import needs.
		await bench.store.writeAside((tx) => tx.run('uploads/history/keep_records'));
		const twice = await startReread(bench.store, 1, asked);
		await twice.end;
		const again = await startReread(bench.store, 1, asked);
		await again.end;
		expect(again).toMatchObject({ state: 'failed', error: { code: 'import_already_undone' } });
		expect((await readImports(bench.store, null)).inForce).toBe(1);
		expect(await bench.leftovers()).toEqual([]);
	});
});
