import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Bench, header } from './store';

/** One log in many containers: a text cell with everything that is awkward, and one plain row. */
const rows = [
	[
		'B-1',
		'Menerima "berkas", lengkap',
		'2025-01-06 08:00:00',
		'2025-01-06 08:05:00',
		'Café – Ñandú'
	],
	['B-1', 'Selesai', '2025-01-06 09:00:00', '2025-01-06 09:05:00', 'Staf']
];

function csv(delimiter: string, end: string): string {
	const quoted = (cell: string) =>
		/["\r\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell;
	const lines = [header.trim().split(','), ...rows].map((row) => row.map(quoted).join(delimiter));
	return lines.join(end) + end;
}

function utf16be(text: string): Buffer {
	return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
}

const comma = csv(',', '\n');
const windows1252 = Buffer.from(Array.from(comma, (c) => (c === '–' ? 0x96 : c.charCodeAt(0))));
const json = JSON.stringify(
	rows.map(([key, activity, started, completed, actor]) => ({
		case: key,
		activity,
		started,
		completed,
		actor
	}))
);

describe('the same log is the same events, whatever it is written in', () => {
	let bench: Bench;
	let expected: string[] | undefined;
	beforeAll(async () => {
		bench = await Bench.open();
	});
	afterAll(() => bench.close());

	const containers: Record<string, string | Uint8Array> = {
		'CSV, comma, UTF-8': comma,
		'CSV without a last line end': comma.trimEnd(),
		'a byte order mark': `\ufeff${comma}`,
		semicolons: csv(';', '\n'),
		tabs: csv('\t', '\n'),
		pipes: csv('|', '\n'),
		'a sep= line of a spreadsheet': `sep=;\n${csv(';', '\n')}`,
		'CR LF': csv(',', '\r\n'),
		'CR alone': csv(',', '\r'),
		'blank lines within and around': `\n\n${comma.replaceAll('\n', '\n\n')}\n`,
		'UTF-16, little-endian': Buffer.from(`\ufeff${comma}`, 'utf16le'),
		'UTF-16, little-endian, without a mark': Buffer.from(comma, 'utf16le'),
		'UTF-16, big-endian': utf16be(comma),
		'Windows-1252': windows1252,
		'a JSON array': json,
		'a JSON array with a mark and blanks': `\ufeff \n${json}\n`
	};
	it.each(Object.keys(containers))('%s', async (name) => {
		const content = containers[name] as string | Uint8Array;
		const file = await bench.file(name.includes('JSON') ? 'log.json' : 'log.csv', content);
		const result = await bench.import([file]);
		expect(result.files[0]).toMatchObject({ rows: 2, used: 2, duplicates: 0, rejected: 0 });
		const events = (
			await bench.rows(
				`select c.case_key, a.text, e.started, e.completed, e.precision, x.name, s.record
				from event e join case_instance c using (case_id) join activity a using (activity)
				join actor x using (actor) join event_source s using (event) order by s.record`
			)
		).map((row) => JSON.stringify(row));
		expected ??= events;
		expect(events).toEqual(expected);
		expect(events[0]).toContain('Café – Ñandú');
		expect(events[0]).toContain('Menerima \\"berkas\\", lengkap');
		const { undoImport } = await import('$lib/server/importing/undo');
		await undoImport({
			store: bench.store,
			import: result.import ?? 0,
			now: '2026-11-20T03:00:00'
		});
	});
});

describe('cells are kept as the file writes them', () => {
	let bench: Bench;
	beforeAll(async () => {
		bench = await Bench.open();
	});
	afterAll(() => bench.close());

	it('keeps long numbers of JSON, nested values and leading zeros', async () => {
		const file = await bench.file(
			'log.json',
			'[{"case":"00123","activity":"A","completed":"2025-01-06","nip":759597221317558373123,"amount":4615572858.12,' +
				'"flag":true,"list":[{"x":1}],"none":null,"a/b~c":"slash"},' +
				'{"case":17,"activity":"A","completed":"2025-01-07"}]'
		);
		await bench.import([file]);
		const [first, second] = await bench.rows(
			'select c.case_key, d.attributes::varchar as attributes from event e join case_instance c using (case_id) left join event_detail d using (event) order by c.case_key'
		);
		expect(first?.case_key).toBe('00123');
		expect(first?.attributes).toBe(
			'{a/b~c=slash, amount=4615572858.12, flag=true, list=\'[{"x":1}]\', nip=759597221317558373123}'
		);
		expect(second).toMatchObject({ case_key: '17', attributes: null });
	});

	it('keeps line breaks within cells and other columns as attributes', async () => {
		const file = await bench.file(
			'log.csv',
			'kasus,kegiatan,selesai,catatan,kosong\nK-1,Periksa,2025-01-06 08:00,"baris satu\r\nbaris dua",\n'
		);
		const { files } = await bench.import([file]);
		expect(files[0]).toMatchObject({ profile: 'event-log', used: 1 });
		const [row] = await bench.rows(
			"select d.attributes::varchar as attributes from event_detail d join event e using (event) join case_instance c using (case_id) where c.case_key = 'K-1'"
		);
		expect(row?.attributes).toBe('{catatan=baris satu\nbaris dua}');
	});

	it('numbers the rows of a file as a reader does, past rows that cannot be read', async () => {
		const lines = Array.from({ length: 40 }, (_, i) => `N-${i + 1},A,,2025-01-06 08:00:00,`);
		lines[4] = 'too,few';
		lines[9] = '"broken"quote,A,,2025-01-06 08:00:00,';
		lines[10] = `N-11,A,,2025-01-06 08:00:00,${'x'.repeat(1_100_000)}`;
		lines[20] = 'N-21,A,,2025-01-06 08:00:00,,surplus';
		lines[29] = 'N-30,A,,yesterday,';
		const { files } = await bench.import([
			await bench.file('numbers.csv', `${header}${lines.join('\n\n')}\n`)
		]);
		expect(files[0]).toMatchObject({ rows: 40, used: 35, rejected: 5 });
		expect(files[0]?.rejects).toMatchObject([
			{ row: 5, column: null, value: 'too,few', reason: 'wrong_column_count' },
			{ row: 10, column: null, reason: 'broken_quotes' },
			{ row: 11, column: null, reason: 'record_too_long' },
			{ row: 21, column: null, reason: 'wrong_column_count' },
			{ row: 30, column: 'completed', value: 'yesterday', reason: 'unreadable_time' }
		]);
		const wrong = await bench.rows(
			"select count(*) as n from event_source s join import_file f on f.file = s.file and f.name = 'numbers.csv' join event e using (event) join case_instance c using (case_id) where c.case_key <> 'N-' || s.record"
		);
		expect(wrong).toEqual([{ n: '0' }]);
	});

	it('refuses a row with a damaged character and takes the others', async () => {
		const good = 'Ü-1,Ä,,2025-01-06 08:00:00,\n';
		const bytes = Buffer.concat([
			Buffer.from(header + good),
			Buffer.from('Ü-2,'),
			Buffer.from([0xff, 0xfe]),
			Buffer.from(',,2025-01-06 08:00:00,\n'),
			Buffer.from(good.replace('1', '3'))
		]);
		const { files } = await bench.import([await bench.file('damaged.csv', bytes)]);
		expect(files[0]).toMatchObject({ rows: 3, used: 2, rejected: 1 });
		expect(files[0]?.rejects[0]).toMatchObject({ row: 2, reason: 'unreadable_text' });
	});
});
