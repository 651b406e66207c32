import { readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { UserError } from '$lib/domain/user-error';
import { Bench, now } from '../../../../tests/importing/store';
import { readImport, readImportCases, readImports } from '../reading/imports/imports';
import { holdToUnits, parseJobRequest } from './job-request';
import { startImportJob } from './import-jobs';
import { findJob, type Job } from './jobs';
import { uploadLimit } from './limit';
import { findUploads, plainName, receiveUpload, sweepUploads, type Upload } from './uploads';

const owner = 'ani';

const LOG = [
	'nomor_berkas;kegiatan;mulai;selesai;petugas',
	'B-1;Menerima;2026-03-02 08:00;2026-03-02 08:05;Ani',
	'B-1;Memeriksa;2026-03-02 08:10;2026-03-02 08:30;Budi',
	'B-1;Memeriksa;2026-03-02 08:10;2026-03-02 08:30;Budi',
	'B-2;Menerima;=1+1;2026-03-03 09:05;Ani',
	'B-2;Menerima;2026-03-03 09:00;2026-03-03 09:05;Ani',
	''
].join('\n');

let bench: Bench;
beforeEach(async () => {
	bench = await Bench.open();
});
afterEach(() => bench.close());

function body(...chunks: (string | Uint8Array)[]): ReadableStream<Uint8Array> {
	const bytes = chunks.map((chunk) =>
		typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk
	);
	return new ReadableStream({
		pull: (controller) => {
			const next = bytes.shift();
			if (next) controller.enqueue(next);
			else controller.close();
		}
	});
}

function send(
	content: ReadableStream<Uint8Array> | null,
	given: { name?: string; limit?: number; at?: string; draft?: string; owner?: string } = {}
): Promise<Upload> {
	return receiveUpload(bench.store, {
		name: given.name ?? 'log.csv',
		body: content,
		owner: given.owner ?? owner,
		draft: given.draft ?? null,
		limit: given.limit ?? 10_000,
		now: given.at ?? now
	});
}

async function refusal(work: Promise<unknown>): Promise<string> {
	const error = await work.then(
		() => undefined,
		(thrown: unknown) => thrown
	);
	if (!(error instanceof UserError)) throw error ?? new Error('was not refused');
	return error.code;
}

/** Files that wait beside the store. */
const waiting = () => readdir(join(dirname(bench.store.path), 'uploads')).catch(() => []);

async function finished(job: Job): Promise<Job> {
	await job.end;
	return findJob(job.id, 'ani');
}

describe('a file that is sent', () => {
	test('lies beside the store under a name of ours, and counts its bytes', async () => {
		const upload = await send(body('a,b\n', '1,2\n'), { name: 'C:\\data\\log.csv' });
		expect(upload).toMatchObject({ name: 'log.csv', bytes: 8 });
		const [file] = await waiting();
		expect(upload.path.endsWith(file ?? '-')).toBe(true);
		expect(file).not.toContain('log');
		expect(await findUploads(bench.store, [upload.id], owner)).toEqual([upload]);
		await expect(findUploads(bench.store, [upload.id], 'budi')).rejects.toThrow('upload_not_found');
	});

	test.each([
		['one byte over the limit', () => body('x'.repeat(5), 'x'.repeat(6)), 'upload_too_large'],
		['empty', () => body(), 'import_empty'],
		['without a body', () => null, 'import_empty'],
		['a PDF', () => body('%PDF', '-1.7'), 'import_format'],
		['a binary', () => body(Uint8Array.from([1, 0, 0, 2, 0, 9, 0, 0])), 'import_binary']
	])('%s is refused, and nothing of it stays', async (_, content, code) => {
		expect(await refusal(send(content(), { limit: 10 }))).toBe(code);
		expect(await waiting()).toEqual([]);
	});

	test('exactly at the limit is taken', async () => {
		expect((await send(body('x'.repeat(10)), { limit: 10 })).bytes).toBe(10);
	});

	test('whose sender goes away leaves nothing', async () => {
		let sent = false;
		const broken = new ReadableStream<Uint8Array>({
			pull: (controller) => {
				if (sent) controller.error(new Error('aborted'));
				else controller.enqueue(new TextEncoder().encode('a,b\n'));
				sent = true;
			}
		});
		await expect(send(broken)).rejects.toThrow('aborted');
		expect(await waiting()).toEqual([]);
	});

	test('that the framework finds too large has the same sentence', async () => {
		const failing = new ReadableStream<Uint8Array>({
			start: (controller) => controller.error(Object.assign(new Error('413'), { status: 413 }))
		});
		expect(await refusal(send(failing))).toBe('upload_too_large');
	});

	test('is forgotten after a week, when the next one comes', async () => {
		const old = await send(body('a\n'), { at: '2026-11-01T00:00:00' });
		const young = await send(body('a\n'), { at: '2026-11-05T00:00:00' });
		await send(body('a\n'), { at: '2026-11-08T00:00:01' });
		expect(await waiting()).toHaveLength(2);
		await expect(findUploads(bench.store, [old.id], owner)).rejects.toThrow('upload_not_found');
		expect(await findUploads(bench.store, [young.id], owner)).toHaveLength(1);
	});

	test('of which the store knows nothing goes when the server starts', async () => {
		const known = await send(body('a\n'));
		await writeFile(join(dirname(known.path), 'left-behind'), 'x');
		await sweepUploads(bench.store, now, { strangers: true });
		expect(await waiting()).toEqual([known.id]);
	});
});

test.each([
	['a/b/c.csv', 'c.csv'],
	['..\\..\\x.csv', 'x.csv'],
	['a\u0000\nb.csv', 'ab.csv'],
	['', 'berkas'],
	[`${'x'.repeat(300)}.csv`, `${'x'.repeat(196)}.csv`]
])('the name %j is shown as %j', (name, shown) => {
	expect(plainName(name)).toBe(shown);
});

test.each([
	[{}, 512 * 1024 ** 2],
	[{ BODY_SIZE_LIMIT: '1.5G' }, 1.5 * 1024 ** 3],
	[{ BODY_SIZE_LIMIT: '2000' }, 2000],
	[{ BODY_SIZE_LIMIT: 'much' }, 512 * 1024 ** 2]
])('the setting %j allows %d bytes', (env, bytes) => {
	expect(uploadLimit(env)).toBe(bytes);
});

describe('what the page asks for', () => {
	const uploads = ['7b1f0c1e-6a5f-4f0e-9d8e-0d6b8f3b1a11'];
	test('is read', () => {
		const request = {
			action: 'check',
			groups: [{ uploads, reading: { map: { case: 'ID' }, timeFormats: ['%d/%m/%Y'] } }]
		};
		expect(parseJobRequest(request)).toEqual(request);
	});

	test.each([
		[undefined, ''],
		[{ action: 'drop', groups: [{ uploads, reading: {} }] }, 'action'],
		[{ action: 'check', groups: [] }, 'groups'],
		[{ action: 'check', groups: [{ uploads: ['../x'], reading: {} }] }, 'groups.0.uploads.0'],
		[
			{ action: 'check', groups: [{ uploads, reading: { path: '/etc/passwd' } }] },
			'groups.0.reading'
		]
	])('is refused as %j, naming the place', (request, place) => {
		expect(() => parseJobRequest(request)).toThrow(
			expect.objectContaining({ code: 'request_unreadable', params: { place } })
		);
	});
});

describe('a request of somebody who is held to offices', () => {
	const uploads = ['7b1f0c1e-6a5f-4f0e-9d8e-0d6b8f3b1a11'];
	const asked = (reading: object) =>
		parseJobRequest({ action: 'import', groups: [{ uploads, reading }] });

	test('is read as one of these, whatever the file says', () => {
		expect(holdToUnits(asked({}), ['u1']).groups[0]?.reading.unit).toBe('u1');
		expect(holdToUnits(asked({ unit: 'u2' }), ['u1', 'u2']).groups[0]?.reading.unit).toBe('u2');
		expect(holdToUnits(asked({ unit: 'u9' }), null).groups[0]?.reading.unit).toBe('u9');
	});

	test.each([
		[{ unit: 'u9' }, ['u1'], 'import_unit_foreign'],
		[{ map: { unit: 'KANTOR' } }, ['u1'], 'import_unit_column'],
		[{}, ['u1', 'u2'], 'import_unit_needed'],
		[{}, [], 'import_unit_needed']
	])('is refused as %j for %j', (reading, units, code) => {
		expect(() => holdToUnits(asked(reading), units)).toThrow(code);
	});
});

describe('a job', () => {
	const job = (action: 'check' | 'import', groups: { uploads: string[]; reading?: object }[]) =>
		startImportJob(
			bench.store,
			parseJobRequest({
				action,
				groups: groups.map((group) => ({ reading: {}, ...group }))
			}),
			{ by: 'Ani', owner, now }
		);

	test('checks without a trace, then imports, and what it used is gone', async () => {
		const { id } = await send(body(LOG));
		const checked = await finished(await job('check', [{ uploads: [id] }]));
		expect(checked).toMatchObject({
			state: 'done',
			result: {
				import: null,
				files: [{ rows: 5, used: 4, duplicates: 0, rejected: 1, events: 4 }],
				cases: { touched: 2, created: 2 },
				rejectGroups: [[{ reason: 'unreadable_time', column: 'mulai', records: 1 }]]
			}
		});
		expect((await readImports(bench.store, null)).total).toBe(0);

		const imported = await finished(await job('import', [{ uploads: [id] }]));
		expect(imported).toMatchObject({ state: 'done', result: { import: 1 } });
		expect(await waiting()).toEqual([]);
		await expect(findUploads(bench.store, [id], owner)).rejects.toThrow('upload_not_found');
	});

	test('checks whether the same bytes were imported in another way, and says of the same way that nothing changes', async () => {
		const first = await send(body(LOG));
		await finished(await job('import', [{ uploads: [first.id] }]));
		const again = await send(body(LOG));
		const check = async (reading: object) =>
			(await finished(await job('check', [{ uploads: [again.id], reading }]))).result;
		expect(await check({})).toMatchObject({ files: [{ sameAs: 1 }], otherReadings: [[]] });
		expect(await check({ log: 'Loket' })).toMatchObject({
			files: [{ sameAs: null, used: 4 }],
			otherReadings: [[{ import: 1, process: 'Log' }]]
		});
		await finished(await job('import', [{ uploads: [again.id], reading: { log: 'Loket' } }]));
		const { files } = await readImport(bench.store, 2);
		expect(files[0]?.process).toMatchObject({ code: 'log-loket', title: 'Loket', kind: 'log' });
	});

	test('reads each group of files in its own way, in one import', async () => {
		const log = await send(body(LOG));
		const other = await send(body('ID,LANGKAH,WAKTU\nT1,Buka,01/02/2026 08:00\n'), {
			name: 'lain.csv'
		});
		const reading = {
			map: { case: 'ID', activity: 'LANGKAH', completed: 'WAKTU' },
			timeFormats: ['%d/%m/%Y %H:%M'],
			unit: 'kantor-baru'
		};
		const done = await finished(
			await job('import', [{ uploads: [log.id] }, { uploads: [other.id], reading }])
		);
		expect(done.error).toBeUndefined();
		const detail = await readImport(bench.store, 1);
		const files = new Map(detail.files.map((file) => [file.name, file]));
		expect(files.get('log.csv')).toMatchObject({
			profile: 'event-log',
			toldBy: ['nomor_berkas', 'kegiatan', 'selesai'],
			timeFormats: [],
			unit: null
		});
		expect(files.get('lain.csv')).toMatchObject({
			profile: 'mapped',
			toldBy: [],
			columns: expect.arrayContaining([{ field: 'case', column: 'ID' }]),
			timeFormats: ['%d/%m/%Y %H:%M'],
			unit: 'kantor-baru',
			used: 1
		});
		const { cases } = await readImportCases(bench.store, 1, 0);
		expect(cases.find(({ case_key }) => case_key === 'T1')?.unit_code).toBe('kantor-baru');
	});

	test('that fails says why, and its files wait on', async () => {
		const { id } = await send(body('x,y\n1,2\n'));
		const failed = await finished(await job('import', [{ uploads: [id] }]));
		expect(failed.state).toBe('failed');
		expect(failed.error).toMatchObject({ code: 'import_unmapped' });
		expect(await findUploads(bench.store, [id], owner)).toHaveLength(1);
	});

	test('that is cancelled keeps nothing, and its files wait on', async () => {
		const rows = Array.from(
			{ length: 20_000 },
			(_, row) => `K-${row};Menerima;2026-03-02 08:00;2026-03-02 08:05;Ani`
		);
		const { id } = await send(
			body(['nomor_berkas;kegiatan;mulai;selesai;petugas', ...rows].join('\n')),
			{
				limit: 10_000_000
			}
		);
		const running = await job('import', [{ uploads: [id] }]);
		running.cancel();
		expect((await finished(running)).state).toBe('cancelled');
		expect((await readImports(bench.store, null)).total).toBe(0);
		expect(await findUploads(bench.store, [id], owner)).toHaveLength(1);
	});

	test('is known to nobody but who asked for it', async () => {
		const { id } = await send(body(LOG));
		const mine = await job('check', [{ uploads: [id] }]);
		expect(() => findJob(mine.id, 'budi')).toThrow('job_not_found');
		expect((await finished(mine)).state).toBe('done');
	});

	test('of a file that waits no longer is refused at once', async () => {
		const gone = '7b1f0c1e-6a5f-4f0e-9d8e-0d6b8f3b1a11';
		await expect(job('check', [{ uploads: [gone] }])).rejects.toThrow('upload_not_found');
		expect(() => findJob(gone, 'ani')).toThrow('job_not_found');
	});
});
