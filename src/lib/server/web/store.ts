import { getStore } from '../database/lifecycle';
import type { Store } from '../database/store';
import { currentInstant } from '../product';
import { seedReferenceData } from '../reference/seed';

const shared = globalThis as { tepatSeeded?: WeakMap<Store, Promise<void>> };

/** The store of the web server, with the reference data of `data/` in it. Throws as openStore. */
export async function productStore(): Promise<Store> {
	const store = await getStore();
	const seeded = (shared.tepatSeeded ??= new WeakMap());
	let seeding = seeded.get(store);
	if (!seeding) seeded.set(store, (seeding = seedReferenceData(store, currentInstant())));
	await seeding;
	return store;
}
