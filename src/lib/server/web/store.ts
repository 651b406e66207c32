import { UserError } from '$lib/domain/user-error';
import { getStore } from '../database/lifecycle';
import type { Store } from '../database/store';
import { currentInstant } from '../product';
import { seedReferenceData } from '../reference/seed';
import { currentRequest } from './context';

const shared = globalThis as { tepatSeeded?: WeakMap<Store, Promise<void>> };

/**
 * The store of the web server, with the reference data of `data/` in it, as the person of the running request sees it.
 * Throws as openStore; UserError `signed_out` in a request of nobody, so that no page reads for somebody unknown.
 */
export async function productStore(): Promise<Store> {
	const request = currentRequest();
	if (request && !request.person) throw new UserError('signed_out');
	const store = await wholeStore();
	const units = request?.person?.units;
	return units ? store.within(units) : store;
}

/**
 * The whole store, whoever asks: for signing in, for accounts and for the record, whose pages are for those who see
 * all offices. Throws as openStore.
 */
export async function wholeStore(): Promise<Store> {
	const store = await getStore();
	const seeded = (shared.tepatSeeded ??= new WeakMap());
	let seeding = seeded.get(store);
	if (!seeding) seeded.set(store, (seeding = seedReferenceData(store, currentInstant())));
	await seeding;
	return store;
}
