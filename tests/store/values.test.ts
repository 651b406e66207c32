import { describe, expect, test } from 'vitest';
import { open } from './fixture-store';

const echo = {
	whole: 1,
	number: 2.5,
	flag: true,
	text: 'x',
	day: '2026-11-20',
	moment: '2026-11-20T08:00:00',
	texts: ['a', null, "b'c"],
	wholes: [1, 2],
	numbers: [0.5],
	days: ['2026-01-02']
};

describe('values', () => {
	test('arrive as what JSON can carry', async () => {
		const store = await open();
		const row = await store.get('values/kinds');
		expect(row).toEqual({
			big: 9007199254740991,
			huge: 2,
			cents: 1.25,
			half: 0.5,
			yes: true,
			text: 'Pengadaan "é" 品',
			day: '2026-11-20',
			old_day: '1899-12-31',
			moment: '2026-11-20T08:00:00',
			exact_moment: '2026-11-20T08:00:00.123',
			zoned: '2026-11-20T01:00:00Z',
			hour: '08:30:00',
			list: [1, null, 3],
			struct: { a: 1, b: ['2026-01-02'] },
			map: { x: 1, y: 2 },
			id: '11111111-2222-3333-4444-555555555555',
			nothing: null
		});
		expect(JSON.parse(JSON.stringify(row))).toEqual(row);
	});

	test('come by column too', async () => {
		const store = await open();
		await store.write((tx) => tx.run('notes/add_many', { count: 5000 }));
		const { names, columns } = await store.columns('notes/list');
		expect(names).toEqual(['id', 'body']);
		expect(columns.map((column) => column.length)).toEqual([5000, 5000]);
		expect(columns.map((column) => column.at(-1))).toEqual([5000, 'note 5000']);
	});

	test.each(['values/too_large', 'values/endless'] as const)(
		'that JavaScript would change are refused: %s',
		async (name) => {
			const store = await open();
			await expect(store.get(name)).rejects.toThrow(RangeError);
		}
	);

	test('go in and come out unchanged, null and empty lists included', async () => {
		const store = await open();
		expect(await store.get('values/echo', echo)).toEqual(echo);
		const nothing = Object.fromEntries(Object.keys(echo).map((name) => [name, null]));
		expect(await store.get('values/echo', nothing)).toEqual(nothing);
		const empty = { ...echo, texts: [], wholes: [], numbers: [], days: [] };
		expect(await store.get('values/echo', empty)).toEqual(empty);
	});

	test.each([
		['a missing parameter', { text: undefined }, /parameter text \(varchar\) is missing/],
		['an unknown parameter', { colour: 'red' }, /has no parameter colour/],
		['text for a number', { whole: '1' }, /parameter whole \(bigint\) is not a whole number: 1/],
		['a fraction for a whole number', { whole: 1.5 }, /not a whole number: 1.5/],
		['a number beyond 2^53', { whole: 2 ** 53 }, /not a whole number/],
		['a number for text', { text: 1 }, /is not text/],
		['one value for a list', { wholes: 1 }, /is not a list/],
		['a list item out of range', { wholes: [3_000_000_000] }, /out of range/],
		['a day that does not exist', { day: '2026-02-30' }, /date/i]
	])('refuse %s and name the query', async (_, change, complaint) => {
		const store = await open();
		const asked = store.get('values/echo', { ...echo, ...change });
		await expect(asked).rejects.toThrow(complaint);
		await expect(asked).rejects.toThrow(/values\/echo/);
	});

	test('lists choose rows', async () => {
		const store = await open();
		await store.write((tx) => tx.run('notes/add_many', { count: 9 }));
		const found = await store.all('notes/find', { ids: [8, 3] });
		expect(found.map(({ id }) => id)).toEqual([3, 8]);
	});

	test('a dollar sign in a text or a comment is no parameter', async () => {
		const store = await open();
		expect(await store.get('values/twins')).toEqual({ text: 'costs $five -- really' });
	});
});
