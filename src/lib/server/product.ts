import { openStore } from './database/store';
import type { Store } from './database/store';
import { seedReferenceData } from './reference/seed';

/** The instant of the machine's clock as the store takes it: UTC, ISO without zone. */
export function currentInstant(): string {
	return new Date().toISOString().slice(0, 19);
}

/** Opens a store with the reference data of `data/` in it. Throws as openStore. */
export async function openProduct(options: { path: string; home: string }): Promise<Store> {
	const store = await openStore(options);
	try {
		await seedReferenceData(store, currentInstant());
		return store;
	} catch (error) {
		await store.close();
		throw error;
	}
}
