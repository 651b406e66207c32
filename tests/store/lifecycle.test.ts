import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { closeStore, getStore } from '../../src/lib/server/database/lifecycle';
import { home, newFolder } from './fixture-store';

afterEach(async () => {
	await closeStore();
	vi.unstubAllEnvs();
});

function settings(file: string): string {
	const folder = newFolder();
	vi.stubEnv('TEPAT_HOME', home);
	vi.stubEnv('TEPAT_VAR', folder);
	vi.stubEnv('TEPAT_STORE', file);
	return join(folder, file);
}

describe('the store of the process', () => {
	test('is opened once, however many ask for it at the same time', async () => {
		const path = settings('tepat.duckdb');
		const stores = await Promise.all([getStore(), getStore(), getStore()]);
		expect(new Set(stores).size).toBe(1);
		expect(stores[0]?.path).toBe(path);
	});

	test('is opened anew after it was closed', async () => {
		settings('tepat.duckdb');
		const first = await getStore();
		void first.close();
		const [second, third] = await Promise.all([getStore(), getStore()]);
		expect(second).not.toBe(first);
		expect(third).toBe(second);
		expect(second.closed).toBe(false);
	});

	test('closes when the web server ends, which waits for it', async () => {
		settings('tepat.duckdb');
		const store = await getStore();
		const ends = (process as NodeJS.EventEmitter).listeners('sveltekit:shutdown');
		await Promise.all(ends.map((end) => end('SIGTERM') as unknown));
		expect(store.closed).toBe(true);
		await expect(store.checkpoint()).rejects.toMatchObject({ code: 'store_closed' });
	});

	test('is tried again after an opening that failed', async () => {
		const path = settings('tepat.duckdb');
		writeFileSync(path, 'not a store '.repeat(2000));
		await expect(getStore()).rejects.toMatchObject({ code: 'store_not_database' });
		settings('tepat.duckdb');
		expect((await getStore()).closed).toBe(false);
	});
});
