import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { checkImport } from '$lib/server/importing/import-files';
import { undoImport } from '$lib/server/importing/undo';
import { Bench, header, now } from './store';

const later = '2026-11-20T03:00:00';

/** A row of a log, or what somebody has done to one. */
const line = fc.oneof(
	{ weight: 12, arbitrary: fc.constant('good') },
	fc.constantFrom(
		'no_case',
		'no_activity',
		'no_time',
		'unreadable_time',
		'ambiguous_time',
		'end_before_start',
		'wrong_column_count',
		'broken_quotes',
		'again'
	)
);

function write(kinds: readonly string[], delimiter: string, end: string): string {
	const rows = kinds.map((kind, i) => {
		const cells = [`P-${i % 7}`, `Langkah ${i}`, '2025-01-06 08:00:00', '2025-01-06 08:05:00', 'x'];
		if (kind === 'no_case') cells[0] = ' ';
		if (kind === 'no_activity') cells[1] = '';
		if (kind === 'no_time') cells[2] = cells[3] = '';
		if (kind === 'unreadable_time') cells[3] = 'besok';
		if (kind === 'ambiguous_time') cells[2] = '01/02/2025 08:00';
		if (kind === 'end_before_start') cells[3] = '2025-01-05';
		if (kind === 'wrong_column_count') cells.pop();
		if (kind === 'broken_quotes') cells[1] = '"A"b';
		if (kind === 'again') cells.splice(0, 2, 'P-again', '"Langkah, yang sama"');
		return cells.join(delimiter);
	});
	return header.replaceAll(',', delimiter).replace('\n', end) + rows.join(end) + end;
}

describe('rows read = used + duplicates + rejected', () => {
	let bench: Bench;
	beforeAll(async () => {
		bench = await Bench.open();
	});
	afterAll(() => bench.close());

	it('for every file, whatever is wrong with its rows; and undoing it leaves nothing', async () => {
		const before = await bench.dump();
		await fc.assert(
			fc.asyncProperty(
				fc.array(line, { minLength: 1, maxLength: 60 }),
				fc.constantFrom(',', ';', '\t'),
				fc.constantFrom('\n', '\r\n', '\n\n', '\r'),
				async (kinds, delimiter, end) => {
					const file = await bench.file('log.csv', write(kinds, delimiter, end));
					const result = await bench.import([file]);
					const [found] = result.files;
					const rejected = kinds.filter((kind) => kind !== 'good' && kind !== 'again');
					const rejectReasons = new Map(
						kinds.flatMap((kind, i) => (kind !== 'good' && kind !== 'again' ? [[i + 1, kind]] : []))
					);
					expect(found).toMatchObject({
						rows: kinds.length,
						rejected: rejected.length,
						// Rows of a log that are alike are as many events.
						duplicates: 0,
						used: kinds.length - rejected.length
					});
					expect(found?.events).toBe(found?.used);
					for (const reject of found?.rejects ?? [])
						expect(reject.reason).toBe(rejectReasons.get(reject.row));
					await undoImport({ store: bench.store, import: result.import ?? 0, now: later });
				}
			),
			{ numRuns: 25, examples: [[['again', 'good', 'again', 'no_time', 'again'], ';', '\n']] }
		);
		expect(await bench.dump()).toEqual(before);
	});
});

describe('importing and undoing', () => {
	let bench: Bench;
	beforeAll(async () => {
		bench = await Bench.open();
	});
	afterAll(() => bench.close());
	const log = (...rows: string[]) =>
		`case,activity,started,completed,actor,note,pull\n${rows.join('\n')}\n`;
	const made: Bench[] = [];
	const fresh = async () => {
		const another = await Bench.open();
		made.push(another);
		return another;
	};
	afterEach(async () => {
		for (const another of made.splice(0)) await another.close();
	});

	const first = log(
		'S-1,Terima,2025-01-06 08:00:00,2025-01-06 08:05:00,Ani,,1',
		'S-1,Periksa,2025-01-06 08:10:00,2025-01-06 09:00:00,Budi,,1',
		'S-2,Terima,2025-01-07 08:00:00,2025-01-07 08:05:00,Ani,catatan,1',
		'S-2,Terima,,kapan-kapan,Cici,,1'
	);
	const second = log(
		'S-2,Terima,2025-01-07 08:00:00,2025-01-07 08:05:00,Ani,catatan,1',
		'S-1,Terima,2025-01-06 08:00:00,2025-01-06 08:05:00,Ani,,1',
		'S-3,Terima,2025-01-08 08:00:00,2025-01-08 08:05:00,Dedi,,1',
		'S-3,Terima,2025-01-08 08:00:00,2025-01-08 08:05:00,Dedi,lain,1'
	);

	it('a check says what an import would do, and does nothing', async () => {
		const before = await bench.dump();
		const file = await bench.file('one.csv', first);
		const check = await checkImport({ store: bench.store, files: [file], by: 'x', now });
		expect(check.import).toBeNull();
		expect(check.cases).toEqual({ touched: 2, created: 2 });
		expect(check.files[0]).toMatchObject({
			rows: 4,
			used: 3,
			duplicates: 0,
			rejected: 1,
			events: 3
		});
		expect(check.rejectGroups[0]).toEqual([
			{
				reason: 'unreadable_time',
				column: 'completed',
				records: 1,
				samples: [{ row: 4, value: 'kapan-kapan' }]
			}
		]);
		expect(await bench.dump()).toEqual(before);
	});

	it('the same file a second time changes nothing and names the first import', async () => {
		const file = await bench.file('one.csv', first);
		const result = await bench.import([file]);
		const before = await bench.dump();
		const copy = await bench.file('copy of one.csv', first);
		const again = await bench.import([copy]);
		expect(again).toMatchObject({ import: result.import, cases: { touched: 0, created: 0 } });
		expect(again.files[0]).toMatchObject({
			file: 'copy of one.csv',
			rows: 4,
			used: 0,
			duplicates: 3,
			rejected: 1,
			events: 0,
			sameAs: result.import
		});
		expect(await bench.dump()).toEqual(before);
		expect((await bench.rows('select count(*) as n from import'))[0]).toEqual({ n: '1' });
		await undoImport({ store: bench.store, import: result.import ?? 0, now: later });
		// Undone, the file is new again.
		expect((await bench.import([copy])).files[0]).toMatchObject({ used: 3, sameAs: null });
		await undoImport({ store: bench.store, import: 2, now: later });
	});

	it('two files of the same bytes in one import count once', async () => {
		const files = [await bench.file('b.csv', first), await bench.file('a.csv', first)];
		const result = await bench.import(files);
		expect(
			result.files.map(({ file, used, duplicates, rejected }) => [file, used, duplicates, rejected])
		).toEqual([
			['b.csv', 0, 3, 1],
			['a.csv', 3, 0, 1]
		]);
		await undoImport({ store: bench.store, import: result.import ?? 0, now: later });
	});

	it('undoing the second import leaves the first as it was', async () => {
		const a = await bench.import([await bench.file('one.csv', first)]);
		const before = await bench.dump();
		const b = await bench.import([await bench.file('two.csv', second)]);
		expect(b.files[0]).toMatchObject({ rows: 4, used: 2, duplicates: 2, rejected: 0, events: 2 });
		await undoImport({ store: bench.store, import: b.import ?? 0, now: later });
		expect(await bench.dump()).toEqual(before);
		await undoImport({ store: bench.store, import: a.import ?? 0, now: later });
	});

	it('undoing the first import leaves what the second says too, as if the first had never been', async () => {
		const [both, alone] = [await fresh(), await fresh()];
		await both.import([await both.file('one.csv', first)]);
		await both.import([await both.file('two.csv', second)]);
		await undoImport({ store: both.store, import: 1, now: later });
		await alone.import([await alone.file('two.csv', second)]);
		expect(await both.meaning()).toEqual(await alone.meaning());
	});

	it('the order of the files of an import makes no difference', async () => {
		const [one, other] = [await fresh(), await fresh()];
		const files = async (on: Bench) => [
			await on.file('one.csv', first),
			await on.file('two.csv', second)
		];
		await one.import(await files(one));
		await other.import((await files(other)).reverse());
		expect(await one.meaning()).toEqual(await other.meaning());
	});

	it('an undone or unknown import is refused', async () => {
		await expect(undoImport({ store: bench.store, import: 1, now: later })).rejects.toMatchObject({
			code: 'import_already_undone'
		});
		await expect(undoImport({ store: bench.store, import: 99, now: later })).rejects.toMatchObject({
			code: 'unknown_import'
		});
	});
});

describe('who a row belongs to', () => {
	let bench: Bench;
	beforeAll(async () => {
		bench = await Bench.open();
	});
	afterAll(() => bench.close());
	const unitsOf = async (name: string) =>
		(
			await bench.rows(
				`select distinct u.code from event_source s join import_file f on f.file = s.file and f.name = '${name}' join event e using (event) join case_instance c using (case_id) join unit u using (unit) order by 1`
			)
		).map(({ code }) => code);
	const content = (n: number) =>
		`nomor,langkah,lpse,jam\n${n},A,93,2025-01-06 08:00\n${n},B,,2025-01-06 09:00\n`;
	const map = { case: 'nomor', activity: 'langkah', completed: 'jam' };

	it('a unit that was named goes before a column that was only recognised', async () => {
		const file = await bench.file(
			'named.csv',
			content(1).replace('nomor', 'kasus').replace('langkah', 'kegiatan').replace('jam', 'waktu')
		);
		await bench.import([file], { unit: '7' });
		expect(await unitsOf('named.csv')).toEqual(['7']);
	});

	it('a column that was mapped goes first, and the named unit fills its gaps', async () => {
		await bench.import([await bench.file('mapped.csv', content(2))], {
			map: { ...map, unit: 'lpse' },
			unit: '7'
		});
		expect(await unitsOf('mapped.csv')).toEqual(['7', '93']);
	});

	it('without either it is the unit called default, unconfirmed, in WIB', async () => {
		await bench.import([await bench.file('unnamed.csv', content(3))], { map });
		expect(await unitsOf('unnamed.csv')).toEqual(['default']);
		expect(
			await bench.rows("select code, name, zone, confirmed from unit where code = 'default'")
		).toEqual([{ code: 'default', name: 'default', zone: 'Asia/Jakarta', confirmed: false }]);
	});

	it('cases of one key under two SOPs are two cases', async () => {
		const file = await bench.file('sop.csv', content(3));
		await bench.import([file], { map, sop: 'badung-02' });
		const rows = await bench.rows(
			"select p.code from case_instance c join process p using (process) where c.case_key = '3' order by 1"
		);
		expect(rows).toEqual([{ code: 'badung-02' }, { code: 'log' }]);
	});

	it('a log of no SOP is a process of its own name, and logs of one name are one', async () => {
		await bench.import([await bench.file('loket.csv', content(31))], { map, log: 'Loket Baru' });
		await bench.import([await bench.file('loket-2.csv', content(32))], { map, log: 'loket  baru' });
		expect(
			await bench.rows(
				"select p.code, p.title, p.kind, count(*)::integer as cases from case_instance c join process p using (process) where c.case_key in ('31', '32') group by all"
			)
		).toEqual([{ code: 'log-loket-baru', title: 'Loket Baru', kind: 'log', cases: 2 }]);
	});

	it('a row that only states a status says something of its case and is no event', async () => {
		const file = await bench.file(
			'status.csv',
			'case,activity,completed,status\nST-1,A,2025-01-06 08:00:00,\nST-1,,,Batal\nST-1,,,Batal\nST-2,B,2025-01-06 08:00:00,Selesai\n'
		);
		const { files } = await bench.import([file]);
		expect(files[0]).toMatchObject({ rows: 4, used: 3, duplicates: 1, rejected: 0, events: 2 });
		expect(
			await bench.rows(
				'select c.case_key, f.status, f.stated from case_fact f join case_instance c using (case_id) order by 1'
			)
		).toEqual([
			{ case_key: 'ST-1', status: 'cancelled', stated: 'Batal' },
			{ case_key: 'ST-2', status: 'finished', stated: 'Selesai' }
		]);
	});
});
