import { writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { QueryError } from '../../src/lib/server/database/statements';
import type { WriteProgress } from '../../src/lib/server/database/writer';
import { open } from './fixture-store';

const slowRows = 40_000_000;

describe('a write', () => {
	test('is there when it has answered, with the number of rows it changed', async () => {
		const store = await open();
		expect(await store.write((tx) => tx.run('notes/add_many', { count: 3 }))).toBe(3);
		expect(await store.get('notes/count')).toEqual({ n: 3 });
	});

	test('sees its own rows before it ends, and nobody else does', async () => {
		const store = await open();
		await store.write(async (tx) => {
			await tx.run('notes/add', { id: 1, body: 'new' });
			expect(await tx.get('notes/count')).toEqual({ n: 1 });
			expect(await store.get('notes/count')).toEqual({ n: 0 });
		});
	});

	test('leaves nothing when it throws, and what it threw arrives', async () => {
		const store = await open();
		const thrown = new Error('changed my mind');
		const write = store.write(async (tx) => {
			await tx.run('notes/add', { id: 1, body: 'x' });
			throw thrown;
		});
		await expect(write).rejects.toBe(thrown);
		expect(await store.get('notes/count')).toEqual({ n: 0 });
		await store.write((tx) => tx.run('notes/add', { id: 2, body: 'next' }));
		expect(await store.all('notes/list')).toEqual([{ id: 2, body: 'next' }]);
	});

	test('leaves nothing when a statement fails, and the error names the query', async () => {
		const store = await open();
		const write = store.write(async (tx) => {
			await tx.run('notes/add', { id: 1, body: 'x' });
			await tx.run('notes/add', { id: null, body: 'no id' });
		});
		await expect(write).rejects.toThrow(QueryError);
		await expect(write).rejects.toThrow(/^queries\/notes\/add\.sql: .*NOT NULL/);
		expect(await store.get('notes/count')).toEqual({ n: 0 });
	});

	test('that is aborted stops within a second, rolls back and throws the reason', async () => {
		const store = await open();
		const stop = new AbortController();
		const reason = new Error('cancelled by the analyst');
		const write = store.write(
			async (tx) => {
				await tx.run('notes/add', { id: 7, body: 'before' });
				await tx.run('notes/slow', { rows: slowRows });
			},
			{ signal: stop.signal }
		);
		const outcome = expect(write).rejects.toBe(reason);
		await later(300);
		const aborted = performance.now();
		stop.abort(reason);
		await outcome;
		expect(performance.now() - aborted).toBeLessThan(1000);
		expect(await store.get('notes/count')).toEqual({ n: 0 });
		expect(await store.write((tx) => tx.run('notes/add_many', { count: 2 }))).toBe(2);
	});

	test('that is aborted before its turn never begins', async () => {
		const store = await open();
		const stop = new AbortController();
		let began = false;
		const first = store.write(() => later(100));
		const second = store.write(async () => void (began = true), { signal: stop.signal });
		stop.abort(new Error('too late'));
		await expect(second).rejects.toThrow('too late');
		await first;
		expect(began).toBe(false);
	});

	test('that is aborted while it waits for something else does not wait for it', async () => {
		const store = await open();
		const stop = new AbortController();
		const write = store.write(
			async (tx) => {
				await tx.run('notes/add', { id: 1, body: 'x' });
				await later(20_000);
			},
			{ signal: stop.signal }
		);
		setTimeout(() => stop.abort(new Error('enough')), 50);
		await expect(write).rejects.toThrow('enough');
		expect(await store.get('notes/count')).toEqual({ n: 0 });
	});

	test('tells how far a long statement is', async () => {
		const store = await open();
		await store.write((tx) => tx.run('notes/add_many', { count: 1_000_000 }));
		const seen: WriteProgress[] = [];
		await store.write((tx) => tx.run('notes/digest'), {
			onProgress: (progress) => seen.push(progress)
		});
		expect(seen.length).toBeGreaterThan(0);
		expect(seen.every(({ percentage }) => percentage >= 0 && percentage <= 100)).toBe(true);
		expect(seen.at(-1)).toMatchObject({ totalRows: expect.any(Number), rows: expect.any(Number) });
	});

	test('waits for the one before it, while readers are answered at once', async () => {
		const store = await open();
		const order: string[] = [];
		const write = (name: string, id: number) =>
			store.write(async (tx) => {
				order.push(`${name} begins`);
				await tx.run('notes/add', { id, body: name });
				await later(150);
				order.push(`${name} ends`);
			});
		const both = Promise.all([write('first', 1), write('second', 2)]);
		await later(50);
		const asked = performance.now();
		expect(await store.get('notes/count')).toEqual({ n: 0 });
		expect(performance.now() - asked).toBeLessThan(90);
		await both;
		expect(order).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
	});

	test('is refused inside another write, which would wait for ever', async () => {
		const store = await open();
		await expect(store.write(() => store.write(async () => 1))).rejects.toThrow(/inside a write/);
	});

	test('runs its statements in order even when they are not awaited, and none after its end', async () => {
		const store = await open();
		let leaked: (() => Promise<number>) | undefined;
		await store.write(async (tx) => {
			leaked = () => tx.run('notes/add', { id: 9, body: 'late' });
			await Promise.all([1, 2, 3].map((id) => tx.run('notes/add', { id, body: null })));
			void tx.run('notes/add', { id: 4, body: null });
		});
		expect(await store.get('notes/count')).toEqual({ n: 4 });
		await expect(leaked?.()).rejects.toThrow('the transaction is over');
	});

	test('has staging tables of its own, refused records included, again and again', async () => {
		const store = await open();
		for (const [text, rows, rejected] of [
			['a,b\n1,2\n3,4\n', 2, 0],
			['a,b\n1,2\n3,4,5\n6,7\n', 2, 1]
		] as const) {
			const path = store.workFile('csv');
			writeFileSync(path, text);
			await store.write(async (tx) => {
				await tx.run('staging/01_incoming');
				expect(await tx.run('staging/fill', { path })).toBe(rows);
				expect(await tx.get('staging/count')).toEqual({ n: rows });
				expect(await tx.all('staging/rejects')).toHaveLength(rejected);
			});
			await expect(store.write((tx) => tx.get('staging/count'))).rejects.toThrow(/incoming/);
		}
	});
});

describe('rows added by column', () => {
	test('are there, in the transaction like any other, in temporary tables too', async () => {
		const store = await open();
		const ids = Array.from({ length: 5000 }, (_, index) => index);
		await store.write(async (tx) => {
			const body = ids.map((id) => (id % 2 ? null : `note "${id}"`));
			expect(await tx.append('note', { body, id: ids })).toBe(5000);
			await tx.run('staging/01_incoming');
			expect(await tx.append('incoming', { a: ['x'], b: [null] })).toBe(1);
			expect(await tx.get('staging/count')).toEqual({ n: 1 });
		});
		expect(await store.all('notes/find', { ids: [4998, 4999] })).toEqual([
			{ id: 4998, body: 'note "4998"' },
			{ id: 4999, body: null }
		]);
		const undone = store.write(async (tx) => {
			await tx.append('note', { id: [-1], body: ['x'] });
			throw new Error('no');
		});
		await expect(undone).rejects.toThrow('no');
		expect(await store.get('notes/count')).toEqual({ n: 5000 });
	});

	test.each([
		['an unknown table', 'letter', { id: [1] }, 'Table with name letter does not exist'],
		['a missing column', 'note', { id: [1] }, 'note: no values for body'],
		['an unknown column', 'note', { id: [1], body: ['x'], tag: ['y'] }, 'note has no column tag'],
		['two lengths', 'note', { id: [1], body: [] }, 'note.body: 0 values for 1 rows'],
		['a number out of range', 'note', { id: [2 ** 31], body: ['x'] }, 'note.id is INTEGER'],
		['a value of another kind', 'note', { id: [1], body: [2] }, 'note.body is VARCHAR'],
		['a null where there is none', 'note', { id: [null], body: ['x'] }, 'NOT NULL']
	])('refuse %s and change nothing', async (_, table, columns, complaint) => {
		const store = await open();
		await expect(store.write((tx) => tx.append(table, columns))).rejects.toThrow(complaint);
		expect(await store.get('notes/count')).toEqual({ n: 0 });
	});
});

describe('a read', () => {
	test('cannot change the store', async () => {
		const store = await open();
		await expect(store.all('notes/add', { id: 1, body: 'x' })).rejects.toThrow(/run it in a write/);
		expect(await store.get('notes/count')).toEqual({ n: 0 });
	});

	test('beyond the fourth waits in line, and all are answered', async () => {
		const store = await open();
		const reads = Array.from({ length: 12 }, () => store.get('notes/slow_read', { rows: 100_000 }));
		expect(await Promise.all(reads)).toEqual(Array(12).fill({ n: 100_000 }));
	});

	test('that fails gives its place back', async () => {
		const store = await open();
		const failing = Array.from({ length: 9 }, () => store.all('values/too_large'));
		expect((await Promise.allSettled(failing)).every((x) => x.status === 'rejected')).toBe(true);
		expect(await store.get('notes/count')).toEqual({ n: 0 });
	});

	test('of a query that does not exist says where it was looked for', async () => {
		const store = await open();
		await expect(store.all('notes/missing')).rejects.toThrow('queries/notes/missing.sql');
	});
});

describe('closing', () => {
	test('waits for what runs and refuses what comes', async () => {
		const store = await open();
		const write = store.write(async (tx) => {
			await later(100);
			await tx.run('notes/add', { id: 1, body: 'x' });
		});
		const read = store.get('notes/slow_read', { rows: 100_000 });
		await later(10);
		const closed = store.close();
		await expect(store.get('notes/count')).rejects.toMatchObject({ code: 'store_closed' });
		await Promise.all([write, read, closed]);
		expect(await (await open(store.path)).get('notes/count')).toEqual({ n: 1 });
	});

	test('rolls back a write that outlasts its grace', async () => {
		const store = await open();
		const write = store.write((tx) => tx.run('notes/slow', { rows: slowRows }));
		const outcome = expect(write).rejects.toThrow('the store is closing');
		await later(200);
		const asked = performance.now();
		await store.close(100);
		expect(performance.now() - asked).toBeLessThan(1500);
		await outcome;
		expect(await (await open(store.path)).get('notes/count')).toEqual({ n: 0 });
	});

	test('stops reads that outlast its grace, those in line too', async () => {
		const store = await open();
		const reads = Array.from({ length: 8 }, () => store.get('notes/slow_read', { rows: slowRows }));
		const outcome = Promise.allSettled(reads);
		await later(200);
		const asked = performance.now();
		await store.close(100);
		expect(performance.now() - asked).toBeLessThan(3000);
		expect((await outcome).every(({ status }) => status === 'rejected')).toBe(true);
	});

	test('can be asked for twice', async () => {
		const store = await open();
		await Promise.all([store.close(), store.close()]);
		await store.close();
	});
});

function later(milliseconds: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
