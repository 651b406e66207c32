import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPage, readSort, type Place } from './keyset';

const numbers = Array.from({ length: 23 }, (_, index) => index + 1);

/** Answers rows as a query does: from a key onwards, or back from it in reverse. */
const fetchOf =
	(all: number[]) =>
	({ key, backward }: Place<number>, size: number): Promise<number[]> => {
		const rows = backward
			? all.filter((row) => key === null || row < key).reverse()
			: all.filter((row) => key === null || row > key);
		return Promise.resolve(rows.slice(0, size));
	};

const read = (all: number[], place: Place<number>, size: number) =>
	readPage({ place, size, fetch: fetchOf(all), keyOf: (row: number) => row });

test('forward through a list gives every row once, and back again the same pages', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.integer({ min: 0, max: 23 }),
			fc.integer({ min: 1, max: 9 }),
			async (n, size) => {
				const all = numbers.slice(0, n);
				const pages: number[][] = [];
				let page = await read(all, { key: null, backward: false }, size);
				expect(page.previous).toBeNull();
				pages.push(page.rows);
				while (page.next !== null) {
					page = await read(all, { key: page.next, backward: false }, size);
					pages.push(page.rows);
				}
				expect(pages.flat()).toEqual(all);
				for (const rows of pages.slice(0, -1).reverse()) {
					expect(page.previous).not.toBeNull();
					page = await read(all, { key: page.previous, backward: true }, size);
					expect(page.rows).toEqual(rows);
					expect(page.next).toBe(rows.at(-1));
				}
				expect(page.previous).toBeNull();
			}
		)
	);
});

test('going back beyond the first row shows the first page', async () => {
	const page = await read([5, 6, 7], { key: 1, backward: true }, 2);
	expect(page).toEqual({ rows: [5, 6], previous: null, next: 6 });
});

test.each([
	['', 'last', true],
	['sort=key', 'key', false],
	['sort=key&dir=desc', 'key', true],
	['sort=nonsense&dir=sideways', 'last', true],
	['sort=constructor', 'last', true]
])('the order of "%s" is by %s, descending %s', (query, sort, descending) => {
	const natural = { key: 'asc', last: 'desc' } as const;
	expect(readSort<'key' | 'last'>(new URLSearchParams(query), natural, 'last')).toEqual({
		sort,
		descending
	});
});
