import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openProduct } from '$lib/server/product';

const home = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'tepat-cli-'));
const store = join(folder, 'tepat.duckdb');

interface Answer {
	code: number;
	out: string;
	err: string;
}

/** Runs the built command line as a person would. */
function tepat(...words: string[]): Promise<Answer> {
	return new Promise((done) => {
		execFile(
			process.execPath,
			[join(home, 'build/node/tepat.js'), ...words],
			{
				cwd: home,
				env: { ...process.env, INIT_CWD: folder, TEPAT_STORE: store, TEPAT_LANG: 'en' }
			},
			(error, out, err) =>
				done({
					code: error === null ? 0 : typeof error.code === 'number' ? error.code : -1,
					out,
					err
				})
		);
	});
}

const json = async (...words: string[]) => {
	const answer = await tepat(...words, '--json');
	if (answer.code !== 0) throw new Error(answer.err);
	return JSON.parse(answer.out);
};

function file(name: string, content: string | Buffer): string {
	writeFileSync(join(folder, name), content);
	return name;
}

const LOG = [
	'case,activity,started,completed,actor',
	'EP-1,Memerintahkan proses pengadaan barang/jasa sesuai ketentuan,2026-06-02 08:00:00,2026-06-02 08:30:00,Ani',
	'EP-1,Membuka email permintaan pembelian,2026-06-02 09:00:00,2026-06-02 09:30:00,Budi',
	'EP-2,Memerintahkan proses pengadaan barang/jasa sesuai ketentuan,2026-06-03 08:00:00,2026-06-03 08:30:00,Ani',
	'EP-2,Membuka email permintaan pembelian,2026-06-03 09:00:00,2026-06-03 09:10:00,Budi',
	'EP-3,Membuka email permintaan pembelian,2026-06-03 09:00:00,2026-06-03 08:10:00,Budi',
	''
].join('\n');

beforeAll(() => {
	file('log.csv', LOG);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the command line', () => {
	test('imports a log, answers its figures, and takes it back', async () => {
		const imported = await json('import', 'log.csv', '--sop', 'pos-epurchasing', '--unit', 'u1');
		expect(imported.files).toMatchObject([
			{ file: 'log.csv', rows: 5, used: 4, duplicates: 0, rejected: 1, events: 4 }
		]);
		expect(imported.files[0].rejects).toMatchObject([
			{ row: 5, column: 'completed', reason: 'end_before_start' }
		]);
		// Step 8 allows 0,25 jam: half an hour is late, ten minutes are not; step 2 allows an hour. The open
		// step 9 of EP-1 is over its hour when the data ends: a deviation, outside the rate.
		expect(await json('summary', '--sop', 'pos-epurchasing')).toMatchObject({
			events: 4,
			cases: 2,
			running: 2,
			variants: 1,
			onTime: 3,
			late: 1,
			coverage: 1,
			openLate: 1,
			deviations: { late_step: 2 }
		});
		expect(await json('cases')).toMatchObject([
			{ case: 'EP-1', events: 2, leadSeconds: 5400, processingSeconds: 3600, state: 'running' },
			{
				case: 'EP-2',
				events: 2,
				leadSeconds: 4200,
				leadWorkingSeconds: 4200,
				processingSeconds: 2400
			}
		]);
		expect(await json('map')).toMatchObject([
			{ to: 'Membuka email permintaan pembelian', count: 2, medianSeconds: 3000 }
		]);
		const cut = (await json('map', '--activities', '100', '--paths', '100')) as {
			from: string | null;
			to: string | null;
			count: number;
		}[];
		expect(cut.map(({ from, to, count }) => [from === null, to === null, count])).toEqual([
			[false, false, 2],
			[false, true, 2],
			[true, false, 2]
		]);
		expect(await json('variants')).toMatchObject([{ rank: 1, count: 2, share: 1 }]);
		await json('deviations', '--out', 'deviations.csv');
		expect(readFileSync(join(folder, 'deviations.csv'), 'utf8').trim().split('\r\n')).toHaveLength(
			3
		);
		expect(
			await json('import', 'log.csv', '--sop', 'pos-epurchasing', '--unit', 'u1')
		).toMatchObject({
			import: imported.import,
			files: [{ used: 0, duplicates: 4, rejected: 1, events: 0 }]
		});
		await json('undo', String(imported.import));
		expect(await json('summary')).toMatchObject({ events: 0, cases: 0, deviations: {} });
	});

	test('lists the catalogue with budgets in seconds and what was inferred', async () => {
		const sops = await json('sop');
		const pos = sops.find((sop: { id: string }) => sop.id === 'pos-epurchasing');
		expect(pos).toMatchObject({ statedTotal: '23 jam', statedTotalSeconds: 82_800 });
		expect(pos.steps).toHaveLength(17);
		expect(pos.steps[0]).toMatchObject({ no: '1', time: '5,5 jam', budgetSeconds: 19_800 });
		expect(sops).toHaveLength(12);
	});

	const usage: [string, string[]][] = [
		['an unknown command', ['explode']],
		['an unknown option', ['summary', '--colour']],
		['an import without a file', ['import']],
		['an SOP that does not exist', ['import', 'log.csv', '--sop', 'nope']],
		['a field that does not exist', ['import', 'log.csv', '--map', 'when=started']],
		['a date that is none', ['summary', '--from', 'yesterday']],
		['an undo without a number', ['undo', 'last']]
	];
	test.each(usage)('answers %s with exit 2 and a sentence', async (_, words) => {
		const { code, out, err } = await tepat(...words);
		expect(code).toBe(2);
		expect(out).toBe('');
		expect(err).toMatch(/\w+ \w+ .*\n/);
		expect(err).not.toMatch(/ {4}at /);
	});

	const refused: [string, () => string[]][] = [
		['an empty file', () => [file('empty.csv', '')]],
		['a folder', () => (mkdirSync(join(folder, 'folder'), { recursive: true }), ['folder'])],
		['a file that is not there', () => ['missing.csv']],
		['a binary', () => [file('binary.csv', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 1, 2, 0]))]],
		['a header only', () => [file('header.csv', 'case,activity,completed\n')]],
		[
			'two columns with one name',
			() => [file('twice.csv', 'case,case,activity,completed\na,b,c,2026-06-02\n')]
		],
		[
			'a file without the mapped column',
			() => ['log.csv', '--map', 'case=nomor', 'activity=activity']
		],
		['text in place of JSON', () => [file('answer.json', 'URL-NOT-DEFINED')]]
	];
	test.each(refused)(
		'refuses %s with exit 1 and a sentence, and changes nothing',
		async (_, words) => {
			const { code, err } = await tepat('import', ...words());
			expect(code).toBe(1);
			expect(err).toMatch(/\w+ \w+ .*\n/);
			expect(err).not.toMatch(/ {4}at |error_/);
			expect(await json('summary')).toMatchObject({ events: 0, cases: 0 });
		}
	);

	test('makes an SOP from a variant, and says how a log follows it', async () => {
		const own = ['--store', join(folder, 'variant.duckdb')];
		const rows = [
			...['A,Terima,1', 'A,Periksa,2', 'A,Serahkan,3', 'B,Terima,1', 'B,Periksa,2', 'B,Serahkan,3'],
			...[
				'C,Terima,1',
				'C,Serahkan,2',
				'D,Terima,1',
				"D,'; drop table event; --,2",
				'D,Periksa,3',
				'D,Serahkan,4'
			]
		];
		const lines = rows.map((row) => row.replace(/,(\d)$/, ',2026-06-02 0$1:00:00'));
		file('plain.csv', ['case,activity,completed', ...lines, ''].join('\n'));
		await json('import', 'plain.csv', ...own);
		expect(await json('sop', 'from-variant', '--out', 'made.yaml', ...own)).toMatchObject({
			...{ rank: 1, cases: 2, steps: 3 }
		});
		const none = await tepat('sop', 'from-variant', '--rank', '9', ...own);
		expect([none.code, none.err]).toEqual([1, expect.stringContaining('3 variants')]);
		for (const command of [
			['sop', 'from-variant'],
			['deviations'],
			['export'],
			['report', '--format', 'csv']
		]) {
			const refused = await tepat(...command, '--out', 'not/there/made', ...own);
			expect([command[0], refused.code, refused.err]).toEqual([
				...[command[0], 1],
				expect.stringMatching(/cannot be written/i)
			]);
		}

		const judged = ['--store', join(folder, 'judged.duckdb')];
		await json('import', 'plain.csv', '--sop', 'made.yaml', ...judged);
		// C lacks a step, D has one too many: 1 − 1/5 and 1 − 1/7.
		expect(await json('summary', ...judged)).toMatchObject({
			completed: 4,
			alignmentCost: 2,
			averageFitness: expect.closeTo((1 + 1 + 4 / 5 + 6 / 7) / 4, 12),
			logFitness: expect.closeTo(1 - 2 / 24, 12)
		});
		const variants = await json('variants', ...judged);
		expect(variants).toHaveLength(3);
		expect(
			variants.map(
				({ count, cost, moves }: { count: number; cost: number; moves: { kind: string }[] }) => [
					...[count, cost],
					moves.map(({ kind }) => kind).join(' ')
				]
			)
		).toEqual([
			[2, 0, 'synchronous synchronous synchronous'],
			[1, 1, 'synchronous log synchronous synchronous'],
			[1, 1, 'synchronous model synchronous']
		]);
	});

	test('names the process that holds the store', async () => {
		const held = await openProduct({ path: store, home });
		const { code, err } = await tepat('summary');
		await held.close();
		expect(code).toBe(1);
		expect(err).toContain(String(process.pid));
	});
});
