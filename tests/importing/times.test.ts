import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Bench } from './store';

const second = '1';
const minute = '2';
const day = '3';

/** What is read from a text: the local time and its precision, or why it is rejected. */
const texts: [text: string, time: string, precision?: string][] = [
	['2025-01-31', '2025-01-31 00:00:00', day],
	['2025-01-31 08:15', '2025-01-31 08:15:00', minute],
	['2025-01-31T08:15', '2025-01-31 08:15:00', minute],
	['2025-01-31 08:15:30', '2025-01-31 08:15:30', second],
	['2025-01-31T08:15:30', '2025-01-31 08:15:30', second],
	['  2025-01-31 08:15:30 ', '2025-01-31 08:15:30', second],
	['2025-01-31 14:00:00.000000Z', '2025-01-31 14:00:00', second],
	['2025-01-31T13:24:09.178000Z', '2025-01-31 13:24:09.178', second],
	['2025-01-31T13:24:09.5Z', '2025-01-31 13:24:09.5', second],
	['2025-01-31T13:24:09Z', '2025-01-31 13:24:09', second],
	['2025-01-31 08:00+07', '2025-01-31 08:00:00', minute],
	['2025-01-31 08:00:00-07:00', '2025-01-31 08:00:00', second],
	['2025-01-31T08:00:00.123+0700', '2025-01-31 08:00:00.123', second],
	['15 Januari 2025 08:00', '2025-01-15 08:00:00', minute],
	['15 Januari 2025', '2025-01-15 00:00:00', day],
	['5 Mei 2025 pukul 08.30 WIB', '2025-05-05 08:30:00', minute],
	['Jumat, 1 Agustus 2025 07:30:15', '2025-08-01 07:30:15', second],
	["Jum'at, 31 Oktober 2025", '2025-10-31 00:00:00', day],
	['17-Des-2025', '2025-12-17 00:00:00', day],
	['3 Nopember 2025', '2025-11-03 00:00:00', day],
	['Jul 3, 2025, 12:00:00AM', '2025-07-03 00:00:00', second],
	['May 7, 2021 12:00:00 AM', '2021-05-07 00:00:00', second],
	['Aug 10, 2025, 12:05:00PM', '2025-08-10 12:05:00', second],
	['December 1, 2025 1:05 pm', '2025-12-01 13:05:00', minute],
	['Sep 1, 2025', '2025-09-01 00:00:00', day],
	['2024-02-29 00:00:00', '2024-02-29 00:00:00', second],
	['2100-12-31 23:59:59', '2100-12-31 23:59:59', second],
	['2025-02-29 08:00:00', 'unreadable_time'],
	['2025-02-30', 'unreadable_time'],
	['31 Februari 2025', 'unreadable_time'],
	['2025-01-31 25:00', 'unreadable_time'],
	['Jul 3, 2025, 13:00:00AM', 'unreadable_time'],
	['15 Janitor 2025', 'unreadable_time'],
	['infinity', 'unreadable_time'],
	['-infinity', 'unreadable_time'],
	['epoch', 'unreadable_time'],
	['kemarin', 'unreadable_time'],
	['45678', '2025-01-21 00:00:00', day],
	['45678.5', '2025-01-21 12:00:00', second],
	['45678,354166667', '2025-01-21 08:30:00', second],
	['36525', 'unreadable_time'],
	['73051', 'unreadable_time'],
	['123456', 'unreadable_time'],
	['2025', 'unreadable_time'],
	['01/02/2024 08:00', 'ambiguous_time'],
	['1-2-2024', 'ambiguous_time'],
	['31.12.2024', 'ambiguous_time'],
	['1989-12-31 23:59:59', 'time_out_of_range'],
	['2101-01-01', 'time_out_of_range'],
	['0001-01-01T00:00:00Z', 'time_out_of_range'],
	['', 'no_time'],
	['-', 'no_time'],
	['null', 'no_time']
];

describe('times are read in the forms that have one meaning', () => {
	let bench: Bench;
	const read = new Map<string, [string, string | undefined]>();
	beforeAll(async () => {
		bench = await Bench.open();
		const file = await bench.file(
			'times.json',
			JSON.stringify(texts.map(([text], i) => ({ case: `T-${i}`, activity: 'A', completed: text })))
		);
		const { files } = await bench.import([file]);
		expect(files[0]?.rows).toBe(texts.length);
		for (const row of await bench.rows(
			'select c.case_key, e.completed::varchar as time, e.precision::varchar as precision from event e join case_instance c using (case_id)'
		))
			read.set(String(row.case_key), [String(row.time), String(row.precision)]);
		for (const row of await bench.rows('select record, reason from import_reject'))
			read.set(`T-${Number(row.record) - 1}`, [String(row.reason), undefined]);
	});
	afterAll(() => bench.close());

	it.each(texts.map(([text, time, precision], i) => ({ text, time, precision, i })))(
		'$text → $time',
		({ time, precision, i }) => {
			expect(read.get(`T-${i}`)).toEqual([time, precision]);
		}
	);
});

describe('what a mapping says of times', () => {
	let bench: Bench;
	beforeAll(async () => {
		bench = await Bench.open();
	});
	afterAll(() => bench.close());

	const completedOf = async (key: string) =>
		(
			await bench.rows(
				`select e.started::varchar as started, e.completed::varchar as completed, e.precision from event e join case_instance c using (case_id) where c.case_key = '${key}'`
			)
		)[0];

	it('explicit formats go before all others, in their order, and tell the precision', async () => {
		const file = await bench.file(
			'formats.csv',
			'case,activity,started,completed\nF-1,A,01/02/2024 08:00,01/02/2024\nF-2,A,2024-02-03,04.02.24\n'
		);
		const { files } = await bench.import([file], {
			timeFormats: ['%d/%m/%Y %H:%M', '%d/%m/%Y', '%d.%m.%y']
		});
		expect(files[0]).toMatchObject({ used: 2, rejected: 0 });
		expect(await completedOf('F-1')).toEqual({
			started: '2024-02-01 08:00:00',
			completed: '2024-02-01 00:00:00',
			precision: 3
		});
		expect(await completedOf('F-2')).toMatchObject({ completed: '2024-02-04 00:00:00' });
	});

	it('offsets count only where they are said to be real, in the zone of the unit', async () => {
		const content = (key: string) =>
			`case,activity,completed\n${key},A,2025-01-31T01:00:00Z\n${key}b,A,2025-01-31 09:00:00+08:00\n${key}c,A,2025-01-31 08:00:00\n`;
		await bench.import([await bench.file('false.csv', content('O-1'))]);
		expect(await completedOf('O-1')).toMatchObject({ completed: '2025-01-31 01:00:00' });
		await bench.import([await bench.file('real.csv', content('O-2'))], { offsets: 'real' });
		for (const key of ['O-2', 'O-2b', 'O-2c'])
			expect(await completedOf(key)).toMatchObject({ completed: '2025-01-31 08:00:00' });
	});

	it('an end before its start is rejected, at the coarser of the two precisions', async () => {
		const file = await bench.file(
			'ends.csv',
			'case,activity,started,completed\nE-1,A,2025-01-06 09:00:00,2025-01-06 08:59:59\n' +
				'E-2,A,2025-01-06 09:00:00,2025-01-06\nE-3,A,2025-01-06 09:00:00,2025-01-05\nE-4,A,2025-01-06 09:00:00,2025-01-06 09:00:00\n'
		);
		const { files } = await bench.import([file]);
		expect(files[0]).toMatchObject({ rows: 4, used: 2, rejected: 2 });
		expect(files[0]?.rejects).toEqual([
			{ row: 1, column: 'completed', value: '2025-01-06 08:59:59', reason: 'end_before_start' },
			{ row: 3, column: 'completed', value: '2025-01-05', reason: 'end_before_start' }
		]);
	});
});
