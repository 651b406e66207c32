import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { newFolder, open, startChild } from './fixture-store';

describe('a process that ends in the middle of a write', () => {
	test('by kill -9 leaves a store without half of it', async () => {
		const path = join(newFolder(), 'tepat.duckdb');
		const child = startChild('write', path);
		await child.until('writing');
		child.kill('SIGKILL');
		await child.exit;
		const store = await open(path);
		expect(await store.get('notes/count')).toEqual({ n: 0 });
		await store.write((tx) => tx.run('notes/add', { id: 1, body: 'usable' }));
		expect(await store.get('notes/count')).toEqual({ n: 1 });
	});

	test.each([
		['SIGTERM', 10_000, 'committed', 1001, 143],
		['SIGINT', 50, 'rolled-back', 0, 130]
	] as const)(
		'by %s with a grace of %d ms has %s it',
		async (signal, grace, outcome, notes, code) => {
			const path = join(newFolder(), 'tepat.duckdb');
			const child = startChild('write', path, grace);
			await child.until('writing');
			child.kill(signal);
			expect(await child.exit).toBe(code);
			expect(await child.until(outcome)).toContain(outcome);
			expect(await (await open(path)).get('notes/count')).toEqual({ n: notes });
		}
	);
});

test('a full disk is a sentence, changes nothing and leaves the store usable', async () => {
	const path = join(newFolder(), 'tepat.duckdb');
	// A limit on the size of a file meets the same wall as a full disk, without one: 4 MB.
	const child = startChild('fill', path, 3_000_000, 'ulimit -f 8192;');
	const lines = await child.until('closed');
	expect(lines).toEqual(['opened', 'disk_full', 'notes 1', 'closed']);
	expect(await (await open(path)).get('notes/count')).toEqual({ n: 1 });
});
